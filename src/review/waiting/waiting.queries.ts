import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { peopleOf } from '../belonging.queries.ts'
import { beginWithinDays, inTimeUntil, keyOf, lookWithinDays, secondLookDays } from '../decision.ts'
import type { ReviewRecord, SecondLookRecord } from '../review.store.ts'
import { type Names, namesOf, standingOf } from '../told.queries.ts'
import type { waitingEndpoints } from './waiting.contract.ts'

type Out = z.input<typeof waitingEndpoints.waiting.output>

/** Decisions that ask for a list which nobody has begun: one taken by somebody who carries nothing out. The longest first. */
export const toBegin = async (db: Db, forceId: string): Promise<ReviewRecord[]> =>
  (
    await sql<ReviewRecord>`
      select r.* from review r
        left join account a on a.force_id = r.force_id and a.id = r.account_id
        left join look_alike l on l.force_id = r.force_id and l.id = r.look_alike_id
      where r.force_id = ${forceId} and r.decided_at is not null
        and ((r.outcome in ('merge', 'close') and r.scorecard ->> 'subject' = 'ours' and a.status in ('live', 'underReview', 'closing'))
          or (r.outcome = 'adopt' and (a.status = 'unofficial' or l.outcome <> 'gone')))
        and not exists (select 1 from carrying_out o where o.force_id = r.force_id
          and ((o.review_id = r.id and o.begun_at >= r.decided_at)
            or (o.ended_at is null and (o.account_id = r.account_id or o.look_alike_id = r.look_alike_id))))
        and not exists (select 1 from review n where n.force_id = r.force_id and n.decided_at > r.decided_at
          and (n.account_id = r.account_id or n.look_alike_id = r.look_alike_id))
      order by r.decided_at, r.id`.execute(db)
  ).rows

type Looked = SecondLookRecord & { review: ReviewRecord }

async function looksWith(db: Db, looks: readonly SecondLookRecord[], forceId: string): Promise<Looked[]> {
  const ids = looks.map((s) => s.review_id)
  const all = db.selectFrom('review').selectAll().where('force_id', '=', forceId)
  const reviews = await all.where('id', 'in', ids.length > 0 ? ids : ['']).execute()
  const by = new Map(reviews.map((r) => [r.id, r]))
  return looks.flatMap((s) => {
    const review = by.get(s.review_id)
    return review ? [{ ...s, review }] : []
  })
}

/** Second looks that nobody has decided, the longest first. */
export async function looksWaiting(db: Db, forceId: string): Promise<Looked[]> {
  const all = db.selectFrom('second_look').selectAll().where('force_id', '=', forceId)
  return looksWith(db, await all.where('decided_at', 'is', null).orderBy('asked_at').execute(), forceId)
}

/** Second looks that decided otherwise since then, by somebody else than the asking one; the latest first. */
async function decidedOtherwise(db: Db, { forceId, personId }: Actor, since: Date): Promise<Looked[]> {
  const looks = await db
    .selectFrom('second_look')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('result', '=', 'changed')
    .where('decided_at', '>', since)
    .where('decided_by', 'is distinct from', personId)
    .orderBy('decided_at', 'desc')
    .execute()
  return looksWith(db, looks, forceId)
}

const placeOf = (r: ReviewRecord) => ({
  review: r.id,
  round: r.round_id,
  key: keyOf(r),
  name: r.name,
})

const dayMs = 86_400_000

/** What of the reviews waits for the asking one: lists to begin, second looks to decide, and what was decided otherwise lately. */
export async function waiting({ db, clock }: World, actor: Actor): Promise<Out> {
  const { forceId } = actor
  const now = clock.now()
  const { zone } = await forceOf(db, forceId)
  const names = await namesOf(db, forceId)
  const carries = may(actor, 'carryOut', { answers: false })
  const begin = carries ? await toBegin(db, forceId) : []
  const otherwise = carries ? await decidedOtherwise(db, actor, new Date(now.getTime() - secondLookDays * dayMs)) : []
  const stillWaits = new Set(begin.map((r) => r.id))
  return {
    toBegin: begin.flatMap((r) => {
      const decision = standingOf(r, names)
      return decision && r.decided_at
        ? [{ ...placeOf(r), decision, beginUntil: inTimeUntil(r.decided_at, beginWithinDays, zone) }]
        : []
    }),
    looks: await looksFor(db, actor, now, zone, names),
    otherwise: otherwise.flatMap(({ review: r, reason, decided_by, decided_at }) => {
      const decision = standingOf(r, names)
      if (!decision || stillWaits.has(r.id)) return []
      const look = { reason: reason ?? '', by: names.person(decided_by), at: decided_at?.toISOString() ?? decision.at }
      return [{ ...placeOf(r), decision, look }]
    }),
  }
}

/** Second looks that this very person may decide. */
async function looksFor(db: Db, actor: Actor, now: Date, zone: string, names: Names): Promise<Out['looks']> {
  const found: Out['looks'] = []
  for (const s of await looksWaiting(db, actor.forceId)) {
    const people = await peopleOf(db, actor.forceId, s.review.account_id, now)
    const own = people.find((p) => p.personId === actor.personId)?.answers ?? false
    if (!may(actor, 'decideSecondLook', { decidedById: s.of_id, askedById: s.asked_by, own })) continue
    const asked = { why: s.why, by: names.person(s.asked_by), at: s.asked_at.toISOString() }
    found.push({ ...placeOf(s.review), ...asked, decideUntil: inTimeUntil(s.asked_at, lookWithinDays, zone) })
  }
  return found
}
