import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'

/** Of one answer to many that waits post by post, the first alone; every other post as it is. For a statement about `post`. */
export const oneOfBatch = (forceId: string): RawBuilder<boolean> => sql<boolean>`(post.batch_id is null
  or post.id in (select min(w.id) from post w
    where w.force_id = ${forceId} and w.stage = 'asked' and w.batch_id is not null group by w.batch_id))`

/** To which answer to many each of these posts belongs, and how many of it wait. */
export async function batchesBy(
  db: Db,
  forceId: string,
  postIds: readonly string[],
): Promise<Map<string, { id: string; n: number }>> {
  const { rows } = await sql<{ post: string; id: string; n: number }>`
    select p.id as post, p.batch_id as id, (select count(*)::int from post w
      where w.force_id = p.force_id and w.batch_id = p.batch_id and w.stage = 'asked') as n
    from post p where p.force_id = ${forceId} and p.batch_id is not null and p.id = any(${[...postIds]}::text[])`.execute(
    db,
  )
  return new Map(rows.map(({ post, ...batch }) => [post, batch]))
}
