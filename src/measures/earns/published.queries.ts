import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Put } from './counting.ts'

type Found = {
  id: string
  at: number
  kind: Put['kind']
  words: string
  language: string | null
  to_id: string | null
  to_handle: string | null
  link: boolean
  hashtag: boolean
  mention: boolean
  picture: boolean
  video: boolean
  replies: number | null
  reshares: number | null
  counted_at: number | null
}

/** All that one account put out before an instant, with what it earned; without the words of answers and reshares. In no order. */
export async function putOut(db: Db, forceId: string, accountId: string, until: Date): Promise<Put[]> {
  const { rows } = await sql<Found>`
    select external_id as id, (extract(epoch from said_at) * 1000)::float8 as at, kind, language, to_external_id as to_id, to_handle,
      case when kind in ('original', 'quote') then words else '' end as words, links is not null as link, hashtags is not null as hashtag,
      mentions is not null as mention, pictures > 0 as picture, videos > 0 as video, replies, reshares,
      (extract(epoch from counted_at) * 1000)::float8 as counted_at
    from published where force_id = ${forceId} and account_id = ${accountId} and said_at < ${until}`.execute(db)
  return rows.map(({ to_id, to_handle, counted_at, ...row }) => ({
    ...row,
    toId: to_id,
    toHandle: to_handle,
    countedAt: counted_at,
  }))
}

/** How many followed each account when that was last known. */
export async function followersOf(db: Db, forceId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ account_id: string; followers: number }>`
    select distinct on (account_id) account_id, followers from account_count
    where force_id = ${forceId} and followers is not null order by account_id, at desc`.execute(db)
  return new Map(rows.map((r) => [r.account_id, r.followers]))
}

/** The dialogue share of each account over a stretch of time, as it was counted last. */
export async function dialogueOf(db: Db, forceId: string, span: 'year' | 'all') {
  const rows = await db
    .selectFrom('measured')
    .select(['account_id', 'figure', 'of_count'])
    .where('force_id', '=', forceId)
    .where('span', '=', span)
    .where('measure', '=', 'M07')
    .where('account_id', '!=', '')
    .execute()
  return new Map(rows.map((r) => [r.account_id, { share: r.figure, of: r.of_count }]))
}

/** The areas that the register names. */
export async function areasOf(db: Db, forceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('area')
    .distinct()
    .where('force_id', '=', forceId)
    .where('area', 'is not', null)
    .execute()
  return rows.flatMap((r) => r.area ?? [])
}
