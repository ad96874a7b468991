import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { FileAnswer } from '../../foundation/route.ts'
import { pictureRefusals as no } from '../refusals.ts'

/** The bytes as they are published; only pictures of the same force are found. */
export async function pictureFile(db: Db, forceId: string, id: string): Promise<Outcome<FileAnswer>> {
  const row = await db
    .selectFrom('picture')
    .select(['bytes', 'media_type'])
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ok({ bytes: row.bytes, mediaType: row.media_type, name: null }) : refuse(no.noPicture)
}
