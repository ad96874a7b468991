import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Config } from './config.ts'
import { type CopyIn, copyIntoEmbedded, copyIntoPostgres } from './copy-in.ts'
import { holdFolder } from './folder-lock.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
/** Inside a transaction use only this handle: PGlite has one connection, and the outer handle would wait for ever. */
export type Tx = Transaction<Tables>

export type Database = {
  db: Db
  kind: 'embedded' | 'postgres'
  /** Calls back with every message on the channel, from whichever process sent it. Returns the way to stop. */
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
  /** Many rows at once, outside of any transaction. What a fault leaves differs: see `copy-in.ts`. */
  copyIn: CopyIn
  close(): Promise<void>
}

const int8 = 20

/** Opens PostgreSQL at `databaseUrl`, or the embedded database in the data folder (one process only; see holdFolder). */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openEmbedded(config.dataDir)
}

export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  }
  const pool = new pg.Pool({ connectionString: url, max: connections, types: types as pg.CustomTypesConfig })
  pool.on('error', () => {}) // an idle connection that breaks is replaced by the pool; the next query reports what matters
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await sql`select 1`.execute(db)
  return {
    db,
    kind: 'postgres',
    listen: (channel, heard) => listenOn(url, channel, heard),
    copyIn: copyIntoPostgres(pool),
    close: () => db.destroy(),
  }
}

/** Keeps one connection listening; opens another when it breaks. Messages sent in between are lost, so listeners also look by time. */
async function listenOn(url: string, channel: string, heard: (message: string) => void): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | null = null
  const again = () => {
    if (!stopped) setTimeout(() => void open().catch(again), 1000).unref()
  }
  const open = async () => {
    const next = new pg.Client({ connectionString: url })
    next.on('error', () => {})
    next.on('end', again)
    next.on('notification', (m) => heard(m.payload ?? ''))
    await next.connect()
    await next.query(`listen "${channel}"`)
    client = next
  }
  await open()
  return async () => {
    stopped = true
    await client?.end()
  }
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const release = await holdFolder(dataDir)
  try {
    return wrapPGlite(await PGlite.create(`${dataDir}/database`, { parsers: { [int8]: Number } }), release)
  } catch (error) {
    release()
    throw error
  }
}

/** Wraps an open PGlite; `released` runs after it is closed. Tests hand in one cloned from a dump. */
export function wrapPGlite(pglite: PGlite, released: () => void = () => {}): Database {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  return {
    db,
    kind: 'embedded',
    copyIn: copyIntoEmbedded(pglite),
    listen: async (channel, heard) => {
      const stop = await pglite.listen(channel, heard)
      return () => stop()
    },
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      released()
    },
  }
}

export const pgliteOptions = { parsers: { [int8]: Number } }
