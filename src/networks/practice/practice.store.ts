import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

export type RecordRow = Selectable<Tables['practice_record']>
export type FaultRow = Selectable<Tables['practice_fault']>

/**
 * Takes the next fault that is set for this account and key, and counts it down: two calls at once never take the same one.
 * A fault for one key goes before a fault for all.
 */
export async function takeFault(
  db: Db,
  forceId: string,
  accountId: string,
  key: string | null,
): Promise<FaultRow | null> {
  const taken = await sql<FaultRow>`
    update practice_fault set times = times - 1
    where force_id = ${forceId} and id = (
      select id from practice_fault
      where force_id = ${forceId} and account_id = ${accountId} and times > 0 and (key is null or key = ${key})
      order by key nulls last, id limit 1 for update)
    returning *`.execute(db)
  return taken.rows[0] ?? null
}

export async function insertRecord(db: Db, row: Insertable<Tables['practice_record']>): Promise<void> {
  await db.insertInto('practice_record').values(row).execute()
}

/** What stands under a key of an account and was not removed; the oldest. */
export const recordByKey = (db: Db, forceId: string, accountId: string, key: string): Promise<RecordRow | undefined> =>
  db
    .selectFrom('practice_record')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .where('removed_at', 'is', null)
    .orderBy('arrived_at')
    .orderBy('id')
    .executeTakeFirst()

/** `removed`: it is gone now, whether or not it was gone before. */
export async function removeRecord(
  db: Db,
  forceId: string,
  accountId: string,
  id: string,
  at: Date,
): Promise<'removed' | 'notTheirs'> {
  const row = await db
    .updateTable('practice_record')
    .set((e) => ({ removed_at: e.fn.coalesce('removed_at', e.val(at)) }))
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row ? 'removed' : 'notTheirs'
}

export const recordById = (db: Db, forceId: string, id: string): Promise<RecordRow | undefined> =>
  db.selectFrom('practice_record').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

/** False when the account has a hundred already. */
export async function insertFault(db: Db, row: Insertable<Tables['practice_fault']>): Promise<boolean> {
  const { count } = await db
    .selectFrom('practice_fault')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('force_id', '=', row.force_id)
    .where('account_id', '=', row.account_id)
    .where('times', '>', 0)
    .executeTakeFirstOrThrow()
  if (count >= 100) return false
  await db.insertInto('practice_fault').values(row).execute()
  return true
}

export async function deleteFaults(db: Db, forceId: string, accountId: string | null): Promise<number> {
  let gone = db.deleteFrom('practice_fault').where('force_id', '=', forceId)
  if (accountId !== null) gone = gone.where('account_id', '=', accountId)
  const rows = await gone.returning('times').execute()
  return rows.filter((row) => row.times > 0).length
}

export async function deleteRecords(db: Db, forceId: string): Promise<number> {
  const rows = await db.deleteFrom('practice_record').where('force_id', '=', forceId).returning('id').execute()
  return rows.length
}
