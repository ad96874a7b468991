import { type Commanding, command } from '../audit/audit.commands.ts'
import { dateIn } from '../foundation/clock.ts'
import type { Db } from '../foundation/database.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome as Answer, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { closeAlarms } from '../posting/delivery/alarm.store.ts'
import { forceOf } from '../posting/facts.queries.ts'
import { accountById } from '../register/register.store.ts'
import { type Belonging, peopleOf } from './belonging.queries.ts'
import { beginCarryingOut, stopCarryingOutOf } from './carrying/carrying.commands.ts'
import { isCarriedOut } from './carrying/carrying.store.ts'
import { waitNoLonger } from './carrying/waiting-look.commands.ts'
import type { Subject } from './criteria.ts'
import { alarmAbout, askUntil, carries, freeFrom, type Given, wrongWith } from './decision.ts'
import { reviewRefusals as no } from './review.refusals.ts'
import * as store from './review.store.ts'
import { scorecard } from './scorecard.ts'

type Read = { review: store.ReviewRecord; round: store.RoundRecord; subject: Subject; people: Belonging[] }

async function read(c: Commanding, id: string): Promise<Answer<Read>> {
  const review = await store.lockReview(c.tx, c.actor.forceId, id)
  const round = review && (await store.lockRound(c.tx, c.actor.forceId, review.round_id))
  if (!review || !round) return refuse(no.noReview)
  const people = await peopleOf(c.tx, c.actor.forceId, review.account_id, c.now)
  return ok({ review, round, people, subject: scorecard.parse(review.scorecard).subject })
}

const own = (people: readonly Belonging[], actor: Actor): Belonging | undefined =>
  people.find((p) => p.personId === actor.personId)

/** Decides what becomes of an account, with the reason, in the name of the one who does. Begins what carries it out in the same transaction. */
export const decideReview = (
  world: World,
  actor: Actor,
  { review: id, seen, ...given }: Given & { review: string; seen?: string | null | undefined },
): Promise<Answer<{ id: string }>> => command(world, actor, (c) => decideInside(c, id, given, seen))

/** The same inside another command. `seen`: when the decision was taken that stood as the deciding one read it (ISO), null for none. */
export async function decideInside(
  c: Commanding,
  id: string,
  given: Given,
  seen?: string | null,
): Promise<Answer<{ id: string }>> {
  const { actor } = c
  const found = await read(c, id)
  if (!found.ok) return found
  const { review, round, people } = found.value
  if (!may(actor, 'decideReview', { own: own(people, actor)?.answers ?? false })) return refuse(no.mayNotDecideReview)
  if (round.ended_at) return refuse(no.roundEnded)
  if (await store.waitingLook(c.tx, actor.forceId, id)) return refuse(no.secondLookWaits)
  if (seen !== undefined && seen !== (review.decided_at?.toISOString() ?? null)) return refuse(no.decidedMeanwhile)
  if (await hasClosed(c.tx, review)) return refuse(no.closedSince)
  const settled = await settle(c, found.value, given)
  if (!settled.ok) return settled
  c.record('review.decided', `reviews:${id}`, {
    account: review.account_id,
    outcome: given.outcome,
    recommended: review.recommendation,
    into: given.into,
    on: given.on,
  })
  return ok({ id })
}

/** Closed on the register, and not by what this review decided. */
export async function hasClosed(db: Db, { force_id, id, account_id }: store.ReviewRecord): Promise<boolean> {
  const account = account_id === null ? undefined : await accountById(db, force_id, account_id)
  return account?.status === 'closed' && !(await isCarriedOut(db, force_id, id))
}

/** Puts a decision in place of the one before, which is kept; what that one had begun is stopped, and what this one needs is begun. */
async function settle(c: Commanding, { review, subject }: Read, given: Given): Promise<Answer<unknown>> {
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  const about = { subject, recommended: review.recommendation, today: dateIn(c.now, zone) }
  const wrong = wrongWith(given, about)
  if (wrong) return refuse(no[wrong])
  if (given.into !== null && !(await stays(c, given.into, review.account_id))) return refuse(no.intoWhere)
  if (review.decided_at !== null) {
    const stopped = await stopCarryingOutOf(c, review.id, 'It was decided otherwise.')
    if (!stopped.ok) return stopped
    // Asked after the list is locked: somebody may be doing its last step at this moment.
    if (await isCarriedOut(c.tx, c.actor.forceId, review.id)) return refuse(no.carriedOut)
  }
  await store.updateReview(c.tx, review, {
    outcome: given.outcome,
    into_account_id: given.into,
    on_day: given.on,
    reason: given.reason,
    why_other: given.outcome === review.recommendation ? null : given.whyOther,
    decided_by: c.actor.personId,
    decided_at: c.now,
    no_look_by: null,
    no_look_at: null,
    earlier: JSON.stringify([...earlierOf(review), ...standing(review)]),
  })
  await closeAlarms(c, alarmAbout(review), ['notBegun'])
  const kind = carries(given.outcome, subject)
  // A second look may be decided by somebody who carries nothing out; the beginning then waits for communications (`toBegin`).
  if (kind === null || given.on === null || !may(c.actor, 'carryOut', { answers: false })) return ok(null)
  return beginCarryingOut(c, {
    accountId: review.account_id,
    lookAlikeId: review.look_alike_id,
    kind,
    intoAccountId: given.into,
    on: given.on,
    reviewId: review.id,
  })
}

async function stays(c: Commanding, into: string, accountId: string | null): Promise<boolean> {
  const account = into === accountId ? undefined : await accountById(c.tx, c.actor.forceId, into)
  return account?.status === 'live' || account?.status === 'underReview'
}

