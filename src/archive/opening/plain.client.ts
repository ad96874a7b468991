import { type Column, columns, type PlainRow, readRow, WrongRow } from '../columns.ts'
import { BrokenFile } from '../import.ts'
import { Csv, type CsvRow } from './csv.ts'
import type { OpenFile } from './on-disk.client.ts'

const pieceBytes = 64 * 1024

/** Rows of a file in the plain columns, in lots, as they are read. `ignored` is told once of each column that means nothing here. */
export async function* plainRows(
  file: OpenFile,
  zone: string,
  ignored: (column: string) => void,
): AsyncGenerator<Iterable<PlainRow>> {
  const pieces = textOf(file)
  const first = await pieces.next()
  const start = first.done ? '' : first.value
  const rest = chained(start, pieces)
  if (start.trimStart().startsWith('{')) yield* fromLines(rest, zone)
  else yield* fromCsv(rest, zone, ignored)
}

async function* chained(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

/** The file as text, in pieces that never cut a letter. */
async function* textOf({ handle, size, step, moved }: OpenFile): AsyncGenerator<string> {
  await step('posts', size)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const pieces = [Buffer.alloc(pieceBytes), Buffer.alloc(pieceBytes)] as const
  const read = (n: number, from: number) => {
    const coming = handle.read(pieces[n % 2 === 0 ? 0 : 1], 0, pieceBytes, from)
    coming.catch(() => {}) // it is awaited in its turn, and its fault is told then
    return coming
  }
  let at = 0
  try {
    let coming = read(0, 0)
    for (let n = 0; at < size; n++) {
      const { bytesRead, buffer } = await coming
      coming = read(n + 1, at + bytesRead) // while this piece is worked on the next one is being read
      if (bytesRead === 0) throw new BrokenFile('the whole file; it stops early', { byte: at })
      yield decoded(decoder, buffer.subarray(0, bytesRead), at)
      at += bytesRead
      await moved(bytesRead)
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new BrokenFile('text in UTF-8', { byte: at })
    throw error
  }
}

function decoded(decoder: TextDecoder, piece: Uint8Array, at: number): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw new BrokenFile('text in UTF-8', { byte: at + wholeLetters(piece) })
  }
}

/** Up to which byte a piece is UTF-8; it may begin and end within a letter. */
function wholeLetters(piece: Uint8Array): number {
  const isInside = (byte: number) => (byte & 0xc0) === 0x80
  const first = piece.subarray(0, 4).findIndex((byte) => !isInside(byte))
  let [low, high] = [Math.max(first, 0), piece.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(piece.subarray(Math.max(first, 0), middle), { stream: true })
      low = middle
    } catch {
      high = middle - 1
    }
  }
  return low
}

const mostLine = 4_000_000

async function* fromLines(pieces: AsyncIterable<string>, zone: string): AsyncGenerator<Iterable<PlainRow>> {
  let held = ''
  let line = 1
  for await (const piece of pieces) {
    const lines = (held + piece).split('\n')
    held = lines.pop() ?? ''
    if (held.length > mostLine) throw new BrokenFile('a line of at most 4 MB', { line: line + lines.length })
    yield rowsOf(lines, line, zone)
    line += lines.length
  }
  if (held.trim() !== '') yield rowsOf([held], line, zone)
}

function* rowsOf(lines: readonly string[], first: number, zone: string): Generator<PlainRow> {
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n] ?? ''
    if (line === '' || line === '\r') continue
    try {
      yield readRow(JSON.parse(line), first + n, zone)
    } catch (error) {
      throw brokenAt(first + n, error)
    }
  }
}

function brokenAt(line: number, error: unknown): unknown {
  if (error instanceof WrongRow) return new BrokenFile(error.message, { line })
  if (error instanceof SyntaxError) return new BrokenFile('one JSON object on each line', { line })
  if (error instanceof TypeError) return new BrokenFile('a JSON object, not null', { line })
  return error
}

async function* fromCsv(
  pieces: AsyncIterable<string>,
  zone: string,
  ignored: (column: string) => void,
): AsyncGenerator<Iterable<PlainRow>> {
  const csv = new Csv()
  let head: string[] | null = null
  const take = (rows: CsvRow[]): CsvRow[] => {
    if (head !== null || rows.length === 0) return rows
    head = headOf(rows[0]?.cells ?? [], ignored)
    return rows.slice(1)
  }
  for await (const piece of pieces) yield csvRows(take(csv.push(piece)), head ?? [], zone)
  yield csvRows(take(csv.end()), head ?? [], zone)
  if (head === null) throw new BrokenFile(`a first line with the columns ${needed.join(', ')}`, { line: 1 })
}

const isColumn = (name: string): name is Column => Object.hasOwn(columns, name)
const needed = Object.keys(columns).filter((name) => isColumn(name) && columns[name].needed)

function headOf(cells: readonly string[], ignored: (column: string) => void): string[] {
  const head = cells.map((cell) => cell.trim().toLowerCase().replace(/[ -]+/g, '_'))
  const missing = needed.filter((name) => !head.includes(name))
  if (missing.length > 0) throw new BrokenFile(`the columns ${missing.join(', ')}`, { line: 1 })
  for (const name of new Set(head)) if (!isColumn(name)) ignored(name)
  return head
}

function* csvRows(rows: readonly CsvRow[], head: readonly string[], zone: string): Generator<PlainRow> {
  for (const { cells, line } of rows) {
    if (cells.length !== head.length)
      throw new BrokenFile(`${head.length} cells as in the first line, not ${cells.length}`, { line })
    try {
      yield readRow(Object.fromEntries(head.map((name, n) => [name, cells[n]])), line, zone)
    } catch (error) {
      throw brokenAt(line, error)
    }
  }
}
