import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { startPostgres } from '../scripts/postgres.ts'
import { systemClock } from '../src/foundation/clock.ts'
import { readConfig } from '../src/foundation/config.ts'
import { openDatabase } from '../src/foundation/database.ts'
import { outsideFetch } from '../src/foundation/http-client.ts'
import { logTo } from '../src/foundation/log.ts'
import { migrate } from '../src/foundation/migrate.ts'
import { sealWith } from '../src/foundation/seal.ts'
import type { World } from '../src/foundation/world.ts'
import { countForce } from '../src/measures/counting/count.commands.ts'
import { accountFigures, measureFigures, overview, rowsBehind } from '../src/measures/measures.queries.ts'
import { pairsAlike } from '../src/measures/near/alike.ts'
import { shingling } from '../src/measures/near/shingles.ts'
import { plainWords } from '../src/measures/reading/plain-words.ts'

/** Counts every force of a store and asks for the pages; what `npm run bench -- archive` prints of the measures. */
export async function benchMeasures(world: World, until: Date): Promise<Record<string, number>> {
  const forces = await world.db.selectFrom('force').select('id').orderBy('id').execute()
  let [posts, accounts, ms, nearMs] = [0, 0, 0, 0]
  for (const { id: forceId } of forces) {
    const done = await countForce(world, { forceId, personId: null, roles: [] }, until)
    if (!done.ok) throw new Error(done.refusal.words)
    posts += done.value.posts
    accounts += done.value.accounts
    ms += done.value.ms
    nearMs += done.value.nearMs
  }
  const memory = process.resourceUsage().maxRSS / 1024
  const pages = await pageTimes(
    world,
    forces.map((f) => f.id),
  )
  return {
    forces: forces.length,
    posts,
    accounts,
    countSeconds: Math.round(ms / 100) / 10,
    nearSeconds: Math.round(nearMs / 100) / 10,
    memoryMB: Math.round(memory),
    ...pages,
  }
}

/** Every page that a person opens, in turn, for accounts and forces spread over the store. */
async function pageTimes(world: World, forces: readonly string[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ force_id: string; account_id: string }>`
    select force_id, id as account_id from account order by md5(id) limit 60`.execute(world.db)
  const actorOf = (forceId: string) => ({ forceId, personId: 'p', roles: ['headOfCommunications'] })
  const times: number[] = []
  const timed = async (page: Promise<unknown>, begun = performance.now()) => {
    await page
    times.push(performance.now() - begun)
  }
  for (const forceId of forces.slice(0, 20)) {
    await timed(overview(world, actorOf(forceId), 'weeks13'))
    await timed(measureFigures(world, actorOf(forceId), 'M07', 'weeks13'))
  }
  for (const { force_id, account_id } of rows) {
    const actor = actorOf(force_id)
    await timed(accountFigures(world, actor, account_id, 'weeks13'))
    for (const [measure, span] of [
      ['M07', 'weeks13'],
      ['M05', 'all'],
      ['M06', 'year'],
    ] as const)
      await timed(rowsBehind(world, actor, { measure, account: account_id, span, after: 0 }))
  }
  times.sort((a, b) => a - b)
  const at = (q: number) => Math.round(times[Math.floor(times.length * q)] ?? 0)
  return { pages: times.length, pageMedianMs: at(0.5), pageP95Ms: at(0.95), pageMaxMs: at(0.999) }
}

/**
 * Near-duplicates of a sample of own posts, held against comparing all with all by the plain definition. Runs are numbered by their text, so
 * the comparison shares nothing with what it checks; only pairs whose lengths alone rule them out are passed over.
 */
export async function nearSample(file: string, size: number): Promise<Record<string, number>> {
  const said: string[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const l: Line = JSON.parse(line)
    const plain = plainWords(String(l.words)).join(' ')
    if (l.kind === 'original' && plain.split(' ').length > 2) said.push(plain)
    if (said.length === size) break
  }
  const posts = shingling()
  for (const [n, plain] of said.entries()) posts.add(n, 0, plain)
  const begun = performance.now()
  const found = new Set(pairsAlike(posts.done()).map(([a, b]) => a * size + b))
  const ms = performance.now() - begun
  const numbers = new Map<string, number>()
  const runs = said.map((plain) => {
    const words = plain.split(' ')
    const texts = new Set(words.slice(2).map((_, n) => words.slice(n, n + 3).join(' ')))
    for (const run of texts) if (!numbers.has(run)) numbers.set(run, numbers.size)
    return Uint32Array.from(texts, (run) => numbers.get(run) ?? 0).sort()
  })
  let [pairs, right] = [0, 0]
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) {
      const [x, y] = [runs[a] ?? none, runs[b] ?? none]
      if (Math.min(x.length, y.length) < 0.6 * Math.max(x.length, y.length)) continue
      const both = shared(x, y)
      if (both < 0.6 * (x.length + y.length - both)) continue
      pairs += 1
      if (found.has(a * size + b)) right += 1
    }
  return {
    sample: said.length,
    pairs,
    recall: pairs === 0 ? 1 : right / pairs,
    precision: found.size === 0 ? 1 : right / found.size,
    sampleMs: Math.round(ms),
  }
}

