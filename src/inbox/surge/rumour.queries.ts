import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { peopleBy } from '../../posting/refs.queries.ts'
import type { surgeNow } from './surge.contract.ts'

/**
 * A surge of which a person said that what it is about is not true. `conversationId`: of the first message; null where nothing was put together,
 * then it is seen since the rise began. `lineAt`: when our first line about it was seen to be out, `postId` which one; null: none yet.
 */
export type RumourRow = {
  id: string
  accountId: string | null
  seenAt: Date
  conversationId: string | null
  lineAt: Date | null
  postId: string | null
  by: string
  at: Date
}

/**
 * The false rumours of a force, or those of these surges. First seen: the first message, from the beginning of the rise, of whoever says what
 * others say too. First line: the first public answer to many, or the post that a person named; an answer to one person alone is none.
 */
export const rumourRows = async (db: Db, forceId: string, ids: readonly string[] | null = null): Promise<RumourRow[]> =>
  (
    await sql<RumourRow>`
      select s.id, s.rumour_by as by, s.rumour_at as at, coalesce(f.said_at, s.began_at) as "seenAt", f.conversation_id as "conversationId",
        coalesce(f.account_id, s.why #>> '{accounts,0,accountId}') as "accountId", l.at as "lineAt", l.post_id as "postId"
      from surge s
      left join lateral (${firstMessage}) f on true
      left join lateral (${firstLine}) l on true
      where s.force_id = ${forceId} and s.rumour_at is not null and (${ids === null} or s.id = any(${[...(ids ?? [])]}::text[]))
      order by "seenAt", s.id`.execute(db)
  ).rows

const firstMessage: RawBuilder<unknown> = sql`
  select m.said_at, m.conversation_id, m.account_id from surge_group g
    join surge_member n on n.force_id = g.force_id and n.group_id = g.id
    join message m on m.force_id = n.force_id and m.conversation_id = n.conversation_id
  where g.force_id = s.force_id and g.surge_id = s.id and g.size > 1 and m.said_at >= s.began_at
  order by m.said_at, m.id limit 1`

const firstLine: RawBuilder<unknown> = sql`
  select x.post_id, x.at from (
    select a.post_id, a.sent_at as at from surge_batch b
      join answer a on a.force_id = b.force_id and a.batch_id = b.id and a.sent_at is not null
      join conversation c on c.force_id = a.force_id and c.id = a.conversation_id and c.kind = 'public'
    where b.force_id = s.force_id and b.surge_id = s.id
    union all
    select d.post_id, d.sent_at from delivery d
    where d.force_id = s.force_id and d.post_id = s.line_post_id and d.sent_at is not null) x
  order by x.at, x.post_id limit 1`

type Now = z.input<typeof surgeNow.output>
type Shown = NonNullable<Now['earlier'][number]['rumour']>

/** What was said of these surges, by surge; nothing of one of which nobody said that it is a false rumour. */
export async function rumoursShown(db: Db, forceId: string, ids: readonly string[]): Promise<Map<string, Shown>> {
  const rows = ids.length === 0 ? [] : await rumourRows(db, forceId, ids)
  const person = await peopleBy(
    db,
    forceId,
    rows.map((r) => r.by),
  )
  return new Map(
    rows.map((r) => [
      r.id,
      {
        at: r.at.toISOString(),
        by: person(r.by),
        seenAt: r.seenAt.toISOString(),
        line: r.lineAt && r.postId ? { postId: r.postId, at: r.lineAt.toISOString() } : null,
      },
    ]),
  )
}

const mostLines = 30
const mostTitle = 140

/** Posts of ours to everybody that were seen to be out since then, the newest first: one of them may be the first line. */
export async function linesSince(db: Db, forceId: string, since: Date): Promise<Now['lines']> {
  const rows = await db
    .selectFrom('delivery as d')
    .innerJoin('post as p', (j) => j.onRef('p.force_id', '=', 'd.force_id').onRef('p.id', '=', 'd.post_id'))
    .select((e) => ['p.id', 'p.words', e.fn.min('d.sent_at').as('at')])
    .where('d.force_id', '=', forceId)
    .where('d.sent_at', '>=', since)
    .where('p.answering', 'is', null)
    .groupBy(['p.force_id', 'p.id', 'p.words'])
    .orderBy('at', 'desc')
    .limit(mostLines)
    .execute()
  return rows.flatMap(({ id, words, at }) =>
    at ? [{ postId: id, words: [...words].slice(0, mostTitle).join(''), at: at.toISOString() }] : [],
  )
}
