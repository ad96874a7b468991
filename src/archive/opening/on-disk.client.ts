import type { FileHandle } from 'node:fs/promises'
import { BrokenFile, type ReadStep } from '../import.ts'

/**
 * A file that lies open. `step` is told what is done with it next and how many bytes that goes through, `moved` how many it went through just
 * now. Either may throw: then the reading is over.
 */
export type OpenFile = {
  handle: FileHandle
  name: string
  size: number
  step(step: ReadStep, bytes: number): Promise<void>
  moved(bytes: number): Promise<void>
}

/**
 * A file inside another: its name, how many bytes of the outer file are gone through for it, and its own bytes when asked for. Nothing is ever
 * written under a name that came from outside.
 */
export type Inside = { name: string; bytes: number; open(): AsyncIterable<Uint8Array> }

/** All of a file inside. Throws BrokenFile where it has more bytes than `most`. */
export async function bytesOf(inside: Inside, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of inside.open()) {
    size += part.length
    if (size > most) throw new BrokenFile(`at most ${most / 1_000_000} MB`)
    parts.push(part.slice())
  }
  return Buffer.concat(parts)
}

const pieceBytes = 64 * 1024

/** So many bytes of a file from a place on, in pieces. */
export async function* piecesOf(
  file: Pick<OpenFile, 'handle' | 'moved'>,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  for (let at = start; at < start + length; ) {
    const piece = await readAt(file.handle, at, Math.min(pieceBytes, start + length - at))
    at += piece.length
    await file.moved(piece.length)
    yield piece
  }
}

export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, at)
  if (bytesRead < length) throw new BrokenFile('the whole file; it stops early', { byte: at + bytesRead })
  return bytes
}

/** Text packs to a tenth or a twentieth; what unpacks to more than this is made to fill a machine. */
const mostRatio = 200
const leastUnpacked = 1_000_000
const mostUnpacked = 100_000_000_000

export const packedTooWell = (packed: number, unpacked: number): boolean =>
  unpacked > Math.min(packed * mostRatio + leastUnpacked, mostUnpacked)
export const tooWellWords = `no more than ${mostRatio} times its size once it is unpacked, and at most 100 GB`

/** What zlib says of bytes that it cannot unpack; anything else is no fault of the file. */
export const isUnpacking = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
