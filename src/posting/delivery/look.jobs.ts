import { type Commanding, command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Look } from '../../networks/ending.ts'
import type { Line } from '../../networks/network.ts'
import { traitsOf } from '../../networks/networks.ts'
import { raiseAlarm, settleAlarms } from './alarm.store.ts'
import { beginAttempt, endAttempt, lastSend, settlePiece } from './attempt.store.ts'
import { becomeSent, follow, productOf, unknownEnding } from './carry.jobs.ts'
import { type Delivery, holdLease, lockLeased, moveTo, type Piece, piecesOf } from './delivery.store.ts'
import { afterLook } from './next.ts'
import type { Worker } from './worker.ts'

/** Looks for the one piece of a delivery in `checking` that is in doubt, and settles what was seen. Reads only. */
export async function lookFor(world: World, worker: Worker, delivery: Delivery): Promise<void> {
  const begun = await beginLook(world, worker, delivery)
  if (!begun) return
  const line = await worker.lineOf(delivery.force_id, delivery.account_id, delivery.network)
  const look: Look = 'keyEnded' in line ? { kind: 'unknown', words: line.words } : await ask(line, begun.piece, worker)
  await command(world, productOf(delivery), async (c) => {
    await endAttempt(c, delivery.force_id, begun.attempt, look.kind, 'words' in look ? look.words : '')
    const ours = await lockLeased(c, delivery)
    if (ours?.state === 'checking') await settleLook(c, ours, begun.piece, look, worker)
    return ok(null)
  })
}

const ask = (line: Line, piece: Piece, worker: Worker): Promise<Look> =>
  line
    .look({ json: piece.frozen ?? '' }, piece.key, AbortSignal.timeout(worker.pace.callMs))
    .catch((error: unknown) => unknownEnding(error))

async function beginLook(
  world: World,
  worker: Worker,
  delivery: Delivery,
): Promise<{ piece: Piece; attempt: string } | null> {
  const outcome = await command(world, productOf(delivery), async (c) => {
    const ours = await holdLease(c, delivery, worker.pace)
    if (!ours) return ok(null)
    const piece = (await piecesOf(c.tx, delivery)).find((p) => !p.external_id && !p.left_out)
    if (piece) return ok({ piece, attempt: await beginAttempt(c, piece, 'look', worker.name) })
    await becomeSent(c, ours) // its late answer arrived and was kept after all
    return ok(null)
  })
  return outcome.ok ? outcome.value : null
}

async function settleLook(c: Commanding, delivery: Delivery, piece: Piece, look: Look, worker: Worker): Promise<void> {
  if (look.kind === 'found') return settleFound(c, delivery, piece, look)
  const sent = await lastSend(c.tx, piece)
  const looks = delivery.looks + 1
  const next = afterLook(look, {
    now: c.now,
    looks,
    resends: delivery.resends,
    pace: worker.pace,
    attemptStartedAt: sent?.started_at ?? delivery.state_since,
    repeatSafe: traitsOf(delivery.network)?.repeatSafe ?? false,
  })
  if (next.state === 'checking') {
    await c.tx
      .updateTable('delivery')
      .set({ looks, next_at: next.nextAt ?? c.now, words: next.words, lease_token: null, lease_until: null })
      .where('force_id', '=', delivery.force_id)
      .where('id', '=', delivery.id)
      .execute()
    c.record('delivery.looked', `delivery:${delivery.id}`, { looks, saw: look.kind })
    return
  }
  c.record('delivery.looked', `delivery:${delivery.id}`, { looks, saw: look.kind })
  await follow(c, delivery, next, { looks, resends: delivery.resends + (next.resend ? 1 : 0) })
}

/** It is there. The rest of a thread goes on; otherwise the delivery is sent. */
async function settleFound(
  c: Commanding,
  delivery: Delivery,
  piece: Piece,
  found: Extract<Look, { kind: 'found' }>,
): Promise<void> {
  await settlePiece(c, piece, found)
  c.record('delivery.looked', `delivery:${delivery.id}`, { saw: 'found' })
  const open = (await piecesOf(c.tx, delivery)).filter((p) => !p.external_id && !p.left_out)
  if (open.length > 0)
    return moveTo(c, delivery, 'waiting', { next_at: c.now, looks: 0, resends: 0, claims: 0, words: '' })
  await becomeSent(c, delivery)
}

