import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Db, Tx } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'
import {
  type Audience,
  type ImportCounts,
  type ImportStage,
  longestSilence,
  longestWait,
  mayMoveImport,
  type Oddity,
  openImportStages,
  type ReadStep,
} from './import.ts'

export type ImportOf = Selectable<Tables['archive_import']>

export type NewImport = {
  id: string
  accountId: string | null
  format: 'export' | 'plain'
  fileName: string
  bytes: number
}

export async function insertImport(c: Commanding, of: NewImport): Promise<void> {
  await c.tx
    .insertInto('archive_import')
    .values({
      force_id: c.actor.forceId,
      id: of.id,
      account_id: of.accountId,
      format: of.format,
      file_name: of.fileName,
      bytes: of.bytes,
      stage: 'receiving',
      stage_since: c.now,
      by_id: c.actor.personId,
      begun_at: c.now,
    })
    .execute()
}

export const importById = (db: Db | Tx, forceId: string, id: string): Promise<ImportOf | undefined> =>
  db.selectFrom('archive_import').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

/** The import as the change finds it; nobody else changes it until the command is over. */
export const lockImport = (c: Commanding, id: string): Promise<ImportOf | undefined> =>
  c.tx
    .selectFrom('archive_import')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function countOpenImports(c: Commanding): Promise<number> {
  const row = await c.tx
    .selectFrom('archive_import')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('force_id', '=', c.actor.forceId)
    .where('stage', 'in', openImportStages)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

type Change = {
  received?: number
  decided_by?: string | null
  taken_at?: Date | null
  counts?: ImportCounts
  oddities?: readonly Oddity[]
  refusal?: string
  most_turns?: number
  lease_token?: string | null
  lease_until?: Date | null
}

/** Moves an import on; throws where the table of moves knows no such move. */
export async function moveImport(c: Commanding, of: ImportOf, to: ImportStage, change: Change = {}): Promise<void> {
  if (!mayMoveImport(of.stage, to)) throw new Error(`An import cannot go from ${of.stage} to ${to}.`)
  const { counts, oddities, ...rest } = change
  await c.tx
    .updateTable('archive_import')
    .set({
      ...rest,
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
      ...(oddities ? { oddities: JSON.stringify(oddities) } : {}),
      stage: to,
      stage_since: c.now,
    })
    .where('force_id', '=', of.force_id)
    .where('id', '=', of.id)
    .execute()
}

/** The next byte is expected there. False when another piece came first. */
export async function setReceived(c: Commanding, id: string, from: number, to: number): Promise<boolean> {
  const { numUpdatedRows } = await c.tx
    .updateTable('archive_import')
    .set({ received: to, stage_since: c.now })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .where('stage', '=', 'receiving')
    .where('received', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Leased = { import: ImportOf; token: string }

/** Where some file waits to be read. */
export async function forcesWithDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('archive_import')
    .select('force_id')
    .distinct()
    .where((e) => e.or([e('stage', '=', 'received'), e.and([e('stage', '=', 'reading'), e('lease_until', '<', now)])]))
    .execute()
  return rows.map((row) => row.force_id)
}

/** Takes one import that waits to be read, or whose reader is gone, among those whose file lies here. */
export async function claimReading(
  c: Commanding,
  token: string,
  until: Date,
  isHere: (id: string) => boolean,
): Promise<Leased | null> {
  const due = await c.tx
    .selectFrom('archive_import')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where((e) =>
      e.or([e('stage', '=', 'received'), e.and([e('stage', '=', 'reading'), e('lease_until', '<', c.now)])]),
    )
    .orderBy('begun_at')
    .forUpdate()
    .skipLocked()
    .execute()
  const found = due.find((row) => isHere(row.id))
  if (!found) return null
  await c.tx
    .updateTable('archive_import')
    .set({
      stage: 'reading',
      stage_since: c.now,
      lease_token: token,
      lease_until: until,
      read_step: null,
      read_bytes: 0,
      read_of: 0,
      tries: found.tries + 1,
    })
    .where('force_id', '=', found.force_id)
    .where('id', '=', found.id)
    .execute()
  return { import: { ...found, stage: 'reading', tries: found.tries + 1 }, token }
}

/** What a reading is at: `done` of its bytes were gone through, of `bytes`. */
export type ReadPlace = { step: ReadStep; bytes: number; done: number }

/** Says how far the reading is and keeps it ours. False when it is not ours any more. */
export async function renewReading(
  db: Db,
  { import: of, token }: Leased,
  until: Date,
  { step, bytes, done }: ReadPlace,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('archive_import')
    .set({ lease_until: until, read_step: step, read_bytes: Math.min(done, bytes), read_of: bytes })
    .where('force_id', '=', of.force_id)
    .where('id', '=', of.id)
    .where('stage', '=', 'reading')
    .where('lease_token', '=', token)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Files that nobody reads: none came to take them, or who took them is silent. */
export const unreadImports = (c: Commanding): Promise<{ id: string; file_name: string }[]> => {
  const ago = (minutes: number) => new Date(c.now.getTime() - minutes * 60_000)
  return c.tx
    .selectFrom('archive_import')
    .select(['id', 'file_name'])
    .where('force_id', '=', c.actor.forceId)
    .where((e) =>
      e.or([
        e.and([e('stage', '=', 'received'), e('stage_since', '<', ago(longestWait))]),
        e.and([e('stage', '=', 'reading'), e('lease_until', '<', ago(longestSilence))]),
      ]),
    )
    .execute()
}

export const openImports = async (db: Db, forceId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('archive_import')
      .select('id')
      .where('force_id', '=', forceId)
      .where('stage', 'in', openImportStages)
      .execute()
  ).map(({ id }) => id)

/** Open imports with which nothing happened since. */
export async function staleImports(db: Db, forceId: string, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('archive_import')
    .select('id')
    .where('force_id', '=', forceId)
    .where('stage', 'in', openImportStages)
    .where('stage_since', '<', before)
    .execute()
  return rows.map((row) => row.id)
}

/** Notes what an export says of the account itself; the first word about an instant stands. */
export async function insertAccountCount(
  c: Commanding,
  of: {
    accountId: string
    at: Date
    followers: number | null
    following: number | null
    posts: number | null
    source: 'import' | 'network'
  },
): Promise<void> {
  const { accountId, at, followers, following, posts, source } = of
  await c.tx
    .insertInto('account_count')
    .values({ force_id: c.actor.forceId, account_id: accountId, at, followers, following, posts, source })
    .onConflict((o) => o.columns(['force_id', 'account_id', 'at']).doNothing())
    .execute()
}

const atOnce = 2000

/** The same of many accounts, as a file told it row by row. */
export async function insertAudiences(c: Commanding, audiences: readonly Audience[]): Promise<void> {
  for (let n = 0; n < audiences.length; n += atOnce)
    await sql`
      insert into account_count (force_id, account_id, at, followers, following, posts, source)
      select ${c.actor.forceId}, r."accountId", r."at", r."followers", null, null, 'import'
      from json_to_recordset(${JSON.stringify(audiences.slice(n, n + atOnce))}::json) as r ("accountId" text, "at" timestamptz, "followers" int)
      on conflict (force_id, account_id, at) do nothing`.execute(c.tx)
}

const stagedName = 'archive_row_'

/**
 * What is read of an import waits in a table of its own, a child of `archive_row`: filled from front to back it keeps the order of the file,
 * which spares the confirming a quarter of its time, and it goes at once. By the token, too: a reader that died may still hold one.
 */
export const stagedTable = ({ import: of, token }: Leased): string => `${stagedName}${of.id}_${token}`

/** From here on its rows are among those of `archive_row`. */
export async function joinStaged(db: Db, leased: Leased): Promise<void> {
  const table = sql.table(stagedTable(leased))
  await sql`alter table ${table} add check (import_id = ${sql.lit(leased.import.id)})`.execute(db)
  await sql`alter table ${table} inherit archive_row`.execute(db)
  await sql`analyze ${table}`.execute(db)
}

/** Of one import, or (null) of all, of every force, that no longer wait for a person. */
export async function deleteStaged(db: Db, importId: string | null): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relkind = 'r' and pg_table_is_visible(c.oid) and starts_with(c.relname, ${`${stagedName}${importId === null ? '' : `${importId}_`}`})
      and (${importId !== null} or not exists (select 1 from archive_import i
        where i.stage in ('reading', 'read') and starts_with(c.relname, ${stagedName} || i.id || '_')))`.execute(db)
  for (const { name } of rows) await sql`drop table if exists ${sql.table(name)}`.execute(db)
}
