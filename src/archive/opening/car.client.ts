import { cborToLexRecord, readCarStream } from '@atproto/repo'
import { isObject, type Loose, listOf } from '../../networks/loose.ts'
import { BrokenFile } from '../import.ts'
import { type OpenFile, piecesOf } from './on-disk.client.ts'

/** One record of a repository under its path (`collection/key`); the commit, which says whose it is, has the path ''. */
export type RepositoryRecord = { path: string; record: Loose }

const mostNodes = 2_000_000
const batch = 500

/**
 * Reads a repository (.car, as its protocol's own package reads it, each block checked against its address): once for the paths, which stand
 * in nodes of a tree apart from the records, and once for the records. Only wanted paths are unfolded.
 */
export async function* repositoryRecords(
  file: OpenFile,
  wanted: (path: string) => boolean,
): AsyncGenerator<RepositoryRecord[]> {
  await file.step('names', file.size)
  const { paths, commit } = await pathsOf(file, wanted)
  await file.step('posts', file.size)
  yield [{ path: '', record: commit }]
  let found: RepositoryRecord[] = []
  const { blocks } = await openCar(file)
  for await (const { cid, bytes } of blocks) {
    const at = paths.get(cid.toString())
    if (at === undefined) continue
    paths.delete(cid.toString())
    for (const path of at) found.push({ path, record: recordOf(bytes, path) })
    if (found.length >= batch) {
      yield found
      found = []
    }
  }
  yield found
  const [lost] = paths.values()
  if (lost !== undefined) throw new BrokenFile('every record that the repository names', { entry: lost[0] ?? null })
}

type Block = { cid: { toString(): string }; bytes: Uint8Array }

async function openCar(file: OpenFile): Promise<{ root: string; blocks: AsyncIterable<Block> }> {
  const { roots, blocks } = await readCarStream(ofBearableParts(piecesOf(file, 0, file.size))).catch((error) => {
    throw error instanceof BrokenFile ? error : new BrokenFile('a repository (.car)', { byte: 0 })
  })
  return { root: String(roots[0]), blocks: checked(blocks, await headBytes(file)) }
}

/** The protocol lets a record have 1 MB; the package would hold whatever a length promises. */
const mostPartBytes = 4_000_000

/** The same pieces, as long as the parts in them, each behind its length (seven bits to a byte), are not larger than may be held. */
async function* ofBearableParts(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = 0
  let length = 0
  let place = 1
  let passed = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      if (left > 0) {
        const step = Math.min(left, piece.length - at)
        left -= step
        at += step
        continue
      }
      const byte = piece[at] ?? 0
      length += (byte & 0x7f) * place
      place *= 128
      at += 1
      if (length > mostPartBytes || place > 2 ** 42)
        throw new BrokenFile('a repository of parts of at most 4 MB', { byte: passed + at })
      if (byte >= 0x80) continue
      left = length
      length = 0
      place = 1
    }
    passed += piece.length
    yield piece
  }
}

/** The package's own faults as what they are here: a file that broke, in the block that begins there. */
async function* checked(blocks: AsyncIterable<Block>, from: number): AsyncGenerator<Block> {
  let at = from
  try {
    for await (const block of blocks) {
      yield block
      at += blockBytes(block)
    }
  } catch (error) {
    if (error instanceof BrokenFile) throw error
    throw new BrokenFile('a whole repository; the block that begins here is damaged or cut off', { byte: at })
  }
}

const addressBytes = 36

/** A block is its length (seven bits to a byte), its address, and what it holds. */
function blockBytes({ bytes }: Block): number {
  const length = addressBytes + bytes.length
  return Math.ceil(Math.log2(length + 1) / 7) + length
}

/** A head is its length, written in the same way, and so many bytes. */
async function headBytes({ handle }: OpenFile): Promise<number> {
  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0)
  const last = buffer.findIndex((byte) => byte < 0x80)
  return buffer.subarray(0, last + 1).reduce((sum, byte, n) => sum + (byte & 0x7f) * 2 ** (7 * n), last + 1)
}

/** A part of the tree: what it holds, and the parts below it. */
type Node = { held: [path: string, address: string][]; below: string[] }

/**
 * By the address of a record its paths: the same record twice has one address. Only what hangs on the commit counts; a file may still hold
 * parts of the tree as it was before.
 */
async function pathsOf(
  file: OpenFile,
  wanted: (path: string) => boolean,
): Promise<{ paths: Map<string, string[]>; commit: Loose }> {
  const { root, blocks } = await openCar(file)
  const nodes = new Map<string, Node>()
  let commit: Loose | null = null
  for await (const { cid, bytes } of blocks) {
    if (cid.toString() === root) commit = recordOf(bytes, 'commit')
    else if (isNode(bytes)) nodes.set(cid.toString(), nodeOf(recordOf(bytes, 'node'), wanted))
    if (nodes.size > mostNodes) throw new BrokenFile('a repository of fewer parts')
  }
  if (commit === null) throw new BrokenFile('a repository that says whose it is', { entry: root })
  return { paths: walked(nodes, String(commit.data)), commit }
}

function walked(nodes: Map<string, Node>, top: string): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  const open = [top]
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    const node = nodes.get(address)
    if (!node) throw new BrokenFile('every part of the repository; this one is not in it', { entry: address })
    nodes.delete(address) // a tree that leads back into itself ends here
    for (const [path, record] of node.held) paths.set(record, [...(paths.get(record) ?? []), path])
    open.push(...node.below)
  }
  return paths
}

/** A node is a map of two members, `e` first: cheap to tell from a record without unfolding it. */
const isNode = (bytes: Uint8Array): boolean => bytes[0] === 0xa2 && bytes[1] === 0x61 && bytes[2] === 0x65

function recordOf(bytes: Uint8Array, entry: string): Loose {
  try {
    const record = cborToLexRecord(bytes)
    if (isObject(record)) return record
  } catch {
    // said below
  }
  throw new BrokenFile('a record that can be read', { entry })
}

const decoder = new TextDecoder()

/** Paths are compressed against the one before in the same node. */
function nodeOf(node: Loose, wanted: (path: string) => boolean): Node {
  const found: Node = { held: [], below: node.l ? [String(node.l)] : [] }
  let path = ''
  for (const entry of listOf(node.e)) {
    if (!isObject(entry) || typeof entry.p !== 'number' || !(entry.k instanceof Uint8Array)) continue
    path = path.slice(0, entry.p) + decoder.decode(entry.k)
    if (wanted(path)) found.held.push([path, String(entry.v)])
    if (entry.t) found.below.push(String(entry.t))
  }
  return found
}
