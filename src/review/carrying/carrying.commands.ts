import { type Commanding, command } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { discardInside } from '../../posting/post.commands.ts'
import { maySpeak } from '../../register/account.ts'
import { moveInside } from '../../register/register.commands.ts'
import { type AccountRecord, accountById, lockRegister } from '../../register/register.store.ts'
import { alarmAbout } from '../decision.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import { type CarryingRecord, hasOpenList, insertCarrying, lockCarrying, updateCarrying } from './carrying.store.ts'
import { draftGoodbye, mayWriteThere } from './goodbye.commands.ts'
import type { Answers, CarryingKind } from './lists.ts'
import { duesOf } from './steps.ts'
import { lookOpenUntil } from './waiting-look.commands.ts'

/** What is carried out: an account is closed (perhaps into another) or adopted. `on`: the day of the force's calendar on which it ends. */
export type CarriedOut = {
  accountId: string | null
  lookAlikeId: string | null
  kind: 'closing' | 'adoption'
  intoAccountId: string | null
  on: string
  reviewId: string | null
}

/** `notBefore`: the first day on which nobody can ask for a second look any more; null where nobody waits for that. */
type Begun = {
  kind: CarryingKind
  account: AccountRecord | null
  on: string
  into: string | null
  today: string
  notBefore: string | null
}

/**
 * Begins the list inside the caller's command, in one transaction with the decision that asks for it. A closing moves the account to
 * `closing` and, where the one who begins may write there, drafts the notice and the last post. Refuses with `carryingRefusals`.
 */
