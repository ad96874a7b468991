import type { Commanding } from '../../audit/audit.commands.ts'
import { may } from '../../people/may.ts'
import { settleAlarms } from './alarm.store.ts'
import { type Delivery, insertDelivery, isHeld, moveTo } from './delivery.store.ts'
import type { Release } from './release.ts'

const ofPost = (c: Commanding, postId: string): Promise<Delivery[]> =>
  c.tx
    .selectFrom('delivery')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', postId)
    .where('state', '<>', 'withdrawn')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Queues a released post: one delivery a target, one row a piece, in the caller's transaction. A target under a hold, or too late already, is held. */
export async function createDeliveries(c: Commanding, release: Release): Promise<{ held: number }> {
  let held = 0
  for (const target of release.targets) {
    const hold = await isHeld(c.tx, {
      force_id: c.actor.forceId,
      account_id: target.accountId,
      network: target.network,
      area: target.area,
    })
    await insertDelivery(c, release, target, hold)
    if (hold || target.lateAfter < c.now) held += 1
  }
  return { held }
}

/**
 * Withdraws what has not left, asks the network to remove what is live, and leaves alone what is being sent or checked (`frozen`):
 * ask again when that has ended.
 */
export async function withdrawDeliveries(
  c: Commanding,
  postId: string,
  words: string,
): Promise<{ withdrawn: number; removing: number; frozen: number }> {
  const count = { withdrawn: 0, removing: 0, frozen: 0 }
  for (const d of await ofPost(c, postId)) count[await withdrawOne(c, d, words)] += 1
  return count
}

export async function withdrawOne(
  c: Commanding,
  d: Delivery,
  words: string,
): Promise<'withdrawn' | 'removing' | 'frozen'> {
  if (d.state === 'sending' || d.state === 'checking') return 'frozen'
  if (d.state === 'needs-person' && !may(c.actor, 'settleDelivery')) return 'frozen'
  const out = await c.tx
    .selectFrom('piece')
    .select('n')
    .where('force_id', '=', d.force_id)
    .where('delivery_id', '=', d.id)
    .where('external_id', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  if (out.length === 0) {
    await moveTo(c, d, 'withdrawn', { words })
    await settleAlarms(c, `delivery:${d.id}`, ['needsPerson', 'refused', 'missed', 'tooLong', 'heldLong'])
    return 'withdrawn'
  }
  await c.tx
    .updateTable('delivery')
    .set({ removal: 'asked', next_at: c.now, looks: 0, words })
    .where('force_id', '=', d.force_id)
    .where('id', '=', d.id)
    .execute()
  c.record('delivery.removalAsked', `delivery:${d.id}`, { post: d.post_id })
  return 'removing'
}

/** Whether the public may have seen any of it: a piece is or was out, or a send was begun whose ending nobody knows. */
export async function mayBeOut(c: Commanding, postId: string): Promise<boolean> {
  const found = await c.tx
    .selectFrom('delivery as d')
    .innerJoin('piece as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.delivery_id', '=', 'd.id'))
    .leftJoin('attempt as t', (j) =>
      j
        .onRef('t.force_id', '=', 'd.force_id')
        .onRef('t.delivery_id', '=', 'd.id')
        .on('t.act', '=', 'send')
        .on((e) => e.or([e('t.ending', 'is', null), e('t.ending', '=', 'unknown')])),
    )
    .select('d.id')
    .where('d.force_id', '=', c.actor.forceId)
    .where('d.post_id', '=', postId)
    .where((e) =>
      e.or([
        e('p.external_id', 'is not', null),
        e('t.id', 'is not', null),
        e('d.state', 'in', ['sending', 'checking']),
      ]),
    )
    .executeTakeFirst()
  return found !== undefined
}

/** Takes an approved post back before anything left. When something has left or is leaving nothing changes and `frozen` says how many. */
export async function voidDeliveries(c: Commanding, postId: string): Promise<{ voided: number; frozen: number }> {
  const all = await ofPost(c, postId)
  const out = await c.tx
    .selectFrom('piece')
    .select('delivery_id')
    .distinct()
    .where('force_id', '=', c.actor.forceId)
    .where('delivery_id', 'in', all.length > 0 ? all.map((d) => d.id) : [''])
    .where('external_id', 'is not', null)
    .execute()
  const frozen = all.filter(
    (d) => (d.state !== 'waiting' && d.state !== 'held') || out.some((p) => p.delivery_id === d.id),
  ).length
  if (frozen > 0) return { voided: 0, frozen }
  for (const d of all) await moveTo(c, d, 'withdrawn', { words: 'The post was changed, so its approval ended.' })
  return { voided: all.length, frozen: 0 }
}
