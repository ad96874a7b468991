import { sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'

/** What the archive of a force holds, as a mark that changes with every confirmed import. */
export async function archiveMark(db: Db, forceId: string): Promise<string> {
  const { rows } = await sql<{ mark: string | null }>`
    select max(stage_since)::text as mark from archive_import where force_id = ${forceId} and stage = 'confirmed'`.execute(
    db,
  )
  return rows[0]?.mark ?? ''
}

/** When a force was counted last, up to when, and how much; nulls and noughts before the first time. */
export async function lastCount(
  db: Db,
  forceId: string,
): Promise<{ until: Date | null; at: Date | null; posts: number; accounts: number }> {
  const row = await db.selectFrom('measure_count').selectAll().where('force_id', '=', forceId).executeTakeFirst()
  return {
    until: row?.until_at ?? null,
    at: row?.counted_at ?? null,
    posts: row?.posts ?? 0,
    accounts: row?.accounts ?? 0,
  }
}

/** Every force, up to when it was counted, and whether that is older than an import or than the first posts of our own in the archive. */
export async function forcesToCount(
  db: Db,
): Promise<{ forceId: string; zone: string; until: Date | null; isStale: boolean }[]> {
  const { rows } = await sql<{ id: string; time_zone: string; until_at: Date | null; stale: boolean }>`
    select f.id, f.time_zone, m.until_at, coalesce(m.archive_mark, '') is distinct from coalesce((select max(i.stage_since)::text
      from archive_import i where i.force_id = f.id and i.stage = 'confirmed'), '')
      or (m.posts = 0 and exists (select 1 from published p where p.force_id = f.id and p.said_at < m.until_at)) as stale
    from force f left join measure_count m on m.force_id = f.id order by f.id`.execute(db)
  return rows.map((r) => ({ forceId: r.id, zone: r.time_zone, until: r.until_at, isStale: r.stale }))
}
