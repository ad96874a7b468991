import { execFileSync } from 'node:child_process'
import { createReadStream, linkSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beginImport, confirmImport } from '../src/archive/import.commands.ts'
import { importById } from '../src/archive/import.store.ts'
import { readImports } from '../src/archive/reading/read.jobs.ts'
import { stagedColumns } from '../src/archive/reading/staged.ts'
import { systemClock } from '../src/foundation/clock.ts'
import { readConfig } from '../src/foundation/config.ts'
import { openDatabase } from '../src/foundation/database.ts'
import { outsideFetch } from '../src/foundation/http-client.ts'
import { logTo } from '../src/foundation/log.ts'
import { migrate } from '../src/foundation/migrate.ts'
import { sealWith } from '../src/foundation/seal.ts'
import type { World } from '../src/foundation/world.ts'

/** Opens a store, as a process of the product does. */
export async function openWorld(url: string, folder: string): Promise<World> {
  const secret = 'a secret for the bench only, 0123456789'
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: folder, SECRET: secret, LOG: 'silent' })
  const database = await openDatabase(config)
  await migrate(database.db)
  return {
    db: database.db,
    database,
    clock: systemClock,
    config,
    seal: sealWith(config.secrets),
    log: logTo(config.log),
    fetch: outsideFetch(true),
  }
}

type Listed = { force: string; handle: string; class: string }
const forceId = 'national'
const fileOf = (folder: string): string => join(folder, 'corpus.jsonl')

/** A corpus of so many posts in the plain columns. Answers its bytes. */
export function makeCorpus(folder: string, posts: number): number {
  const script = join(import.meta.dirname, '../scripts/corpus.ts')
  const run = [script, '--posts', String(posts), '--out', fileOf(folder)]
  execFileSync(process.execPath, run, { stdio: ['ignore', 'ignore', 'inherit'] })
  return statSync(fileOf(folder)).size
}

/** Every account of the corpus on the register of one force, so that the whole of it is one file. */
export async function fillRegister(world: World, folder: string): Promise<void> {
  const listed: Listed[] = JSON.parse(readFileSync(`${fileOf(folder)}.accounts.json`, 'utf8'))
  await world.db.insertInto('force').values({ id: forceId, name: 'All forces', created_at: new Date() }).execute()
  await sql`
    insert into account (force_id, id, network, handle, name, class, kind, status, purpose, signature_place, created_at)
    select ${forceId}, lpad(n::text, 6, '0'), 'x', r.value->>'handle', r.value->>'handle', r.value->>'class', 'single', 'live', '', 'suffix', now()
    from json_array_elements(${JSON.stringify(listed)}::json) with ordinality as r (value, n)`.execute(world.db)
}

export type Times = { readMs: number; confirmMs: number; ms: number; memoryMB: number }

/** Imports the file as a person would: uploaded (not counted), read, confirmed. */
export async function importAll(world: World, folder: string): Promise<Times> {
  const person = { forceId, personId: 'p', roles: ['headOfCommunications'] }
  const bytes = statSync(fileOf(folder)).size
  const begun = await beginImport(world, person, { accountId: null, format: 'plain', fileName: 'corpus.jsonl', bytes })
  if (!begun.ok) throw new Error(begun.refusal.words)
  const { id } = begun.value
  mkdirSync(join(folder, 'imports', forceId), { recursive: true })
  linkSync(fileOf(folder), join(folder, 'imports', forceId, id))
  await world.db.updateTable('archive_import').set({ stage: 'received', received: bytes }).execute()
  const began = performance.now()
  await readImports(world)
  const read = performance.now()
  const done = await confirmImport(world, person, { id, acceptHandle: false })
  if (!done.ok) throw new Error(`${done.refusal.words} ${(await importById(world.db, forceId, id))?.refusal}`)
  const end = performance.now()
  return {
    readMs: Math.round(read - began),
    confirmMs: Math.round(end - read),
    ms: Math.round(end - began),
    memoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

type Line = { [column: string]: unknown }

/** The same file with nothing but JSON.parse and COPY, into a table of the same columns without any index. */
export async function bareAll(world: World, folder: string): Promise<number> {
  await sql`create table bare (like archive_row)`.execute(world.db)
  const began = performance.now()
  await world.database.copyIn('bare', stagedColumns, barePieces(folder))
  const ms = Math.round(performance.now() - began)
  await sql`drop table bare`.execute(world.db)
  return ms
}

async function* barePieces(folder: string): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of createReadStream(fileOf(folder), { highWaterMark: 128 * 1024, encoding: 'utf8' })) {
    const lines = (held + String(chunk)).split('\n')
    held = lines.pop() ?? ''
    let piece = ''
    for (const line of lines) piece += bareLine(JSON.parse(line))
    yield piece
  }
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const text = (value: unknown): string =>
  value === null || value === undefined
    ? '\\N'
    : String(value).replace(/[\\\n\r\t]/g, (letter) => escapes[letter] ?? '')
const list = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? text(`{${value.map((v) => `"${v}"`).join(',')}}`) : '\\N'

const bareLine = (r: Line): string =>
  `${text(r.force)}\tbare\t0\t${text(r.account)}\t${text(r.id)}\t${r.said_at}\t${r.kind}\t${text(r.words)}\t${text(r.language)}\t${text(r.to_id)}\t${text(r.to_handle)}\t${list(r.hashtags)}\t${list(r.mentions)}\t${list(r.links)}\t${r.pictures}\t${r.videos}\t${text(r.described)}\t${text(r.replies)}\t${text(r.reshares)}\t${text(r.likes)}\t${text(r.quotes)}\t${r.cut}\t${r.edited}\t${r.counted_at}\t${r.counted_at}\n`

/** In a process of its own, so that its memory is its own: `archive-import.ts bare|ours <url> <folder>`. */
if (process.argv[1] === import.meta.filename) {
  const [, , what = '', url = '', folder = ''] = process.argv
  const world = await openWorld(url, folder)
  const answer = what === 'bare' ? { ms: await bareAll(world, folder) } : await importAll(world, folder)
  await world.database.close()
  console.log(JSON.stringify(answer))
}
