import { BrokenFile, mostPictureBytes } from '../import.ts'
import { byNumber, containerOf, type OpenFile } from './export.client.ts'
import { tarFiles } from './tar.client.ts'
import { bytesOf, type Inside, openZip } from './zip.client.ts'

/** A picture of an export, named as its posts name it. `bytes` null: they are damaged, or too many. */
type PictureFile = { file: string; bytes: Uint8Array | null }

/**
 * The wanted pictures of an export, one after the other: of a zip the newest first, as far as their names tell; a tar in its own order.
 * `names`: its first group is how posts name them. Everything else stays closed.
 */
export async function* picturesIn(
  { handle, size, moved }: OpenFile,
  names: RegExp,
  wanted: (file: string) => boolean,
): AsyncGenerator<PictureFile> {
  const fileOf = (name: string): string => names.exec(name)?.[1] ?? ''
  const isWanted = (name: string): boolean => names.test(name) && wanted(fileOf(name))
  const container = await containerOf(handle)
  if (container === 'tar')
    for await (const { name, bytes } of tarFiles(handle, size, isWanted, mostPictureBytes))
      yield { file: fileOf(name), bytes }
  if (container !== 'zip') return
  const inside = await openZip(handle, size, isWanted, moved)
  for (const one of inside.sort((a, b) => byNumber.compare(b.name, a.name)))
    yield { file: fileOf(one.name), bytes: await pictureBytes(one) }
}

/** Damage to a picture loses the picture and not the words. */
async function pictureBytes(inside: Inside): Promise<Uint8Array | null> {
  try {
    return await bytesOf(inside, mostPictureBytes)
  } catch (error) {
    if (error instanceof BrokenFile) return null
    throw error
  }
}
