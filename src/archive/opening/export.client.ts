import type { FileHandle } from 'node:fs/promises'
import type { ExportEntry, ExportReader } from '../../networks/export.ts'
import { BrokenFile } from '../import.ts'
import { repositoryRecords } from './car.client.ts'
import { Elements } from './elements.ts'
import { bytesOf, type Inside, type OpenFile, piecesOf } from './on-disk.client.ts'
import { openTar } from './tar.client.ts'
import { openZip } from './zip.client.ts'

/** One value of an export: from which entry, and the byte of it at which it begins. */
export type ExportValue = { entry: string; value: unknown; byte: number | null }

/** Some 100 kB in every export seen; a value of many small ones takes thirty times as much once it is unfolded. */
const mostWholeBytes = 2_000_000

/** Everything that a reader wants of an export, in its order, in lots. Throws BrokenFile with the place. */
export async function* exportValues(file: OpenFile, reader: ExportReader): AsyncGenerator<ExportValue[]> {
  const records = reader.entries.find((entry) => entry.form === 'records')
  if (records) return yield* recordsOf(file, records)
  const all = await insideOf(file, (name) => reader.entries.some((entry) => entry.name.test(name)))
  await file.step(
    'posts',
    all.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  for (const entry of reader.entries) {
    const found = all.filter((inside) => entry.name.test(inside.name))
    if (found.length === 0 && entry.needed)
      throw new BrokenFile(`an export of this network, which has ${entry.like} in it`)
    for (const inside of found.sort((a, b) => byNumber.compare(a.name, b.name))) yield* valuesIn(inside, entry)
  }
}

/** `part10` comes after `part9`. */
export const byNumber = new Intl.Collator('en', { numeric: true })

async function* recordsOf(file: OpenFile, entry: ExportEntry): AsyncGenerator<ExportValue[]> {
  for await (const lot of repositoryRecords(file, (path) => entry.name.test(path)))
    yield lot.map((value) => ({ entry: value.path, value, byte: null }))
}

/** What the file is, by its first bytes; null: one document by itself, or a list. */
export async function containerOf(handle: FileHandle): Promise<'zip' | 'tar' | null> {
  const head = Buffer.alloc(4)
  await handle.read(head, 0, 4, 0)
  if (head.equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'zip'
  return head[0] === 0x1f && head[1] === 0x8b ? 'tar' : null
}

/** Its name is believed only where it is one document by itself. */
async function insideOf(file: OpenFile, wanted: (name: string) => boolean): Promise<Inside[]> {
  const { handle, size } = file
  const container = await containerOf(handle)
  if (container === 'zip') return openZip(file, wanted)
  if (container === 'tar') return openTar(file, wanted)
  return [{ name: file.name, bytes: size, open: () => piecesOf(file, 0, size) }]
}

async function* valuesIn(inside: Inside, { form, list }: ExportEntry): AsyncGenerator<ExportValue[]> {
  const { name } = inside
  try {
    if (form === 'whole') return yield [{ entry: name, value: await wholeOf(inside), byte: 0 }]
    const elements = new Elements(list ?? null)
    let count = 0
    for await (const piece of inside.open()) {
      const found = elements.push(piece)
      count += found.length
      if (form === 'elements') yield found.map(({ text, at }) => ({ entry: name, value: parsed(text, at), byte: at }))
    }
    elements.end()
    if (form === 'count') yield [{ entry: name, value: count, byte: null }]
  } catch (error) {
    throw error instanceof BrokenFile ? error.at({ entry: name }) : error
  }
}

async function wholeOf(inside: Inside): Promise<unknown> {
  const text = (await bytesOf(inside, mostWholeBytes))
    .toString('utf8')
    .replace(/^\uFEFF?\s*(?:window\.[\w.]+\s*=\s*)?/, '')
  return parsed(text, 0)
}

function parsed(text: string, at: number): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new BrokenFile('JSON that can be read', { byte: at })
  }
}
