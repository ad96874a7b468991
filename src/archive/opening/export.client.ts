import type { FileHandle } from 'node:fs/promises'
import type { ExportEntry, ExportReader } from '../../networks/export.ts'
import { BrokenFile } from '../import.ts'
import { repositoryRecords } from './car.client.ts'
import { Elements } from './elements.ts'
import { openTar } from './tar.client.ts'
import { bytesOf, type Inside, openZip, piecesOf } from './zip.client.ts'

/** One value of an export: from which entry, and the byte of it at which it begins. */
export type ExportValue = { entry: string; value: unknown; byte: number | null }

/** A file that lies open. `moved` is told how many of its bytes were gone through, for progress only. */
export type OpenFile = { handle: FileHandle; name: string; size: number; moved(bytes: number): void }

const mostWholeBytes = 16_000_000

/** Everything that a reader wants of an export, in its order, in lots. Throws BrokenFile with the place. */
export async function* exportValues(file: OpenFile, reader: ExportReader): AsyncGenerator<ExportValue[]> {
  const records = reader.entries.find((entry) => entry.form === 'records')
  if (records) return yield* recordsOf(file, records)
  const entries = await insideOf(file, (name) => reader.entries.some((entry) => entry.name.test(name)))
  for (const entry of reader.entries) {
    const found = entries.filter((inside) => entry.name.test(inside.name))
    if (found.length === 0 && entry.needed)
      throw new BrokenFile(`an export of this network, which has ${entry.like} in it`)
    for (const inside of found.sort((a, b) => byNumber.compare(a.name, b.name))) yield* valuesIn(inside, entry)
  }
}

/** `part10` comes after `part9`. */
export const byNumber = new Intl.Collator('en', { numeric: true })

async function* recordsOf(file: OpenFile, entry: ExportEntry): AsyncGenerator<ExportValue[]> {
  const wanted = (path: string) => entry.name.test(path)
  for await (const lot of repositoryRecords(file.handle, file.size, wanted, file.moved))
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
  const { handle, size, moved } = file
  const container = await containerOf(handle)
  if (container === 'zip') return openZip(handle, size, wanted, moved)
  if (container === 'tar') return openTar(handle, size, wanted, moved)
  return [{ name: file.name, open: () => piecesOf(handle, 0, size, moved) }]
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