const none = new Uint32Array()
function shared(x: Uint32Array, y: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const [p, q] = [x[i] ?? 0, y[j] ?? 0]
    if (p === q) both += 1
    if (p <= q) i += 1
    if (q <= p) j += 1
  }
  return both
}

type Line = { force: string; account: string; id: string; said_at: string; [column: string]: unknown }

/** A corpus laid straight into the archive, without an import: only for this bench. `one`: all forces as one. */
async function fill(world: World, file: string, one: boolean): Promise<void> {
  const accounts: { force: string; handle: string; class: string }[] = JSON.parse(
    readFileSync(`${file}.accounts.json`, 'utf8'),
  )
  const forceOf = (force: string) => (one ? 'all' : force)
  for (const id of new Set(accounts.map((a) => forceOf(a.force))))
    await world.db.insertInto('force').values({ id, name: id, created_at: new Date() }).execute()
  await sql`insert into account (force_id, id, network, handle, name, class, kind, status, purpose, signature_place, created_at)
    select case when ${one} then 'all' else r.force end, r.handle, 'x', r.handle, r.handle, r.class, 'single', 'live', '', 'suffix', now()
    from json_to_recordset(${JSON.stringify(accounts)}::json) as r (force text, handle text, class text)`.execute(
    world.db,
  )
  const columns =
    'force_id account_id external_id said_at kind words language to_external_id to_handle hashtags pictures videos described cut edited seen_at source'.split(
      ' ',
    )
  const text = (value: unknown) =>
    value === null || value === undefined
      ? '\\N'
      : String(value).replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? '')
  async function* pieces() {
    let out = ''
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const l: Line = JSON.parse(line)
      const tags = [...String(l.words).matchAll(/#(\w+)/g)].map((m) => m[1])
      const row = [
        forceOf(l.force),
        l.account,
        l.id,
        l.said_at,
        l.kind,
        l.words,
        l.language,
        l.to_id,
        l.to_handle,
        tags.length ? `{${tags.join(',')}}` : null,
        l.pictures,
        l.videos,
        l.described,
        false,
        false,
        l.said_at,
        'import',
      ]
      out += `${row.map(text).join('\t')}\n`
      if (out.length < 1 << 20) continue
      yield out
      out = ''
    }
    yield out
  }
  await world.database.copyIn('published', columns, pieces())
  await sql`vacuum analyze published`.execute(world.db)
}

/** `npm run bench -- archive-measures --corpus corpus.jsonl [--one] [--sample 20000]`: on its own, over a corpus that `npm run corpus` made. */
async function alone(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(process.argv[1] === import.meta.filename ? 2 : 3),
    options: {
      corpus: { type: 'string', default: 'corpus.jsonl' },
      one: { type: 'boolean', default: false },
      sample: { type: 'string', default: '20000' },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'fc-measures-'))
  const postgres = await startPostgres()
  const config = readConfig({
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    SECRET: 'a secret for the bench only, 0123456789',
    LOG: 'silent',
  })
  const database = await openDatabase(config)
  await migrate(database.db)
  const world: World = {
    db: database.db,
    database,
    clock: systemClock,
    config,
    seal: sealWith(config.secrets),
    log: logTo(config.log),
    fetch: outsideFetch(true),
  }
  const begun = performance.now()
  await fill(world, values.corpus, values.one)
  console.error(`filled in ${Math.round((performance.now() - begun) / 1000)} s (load ${loadavg()[0]?.toFixed(1)})`)
  const result = await benchMeasures(world, new Date('2018-01-01T00:00:00Z'))
  console.error(`load ${loadavg()[0]?.toFixed(1)}`)
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  console.log(
    JSON.stringify({
      bench: 'archive-measures',
      ...result,
      near: await nearSample(values.corpus, Number(values.sample)),
    }),
  )
}

if (process.argv[1] === import.meta.filename || process.argv[2] === 'archive-measures') await alone()
