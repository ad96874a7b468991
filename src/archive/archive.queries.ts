import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { exportReaderOf } from '../networks/exports.ts'
import { may } from '../people/may.ts'
import { type archive, type ImportRow, importCounts, oddities } from './archive.contract.ts'
import { columns } from './columns.ts'

type Page = z.input<typeof archive.output>

/** What stands in the archive, account by account, and the imports; of one account when it is named. */
export async function archivePage(db: Db, actor: Actor, account: string | null): Promise<Page> {
  return {
    accounts: await accountsOf(db, actor.forceId, account),
    imports: await importsOf(db, actor, account === null ? sql`` : sql`and i.account_id = ${account}`),
    columns: Object.entries(columns).map(([id, column]) => ({ id, ...column })),
    mayImport: may(actor, 'importArchive'),
  }
}

export async function importPage(db: Db, actor: Actor, id: string): Promise<ImportRow | null> {
  const [row] = await importsOf(db, actor, sql`and i.id = ${id}`)
  return row ?? null
}

type AccountCounts = {
  id: string
  name: string
  handle: string
  network: string
  closed: boolean
  posts: number
  imported: number
  ours: number
  first_at: Date | null
  last_at: Date | null
  followers: number | null
  counted_at: Date | null
}

async function accountsOf(db: Db, forceId: string, account: string | null): Promise<Page['accounts']> {
  const only = (column: string) => (account === null ? sql`` : sql`and ${sql.ref(column)} = ${account}`)
  const { rows } = await sql<AccountCounts>`
    select a.id, a.name, a.handle, a.network, a.status = 'closed' as closed,
      coalesce(p.posts, 0) as posts, coalesce(p.posts - p.ours, 0) as imported, coalesce(p.ours, 0) as ours, p.first_at, p.last_at,
      n.followers, n.at as counted_at
    from account a
    left join (
      select account_id, count(*)::int as posts, (count(*) filter (where source = 'ours'))::int as ours, min(said_at) as first_at, max(said_at) as last_at
      from published where force_id = ${forceId} ${only('account_id')} group by account_id) p on p.account_id = a.id
    left join lateral (
      select followers, at from account_count c
      where c.force_id = a.force_id and c.account_id = a.id and c.followers is not null order by at desc limit 1) n on true
    where a.force_id = ${forceId} ${only('a.id')} order by lower(a.name), a.network`.execute(db)
  return rows.map(({ first_at, last_at, counted_at, ...row }) => {
    const reader = exportReaderOf(row.network)
    return {
      ...row,
      firstAt: first_at?.toISOString() ?? null,
      lastAt: last_at?.toISOString() ?? null,
      countedAt: counted_at?.toISOString() ?? null,
      exportWords: reader?.words ?? null,
      exportEndings: [...(reader?.endings ?? [])],
    }
  })
}

type Row = {
  id: string
  stage: ImportRow['stage']
  stage_since: Date
  account_id: string | null
  account_name: string | null
  handle: string | null
  network: string | null
  format: ImportRow['format']
  file_name: string
  bytes: number
  received: number
  read_step: ImportRow['readStep']
  read_bytes: number
  read_of: number
  by: string | null
  begun_at: Date
  decided: string | null
  taken_at: Date | null
  counts: unknown
  oddities: unknown
  refusal: string | null
}

const most = 100

async function importsOf(db: Db, actor: Actor, which: ReturnType<typeof sql>): Promise<ImportRow[]> {
  const { rows } = await sql<Row>`
    select i.id, i.stage, i.stage_since, i.account_id, a.name as account_name, a.handle, a.network, i.format, i.file_name, i.bytes, i.received,
      i.read_step, i.read_bytes, i.read_of, b.name as by, i.begun_at, d.name as decided, i.taken_at, i.counts, i.oddities, i.refusal
    from archive_import i
    left join account a on a.force_id = i.force_id and a.id = i.account_id
    left join person b on b.force_id = i.force_id and b.id = i.by_id
    left join person d on d.force_id = i.force_id and d.id = i.decided_by
    where i.force_id = ${actor.forceId} ${which} order by i.begun_at desc, i.id desc limit ${most}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    stageSince: row.stage_since.toISOString(),
    account:
      row.account_id === null
        ? null
        : { id: row.account_id, name: row.account_name ?? '', handle: row.handle ?? '', network: row.network ?? '' },
    format: row.format,
    fileName: row.file_name,
    bytes: row.bytes,
    received: row.received,
    readStep: row.read_step,
    readBytes: row.read_bytes,
    readOf: row.read_of,
    by: row.by,
    begunAt: row.begun_at.toISOString(),
    decidedBy: row.decided,
    takenAt: row.taken_at?.toISOString() ?? null,
    counts: row.counts === null ? null : importCounts.parse(row.counts),
    oddities: oddities.parse(row.oddities),
    refusal: row.refusal,
    mayImport: may(actor, 'importArchive'),
  }))
}
