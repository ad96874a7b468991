import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { speaking } from '../voices.queries.ts'
import type { CarryingRecord } from './carrying.store.ts'
import type { Live } from './steps.ts'

type Row = {
  id: string
  name: string
  keys: boolean
  archived: boolean
  empty: boolean
  open: number
  waiting: number
  owned: boolean
}

/** The accounts that a list is about, of which there is one but for a network; a look-alike is found by its handle once it is on the register. */
const accountsOf = (row: CarryingRecord) => {
  if (row.account_id !== null) return sql`a.id = ${row.account_id}`
  if (row.network !== null) return sql`a.network = ${row.network} and a.status <> 'closed'`
  return sql`a.status <> 'closed' and exists (select 1 from look_alike l where l.force_id = a.force_id and l.id = ${row.look_alike_id}
    and l.network = a.network and lower(l.handle) = lower(a.handle))`
}

/** What the records say now, and which accounts they are about; two statements. */
export async function liveOf(db: Db, row: CarryingRecord, now: Date): Promise<Live & { accountIds: string[] }> {
  const { rows } = await sql<Row>`
    select a.id, a.name, k.account_id is not null as keys, o.holder_id is not null as owned,
      exists (select 1 from archive_import i where i.force_id = a.force_id and i.account_id = a.id and i.stage = 'confirmed')
        or exists (select 1 from published p where p.force_id = a.force_id collate "C" and p.account_id = a.id collate "C") as archived,
      coalesce((select n.posts = 0 from account_count n where n.force_id = a.force_id and n.account_id = a.id and n.posts is not null
        order by n.at desc limit 1), false) as empty,
      (select count(*)::int from conversation c where c.force_id = a.force_id and c.account_id = a.id and c.stage = 'open') as open,
      (select count(*)::int from delivery d where d.force_id = a.force_id and d.account_id = a.id
        and (d.state in ('waiting', 'sending', 'checking', 'needs-person') or (d.state = 'held' and ${row.network === null}))) as waiting
    from account a
      left join office o on o.force_id = a.force_id and o.id = a.owner_office_id
      left join custody k on k.force_id = a.force_id and k.account_id = a.id
    where a.force_id = ${row.force_id} and ${accountsOf(row)} order by a.name, a.id`.execute(db)
  const sum = (of: (r: Row) => number): number => rows.reduce((total, r) => total + of(r), 0)
  return {
    accountIds: rows.map((r) => r.id),
    openConversations: sum((r) => r.open),
    withoutArchive: rows.filter((r) => !r.archived && !r.empty).map((r) => r.name),
    withKeys: rows.filter((r) => r.keys).map((r) => r.name),
    waitingPosts: sum((r) => r.waiting),
    voicesLeft: await voicesLeft(db, row, now),
    onRegister: rows.length > 0,
    owned: rows.length > 0 && rows.every((r) => r.owned),
    lookWaits: await lookWaits(db, row),
  }
}

async function lookWaits(db: Db, row: CarryingRecord): Promise<boolean> {
  if (row.review_id === null) return false
  const waiting = db.selectFrom('second_look').select('id').where('force_id', '=', row.force_id)
  const found = await waiting.where('review_id', '=', row.review_id).where('decided_at', 'is', null).executeTakeFirst()
  return found !== undefined
}

async function voicesLeft(db: Db, row: CarryingRecord, now: Date): Promise<string[]> {
  if (row.account_id === null || row.into_account_id === null) return []
  const signsOn = (id: string) =>
    sql`select s.person_id from ${speaking(row.force_id, now)} s where s.account_id = ${id}`
  const { rows } = await sql<{ words: string }>`
    select trim(p.rank || ' ' || p.name) as words from person p where p.force_id = ${row.force_id} and p.id in (${signsOn(row.account_id)})
      and p.id not in (${signsOn(row.into_account_id)}) order by p.name`.execute(db)
  return rows.map((r) => r.words)
}
