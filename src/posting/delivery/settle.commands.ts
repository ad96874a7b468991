import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { settleAlarms } from './alarm.store.ts'
import { settlePiece } from './attempt.store.ts'
import { becomeSent } from './carry.jobs.ts'
import { withdrawOne } from './delivery.commands.ts'
import { deliveryRefusals } from './delivery.contract.ts'
import { type Delivery, isHeld, lockDelivery, moveTo, piecesOf } from './delivery.store.ts'

export type Settling =
  /** The person looked and it is live; `url` where they saw it. */
  | { act: 'itIsThere'; url: string | null }
  /** The person looked and it is not there. */
  | { act: 'sendOnceMore' }
  /** The pieces that are not out stay out of it. */
  | { act: 'leaveTheRest' }
  | { act: 'withdraw' }

/** What a named person decides about a delivery that the product could not settle. The only way out of `needs-person`. */
export function settleDelivery(
  world: World,
  actor: Actor,
  id: string,
  settling: Settling,
  reason: string,
): Promise<Outcome<{ state: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'settleDelivery')) return refuse(deliveryRefusals.mayNotSettle)
    const delivery = await lockDelivery(c.tx, actor.forceId, id)
    if (!delivery) return refuse(deliveryRefusals.noDelivery)
    if (delivery.state !== 'needs-person' && !(delivery.state === 'refused' && settling.act === 'withdraw'))
      return refuse(deliveryRefusals.nothingToSettle)
    c.record('delivery.settled', `delivery:${id}`, { act: settling.act, post: delivery.post_id })
    const outcome = await settle(c, delivery, settling, reason)
    if (outcome.ok) await settleAlarms(c, `delivery:${id}`, ['needsPerson', 'refused', 'tooLong'])
    return outcome
  })
}

async function settle(
  c: Commanding,
  delivery: Delivery,
  settling: Settling,
  reason: string,
): Promise<Outcome<{ state: string }>> {
  const pieces = await piecesOf(c.tx, delivery)
  const open = pieces.filter((p) => !p.external_id && !p.left_out)
  const [doubtful] = open
  switch (settling.act) {
    case 'itIsThere': {
      if (!doubtful) return refuse(deliveryRefusals.nothingToSettle)
      await settlePiece(c, doubtful, {
        externalId: settling.url ?? doubtful.key,
        url: settling.url,
        proof: { seenBy: c.actor.personId },
      })
      if (open.length > 1)
        await moveTo(c, delivery, 'waiting', { next_at: c.now, looks: 0, resends: 0, claims: 0, words: '' })
      else await becomeSent(c, delivery)
      return ok({ state: open.length > 1 ? 'waiting' : 'sent' })
    }
    case 'sendOnceMore': {
      const hold = await isHeld(c.tx, delivery)
      if (hold) return refuse(deliveryRefusals.underHold, { reason: hold.words })
      await moveTo(c, delivery, 'waiting', {
        next_at: c.now,
        late_after: new Date(c.now.getTime() + 30 * 60_000),
        looks: 0,
        resends: 1,
        claims: 0,
        words: reason,
      })
      return ok({ state: 'waiting' })
    }
    case 'leaveTheRest': {
      if (open.length === pieces.length) return refuse(deliveryRefusals.nothingIsOut)
      await c.tx
        .updateTable('piece')
        .set({ left_out: true })
        .where('force_id', '=', delivery.force_id)
        .where('delivery_id', '=', delivery.id)
        .where('external_id', 'is', null)
        .execute()
      await moveTo(c, delivery, 'sent', {
        sent_at: c.now,
        words: `${pieces.length - open.length} of ${pieces.length} live; the rest was left out. ${reason}`,
      })
      return ok({ state: 'sent' })
    }
    case 'withdraw':
      return ok({ state: await withdrawOne(c, delivery, reason) })
  }
}

/** Somebody has seen to an alarm. What they did is kept with it; the fact only says that it was settled. */
export function settleAlarm(world: World, actor: Actor, id: string, reason: string): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'settleAlarm')) return refuse(deliveryRefusals.mayNotSettleAlarm)
    const row = await c.tx
      .updateTable('alarm')
      .set({ settled_at: c.now, settled_by: actor.personId, settled_words: reason })
      .where('force_id', '=', actor.forceId)
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning(['kind', 'subject'])
      .executeTakeFirst()
    if (!row) return refuse(deliveryRefusals.alarmNotOpen)
    c.record('alarm.settled', `alarm:${id}`, { kind: row.kind, subject: row.subject })
    return ok({ id })
  })
}
