import { type Commanding, command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Ending } from '../../networks/ending.ts'
import type { Frozen, Line, OutgoingPiece, Picture } from '../../networks/network.ts'
import { raiseAlarm, settleAlarms } from './alarm.store.ts'
import {
  beginAttempt,
  type Delivery,
  endAttempt,
  holdLease,
  isHeld,
  lockLeased,
  type Material,
  moveTo,
  type Piece,
  piecesOf,
  settlePiece,
} from './delivery.store.ts'
import { afterEnding, afterFreeze, type Next } from './next.ts'
import type { Worker } from './worker.ts'

/** The product itself acts. */
export const productOf = (delivery: Pick<Delivery, 'force_id'>) => ({
  forceId: delivery.force_id,
  personId: null,
  roles: [],
})

type Step =
  | { kind: 'send'; piece: Piece; attempt: string }
  | { kind: 'freeze'; piece: Piece; before: Piece[] }
  | { kind: 'stop' }

/**
 * Carries one claimed delivery: piece after piece, each with its own attempt row committed before the first byte leaves.
 * Stops at the first piece that does not end in `done`. The network is only ever asked between two transactions.
 */
export async function carry(world: World, worker: Worker, delivery: Delivery): Promise<void> {
  const line = await worker.lineOf(delivery.force_id, delivery.account_id, delivery.network)
  if ('keyEnded' in line)
    return conclude(world, worker, delivery, null, { kind: 'later', until: null, keyEnded: true, words: line.words })
  let frozen: Frozen | null = null
  for (;;) {
    const step = await nextStep(world, worker, delivery, frozen)
    if (step.kind === 'stop') return
    if (step.kind === 'freeze') {
      const made = await freeze(world, line, step, delivery, worker)
      if (made.kind !== 'frozen') return notFrozen(world, worker, delivery, made)
      frozen = made.frozen
      continue
    }
    frozen = null
    const ending = await send(line, step.piece, worker)
    const goesOn = await keep(world, worker, delivery, step, ending)
    if (!goesOn) return
  }
}

/** In one transaction: is it still ours, is nothing held, which piece is next; and if it is frozen, the attempt that is about to begin. */
async function nextStep(world: World, worker: Worker, delivery: Delivery, frozen: Frozen | null): Promise<Step> {
  const outcome = await command(world, productOf(delivery), async (c) => {
    const ours = await holdLease(c, delivery, worker.pace)
    if (!ours) return ok<Step>({ kind: 'stop' })
    const pieces = await piecesOf(c.tx, delivery)
    const hold = await isHeld(c.tx, delivery)
    if (hold) {
      const out = pieces.filter((p) => p.external_id).length
      await moveTo(c, ours, 'held', {
        hold_id: hold.id,
        claims: 0,
        words: out > 0 ? `${out} of ${pieces.length} live. ${hold.words}` : hold.words,
      })
      return ok<Step>({ kind: 'stop' })
    }
    const piece = pieces.find((p) => !p.external_id && !p.left_out)
    if (!piece) {
      await becomeSent(c, ours)
      return ok<Step>({ kind: 'stop' })
    }
    const json = piece.frozen ?? frozen?.json
    if (!json) return ok<Step>({ kind: 'freeze', piece, before: pieces.filter((p) => p.external_id) })
    if (!piece.frozen)
      await c.tx
        .updateTable('piece')
        .set({ frozen: json })
        .where('force_id', '=', piece.force_id)
        .where('delivery_id', '=', piece.delivery_id)
        .where('n', '=', piece.n)
        .execute()
    return ok<Step>({
      kind: 'send',
      piece: { ...piece, frozen: json },
      attempt: await beginAttempt(c, piece, 'send', worker.name),
    })
  })
  return outcome.ok ? outcome.value : { kind: 'stop' }
}

async function freeze(
  world: World,
  line: Line,
  step: Extract<Step, { kind: 'freeze' }>,
  delivery: Delivery,
  worker: Worker,
) {
  const { pictures, languages } = step.piece.material as Material
  const [root, parent] = [step.before[0], step.before.at(-1)]
  const outgoing: OutgoingPiece = {
    text: step.piece.text,
    languages,
    pictures: await picturesOf(world, delivery.force_id, pictures),
    createdAt: world.clock.now().toISOString(),
    reply:
      root?.proof && parent?.proof
        ? {
            root: root.proof as Exclude<OutgoingPiece['reply'], null>['root'],
            parent: parent.proof as Exclude<OutgoingPiece['reply'], null>['parent'],
          }
        : null,
  }
  return line.freeze(outgoing, AbortSignal.timeout(worker.pace.callMs)).catch((error: unknown) => unknownEnding(error))
}

