import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

export type LookAlikeRecord = Selectable<Tables['look_alike']>

export const lookAlikeById = (db: Db, forceId: string, id: string): Promise<LookAlikeRecord | undefined> =>
  db.selectFrom('look_alike').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

/** False when it was noted already. */
export async function insertLookAlike(tx: Tx, row: Insertable<Tables['look_alike']>): Promise<boolean> {
  const made = await tx
    .insertInto('look_alike')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function settleLookAlike(
  tx: Tx,
  row: LookAlikeRecord,
  change: Updateable<Tables['look_alike']>,
): Promise<void> {
  await tx.updateTable('look_alike').set(change).where('force_id', '=', row.force_id).where('id', '=', row.id).execute()
}
