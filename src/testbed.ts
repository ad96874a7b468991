import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { openCopy } from './clone.testbed.ts'
import { setClock } from './foundation/clock.ts'
import type { Config } from './foundation/config.ts'
import { type Database, openPostgres, wrapPGlite } from './foundation/database.ts'
import { outsideFetch } from './foundation/http-client.ts'
import { logTo } from './foundation/log.ts'
import { sealWith } from './foundation/seal.ts'
import type { Actor, World } from './foundation/world.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a migrated, empty PGlite that is closed, or the address of a PostgreSQL whose template database is migrated. */
    store: { kind: 'embedded'; folder: string } | { kind: 'postgres'; url: string; template: string }
  }
}

export type Testbed = World & { clock: ReturnType<typeof setClock>; forceId: string; actor: Actor } & AsyncDisposable

/** Where every test begins: Monday 7 September 2026, 10:00 in London. */
export const testMorning = '2026-09-07T09:00:00.000Z'

/**
 * A world of its own for one test: an empty migrated database with the force `westshire`, a clock that stands still, quick pace.
 * `await using bed = await openTestbed()`.
 */
export async function openTestbed(options: { at?: string; config?: Partial<Config> } = {}): Promise<Testbed> {
  const { database, drop } = await cloneStore()
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    databaseUrl: null,
    publicUrl: null,
    secrets: ['a secret that only the tests know, 0123456789'],
    demo: false,
    pace: 'quick',
    loopbackNetworks: true,
    log: 'silent',
    mail: null,
    ...options.config,
  }
  const clock = setClock(options.at ?? testMorning)
  const forceId = 'westshire'
  await database.db
    .insertInto('force')
    .values({ id: forceId, name: 'Westshire Police', created_at: clock.now() })
    .execute()
  return {
    db: database.db,
    database,
    clock,
    config,
    forceId,
    actor: { forceId, personId: null, roles: [] },
    seal: sealWith(config.secrets),
    log: logTo(config.log),
    fetch: outsideFetch(true),
    async [Symbol.asyncDispose]() {
      await database.close()
      await drop()
    },
  }
}

async function cloneStore(): Promise<{ database: Database; drop(): Promise<void> }> {
  const store = inject('store')
  if (store.kind === 'embedded') {
    return { database: wrapPGlite(await openCopy(store.folder)), drop: async () => {} }
  }
  const name = `t_${Math.random().toString(36).slice(2, 12)}`
  await asAdmin(store.url, `create database ${name} template ${store.template}`)
  const url = new URL(store.url)
  url.pathname = `/${name}`
  const database = await openPostgres(url.href, 10)
  return { database, drop: () => asAdmin(store.url, `drop database ${name} with (force)`) }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) })
  try {
    await sql.raw(statement).execute(admin)
  } finally {
    await admin.destroy()
  }
}
