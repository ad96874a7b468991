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
  meets: 'write' | 'hear' = 'write',
): Promise<FaultRow | null> {
  const taken = await sql<FaultRow>`
    update practice_fault set times = times - 1
    where force_id = ${forceId} and id = (
      select id from practice_fault
      where force_id = ${forceId} and account_id = ${accountId} and meets = ${meets} and times > 0 and (key is null or key = ${key})
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

/** What was said to an account since an identifier, oldest first; without what was taken back and who is muted or blocked. */
export async function heardAfter(
  db: Db,
  forceId: string,
  accountId: string,
  after: string,
  limit: number,
): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select r.* from practice_record r
    where r.force_id = ${forceId} and r.to_account = ${accountId} and r.id > ${after} and r.removed_at is null
      and not exists (select 1 from practice_moderation m
        where m.force_id = r.force_id and m.account_id = r.to_account and m.act in ('mute', 'block') and m.subject = r.author)
    order by r.id limit ${limit}`.execute(db)
  return rows
}

export const recordsByIds = (db: Db, forceId: string, ids: readonly string[]): Promise<RecordRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('practice_record').selectAll().where('force_id', '=', forceId).where('id', 'in', ids).execute()

export async function isConversationOf(db: Db, forceId: string, accountId: string, conversation: string) {
  const row = await db
    .selectFrom('practice_record')
    .select('id')
    .where('force_id', '=', forceId)
    .where('conversation', '=', conversation)
    .where('to_account', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The words of a member of the public, changed by themselves or taken back; false when there is nothing of theirs. */
export async function changePublicRecord(
  db: Db,
  forceId: string,
  id: string,
  change: { text: string } | { removedAt: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('practice_record')
    .set((e) =>
      'text' in change ? { text: change.text, version: e('version', '+', 1) } : { removed_at: change.removedAt },
    )
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .where('account_id', 'is', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

type Moderation = Tables['practice_moderation']

export async function insertModeration(db: Db, row: Insertable<Moderation>): Promise<void> {
  await db
    .insertInto('practice_moderation')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function deleteModeration(
  db: Db,
  which: Pick<Insertable<Moderation>, 'force_id' | 'account_id' | 'act' | 'subject'>,
): Promise<void> {
  await db
    .deleteFrom('practice_moderation')
    .where('force_id', '=', which.force_id)
    .where('account_id', '=', which.account_id)
    .where('act', '=', which.act)
    .where('subject', '=', which.subject)
    .execute()
}

export const isBlocked = async (db: Db, forceId: string, accountId: string, author: string): Promise<boolean> =>
  (await db
    .selectFrom('practice_moderation')
    .select('act')
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('act', '=', 'block')
    .where('subject', '=', author)
    .executeTakeFirst()) !== undefined

export async function deleteModerations(db: Db, forceId: string): Promise<void> {
  await db.deleteFrom('practice_moderation').where('force_id', '=', forceId).execute()
}

/** The same name is the same invented person. */
export const authorOf = (name: string): string => `public:${name.trim().toLowerCase().replaceAll(/\s+/gu, ' ')}`

/** The private conversation of an account with one person. */
export const conversationOf = (accountId: string, name: string): string => `${accountId}~${authorOf(name)}`

/** A full storm row goes in pieces, because a statement takes only so many values. */
export async function insertRecords(db: Db, rows: readonly Insertable<Tables['practice_record']>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 250)
    await db
      .insertInto('practice_record')
      .values(rows.slice(from, from + 250))
      .execute()
}

/** What an account itself published last and still stands. */
export async function newestPosts(db: Db, forceId: string, accountId: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('practice_record')
    .select('id')
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'post')
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertStorm(db: Db, row: Insertable<Tables['practice_storm']>): Promise<void> {
  await db.insertInto('practice_storm').values(row).execute()
}

export async function keepStormProgress(
  db: Db,
  storm: { force_id: string; id: string },
  played: number,
  endedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('practice_storm')
    .set({ played, ended_at: endedAt })
    .where('force_id', '=', storm.force_id)
    .where('id', '=', storm.id)
    .execute()
}

/** False when it is not there or has ended. Waits for what is being played of it. */
export async function endStorm(db: Db, forceId: string, id: string, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('practice_storm')
    .set({ ended_at: at, stopped: true })
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteStorms(db: Db, forceId: string): Promise<void> {
  await db.deleteFrom('practice_storm').where('force_id', '=', forceId).execute()
}
