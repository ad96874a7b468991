import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportReader } from '../../networks/export.ts'
import { BrokenFile, brokenWords, type ReadStep } from '../import.ts'
import { exportValues } from './export.client.ts'
import type { OpenFile } from './on-disk.client.ts'
import { plainRows } from './plain.client.ts'

type Step = { step: ReadStep; bytes: number; moved: number }

/** Everything that a file gives, or where it broke, in words; and the steps in which it was read. */
async function allOf<T>(bytes: Uint8Array, name: string, read: (file: OpenFile) => AsyncIterable<Iterable<T>>) {
  const folder = mkdtempSync(join(tmpdir(), 'fc-open-'))
  writeFileSync(join(folder, 'file'), bytes)
  const handle = await open(join(folder, 'file'))
  const steps: Step[] = []
  const step = async (of: ReadStep, all: number) => void steps.push({ step: of, bytes: all, moved: 0 })
  const moved = async (more: number) => {
    const last = steps.at(-1)
    if (last) last.moved += more
  }
  try {
    const found: T[] = []
    for await (const lot of read({ handle, name, size: bytes.length, step, moved })) found.push(...lot)
    return { found, steps }
  } catch (error) {
    if (error instanceof BrokenFile) return { found: brokenWords(error), steps }
    throw error
  } finally {
    await handle.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const valuesOf = async (bytes: Uint8Array, reader: ExportReader, name = 'export.zip') =>
  (await allOf(bytes, name, (file) => exportValues(file, reader))).found

export const stepsOf = async (bytes: Uint8Array, reader: ExportReader) =>
  (await allOf(bytes, 'export.zip', (file) => exportValues(file, reader))).steps

export const rowsOf = async (bytes: Uint8Array) =>
  (await allOf(bytes, 'posts.jsonl', (file) => plainRows(file, 'Europe/London', () => {}))).found
