import { sql } from 'kysely'
import { z } from 'zod'
import { type Outcome as Answer, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { lastCount } from '../measures/counting/when.queries.ts'
import { may } from '../people/may.ts'
import { criteriaNow } from './criteria.queries.ts'
import { proposedSettings } from './criteria.ts'
import { askUntil, keyOf, secondLookDays } from './decision.ts'
import { reason } from './recommendation.ts'
import type { RoundRow, reviewEndpoints } from './review.contract.ts'
import { reviewRefusals as no } from './review.refusals.ts'
import type { ReviewRecord } from './review.store.ts'
import { type Scorecard, scorecard } from './scorecard.ts'
import { besideOf } from './together/together.queries.ts'
import { aboutOf, becauseOf, headOf, namesOf, roundById, standingOf } from './told.queries.ts'
import type { waitingEndpoints } from './waiting/waiting.contract.ts'
import { toBegin } from './waiting/waiting.queries.ts'

type Out<E extends keyof typeof reviewEndpoints> = z.input<(typeof reviewEndpoints)[E]['output']>

const reasons = z.array(reason)

/** Every round, the latest first. */
export async function rounds(world: World, actor: Actor): Promise<Out<'rounds'>> {
  const { db } = world
  const { forceId } = actor
  const all = await db
    .selectFrom('review_round')
    .selectAll()
    .where('force_id', '=', forceId)
    .orderBy('frozen_at', 'desc')
    .execute()
  const { rows } = await sql<{ round_id: string; recommendation: string; n: number; decided: number; looks: number }>`
    select r.round_id, r.recommendation, count(*)::int as n, count(r.decided_at)::int as decided, count(s.id)::int as looks
    from review r left join second_look s on s.force_id = r.force_id and s.review_id = r.id and s.decided_at is null
    where r.force_id = ${forceId} group by 1, 2`.execute(db)
  const names = await namesOf(db, forceId)
  const sum = (id: string, of: (row: (typeof rows)[number]) => number) =>
    rows.filter((row) => row.round_id === id).reduce((total, row) => total + of(row), 0)
  return {
    rounds: all.map((r) => ({
      ...headOf(r, names),
      accounts: sum(r.id, (row) => row.n),
      decided: sum(r.id, (row) => row.decided),
      looksWaiting: sum(r.id, (row) => row.looks),
      recommended: Object.fromEntries(
        rows.filter((row) => row.round_id === r.id).map((row) => [row.recommendation, row.n]),
      ),
    })),
    countedAt: (await lastCount(db, forceId)).at?.toISOString() ?? null,
    criteriaVersion: (await criteriaNow(db, forceId)).version,
    mayRun: may(actor, 'runReview'),
  }
}

/** What waits in the open round, for the frame. */
export async function counts({ db }: World, { forceId }: Actor): Promise<Out<'counts'>> {
  const { rows } = await sql<{ undecided: number; looks: number }>`
    select (select count(*)::int from review r join review_round o on o.force_id = r.force_id and o.id = r.round_id and o.ended_at is null
        where r.force_id = ${forceId} and r.decided_at is null) as undecided,
      (select count(*)::int from second_look where force_id = ${forceId} and decided_at is null) as looks`.execute(db)
  return { ...(rows[0] ?? { undecided: 0, looks: 0 }), toBegin: (await toBegin(db, forceId)).length }
}

export type RoundRead = {
  round: Out<'round'>['round']
  rows: RoundRow[]
  cards: Scorecard[]
  decisions: ReturnType<typeof standingOf>[]
}

/** One round with every row, and beside them the scorecards and the decisions as they stand. */
export async function roundRead({ db }: World, actor: Actor, id: string): Promise<Answer<RoundRead>> {
  const { forceId } = actor
  const round = await roundById(db, forceId, id)
  if (!round) return refuse(no.noRound)
  const names = await namesOf(db, forceId)
  const all = await db
    .selectFrom('review')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('round_id', '=', id)
    .orderBy('place')
    .execute()
  const { rows: beside } = await sql<{ id: string; voices: number; waits: boolean }>`
    select r.id, (select count(*)::int from review_voice v where v.force_id = r.force_id and v.review_id = r.id) as voices,
      exists (select 1 from second_look s where s.force_id = r.force_id and s.review_id = r.id and s.decided_at is null) as waits
    from review r where r.force_id = ${forceId} and r.round_id = ${id}`.execute(db)
  const more = new Map(beside.map((b) => [b.id, b]))
  const waits = new Set((await toBegin(db, forceId)).map((r) => r.id))
  const now = await besideOf(db, actor)
  const cards = all.map((r) => scorecard.parse(r.scorecard))
  const rows = all.map((r, n): RoundRow => {
    const card = cards[n] ?? { subject: 'ours', class: null, tests: [] }
    return {
      ...aboutOf(r, card.subject, names),
      because: becauseOf(card, reasons.parse(r.reasons), names),
      decided:
        r.outcome && r.decided_at
          ? { outcome: r.outcome, into: names.account(r.into_account_id), on: r.on_day, at: r.decided_at.toISOString() }
          : null,
      lookWaits: more.get(r.id)?.waits ?? false,
      toBegin: waits.has(r.id),
      ...now(r.account_id),
      voices: more.get(r.id)?.voices ?? 0,
    }
  })
  return ok({ round: headOf(round, names), rows, cards, decisions: all.map((r) => standingOf(r, names)) })
}

/** Whether this person owns, supervises or writes on the account `a` now. */
const isMine = (personId: string | null, now: Date) => sql`(exists (select 1 from office o where o.force_id = a.force_id
    and o.id in (a.owner_office_id, a.supervisor_office_id) and o.holder_id = ${personId})
  or exists (select 1 from contributor c where c.force_id = a.force_id and c.account_id = a.id and c.person_id = ${personId}
    and c.from_at <= ${now} and (c.until_at is null or c.until_at > ${now})))`

/**
 * About accounts that the asking one owns, supervises or writes on: what would end by the open round while nobody has decided it, and what was
 * decided in the last 14 days or is looked at again.
 */
export async function mine(
  { db, clock }: World,
  { forceId, personId }: Actor,
): Promise<z.input<typeof waitingEndpoints.mine.output>> {
  const now = clock.now()
  const since = new Date(now.getTime() - secondLookDays * dayMs)
  const { rows: ending } = await sql<{ id: string; at: Date; heard: boolean }>`
    select r.id, n.frozen_at as at, exists (select 1 from review_voice v where v.force_id = r.force_id and v.review_id = r.id and v.by_id = ${personId}) as heard
    from review r join account a on a.force_id = r.force_id and a.id = r.account_id
      join review_round n on n.force_id = r.force_id and n.id = r.round_id and n.ended_at is null
    where r.force_id = ${forceId} and r.decided_at is null and r.recommendation in ('merge', 'close') and a.status <> 'closed'
      and ${isMine(personId, now)}`.execute(db)
  const { rows } = await sql<{ id: string; look: 'waiting' | 'stands' | 'changed' | null }>`
    select r.id, (select coalesce(s.result, 'waiting') from second_look s where s.force_id = r.force_id and s.review_id = r.id
        order by s.asked_at desc limit 1) as look
    from review r join account a on a.force_id = r.force_id and a.id = r.account_id
    where r.force_id = ${forceId} and (r.decided_at > ${since} or exists (select 1 from second_look s where s.force_id = r.force_id
        and s.review_id = r.id and (s.decided_at is null or s.decided_at > ${since})))
      and ${isMine(personId, now)}`.execute(db)
  if (rows.length + ending.length === 0) return { undecided: [], decisions: [] }
  const looks = new Map(rows.map((row) => [row.id, row.look]))
  const names = await namesOf(db, forceId)
  const found = await db
    .selectFrom('review')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', 'in', [...looks.keys(), ...ending.map((row) => row.id)])
    .orderBy('decided_at', 'desc')
    .orderBy('name')
    .execute()
  const place = (r: ReviewRecord) => ({ review: r.id, round: r.round_id, key: keyOf(r), name: r.name })
  return {
    undecided: found.flatMap((r) => {
      const end = ending.find((row) => row.id === r.id)
      const said = { recommendation: r.recommendation, into: names.account(r.recommended_into) }
      return end ? [{ ...place(r), ...said, at: end.at.toISOString(), heard: end.heard }] : []
    }),
    decisions: found.flatMap((r) => {
      const decision = standingOf(r, names)
      if (!decision || !r.decided_at) return []
      return [{ ...place(r), decision, askUntil: askUntil(r.decided_at).toISOString(), look: looks.get(r.id) ?? null }]
    }),
  }
}
const dayMs = 86_400_000

/** What accounts are judged by now, what we propose, and every version that the force wrote. */
export async function criteriaPage({ db }: World, actor: Actor): Promise<Out<'criteria'>> {
  const names = await namesOf(db, actor.forceId)
  const versions = await db
    .selectFrom('review_criteria')
    .select(['version', 'why', 'by_id', 'at'])
    .where('force_id', '=', actor.forceId)
    .orderBy('version', 'desc')
    .execute()
  return {
    ...(await criteriaNow(db, actor.forceId)),
    proposed: proposedSettings,
    versions: versions.map((v) => ({
      version: v.version,
      why: v.why,
      by: names.person(v.by_id),
      at: v.at.toISOString(),
    })),
    mayChange: may(actor, 'changeCriteria'),
  }
}