async function picturesOf(world: World, forceId: string, wanted: Material['pictures']): Promise<Picture[]> {
  if (wanted.length === 0) return []
  const rows = await world.db
    .selectFrom('picture')
    .selectAll()
    .where('force_id', '=', forceId)
    .where(
      'id',
      'in',
      wanted.map((w) => w.id),
    )
    .execute()
  return wanted.map(({ id, alt }) => {
    const row = rows.find((r) => r.id === id)
    if (!row) throw new Error(`The picture ${id} of a released post is gone.`)
    return { bytes: row.bytes, mediaType: row.media_type, width: row.width, height: row.height, alt }
  })
}

const send = (line: Line, piece: Piece, worker: Worker): Promise<Ending> =>
  line
    .send({ json: piece.frozen ?? '' }, piece.key, AbortSignal.timeout(worker.pace.callMs))
    .catch((error: unknown) => unknownEnding(error))

/** A line that throws has not said what happened. */
export const unknownEnding = (error: unknown): { kind: 'unknown'; words: string } => ({
  kind: 'unknown',
  words:
    error instanceof Error && error.name === 'TimeoutError'
      ? 'The network gave no answer in time.'
      : 'The connection broke before an answer came.',
})

/** Keeps what came back in one transaction with the state. Returns whether the next piece may go. */
async function keep(
  world: World,
  worker: Worker,
  delivery: Delivery,
  step: Extract<Step, { kind: 'send' }>,
  ending: Ending,
): Promise<boolean> {
  if (ending.kind !== 'done') {
    await conclude(world, worker, delivery, step, ending)
    return false
  }
  const outcome = await command(world, productOf(delivery), async (c) => {
    await endAttempt(c, delivery.force_id, step.attempt, 'done', '')
    const ours = await lockLeased(c, delivery)
    await settlePiece(c, step.piece, ending)
    if (!ours) return ok(false)
    const open = (await piecesOf(c.tx, delivery)).filter((p) => !p.external_id && !p.left_out)
    if (open.length === 0) await becomeSent(c, ours)
    return ok(open.length > 0)
  })
  return outcome.ok && outcome.value
}

/** Every piece has its external id. */
export async function becomeSent(c: Commanding, delivery: Delivery): Promise<void> {
  await moveTo(c, delivery, 'sent', { words: '', sent_at: c.now, claims: 0, looks: 0 })
  await settleAlarms(c, `delivery:${delivery.id}`, ['needsPerson', 'missed', 'tooLong', 'keysEnded'])
}

/** Writes down an ending that is not `done`, and everything that follows from it. */
async function conclude(
  world: World,
  worker: Worker,
  delivery: Delivery,
  step: Extract<Step, { kind: 'send' }> | null,
  ending: Exclude<Ending, { kind: 'done' }>,
): Promise<void> {
  await command(world, productOf(delivery), async (c) => {
    if (step) await endAttempt(c, delivery.force_id, step.attempt, ending.kind, ending.words)
    const ours = await lockLeased(c, delivery)
    if (!ours) return ok(null)
    const pieces = await piecesOf(c.tx, delivery)
    const next = afterEnding(ending, {
      now: c.now,
      out: pieces.filter((p) => p.external_id).length,
      all: pieces.length,
      pace: worker.pace,
    })
    await follow(c, ours, next)
    return ok(null)
  })
  if (ending.kind === 'later' && ending.keyEnded) worker.forget(delivery.account_id)
}

/** Nothing was written, so nothing can be out there. */
async function notFrozen(
  world: World,
  worker: Worker,
  delivery: Delivery,
  ending: Exclude<Ending, { kind: 'done' }>,
): Promise<void> {
  await command(world, productOf(delivery), async (c) => {
    const ours = await lockLeased(c, delivery)
    if (!ours) return ok(null)
    const pieces = await piecesOf(c.tx, delivery)
    const at = { now: c.now, out: pieces.filter((p) => p.external_id).length, all: pieces.length, pace: worker.pace }
    const next = afterFreeze(ending, at)
    await follow(c, ours, next)
    return ok(null)
  })
  if (ending.kind === 'later' && ending.keyEnded) worker.forget(delivery.account_id)
}

/** Makes the move that `next` says, and raises the alarm that belongs to it. */
export async function follow(
  c: Commanding,
  delivery: Delivery,
  next: Next,
  change: Parameters<typeof moveTo>[3] = {},
): Promise<void> {
  await moveTo(c, delivery, next.state, {
    words: next.words,
    claims: 0,
    ...(next.nextAt ? { next_at: next.nextAt } : {}),
    ...(next.state === 'checking' ? { looks: 0 } : {}),
    ...change,
  })
  const subject = `delivery:${delivery.id}`
  if (next.state === 'needs-person') await raiseAlarm(c, 'needsPerson', subject, next.words)
  if (next.state === 'refused') await raiseAlarm(c, 'refused', subject, next.words)
  if (next.keyEnded) await raiseAlarm(c, 'keysEnded', `account:${delivery.account_id}`, next.words)
}
