import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Row } from '../item.ts'

type Found = {
  account_id: string
  id: string
  at: number
  kind: Row['kind']
  words: string
  language: string | null
  to_id: string | null
  to_handle: string | null
  tags: string | null
  pictures: number
  videos: number
  described: number | null
  speaker: string | null
}

/** How many posts each account of a force published: to read them in portions of a like size. */
export async function postsByAccount(db: Db, forceId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ account_id: string; posts: number }>`
    select account_id, count(*)::int as posts from published where force_id = ${forceId} group by account_id`.execute(
    db,
  )
  return new Map(rows.map((r) => [r.account_id, r.posts]))
}

/** All that these accounts published before an instant, by account; in no order. */
export async function publishedBy(
  db: Db,
  forceId: string,
  accountIds: readonly string[],
  until: Date,
): Promise<Map<string, Row[]>> {
  const { rows } = await sql<Found>`
    select p.account_id, p.external_id as id, (extract(epoch from p.said_at) * 1000)::float8 as at, p.kind, p.words, p.language,
      p.to_external_id as to_id, p.to_handle, array_to_string(p.hashtags, ' ') as tags, p.pictures, p.videos, p.described,
      case when p.post_id is not null then (select coalesce(o.speaker_id, o.author_id) from post o
        where o.force_id = p.force_id and o.id = p.post_id) end as speaker
    from published p
    where p.force_id = ${forceId} and p.account_id = any(${[...accountIds]}::text[]) and p.said_at < ${until}`.execute(
    db,
  )
  const by = new Map<string, Row[]>(accountIds.map((id) => [id, []]))
  for (const r of rows)
    by.get(r.account_id)?.push({
      id: r.id,
      at: r.at,
      kind: r.kind,
      words: r.words,
      language: r.language,
      toId: r.to_id,
      toHandle: r.to_handle,
      hashtags: r.tags === null ? none : r.tags.split(' '),
      pictures: r.pictures,
      videos: r.videos,
      described: r.described,
      speaker: r.speaker,
    })
  return by
}

const none: readonly string[] = []
