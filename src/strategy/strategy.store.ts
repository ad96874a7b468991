import type { Tx } from '../foundation/database.ts'
import type { ObjectiveKind } from './objective.ts'

export type NewObjective = {
  title: string
  kind: ObjectiveKind
  area: string | null
  measure: string
  startsAt: Date
  endsAt: Date | null
}

/** Holds the row to the end of the transaction. */
export const lockObjective = (tx: Tx, forceId: string, id: string) =>
  tx
    .selectFrom('objective')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertObjective(tx: Tx, forceId: string, id: string, o: NewObjective): Promise<void> {
  const { startsAt, endsAt, ...rest } = o
  await tx
    .insertInto('objective')
    .values({ force_id: forceId, id, ...rest, starts_at: startsAt, ends_at: endsAt })
    .execute()
}

export async function updateObjective(
  tx: Tx,
  forceId: string,
  id: string,
  changes: { title?: string; area?: string | null; measure?: string; ends_at?: Date },
): Promise<void> {
  await tx.updateTable('objective').set(changes).where('force_id', '=', forceId).where('id', '=', id).execute()
}
