import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportReader } from '../../networks/export.ts'
import { BrokenFile, brokenWords } from '../import.ts'
import { exportValues, type OpenFile } from './export.client.ts'
import { plainRows } from './plain.client.ts'

/** Everything that a file gives, or where it broke, in words. */
async function allOf<T>(bytes: Uint8Array, name: string, read: (file: OpenFile) => AsyncIterable<Iterable<T>>) {
  const folder = mkdtempSync(join(tmpdir(), 'fc-open-'))
  writeFileSync(join(folder, 'file'), bytes)
  const handle = await open(join(folder, 'file'))
  try {
    const found: T[] = []
    for await (const lot of read({ handle, name, size: bytes.length, moved: () => {} })) found.push(...lot)
    return found
  } catch (error) {
    if (error instanceof BrokenFile) return brokenWords(error)
    throw error
  } finally {
    await handle.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const valuesOf = (bytes: Uint8Array, reader: ExportReader, name = 'export.zip') =>
  allOf(bytes, name, (file) => exportValues(file, reader))

export const rowsOf = (bytes: Uint8Array) =>
  allOf(bytes, 'posts.jsonl', (file) => plainRows(file, 'Europe/London', () => {}))
