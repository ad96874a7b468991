import { type Insertable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

/** In bytes: what previews of one account may take; some 10,000 of them. */
export const mostPreviewBytes = 100_000_000

/** Which pictures of an account are kept already, as exports name them, and their bytes together. */
export async function keptPreviews(
  db: Db,
  forceId: string,
  accountId: string,
): Promise<{ files: string[]; bytes: number }> {
  const { rows } = await sql<{ file: string; size: number }>`
    select file, length(bytes) as size from published_preview where force_id = ${forceId} and account_id = ${accountId}`.execute(
    db,
  )
  return { files: rows.map(({ file }) => file), bytes: rows.reduce((sum, { size }) => sum + size, 0) }
}

export type StagedPreview = Insertable<Tables['archive_preview']>

export async function stagePreviews(db: Db, lot: readonly StagedPreview[]): Promise<void> {
  if (lot.length === 0) return
  // A reader that lost its turn may still have put in the same.
  await db
    .insertInto('archive_preview')
    .values(lot)
    .onConflict((o) => o.doNothing())
    .execute()
}

/** Puts what was drawn beside the posts that carry it, with its place among their pictures. One that is kept already stays as it is. */
export const mergePreviews = (c: Commanding, importId: string, accountId: string): Promise<unknown> =>
  sql`
    insert into published_preview (force_id, account_id, file, id, external_id, said_at, width, height, bytes, n)
    select distinct on (v.file) v.force_id, ${accountId}, v.file, v.id, r.external_id, r.said_at, v.width, v.height, v.bytes, a.n - 1
    from archive_row r cross join lateral jsonb_array_elements(r.attached) with ordinality as a (one, n)
    join archive_preview v on v.force_id = r.force_id and v.import_id = r.import_id and v.file = a.one->>'file'
    where r.force_id = ${c.actor.forceId} and r.import_id = ${importId} and r.attached is not null
    order by v.file, r.turn, r.external_id, a.n
    on conflict (force_id, account_id, file) do nothing`.execute(c.tx)

/** Of one import, or (null) of all, of every force, that no longer wait for a person. */
export const deleteStagedPreviews = (db: Db, importId: string | null): Promise<unknown> =>
  importId === null
    ? sql`
        delete from archive_preview v where not exists (
          select 1 from archive_import i
          where i.force_id = v.force_id and i.id = v.import_id and i.stage in ('reading', 'read'))`.execute(db)
    : db.deleteFrom('archive_preview').where('import_id', '=', importId).execute()
