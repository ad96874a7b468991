import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'

/** Of one answer to many that waits post by post, the first alone; every other post as it is. For a statement about `post`. */
export const oneOfBatch = (forceId: string): RawBuilder<boolean> => sql<boolean>`(
  not exists (select 1 from answer a where a.force_id = post.force_id and a.post_id = post.id and a.batch_id is not null)
  or post.id in (select min(w.id) from post w join answer a on a.force_id = w.force_id and a.post_id = w.id
    where w.force_id = ${forceId} and w.stage = 'asked' and a.batch_id is not null group by a.batch_id))`

/** To which answer to many each of these posts belongs, and how many of it wait. */
export async function batchesBy(
  db: Db,
  forceId: string,
  postIds: readonly string[],
): Promise<Map<string, { id: string; n: number }>> {
  const { rows } = await sql<{ post: string; id: string; n: number }>`
    select a.post_id as post, a.batch_id as id, (select count(*)::int from answer o join post w
      on w.force_id = o.force_id and w.id = o.post_id and w.stage = 'asked'
      where o.force_id = a.force_id and o.batch_id = a.batch_id) as n
    from answer a where a.force_id = ${forceId} and a.batch_id is not null and a.post_id = any(${[...postIds]}::text[])`.execute(
    db,
  )
  return new Map(rows.map(({ post, ...batch }) => [post, batch]))
}
