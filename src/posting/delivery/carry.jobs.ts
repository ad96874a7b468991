import { type Commanding, command } from '../../audit/audit.commands.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Ending, Proof } from '../../networks/ending.ts'
import type { Frozen, Line, OutgoingPiece, Picture } from '../../networks/network.ts'
import { raiseAlarm, settleAlarms } from './alarm.store.ts'
import { beginAttempt, endAttempt, settlePiece } from './attempt.store.ts'
import {
  type Delivery,
  holdLease,
  lockLeased,
  type Material,
  moveTo,
  type Piece,
  piecesOf,
  placeIn,
} from './delivery.store.ts'
import { whyNotNow } from './departure.queries.ts'
import { afterEnding, afterFreeze, type Next } from './next.ts'
import type { Worker } from './worker.ts'

type NotDone = Exclude<Ending, { kind: 'done' }>

/** The product itself acts. */
export const productOf = (delivery: Pick<Delivery, 'force_id'>) => ({
  forceId: delivery.force_id,
  personId: null,
  roles: [],
})

const isOpen = (piece: Piece): boolean => !piece.external_id && !piece.left_out

/**
 * Carries one claimed delivery: piece after piece, each with its own attempt row committed before the first byte leaves.
 * Stops at the first piece that does not end in `done`. The network is only ever asked between two transactions.
 */
export async function carry(world: World, worker: Worker, delivery: Delivery): Promise<void> {
  const line = await worker.lineOf(delivery.force_id, delivery.account_id, delivery.network)
  const pieces = await piecesOf(world.db, delivery)
  const at: Carrying = { world, worker, delivery, pieces }
  if ('keyEnded' in line) return conclude(at, null, { kind: 'later', until: null, keyEnded: true, words: line.words })
  for (let piece = pieces.find(isOpen); piece; piece = pieces.find(isOpen)) {
    const made = piece.frozen
      ? { kind: 'frozen' as const, frozen: { json: piece.frozen } }
      : await freeze(at, line, piece)
    if (made.kind !== 'frozen') return conclude(at, null, made)
    const attempt = await begin(at, piece, made.frozen)
    if (!attempt) return
    const ending = await line
      .send(made.frozen, piece.key, AbortSignal.timeout(worker.pace.callMs))
      .catch((error: unknown) => unknownEnding(error))
    if (ending.kind !== 'done') return conclude(at, attempt, ending)
    if (!(await keep(at, piece, attempt, ending))) return
  }
  await finish(at)
}

/** One delivery in hand, with its pieces as we know them while the lease is ours. */
type Carrying = { world: World; worker: Worker; delivery: Delivery; pieces: Piece[] }

const outOf = ({ pieces }: Carrying): number => pieces.filter((p) => p.external_id).length

async function freeze({ world, worker, delivery, pieces }: Carrying, line: Line, piece: Piece) {
  const { pictures, languages } = piece.material as Material
  const below = delivery.below_delivery_id
  const answered = below ? await piecesOf(world.db, { force_id: delivery.force_id, id: below }) : []
  const before = [...answered, ...pieces].filter((p) => p.proof && !p.removed_at)
  const to = placeIn(delivery)
  const root = (to?.root ?? to?.parent ?? before[0]?.proof) as Proof | undefined
  const parent = (before.at(-1)?.proof ?? to?.parent) as Proof | undefined
  const outgoing: OutgoingPiece = {
    text: piece.text,
    languages,
    pictures: await picturesOf(world, delivery.force_id, pictures),
    createdAt: world.clock.now().toISOString(),
    reply: root && parent && !to?.direct ? { root, parent } : null,
    direct: to?.direct ?? null,
  }
  return line.freeze(outgoing, AbortSignal.timeout(worker.pace.callMs)).catch((error: unknown) => unknownEnding(error))
}

