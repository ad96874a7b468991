import { BrokenFile, mostPictureBytes } from '../import.ts'
import { byNumber, containerOf } from './export.client.ts'
import { bytesOf, type Inside, type OpenFile } from './on-disk.client.ts'
import { tarFiles } from './tar.client.ts'
import { openZip } from './zip.client.ts'

/** A picture of an export, named as its posts name it. `open` answers null where its bytes are damaged, or too many. */
type PictureFile = { file: string; open(): Promise<Uint8Array | null> }

/**
 * The wanted pictures of an export, one after the other: of a zip the newest first, as far as their names tell, and only those that are opened
 * are read; a tar in its own order. `names`: its first group is how posts name them.
 */
export async function* picturesIn(
  file: OpenFile,
  names: RegExp,
  wanted: (file: string) => boolean,
): AsyncGenerator<PictureFile> {
  const fileOf = (name: string): string => names.exec(name)?.[1] ?? ''
  const isWanted = (name: string): boolean => names.test(name) && wanted(fileOf(name))
  const container = await containerOf(file.handle)
  if (container === 'tar') {
    await file.step('pictures', file.size)
    for await (const { name, bytes } of tarFiles(file, isWanted, mostPictureBytes))
      yield { file: fileOf(name), open: () => Promise.resolve(bytes) }
  }
  if (container !== 'zip') return
  const all = await openZip(file, isWanted)
  await file.step(
    'pictures',
    all.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  for (const one of all.sort((a, b) => byNumber.compare(b.name, a.name))) {
    let isOpen = false
    const open = () => {
      isOpen = true
      return pictureBytes(one)
    }
    yield { file: fileOf(one.name), open }
    if (!isOpen) await file.moved(one.bytes)
  }
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
