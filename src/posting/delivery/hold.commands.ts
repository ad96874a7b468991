import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { settleAlarms } from './alarm.store.ts'
import { deliveryRefusals } from './delivery.contract.ts'
import { type Delivery, isHeld, lockDelivery, moveTo } from './delivery.store.ts'

export type HoldScope = 'everything' | 'account' | 'network' | 'area'

/**
 * Stops everything, or one account, network or area, from the next statement of every worker on. What waits becomes held;
 * what is being sent ends its piece and stops before the next.
 */
export function placeHold(
  world: World,
  actor: Actor,
  hold: { scope: HoldScope; target: string | null; reason: string },
): Promise<Outcome<{ id: string; held: number; beingSent: number }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'placeHold')) return refuse(deliveryRefusals.mayNotHold)
    if ((hold.scope === 'everything') !== (hold.target === null)) return refuse(deliveryRefusals.holdNeedsTarget)
    const id = newId(c.now)
    await c.tx
      .insertInto('hold')
      .values({
        force_id: actor.forceId,
        id,
        scope: hold.scope,
        target: hold.target,
        reason: hold.reason,
        placed_by: actor.personId ?? '',
        placed_at: c.now,
      })
      .execute()
    c.record('hold.placed', `hold:${id}`, { scope: hold.scope, target: hold.target })
    const waiting = await inScope(c, hold, 'waiting')
    for (const d of waiting) await moveTo(c, d, 'held', { hold_id: id, words: hold.reason, claims: d.claims })
    const beingSent = await inScope(c, hold, 'sending')
    return ok({ id, held: waiting.length, beingSent: beingSent.length })
  })
}

const columnOf = { account: 'account_id', network: 'network', area: 'area' } as const

async function inScope(
  c: Commanding,
  hold: { scope: HoldScope; target: string | null },
  state: 'waiting' | 'sending',
): Promise<Delivery[]> {
  let query = c.tx.selectFrom('delivery').selectAll().where('force_id', '=', c.actor.forceId).where('state', '=', state)
  if (hold.scope !== 'everything') query = query.where(columnOf[hold.scope], '=', hold.target)
  return state === 'waiting' ? query.orderBy('id').forUpdate().execute() : query.execute()
}

/** Ends a hold. Nothing goes out by this: each held post stays held until somebody has looked at it again. */
export function releaseHold(world: World, actor: Actor, id: string): Promise<Outcome<{ stillHeld: number }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'releaseHold')) return refuse(deliveryRefusals.mayNotHold)
    const row = await c.tx
      .updateTable('hold')
      .set({ released_at: c.now, released_by: actor.personId })
      .where('force_id', '=', actor.forceId)
      .where('id', '=', id)
      .where('released_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) return refuse(deliveryRefusals.holdNotOpen)
    c.record('hold.released', `hold:${id}`)
    const held = await c.tx
      .selectFrom('delivery')
      .select('id')
      .where('force_id', '=', actor.forceId)
      .where('hold_id', '=', id)
      .where('state', '=', 'held')
      .execute()
    return ok({ stillHeld: held.length })
  })
}

/** Why this post may not go out as it stands now, in words; null when nothing is against it. Handed in by posting, which knows the words. */
export type Recheck = (c: Commanding, postId: string) => Promise<string | null>

/** Minutes within which a post that was held may go out after its time, once somebody has put it back. */
const minutesOfGrace = 30

/** Lets one held post go out, after the rules have looked again: at its own time, or `goNow`. A time that has passed is never fired unasked. */
export function putBack(
  world: World,
  actor: Actor,
  id: string,
  goNow: boolean,
  recheck: Recheck,
): Promise<Outcome<{ state: 'waiting'; dueAt: Date }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'releaseHold')) return refuse(deliveryRefusals.mayNotHold)
    const delivery = await lockDelivery(c.tx, actor.forceId, id)
    if (!delivery) return refuse(deliveryRefusals.noDelivery)
    if (delivery.state !== 'held') return refuse(deliveryRefusals.notHeld)
    const hold = await isHeld(c.tx, delivery)
    if (hold) return refuse(deliveryRefusals.underHold, { reason: hold.words })
    if (!goNow && delivery.next_at < c.now) return refuse(deliveryRefusals.timeIsPast)
    const why = await recheck(c, delivery.post_id)
    if (why) return refuse(deliveryRefusals.rulesStopIt, undefined, why)
    const nextAt = goNow ? c.now : delivery.next_at
    const lateAfter = new Date(Math.max(delivery.late_after.getTime(), nextAt.getTime() + minutesOfGrace * 60_000))
    await moveTo(c, delivery, 'waiting', { next_at: nextAt, late_after: lateAfter, words: '', claims: 0 })
    await settleAlarms(c, `delivery:${id}`, ['missed', 'heldLong'])
    return ok({ state: 'waiting', dueAt: nextAt })
  })
}