async function picturesOf(world: World, forceId: string, wanted: Material['pictures']): Promise<Picture[]> {
  if (wanted.length === 0) return []
  const ids = wanted.map((w) => w.id)
  const rows = await world.db
    .selectFrom('picture')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', 'in', ids)
    .execute()
  return wanted.map(({ id, alt }) => {
    const row = rows.find((r) => r.id === id)
    if (!row) throw new Error(`The picture ${id} of a released post is gone.`)
    return { bytes: row.bytes, mediaType: row.media_type, width: row.width, height: row.height, alt }
  })
}

/** In one transaction: is it still ours, is nothing held, and the attempt that is about to begin. Null: it goes no further. */
async function begin(at: Carrying, piece: Piece, frozen: Frozen): Promise<string | null> {
  const { world, worker, delivery } = at
  const outcome = await command(world, productOf(delivery), async (c) => {
    const ours = await holdLease(c, delivery, worker.pace)
    if (!ours) return ok(null)
    const out = outOf(at)
    if (ours.held) {
      const words = out > 0 ? `${out} of ${at.pieces.length} live. ${ours.held.words}` : ours.held.words
      await moveTo(c, ours, 'held', { hold_id: ours.held.id, claims: 0, words })
      return ok(null)
    }
    const why = out > 0 ? null : whyNotNow(delivery.handle, ours.departure, c.now)
    if (why) {
      await moveTo(c, ours, 'held', { claims: 0, words: why })
      await raiseAlarm(c, 'missed', `delivery:${delivery.id}`, why)
      return ok(null)
    }
    const attempt = await beginAttempt(c, piece, 'send', worker.name, frozen.json)
    piece.frozen = frozen.json
    return ok(attempt)
  })
  return outcome.ok ? outcome.value : null
}

/** A line that throws has not said what happened. */
export const unknownEnding = (error: unknown): { kind: 'unknown'; words: string } => ({
  kind: 'unknown',
  words:
    error instanceof Error && error.name === 'TimeoutError'
      ? 'The network gave no answer in time.'
      : 'The connection broke before an answer came.',
})

/** Keeps a good answer in one transaction with the state. Returns whether the next piece may go. */
async function keep(
  at: Carrying,
  piece: Piece,
  attempt: string,
  done: Extract<Ending, { kind: 'done' }>,
): Promise<boolean> {
  const outcome = await command(at.world, productOf(at.delivery), async (c) => {
    const ours = await lockLeased(c, at.delivery)
    await settlePiece(c, piece, done, attempt) // kept even when the lease is lost: a look then finds nothing left to do
    piece.external_id = done.externalId
    piece.proof = done.proof
    if (ours && !at.pieces.some(isOpen)) await becomeSent(c, ours)
    return ok(ours !== null && at.pieces.some(isOpen))
  })
  return outcome.ok && outcome.value
}

/** Nothing was left to send when we took it: its last answer had been kept. */
async function finish({ world, delivery }: Carrying): Promise<void> {
  await command(world, productOf(delivery), async (c) => {
    const ours = await lockLeased(c, delivery)
    if (ours?.state === 'sending') await becomeSent(c, ours)
    return ok(null)
  })
}

/** Every piece has its external id. */
export async function becomeSent(c: Commanding, delivery: Delivery): Promise<void> {
  await moveTo(c, delivery, 'sent', { words: '', sent_at: c.now, claims: 0, looks: 0 })
  await settleAlarms(c, `delivery:${delivery.id}`, ['needsPerson', 'missed', 'tooLong', 'keysEnded'])
}

/** Writes down an ending that is not `done`, and everything that follows from it. Without an attempt nothing was written there. */
async function conclude(at: Carrying, attempt: string | null, ending: NotDone): Promise<void> {
  const { world, worker, delivery } = at
  await command(world, productOf(delivery), async (c) => {
    if (attempt) await endAttempt(c, delivery.force_id, attempt, ending.kind, ending.words)
    const ours = await lockLeased(c, delivery)
    const so = { now: c.now, out: outOf(at), all: at.pieces.length, pace: worker.pace }
    if (ours) await follow(c, ours, attempt ? afterEnding(ending, so) : afterFreeze(ending, so))
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
