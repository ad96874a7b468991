import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BrokenFile } from '../import.ts'
import { type Inside, isUnpacking, type OpenFile, packedTooWell, piecesOf, tooWellWords } from './on-disk.client.ts'

const block = 512
const mostEntries = 1_000_000
/** Each costs going through the file once more. */
const mostWanted = 20

/**
 * The wanted files of a .tar.gz. A tar has no directory, so it is gone through once for their names, and for each that is opened once more, up
 * to where it ends.
 */
export async function openTar(file: OpenFile, wanted: (name: string) => boolean): Promise<Inside[]> {
  const found = new Map<string, { bytes: number }>()
  let entries = 0
  let passed = 0
  const moved = (bytes: number): Promise<void> => {
    passed += bytes
    return file.moved(bytes)
  }
  await file.step('names', file.size)
  let at: { bytes: number } | null = null
  for await (const part of walk(gunzipped({ ...file, moved }))) {
    if (at) at.bytes = passed
    if (part.bytes !== null) continue
    at = null
    if (++entries > mostEntries) throw new BrokenFile('a tar file of at most a million entries')
    if (!wanted(part.name)) continue
    if (found.has(part.name)) throw new BrokenFile('each name once', { entry: part.name })
    if (found.size === mostWanted) throw new BrokenFile(`at most ${mostWanted} files of posts`, { entry: part.name })
    at = { bytes: passed }
    found.set(part.name, at)
  }
  return [...found].map(([name, { bytes }]) => ({ name, bytes, open: () => only(name, walk(gunzipped(file))) }))
}

/** The wanted files, one after the other as they lie there. `bytes` null: more than `most`. */
export async function* tarFiles(
  file: OpenFile,
  wanted: (name: string) => boolean,
  most: number,
): AsyncGenerator<{ name: string; bytes: Uint8Array | null }> {
  let at: { name: string; parts: Uint8Array[]; size: number } | null = null
  const done = ({ name, parts, size: all }: NonNullable<typeof at>) => ({
    name,
    bytes: all > most ? null : Buffer.concat(parts),
  })
  for await (const { name, bytes } of walk(gunzipped(file))) {
    if (bytes === null) {
      if (at) yield done(at)
      at = wanted(name) ? { name, parts: [], size: 0 } : null
    } else if (at) {
      at.size += bytes.length
      if (at.size <= most) at.parts.push(bytes.slice())
    }
  }
  if (at) yield done(at)
}

/** Ends with it: what lies behind was gone through for the names. */
async function* only(name: string, parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  let isIn = false
  for await (const part of parts) {
    if (part.bytes !== null) {
      if (isIn) yield part.bytes
    } else if (isIn) return
    else isIn = part.name === name
  }
}

async function* gunzipped(file: OpenFile): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  const source = Readable.from(piecesOf(file, 0, file.size), { objectMode: false })
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let unpacked = 0
  try {
    for await (const piece of gunzip) {
      unpacked += piece.length
      if (packedTooWell(file.size, unpacked)) throw new BrokenFile(tooWellWords)
      yield piece
    }
  } catch (error) {
    if (!isUnpacking(error)) throw error
    const from = gunzip.bytesWritten.toLocaleString('en-GB')
    throw new BrokenFile(`a whole .tar.gz; from byte ${from} of the file on it cannot be unpacked`)
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** The head of an entry has no bytes; then its bytes come in parts. */
type Part = { name: string; bytes: Uint8Array | null }

/** Goes through a tar once. Only plain files are answered; links, folders and devices are stepped over. A fault names the entry it is in. */
async function* walk(pieces: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let entry: string | null = null
  try {
    for await (const part of partsOf(pieces)) {
      entry = part.name
      yield part
    }
  } catch (error) {
    throw error instanceof BrokenFile ? error.at({ entry: error.place.entry ?? entry }) : error
  }
}

async function* partsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let held: Buffer = Buffer.alloc(0)
  let left = 0
  let padding = 0
  let name = ''
  let isFile = false
  let told: { type: string; text: string } | null = null
  let isTelling = false
  for await (const piece of pieces) {
    let at = 0
    held = held.length > 0 ? Buffer.concat([held, piece]) : piece
    for (;;) {
      if (left > 0) {
        const take = Math.min(left, held.length - at)
        if (take === 0) break
        const bytes = held.subarray(at, at + take)
        if (isTelling && told) told.text += bytes.toString('latin1')
        else if (isFile) yield { name, bytes }
        left -= take
        at += take
        continue
      }
      if (padding > 0) {
        const take = Math.min(padding, held.length - at)
        padding -= take
        at += take
        if (padding > 0) break
      }
      if (held.length - at < block) break
      const head = headOf(held.subarray(at, at + block))
      at += block
      if (head === null) continue
      left = head.size
      padding = (block - (head.size % block)) % block
      isTelling = (head.type === 'L' || head.type === 'x') && head.size <= mostTold
      if (isTelling) {
        told = { type: head.type, text: '' }
        continue
      }
      name = (told && nameTold(told)) ?? head.name
      told = null
      isFile = head.type === '0' || head.type === '\0'
      if (isFile) yield { name, bytes: null }
    }
    held = held.subarray(at)
  }
  if (left > 0 || held.length > 0) throw new BrokenFile('a whole .tar.gz; it stops early', { entry: name || null })
}

const mostTold = 65_536

/** A name too long for its head stands before it by itself (`L`), or among other things that are told of the file (`x`). */
function nameTold({ type, text }: { type: string; text: string }): string | null {
  const name = type === 'L' ? text.replace(/\0.*$/s, '') : /(?:^|\n)\d+ path=([^\n]*)/.exec(text)?.[1]
  return name ? Buffer.from(name, 'latin1').toString('utf8') : null
}

/** Null for the empty blocks at the end. */
function headOf(head: Buffer): { name: string; size: number; type: string } | null {
  if (head.every((byte) => byte === 0)) return null
  const text = (from: number, length: number) => head.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const sum = Number.parseInt(text(148, 8).trim(), 8)
  const added = head.reduce((total, byte, n) => total + (n >= 148 && n < 156 ? 32 : byte), 0)
  if (sum !== added) throw new BrokenFile('a tar file inside the .gz')
  const size =
    (head[124] ?? 0) & 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(text(124, 12).trim() || '0', 8)
  if (!Number.isSafeInteger(size) || size < 0) throw new BrokenFile('a tar file with sizes')
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : ''
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size, type: text(156, 1) || '\0' }
}
