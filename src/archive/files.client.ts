import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../foundation/config.ts'
import type { OpenFile } from './opening/on-disk.client.ts'

/** Where uploaded files lie until they are read: in the data folder, under our own names. */
const folderOf = ({ dataDir }: Pick<Config, 'dataDir'>, forceId: string): string => join(dataDir, 'imports', forceId)
const pathOf = (config: Pick<Config, 'dataDir'>, forceId: string, id: string): string =>
  join(folderOf(config, forceId), id)

/** Whether a file lies in this process's data folder: another process may have received it. */
export const isHere = (config: Pick<Config, 'dataDir'>, forceId: string, id: string): boolean =>
  existsSync(pathOf(config, forceId, id))

/** Writes a piece at its place; the same piece may be written again. False when what comes before it is not here. */
export async function writePiece(
  config: Pick<Config, 'dataDir'>,
  forceId: string,
  id: string,
  from: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const path = pathOf(config, forceId, id)
  if (from === 0) await mkdir(folderOf(config, forceId), { recursive: true, mode: 0o700 })
  const size = await stat(path).then(
    (s) => s.size,
    () => null,
  )
  if (from > 0 && (size === null || size < from)) return false
  const file = await open(path, size === null ? 'wx' : 'r+', 0o600)
  try {
    await file.write(bytes, 0, bytes.length, from)
    await file.sync()
  } finally {
    await file.close()
  }
  return true
}

/** Opens a file for as long as `use` takes. */
export async function withFile<T>(
  config: Pick<Config, 'dataDir'>,
  of: { force_id: string; id: string; file_name: string },
  going: Pick<OpenFile, 'step' | 'moved'>,
  use: (file: OpenFile) => Promise<T>,
): Promise<T> {
  const handle = await open(pathOf(config, of.force_id, of.id), 'r')
  try {
    const { size } = await handle.stat()
    return await use({ handle, name: of.file_name, size, ...going })
  } finally {
    await handle.close()
  }
}

/** The names of all files of a force that lie here. */
export const filesHere = (config: Pick<Config, 'dataDir'>, forceId: string): Promise<string[]> =>
  readdir(folderOf(config, forceId)).catch(() => [])

export const deleteFile = (config: Pick<Config, 'dataDir'>, forceId: string, id: string): Promise<void> =>
  rm(pathOf(config, forceId, id), { force: true })
