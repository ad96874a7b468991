import type { Selectable } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Delivery, Piece } from './delivery.store.ts'

export type Attempt = Selectable<Tables['attempt']>

/** Commits that a try begins. Until `endAttempt` it stands open, which is how a crash is known for what it was. */
export async function beginAttempt(c: Commanding, piece: Piece, act: Attempt['act'], worker: string): Promise<string> {
  const id = newId(c.now)
  await c.tx
    .insertInto('attempt')
    .values({
      force_id: piece.force_id,
      id,
      delivery_id: piece.delivery_id,
      n: piece.n,
      act,
      worker,
      started_at: c.now,
    })
    .execute()
  return id
}

export async function endAttempt(
  c: Commanding,
  forceId: string,
  id: string,
  ending: string,
  words: string,
): Promise<void> {
  await c.tx
    .updateTable('attempt')
    .set({ ended_at: c.now, ending, words })
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
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