/** So many times we ask for a removal before a person is told that the network keeps showing the post. */
const mostRemovals = 5

/**
 * Removes what is live, last piece first, and looks afterwards. A removal may be repeated: it names one record and leaves it gone.
 * The state stays as it is until every piece was seen to be gone.
 */
export async function removeFrom(world: World, worker: Worker, delivery: Delivery): Promise<void> {
  const line = await worker.lineOf(delivery.force_id, delivery.account_id, delivery.network)
  if ('keyEnded' in line) return putOffRemoval(world, worker, delivery, line.words)
  for (;;) {
    const begun = await beginRemoval(world, worker, delivery)
    if (!begun) return
    const { piece } = begun
    const ending = await line
      .remove(piece.external_id ?? '', AbortSignal.timeout(worker.pace.callMs))
      .catch((error: unknown) => unknownEnding(error))
    const look: Look =
      ending.kind === 'refused' ? { kind: 'unknown', words: ending.words } : await ask(line, piece, worker)
    const gone = look.kind === 'absent'
    await command(world, productOf(delivery), async (c) => {
      await endAttempt(
        c,
        delivery.force_id,
        begun.attempt,
        gone ? 'done' : ending.kind,
        'words' in ending ? ending.words : '',
      )
      if (gone) {
        await c.tx
          .updateTable('piece')
          .set({ removed_at: c.now })
          .where('force_id', '=', piece.force_id)
          .where('delivery_id', '=', piece.delivery_id)
          .where('n', '=', piece.n)
          .execute()
        c.record('piece.gone', `delivery:${delivery.id}`, { n: piece.n })
      }
      return ok(null)
    })
    if (!gone)
      return putOffRemoval(world, worker, delivery, 'words' in ending ? ending.words : 'The network still shows it.')
  }
}

/** The next piece to remove; or, when all were seen gone, the end of the removal. */
async function beginRemoval(
  world: World,
  worker: Worker,
  delivery: Delivery,
): Promise<{ piece: Piece; attempt: string } | null> {
  const outcome = await command(world, productOf(delivery), async (c) => {
    const ours = await holdLease(c, delivery, worker.pace)
    if (!ours) return ok(null)
    const piece = (await piecesOf(c.tx, delivery)).findLast((p) => p.external_id && !p.removed_at)
    if (piece) return ok({ piece, attempt: await beginAttempt(c, piece, 'remove', worker.name) })
    await moveTo(c, ours, 'withdrawn', { removal: 'gone', looks: 0 })
    await settleAlarms(c, `delivery:${delivery.id}`, ['notRemoved', 'needsPerson', 'tooLong'])
    return ok(null)
  })
  return outcome.ok ? outcome.value : null
}

async function putOffRemoval(world: World, worker: Worker, delivery: Delivery, words: string): Promise<void> {
  await command(world, productOf(delivery), async (c) => {
    const ours = await lockLeased(c, delivery)
    if (!ours) return ok(null)
    const tries = ours.looks + 1
    const wait = worker.pace.looksMs[Math.min(tries - 1, 2) as 0 | 1 | 2]
    await c.tx
      .updateTable('delivery')
      .set({
        removal: 'checking',
        looks: tries,
        next_at: new Date(c.now.getTime() + wait),
        lease_token: null,
        lease_until: null,
      })
      .where('force_id', '=', ours.force_id)
      .where('id', '=', ours.id)
      .execute()
    c.record('delivery.removalPutOff', `delivery:${ours.id}`, { tries })
    if (tries >= mostRemovals)
      await raiseAlarm(
        c,
        'notRemoved',
        `delivery:${ours.id}`,
        `The network has not removed it after ${tries} tries. ${words}`,
      )
    return ok(null)
  })
}
