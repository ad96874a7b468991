import { newId } from '../../foundation/identity.ts'
import type { World } from '../../foundation/world.ts'
import type { ImportOf } from '../import.store.ts'
import type { OpenFile } from '../opening/on-disk.client.ts'
import { picturesIn } from '../opening/pictures.client.ts'
import { drawPreview } from '../preview/draw.client.ts'
import { keptPreviews, mostPreviewBytes, type StagedPreview, stagePreviews } from '../preview/preview.store.ts'
import type { Pictures } from './whole.client.ts'

const lotBytes = 500_000

/** Draws every picture that a post of the file names, as far as the account has room; what is kept already is not read. */
export async function drawPictures(world: World, of: ImportOf, file: OpenFile, pictures: Pictures): Promise<void> {
  const { names, named, tally } = pictures
  const kept = await keptPreviews(world.db, of.force_id, of.account_id ?? '')
  const isKept = new Set(kept.files)
  let room = mostPreviewBytes - kept.bytes
  let lot: StagedPreview[] = []
  let held = 0
  for await (const { file: name, open } of picturesIn(file, names, named)) {
    if (isKept.has(name)) tally.previews += 1
    else if (room <= 0) tally.note('picturesLeft', name)
    else {
      const bytes = await open()
      const preview = bytes && (await drawPreview(bytes))
      if (preview) {
        tally.previews += 1
        room -= preview.bytes.length
        held += preview.bytes.length
        lot.push({ force_id: of.force_id, import_id: of.id, file: name, id: newId(world.clock.now()), ...preview })
      } else tally.note('picturesUnreadable', name)
    }
    if (held < lotBytes) continue
    await stagePreviews(world.db, lot)
    lot = []
    held = 0
  }
  await stagePreviews(world.db, lot)
}
