import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { traitsOf } from '../../networks/networks.ts'
import type { Followed } from '../book.ts'

type Row = {
  id: string
  network: string
  was_read: boolean
  whole: boolean | null
  followers: number | null
  only: number | null
  accounts: number
  unread: number
  in_area: number | null
  of_all: number | null
}

/** What is known of who follows, by account; of one only when it is named. */
export async function followedBy(db: Db, forceId: string, account: string | null): Promise<Map<string, Followed>> {
  const { rows } = await sql<Row>`
    select a.id, a.network, g.read_at is not null as was_read, r.whole, r.followers, p.people as only,
      coalesce(n.accounts, 0) as accounts, coalesce(n.unread, 0) as unread, l.in_area, l.of_all
    from account a
      left join follower_reading g on g.force_id = a.force_id and g.network = a.network
      left join follower_read r on r.force_id = a.force_id and r.account_id = a.id
      left join follower_pattern p on p.force_id = r.force_id and p.network = r.network and p.accounts = array[r.n]
      left join (select network, (count(*) filter (where whole))::int as accounts, (count(*) filter (where not whole))::int as unread
        from follower_read where force_id = ${forceId} group by network) n on n.network = a.network
      left join lateral (select in_area, of_all from local_reach x where x.force_id = a.force_id and x.account_id = a.id
        order by as_of desc, at desc, id desc limit 1) l on true
    where a.force_id = ${forceId} and (${account}::text is null or a.id = ${account})`.execute(db)
  return new Map(rows.map((row) => [row.id, followedOf(row)]))
}

const followedOf = (row: Row): Followed => ({
  told: traitsOf(row.network)?.followers?.who ?? false,
  wasRead: row.was_read,
  read: row.whole
    ? { followers: row.followers ?? 0, only: row.only ?? 0, accounts: row.accounts, unread: row.unread }
    : null,
  local: row.in_area === null || row.of_all === null ? null : { inArea: row.in_area, of: row.of_all },
})
