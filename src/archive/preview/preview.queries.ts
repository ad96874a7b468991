import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { FileAnswer } from '../../foundation/route.ts'
import { archiveRefusals as no } from '../archive.refusals.ts'
import type { archivedPictures } from './preview.contract.ts'

const atOnce = 24

type Row = { id: string; said_at: Date; words: string; alt: string | null; width: number; height: number }

/** Pictures of an account, the newest first; `before`: the last one that was shown. Whoever tells their alt text may know them by their order alone. */
export async function picturesOf(
  db: Db,
  forceId: string,
  account: string,
  before: string | null,
): Promise<z.input<typeof archivedPictures.output>> {
  const after = sql`and (v.said_at, v.id) < (select l.said_at, l.id from published_preview l where l.force_id = ${forceId} and l.id = ${before})`
  const { rows } = await sql<Row>`
    select v.id, v.said_at, left(p.words, 300) as words, v.width, v.height,
      coalesce(
        (select a.alt from jsonb_to_recordset(p.attached) as a (file text, alt text) where a.file = v.file limit 1),
        case when p.attached->v.n->>'file' is null then p.attached->v.n->>'alt' end) as alt
    from published_preview v
    join published p on p.force_id = v.force_id and p.account_id = v.account_id and p.external_id = v.external_id
    where v.force_id = ${forceId} and v.account_id = ${account} ${before === null ? sql`` : after}
    order by v.said_at desc, v.id desc limit ${atOnce + 1}`.execute(db)
  const pictures = rows.slice(0, atOnce).map(({ said_at, ...row }) => ({ ...row, saidAt: said_at.toISOString() }))
  return { pictures, more: rows.length > atOnce }
}

/** One of them, as it was drawn; only those of the same force are found. */
export async function pictureFile(db: Db, forceId: string, id: string): Promise<Outcome<FileAnswer>> {
  const row = await db
    .selectFrom('published_preview')
    .select('bytes')
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ok({ bytes: row.bytes, mediaType: 'image/jpeg', name: null }) : refuse(no.noPicture)
}
