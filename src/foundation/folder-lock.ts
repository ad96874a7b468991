import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Somebody else has the data folder open; the words say who. */
export class FolderTaken extends Error {}

/**
 * Holds a folder for this process. The hold is the operating system's own file lock (through SQLite, which Node brings),
 * so it ends with the process however that dies, and no stale file is ever in the way.
 * Throws FolderTaken with the holder's process number and start.
 */
export async function holdFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const note = join(folder, 'holder.json')
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive')
  } catch {
    lock.close()
    throw new FolderTaken(
      `The data folder ${folder} is open in another process (${holderWords(note)}). Stop that one, or set DATABASE_URL to share a PostgreSQL.`,
    )
  }
  writeFileSync(note, JSON.stringify({ process: process.pid, since: new Date().toISOString() }))
  return () => lock.close()
}

function holderWords(note: string): string {
  try {
    const { process: pid, since } = JSON.parse(readFileSync(note, 'utf8')) as { process: number; since: string }
    return `process ${pid}, since ${since}`
  } catch {
    return 'process not known'
  }
}
