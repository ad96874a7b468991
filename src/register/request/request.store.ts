import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

export type RequestRecord = Selectable<Tables['account_request']>

export const requestById = (db: Db, forceId: string, id: string): Promise<RequestRecord | undefined> =>
  db.selectFrom('account_request').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export async function insertRequest(tx: Tx, row: Insertable<Tables['account_request']>): Promise<void> {
  await tx.insertInto('account_request').values(row).execute()
}

export async function settleRequest(
  tx: Tx,
  request: RequestRecord,
  change: Updateable<Tables['account_request']>,
): Promise<void> {
  await tx
    .updateTable('account_request')
    .set(change)
    .where('force_id', '=', request.force_id)
    .where('id', '=', request.id)
    .execute()
}
