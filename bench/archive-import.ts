import { execFileSync } from 'node:child_process'
import { createReadStream, linkSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beginImport, confirmImport } from '../src/archive/import.commands.ts'
import { importById } from '../src/archive/import.store.ts'
import { readImports } from '../src/archive/reading/read.jobs.ts'
import { stagedColumns } from '../src/archive/reading/staged.ts'
import type { World } from '../src/foundation/world.ts'
import { type Spent, spending } from './spent.ts'

type Listed = { force: string; handle: string; class: string }
const forceId = 'national'
export const corpusIn = (folder: string): string => join(folder, 'corpus.jsonl')
export const exportIn = (folder: string): string => join(folder, 'export')

/** A corpus of so many posts in the plain columns. Answers its megabytes. */
export function makeCorpus(folder: string, posts: number): number {
  const script = join(import.meta.dirname, 'corpus.ts')
  const run = [script, '--posts', String(posts), '--out', corpusIn(folder)]
  execFileSync(process.execPath, run, { stdio: ['ignore', 'ignore', 'inherit'] })
  return Math.round(statSync(corpusIn(folder)).size / 1e6)
}

/** Every account of the corpus on the register of one force, so that the whole of it is one file. */
export async function fillRegister(world: World, folder: string): Promise<void> {
  const listed: Listed[] = JSON.parse(readFileSync(`${corpusIn(folder)}.accounts.json`, 'utf8'))
  await world.db.insertInto('force').values({ id: forceId, name: 'All forces', created_at: new Date() }).execute()
  await sql`
    insert into account (force_id, id, network, handle, name, class, kind, status, purpose, signature_place, created_at)
    select ${forceId}, lpad(n::text, 6, '0'), 'x', r.value->>'handle', r.value->>'handle', r.value->>'class', 'single', 'live', '', 'suffix', now()
    from json_array_elements(${JSON.stringify(listed)}::json) with ordinality as r (value, n)`.execute(world.db)
}

/** One account of the network that an export is of. */
export async function fillOne(world: World, network: string): Promise<void> {
  await world.db.insertInto('force').values({ id: forceId, name: 'All forces', created_at: new Date() }).execute()
  await sql`
    insert into account (force_id, id, network, handle, name, class, kind, status, purpose, signature_place, created_at)
    values (${forceId}, ${oneAccount}, ${network}, 'westport', 'Westport', 'district', 'single', 'live', '', 'suffix', now())`.execute(
    world.db,
  )
}
const oneAccount = '000001'

export type Imported = { posts: number; read: Spent; confirm: Spent; seconds: number; memoryMB: number }

export const importAll = (world: World, folder: string, postgres: number | null): Promise<Imported> =>
  importFile(world, corpusIn(folder), { accountId: null, format: 'plain', postgres })

export const importExport = (world: World, folder: string, postgres: number | null): Promise<Imported> =>
  importFile(world, exportIn(folder), { accountId: oneAccount, format: 'export', postgres })

type Importing = { accountId: string | null; format: 'plain' | 'export'; postgres: number | null }

/** Imports a file as a person would: uploaded (not counted), read, confirmed. `postgres`: the server's first process. */
async function importFile(world: World, path: string, { accountId, format, postgres }: Importing): Promise<Imported> {
  const person = { forceId, personId: 'p', roles: ['headOfCommunications'] }
  const bytes = statSync(path).size
  const begun = await beginImport(world, person, { accountId, format, fileName: 'export', bytes })
  if (!begun.ok) throw new Error(begun.refusal.words)
  const { id } = begun.value
  const inbox = join(world.config.dataDir, 'imports', forceId)
  mkdirSync(inbox, { recursive: true })
  linkSync(path, join(inbox, id))
  await world.db.updateTable('archive_import').set({ stage: 'received', received: bytes }).execute()
  const [, read] = await spending(postgres, () => readImports(world))
  const [done, confirm] = await spending(postgres, () => confirmImport(world, person, { id, acceptHandle: false }))
  if (!done.ok) throw new Error(`${done.refusal.words} ${(await importById(world.db, forceId, id))?.refusal}`)
  const seconds = Math.round((read.seconds + confirm.seconds) * 10) / 10
  return { posts: done.value.posts, read, confirm, seconds, memoryMB: peakMemory() }
}

export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** The same file with nothing but JSON.parse and COPY, into a table of the same columns without any index. */
export async function bareAll(world: World, folder: string, postgres: number | null): Promise<Spent> {
  await sql`create table bare (like archive_row)`.execute(world.db)
  const [, spent] = await spending(postgres, () => world.database.copyIn('bare', stagedColumns, barePieces(folder)))
  await sql`drop table bare`.execute(world.db)
  return spent
}

type Line = { [column: string]: unknown }

async function* barePieces(folder: string): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of createReadStream(corpusIn(folder), { highWaterMark: 128 * 1024, encoding: 'utf8' })) {
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
  `${text(r.force)}\tbare\t0\t${text(r.account)}\t${text(r.id)}\t${r.said_at}\t${r.kind}\t${text(r.words)}\t${text(r.language)}\t${text(r.to_id)}\t${text(r.to_handle)}\t${list(r.hashtags)}\t${list(r.mentions)}\t${list(r.links)}\t${r.pictures}\t${r.videos}\t${text(r.described)}\t${text(r.replies)}\t${text(r.reshares)}\t${text(r.likes)}\t${text(r.quotes)}\t${r.cut}\t${r.edited}\t${r.counted_at}\t${r.counted_at}\t\\N\n`
