import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Ending } from '../../networks/ending.ts'
import type { Delivery, Piece } from './delivery.store.ts'

export type Attempt = Selectable<Tables['attempt']>

/**
 * Commits that a try begins. Until `endAttempt` it stands open, which is how a crash is known for what it was. `frozen`, with the first
 * send, keeps the exact thing that is about to be published; it is never changed afterwards.
 */
export async function beginAttempt(
  c: Commanding,
  piece: Piece,
  act: Attempt['act'],
  worker: string,
  frozen: string | null = null,
): Promise<string> {
  const id = newId(c.now)
  const attempt = { force_id: piece.force_id, id, delivery_id: piece.delivery_id, n: piece.n, act, worker }
  if (!frozen || piece.frozen) {
    await c.tx
      .insertInto('attempt')
      .values({ ...attempt, started_at: c.now })
      .execute()
    return id
  }
  await c.tx
    .with('froze', (db) => db.updateTable('piece').set({ frozen }).where(thePiece(piece)).where('frozen', 'is', null))
    .insertInto('attempt')
    .values({ ...attempt, started_at: c.now })
    .execute()
  return id
}

/** Keeps that a piece is live, and ends the try that said so: one statement. Without a try, a look or a person saw it. */
export async function settlePiece(
  c: Commanding,
  piece: Piece,
  found: Pick<Extract<Ending, { kind: 'done' }>, 'externalId' | 'url' | 'proof'>,
  attempt: string | null = null,
): Promise<void> {
  await c.tx
    .with('ended', (db) => ending(db, piece.force_id, attempt ?? '', { at: c.now, ending: 'done', words: '' }))
    .updateTable('piece')
    .set({ external_id: found.externalId, url: found.url, proof: JSON.stringify(found.proof), sent_at: c.now })
    .where(thePiece(piece))
    .execute()
  c.record('piece.live', `delivery:${piece.delivery_id}`, { n: piece.n, externalId: found.externalId })
}

const thePiece = (piece: Piece) => (eb: ExpressionBuilder<Tables, 'piece'>) =>
  eb.and({ force_id: piece.force_id, delivery_id: piece.delivery_id, n: piece.n })

const ending = (
  db: Pick<Tx, 'updateTable'>,
  forceId: string,
  id: string,
  { at, ending, words }: { at: Date; ending: string; words: string },
) =>
  db
    .updateTable('attempt')
    .set({ ended_at: at, ending, words })
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)

export async function endAttempt(
  c: Commanding,
  forceId: string,
  id: string,
  kind: string,
  words: string,
): Promise<void> {
  await ending(c.tx, forceId, id, { at: c.now, ending: kind, words }).execute()
}

/** Ends every open try of a delivery whose worker is gone. Returns whether a send was among them. */
export async function endOpenAttempts(c: Commanding, delivery: Delivery): Promise<boolean> {
  const ended = await c.tx
    .updateTable('attempt')
    .set({ ended_at: c.now, ending: 'unknown', words: 'The worker stopped before the answer was kept.' })
    .where('force_id', '=', delivery.force_id)
    .where('delivery_id', '=', delivery.id)
    .where('ended_at', 'is', null)
    .returning('act')
    .execute()
  return ended.some((a) => a.act === 'send')
}

/** The send of this piece that began last. */
export const lastSend = (tx: Tx, piece: Piece): Promise<Attempt | undefined> =>
  tx
    .selectFrom('attempt')
    .selectAll()
    .where('force_id', '=', piece.force_id)
    .where('delivery_id', '=', piece.delivery_id)
    .where('n', '=', piece.n)
    .where('act', '=', 'send')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
