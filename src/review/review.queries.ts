import { z } from 'zod'
import { dateIn } from '../foundation/clock.ts'
import type { Db } from '../foundation/database.ts'
import { type Outcome as Answer, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { forceOf } from '../posting/facts.queries.ts'
import { peopleOf } from './belonging.queries.ts'
import { isCarriedOut } from './carrying/carrying.store.ts'
import type { Subject } from './criteria.ts'
import { earlierOf, hasClosed } from './decide.commands.ts'
import { askUntil, beginWithinDays, carries, freeFrom, inTimeUntil, keyOf, outcomesFor } from './decision.ts'
import { outcome } from './outcome.ts'
import { reason } from './recommendation.ts'
import type { reviewEndpoints } from './review.contract.ts'
import { reviewRefusals as no } from './review.refusals.ts'
import { type ReviewRecord, type RoundRecord, wasLookedAt } from './review.store.ts'
import { type Scorecard, scorecard } from './scorecard.ts'
import {
  type AccountIn,
  aboutOf,
  becauseOf,
  decisionOf,
  headOf,
  type Names,
  namesOf,
  roundById,
  standingOf,
} from './told.queries.ts'
import { toBegin } from './waiting/waiting.queries.ts'

type Out = z.input<typeof reviewEndpoints.one.output>

const reasons = z.array(reason)

/** The review of one account in one round. `key`: the account's id, or the look-alike's. */
export async function oneReview(
  world: World,
  actor: Actor,
  at: { round: string; account: string },
): Promise<Answer<Out>> {
  const { db } = world
  const { forceId } = actor
  const now = world.clock.now()
  const round = await roundById(db, forceId, at.round)
  const { id, ...among } = await placeIn(db, forceId, at)
  const review = await reviewById(db, forceId, id)
  if (!round || !review) return refuse(no.noReview)
  const names = await namesOf(db, forceId)
  const card = scorecard.parse(review.scorecard)
  const why = reasons.parse(review.reasons)
  const words = becauseOf(card, why, names)
  const people = await peopleOf(db, forceId, review.account_id, now)
  const looks = await looksAt(db, forceId, review.id, names)
  const after = await afterwardsOf(db, review, card.subject, now)
  const carriedOut = await isCarriedOut(db, forceId, review.id)
  const closedSince = await hasClosed(db, review)
  return ok({
    round: headOf(round, names),
    review: {
      ...aboutOf(review, card.subject, names),
      tests: card.tests,
      reasons: why.map((r, i) => ({ ...r, words: words[i] ?? '' })),
      decision: standingOf(review, names),
      earlier: earlierOf(review).map((e) => decisionOf(e, names)),
      askUntil: review.decided_at && askUntil(review.decided_at).toISOString(),
      ...after,
      closedSince,
      waived:
        review.no_look_at === null
          ? null
          : { by: names.person(review.no_look_by), at: review.no_look_at.toISOString() },
      looks,
      voices: await voicesIn(db, forceId, review.id),
    },
    beside: besideOf(card, names),
    people: people.map(({ personId, owns: _, ...p }) => ({ id: personId, ...p })),
    ...among,
    outcomes: [...outcomesFor(card.subject)],
    may: mayOf(actor, { round, review, people, looks, now, after, over: carriedOut || closedSince }),
  })
}

/** Which review of the round it is, and those beside it. */
async function placeIn(db: Db, forceId: string, at: { round: string; account: string }) {
  const order = await db
    .selectFrom('review')
    .select(['id', 'account_id', 'look_alike_id'])
    .where('force_id', '=', forceId)
    .where('round_id', '=', at.round)
    .orderBy('place')
    .execute()
  const keys = order.map(keyOf)
  const n = keys.indexOf(at.account)
  return {
    id: order[n]?.id ?? '',
    place: { n: n + 1, of: keys.length },
    previous: keys[n - 1] ?? null,
    next: keys[n + 1] ?? null,
  }
}

/** What a decision still waits for: the end of the time for a second look, and somebody who begins its list. */
async function afterwardsOf(db: Db, review: ReviewRecord, subject: Subject, now: Date) {
  const { zone } = await forceOf(db, review.force_id)
  const kind = review.outcome === null ? null : carries(outcome.parse(review.outcome), subject)
  const at = review.decided_at
  const begins = kind !== null && at !== null && (await toBegin(db, review.force_id)).some((r) => r.id === review.id)
  const free = kind === 'closing' && at !== null && review.no_look_at === null ? freeFrom(at, zone) : null
  const waits = free !== null && free > dateIn(now, zone) && !(await wasLookedAt(db, review))
  return {
    closesFrom: waits ? free : null,
    toBegin: begins ? { kind, until: inTimeUntil(at, beginWithinDays, zone) } : null,
  }
}

const reviewById = (db: Db, forceId: string, id: string): Promise<ReviewRecord | undefined> =>
  db.selectFrom('review').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

const besideOf = (card: Scorecard, names: Names): Record<string, AccountIn> =>
  Object.fromEntries(
    [...new Set(card.tests.flatMap((t) => t.accounts))].flatMap((id) => {
      const account = names.account(id)
      return account ? [[id, account] as const] : []
    }),
  )

type Around = {
  round: RoundRecord
  review: ReviewRecord
  people: Awaited<ReturnType<typeof peopleOf>>
  looks: Awaited<ReturnType<typeof looksAt>>
  now: Date
  after: Awaited<ReturnType<typeof afterwardsOf>>
  /** It has closed, or what was decided has been carried out: nothing is left to decide. */
  over: boolean
}

/** What of it this person may do now; a button that would be refused is not shown. */
function mayOf(actor: Actor, { round, review, people, looks, now, after, over }: Around): Out['may'] {
  const mine = people.find((p) => p.personId === actor.personId)
  const belongs = mine !== undefined
  const own = mine?.answers ?? false
  const waiting = looks.find((l) => l.result === null)
  const open = round.ended_at === null
  const decidedAt = review.decided_at
  const asked = decidedAt !== null && looks.some((l) => new Date(l.at) >= decidedAt)
  return {
    decide: open && !waiting && !over && may(actor, 'decideReview', { own }),
    sayForPeople: open && may(actor, 'giveVoice', { belongs, side: 'people' }),
    sayForPublic: open && may(actor, 'giveVoice', { belongs, side: 'public' }),
    askAgain: decidedAt !== null && now < askUntil(decidedAt) && !asked && may(actor, 'askSecondLook', { belongs }),
    lookAgain:
      waiting !== undefined &&
      may(actor, 'decideSecondLook', { decidedById: waiting.ofId, askedById: waiting.by.id, own }),
    waive: after.closesFrom !== null && may(actor, 'waiveSecondLook', { owns: mine?.owns ?? false }),
    begin: after.toBegin !== null && may(actor, 'carryOut', { answers: false }),
  }
}

async function looksAt(db: Db, forceId: string, reviewId: string, names: Names) {
  const rows = await db
    .selectFrom('second_look')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('review_id', '=', reviewId)
    .orderBy('asked_at', 'desc')
    .execute()
  return rows.map((s) => ({
    id: s.id,
    ofId: s.of_id,
    by: names.person(s.asked_by),
    why: s.why,
    at: s.asked_at.toISOString(),
    result: s.result,
    reason: s.reason,
    decidedBy: s.decided_by === null ? null : names.person(s.decided_by),
    decidedAt: s.decided_at?.toISOString() ?? null,
  }))
}

const voicesIn = (db: Db, forceId: string, reviewId: string) =>
  db
    .selectFrom('review_voice')
    .select(['id', 'side', 'who', 'words', 'on_day as on'])
    .where('force_id', '=', forceId)
    .where('review_id', '=', reviewId)
    .orderBy('side')
    .orderBy('at')
    .execute()
