import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { BrokenFile } from '../import.ts'
import {
  type Inside,
  isUnpacking,
  type OpenFile,
  packedTooWell,
  piecesOf,
  readAt,
  tooWellWords,
} from './on-disk.client.ts'

type Entry = { name: string; method: number; flags: number; sum: number; packed: number; size: number; at: number }

const mostDirectoryBytes = 256_000_000
/** Its head, and three texts of at most 65,535 bytes. */
const mostEntryBytes = 46 + 3 * 65_535
const partBytes = 1_000_000

/**
 * Reads the directory of a zip (also of one over 4 GB) and answers the wanted files in it; they are unpacked as a stream when opened, and
 * their size and check sum must be what the directory says.
 */
export async function openZip(file: OpenFile, wanted: (name: string) => boolean): Promise<Inside[]> {
  const found = new Map<string, Entry>()
  const all = { packed: 0, size: 0 }
  for await (const entry of entriesOf(file.handle, await directoryOf(file.handle, file.size))) {
    if (!wanted(entry.name)) continue
    const { name, packed, size } = entry
    if (found.has(name)) throw new BrokenFile('each name once', { entry: name })
    found.set(name, entry)
    all.packed += packed
    all.size += size
    if (packedTooWell(packed, size) || packedTooWell(all.packed, all.size))
      throw new BrokenFile(tooWellWords, { entry: name })
    if (all.packed > file.size) throw new BrokenFile('entries that do not lie over each other', { entry: name })
  }
  return [...found.values()].map((entry) => ({
    name: entry.name,
    bytes: entry.packed,
    open: () => unpack(file, entry),
  }))
}

type Directory = { at: number; bytes: number; count: number }

/** An export with much media has a directory of many megabytes; it goes by in parts. */
async function* entriesOf(file: FileHandle, { at, bytes, count }: Directory): AsyncGenerator<Entry> {
  const part = (from: number) => readAt(file, from, Math.min(partBytes, at + bytes - from))
  let start = at
  let held = await part(start)
  let from = 0
  for (let n = 0; n < count; n++) {
    if (from + mostEntryBytes > held.length && start + held.length < at + bytes) {
      start += from
      from = 0
      held = await part(start)
    }
    if (from + 46 > held.length || held.readUInt32LE(from) !== 0x02014b50)
      throw broken('a whole directory', start + from)
    const [entry, length] = entryAt(held, from)
    yield entry
    from += length
  }
}

const broken = (expected: string, byte: number): BrokenFile => new BrokenFile(`a zip file: ${expected}`, { byte })

/** Where the directory lies. It is named at the end of the file, once more in larger numbers where it does not fit. */
async function directoryOf(file: FileHandle, size: number): Promise<Directory> {
  const tailBytes = Math.min(size, 65_557 + 20)
  const tail = await readAt(file, size - tailBytes, tailBytes)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > tail.length) throw broken('its end is missing, so it is not whole', size)
  const plain = {
    count: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  }
  const isLarge = end >= 20 && tail.readUInt32LE(end - 20) === 0x07064b50
  const place = isLarge ? await largeDirectory(file, Number(tail.readBigUInt64LE(end - 12)), size) : plain
  if (place.bytes > mostDirectoryBytes || place.at + place.bytes > size)
    throw broken('its directory lies outside it', size)
  return place
}

async function largeDirectory(file: FileHandle, at: number, size: number) {
  if (at + 56 > size) throw broken('its directory lies outside it', size)
  const end = await readAt(file, at, 56)
  if (end.readUInt32LE(0) !== 0x06064b50) throw broken('its directory lies elsewhere', at)
  return {
    count: Number(end.readBigUInt64LE(32)),
    bytes: Number(end.readBigUInt64LE(40)),
    at: Number(end.readBigUInt64LE(48)),
  }
}

function entryAt(directory: Buffer, from: number): [Entry, number] {
  const nameBytes = directory.readUInt16LE(from + 28)
  const extraBytes = directory.readUInt16LE(from + 30)
  const length = 46 + nameBytes + extraBytes + directory.readUInt16LE(from + 32)
  const extra = directory.subarray(from + 46 + nameBytes, from + 46 + nameBytes + extraBytes)
  const plain = {
    name: directory.toString('utf8', from + 46, from + 46 + nameBytes),
    flags: directory.readUInt16LE(from + 8),
    method: directory.readUInt16LE(from + 10),
    sum: directory.readUInt32LE(from + 16),
    packed: directory.readUInt32LE(from + 20),
    size: directory.readUInt32LE(from + 24),
    at: directory.readUInt32LE(from + 42),
  }
  return [withLarge(plain, extra), length]
}

/** Numbers that do not fit stand in the extra field 1, in this order, only those that do not fit. */
function withLarge(entry: Entry, extra: Buffer): Entry {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4
      const large = (value: number): number => {
        if (value !== 0xffffffff || next + 8 > extra.length) return value
        next += 8
        return Number(extra.readBigUInt64LE(next - 8))
      }
      return { ...entry, size: large(entry.size), packed: large(entry.packed), at: large(entry.at) }
    }
    at += 4 + length
  }
  return entry
}

async function* unpack(file: OpenFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const no = (expected: string) => new BrokenFile(expected, { entry: entry.name })
  if (entry.flags & 1) throw no('an entry that is not locked with a password')
  if (entry.method !== 0 && entry.method !== 8) throw no('an entry packed in the ordinary way (deflate)')
  const head = await readAt(file.handle, entry.at, 30)
  if (head.readUInt32LE(0) !== 0x04034b50) throw no('the entry where the directory says it is')
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const raw = piecesOf(file, start, entry.packed)
  let size = 0
  let sum = 0
  for await (const piece of entry.method === 0 ? raw : inflated(raw, no)) {
    size += piece.length
    if (size > entry.size) throw no('no more bytes than the directory says')
    sum = crc32(piece, sum)
    yield piece
  }
  if (size !== entry.size || sum !== entry.sum) throw no('the bytes that were packed; the check sum differs')
}

async function* inflated(raw: AsyncIterable<Buffer>, no: (expected: string) => BrokenFile): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  const source = Readable.from(raw, { objectMode: false })
  source.on('error', (error) => inflate.destroy(error))
  source.pipe(inflate)
  try {
    for await (const piece of inflate) yield piece
  } catch (error) {
    throw isUnpacking(error) ? no('bytes that can be unpacked') : error
  } finally {
    source.destroy()
    inflate.destroy()
  }
}