export type Earlier = {
  outcome: string
  into: string | null
  on: string | null
  reason: string
  whyOther: string | null
  by: string
  at: string
}

/** Written by `settle` alone. */
export const earlierOf = (review: Pick<store.ReviewRecord, 'earlier'>): Earlier[] => review.earlier as Earlier[]

/** The decision that stands; none while nobody has decided. */
export const standing = (r: store.ReviewRecord): Earlier[] =>
  r.outcome && r.decided_at
    ? [
        {
          outcome: r.outcome,
          into: r.into_account_id,
          on: r.on_day,
          reason: r.reason ?? '',
          whyOther: r.why_other,
          by: r.decided_by ?? '',
          at: r.decided_at.toISOString(),
        },
      ]
    : []

type Voice = { review: string; side: 'people' | 'public'; who: string; words: string; on: string }

/** Records what its people or its public say about an account, before or after it is decided. */
export const giveVoice = (world: World, actor: Actor, voice: Voice): Promise<Answer<{ id: string }>> =>
  command(world, actor, async (c) => {
    const found = await read(c, voice.review)
    if (!found.ok) return found
    const belongs = own(found.value.people, actor) !== undefined
    if (actor.personId === null || !may(actor, 'giveVoice', { belongs, side: voice.side }))
      return refuse(no.mayNotGiveVoice)
    if (found.value.round.ended_at) return refuse(no.roundEnded)
    const id = newId(c.now)
    const said = { side: voice.side, who: voice.who, words: voice.words, on_day: voice.on }
    const place = { force_id: actor.forceId, id, review_id: voice.review }
    await store.insertVoice(c.tx, { ...place, ...said, by_id: actor.personId, at: c.now })
    c.record('review.voiceGiven', `reviews:${voice.review}`, { voice: id, side: voice.side })
    return ok({ id })
  })

/** Asks that somebody else looks again, within 14 days of the decision. */
export const askSecondLook = (
  world: World,
  actor: Actor,
  { review: id, why }: { review: string; why: string },
): Promise<Answer<{ id: string }>> =>
  command(world, actor, async (c) => {
    const found = await read(c, id)
    if (!found.ok) return found
    const { review, people } = found.value
    if (actor.personId === null || !may(actor, 'askSecondLook', { belongs: own(people, actor) !== undefined }))
      return refuse(no.mayNotAskSecondLook)
    if (!review.decided_at || !review.decided_by) return refuse(no.notDecided)
    if (c.now >= askUntil(review.decided_at)) return refuse(no.tooLate)
    if (await store.wasLookedAt(c.tx, review)) return refuse(no.secondLookAsked)
    const look = newId(c.now)
    const asked = { asked_by: actor.personId, why, asked_at: c.now, of_id: review.decided_by }
    const row = { force_id: actor.forceId, id: look, review_id: id, ...asked }
    if (!(await store.insertSecondLook(c.tx, row))) return refuse(no.secondLookAsked)
    c.record('review.secondLookAsked', `reviews:${id}`, { look, account: review.account_id })
    return ok({ id: look })
  })

/** The owner says that nobody needs a second look, so that what was decided need not wait for the end of the time for it. */
export const waiveSecondLook = (world: World, actor: Actor, id: string): Promise<Answer<{ id: string }>> =>
  command(world, actor, async (c) => {
    const found = await read(c, id)
    if (!found.ok) return found
    const { review, people } = found.value
    if (actor.personId === null || !may(actor, 'waiveSecondLook', { owns: own(people, actor)?.owns ?? false }))
      return refuse(no.mayNotWaiveSecondLook)
    if (!review.decided_at) return refuse(no.notDecided)
    if (await store.waitingLook(c.tx, actor.forceId, id)) return refuse(no.secondLookWaits)
    const { zone } = await forceOf(c.tx, actor.forceId)
    const over = freeFrom(review.decided_at, zone) <= dateIn(c.now, zone)
    if (over || review.no_look_at !== null || (await store.wasLookedAt(c.tx, review))) return refuse(no.nothingToWaive)
    await store.updateReview(c.tx, review, { no_look_by: actor.personId, no_look_at: c.now })
    await waitNoLonger(c, id)
    c.record('review.secondLookWaived', `reviews:${id}`, { account: review.account_id })
    return ok({ id })
  })

type Looked = { review: string; reason: string; instead: Given | null }

/** Looks again: the decision stands, or another takes its place. Neither by who decided nor by who asks nor by who answers for the account. */
export const decideSecondLook = (
  world: World,
  actor: Actor,
  { review: id, reason, instead }: Looked,
): Promise<Answer<{ id: string }>> =>
  command(world, actor, async (c) => {
    const found = await read(c, id)
    if (!found.ok) return found
    const { review, people } = found.value
    const look = await store.waitingLook(c.tx, actor.forceId, id)
    if (!look) return refuse(no.noSecondLook)
    const whose = { decidedById: look.of_id, askedById: look.asked_by, own: own(people, actor)?.answers ?? false }
    if (!may(actor, 'decideSecondLook', whose)) return refuse(no.mayNotDecideSecondLook)
    if (instead?.outcome === review.outcome && instead?.into === review.into_account_id) return refuse(no.sameAgain)
    if (instead) {
      const settled = await settle(c, found.value, instead)
      if (!settled.ok) return settled
    } else await waitNoLonger(c, id)
    await closeAlarms(c, alarmAbout(review), ['lookWaits'])
    const result = instead ? 'changed' : 'stands'
    await store.settleLook(c.tx, look, { result, reason, decided_by: actor.personId, decided_at: c.now })
    c.record('review.lookedAgain', `reviews:${id}`, {
      look: look.id,
      account: review.account_id,
      result,
      outcome: instead?.outcome ?? review.outcome,
    })
    return ok({ id: look.id })
  })