export async function beginCarryingOut(c: Commanding, what: CarriedOut): Promise<Outcome<{ id: string }>> {
  const { forceId } = c.actor
  if (c.actor.personId === null || !may(c.actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
  await lockRegister(c.tx, forceId)
  const account = what.accountId === null ? null : ((await accountById(c.tx, forceId, what.accountId)) ?? null)
  const { zone } = await forceOf(c.tx, forceId)
  const today = dateIn(c.now, zone)
  const wrong = (await whyNot(c, what, account)) ?? (what.on < today ? no.dayPast : null)
  if (wrong) return refuse(wrong)
  if (what.kind === 'closing' && account && (await hasOpenList(c.tx, forceId, 'into_account_id', account.id)))
    return refuse(no.notToClose, undefined, joined)
  const notBefore = what.kind === 'closing' ? await lookOpenUntil(c, what.reviewId, zone) : null
  const begun = { kind: what.kind, account, on: what.on, into: what.intoAccountId, today, notBefore }
  const made = await writeList(c, begun, {
    account_id: what.accountId,
    look_alike_id: what.lookAlikeId,
    into_account_id: what.intoAccountId,
    review_id: what.reviewId,
    status_before: statusBefore(account),
  })
  if (made.ok && what.reviewId !== null)
    await closeAlarms(c, alarmAbout({ id: what.reviewId, account_id: what.accountId }), ['notBegun'])
  if (!made.ok || what.kind !== 'closing' || !account) return made
  if (account.status !== 'closing') {
    const reason = what.reviewId === null ? 'Its closing was begun.' : 'A review decided so.'
    const moved = await moveInside(c, { id: account.id, move: 'beginClosing', reason })
    if (!moved.ok) return moved
  }
  if (await mayWriteThere(c, account.id)) await draftGoodbye(c, made.value.id)
  return made
}

/** What a list that is stopped puts the account back to; null where it never spoke for the force. */
const statusBefore = (account: AccountRecord | null): 'live' | 'underReview' | 'closing' | null =>
  account?.status === 'live' || account?.status === 'underReview' || account?.status === 'closing'
    ? account.status
    : null

const joined =
  'Another account is being closed into this one. Stop that list first, or let it end. Nothing was changed.'

async function whyNot(c: Commanding, what: CarriedOut, account: AccountRecord | null) {
  if (what.kind === 'closing') {
    if (!account || !maySpeak(account.status)) return no.notToClose
    if (what.intoAccountId === null) return null
    const into = await accountById(c.tx, c.actor.forceId, what.intoAccountId)
    const stays = into && into.id !== account.id && (into.status === 'live' || into.status === 'underReview')
    return stays ? null : no.nowhereToJoin
  }
  if (what.intoAccountId !== null) return no.nowhereToJoin
  if (account) return account.status === 'unofficial' && what.lookAlikeId === null ? null : no.notToAdopt
  const found = await c.tx
    .selectFrom('look_alike')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', what.lookAlikeId ?? '')
    .executeTakeFirst()
  return found && what.accountId === null ? null : no.notToAdopt
}

/** Writes the list with all its steps, each with who answers for it and until when. */
export async function writeList(
  c: Commanding,
  { kind, account, on, into, today, notBefore }: Begun,
  about: Partial<Parameters<typeof insertCarrying>[1]>,
): Promise<Outcome<{ id: string }>> {
  const me = c.actor.personId ?? ''
  const id = newId(c.now)
  const answers = (who: Answers): { office_id: string | null; person_id: string | null } => {
    const owner = account?.owner_office_id ?? null
    const office = who === 'whoBegan' ? null : who === 'owner' ? owner : (account?.supervisor_office_id ?? owner)
    return office === null ? { office_id: null, person_id: me } : { office_id: office, person_id: null }
  }
  const place = { force_id: c.actor.forceId, carrying_out_id: id }
  const dues = duesOf(kind, { joins: into !== null, on, notBefore, begunOn: today })
  const steps = dues.map((s) => ({ ...place, step: s.id, due_on: s.dueOn, ...answers(s.answers) }))
  const days = { ends_on: on, not_before: notBefore, begun_by: me, begun_at: c.now }
  const row = { ...about, force_id: c.actor.forceId, id, kind, ...days }
  if (!(await insertCarrying(c.tx, row, steps))) return refuse(no.carriedAlready)
  const { account_id = null, network = null, into_account_id = null, review_id = null } = about
  c.record('carryingOut.begun', `carryingOut:${id}`, {
    kind,
    account: account_id,
    network,
    into: into_account_id,
    review: review_id,
    on,
  })
  return ok({ id })
}

/**
 * A list that no decision begins by itself: on its own, or for a decision by somebody who carries nothing out. What a review has decided so
 * belongs to that review, so that deciding otherwise stops it.
 */
export const beginAlone = (
  world: World,
  actor: Actor,
  what: Omit<CarriedOut, 'reviewId'>,
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => beginCarryingOut(c, { ...what, reviewId: await decidedSo(c, what) }))

/** The review whose standing decision asks for this, newest first. */
async function decidedSo(c: Commanding, what: Omit<CarriedOut, 'reviewId'>): Promise<string | null> {
  const { accountId, lookAlikeId } = what
  const review = await c.tx
    .selectFrom('review')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where(accountId === null ? 'look_alike_id' : 'account_id', '=', accountId ?? lookAlikeId)
    .where('outcome', 'in', what.kind === 'closing' ? ['close', 'merge'] : ['adopt'])
    .orderBy('decided_at', 'desc')
    .executeTakeFirst()
  return review?.id ?? null
}

/** What an alarm about a list hangs on, from its beginning to its end: the account, where it was one from the beginning. */
export const alarmOf = (row: Pick<CarryingRecord, 'id' | 'account_id' | 'look_alike_id'>): string =>
  row.account_id === null || row.look_alike_id !== null ? `carryingOut:${row.id}` : `account:${row.account_id}`
export const lateKind = 'carryingLate'

/** Ends a list before its end, with the reason. An account that was closing is again what it was before, and drafts that say goodbye are put away. */
export const stopCarryingOut = (
  world: World,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
    const row = await lockCarrying(c.tx, actor.forceId, id)
    if (!row) return refuse(no.noCarryingOut)
    return row.ended_at === null ? stop(c, row, reason) : refuse(no.carryingOver)
  })

/** The same inside another command: a second look decided otherwise, so the list that the first decision began is stopped, if one is open. */
export async function stopCarryingOutOf(c: Commanding, reviewId: string, reason: string): Promise<Outcome<null>> {
  const open = await c.tx
    .selectFrom('carrying_out')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('review_id', '=', reviewId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const stopped = open ? await stop(c, open, reason) : null
  return stopped && !stopped.ok ? stopped : ok(null)
}

async function stop(c: Commanding, row: CarryingRecord, reason: string): Promise<Outcome<{ id: string }>> {
  await lockRegister(c.tx, row.force_id)
  const account = row.account_id === null ? null : await accountById(c.tx, row.force_id, row.account_id)
  if (row.kind === 'closing' && account?.status === 'closing') {
    const moves = row.status_before === 'underReview' ? (['keep', 'beginReview'] as const) : (['keep'] as const)
    for (const move of moves) {
      const moved = await moveInside(c, { id: account.id, move, reason })
      if (!moved.ok) return moved
    }
  }
  for (const post of [row.pinned_post_id, row.last_post_id]) if (post !== null) await discardInside(c, post)
  await updateCarrying(c.tx, row, { ended_at: c.now, ended_by: c.actor.personId, ending: 'stopped', reason })
  await closeAlarms(c, alarmOf(row), [lateKind])
  c.record('carryingOut.stopped', `carryingOut:${row.id}`, { kind: row.kind })
  return ok({ id: row.id })
}
