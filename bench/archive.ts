import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.ts'
import { type ExportKind, exportKinds, makeExport } from './archive-export.ts'
import { corpusIn, exportIn, type Imported, makeCorpus } from './archive-import.ts'
import { type Counted, nearSample } from './archive-measures.ts'
import type { Order } from './archive-worker.ts'
import type { Spent } from './spent.ts'

/**
 * `npm run bench -- archive [--posts 1500000] [--small 150000] [--rounds 2] [--embedded 200000] [--sample 20000] [--memory 0]
 * [--alone] [--exports 0]`
 *
 * A national corpus in one file, on PostgreSQL: how long a bare JSON.parse and COPY of it takes and how long importing it takes (read and
 * confirmed), in turns in the same run; how both grow from the small corpus; then all measures of all accounts, and the pages. The same in
 * the embedded store with fewer posts; `alone`: only that. `memory`: a file of so many megabytes is imported for its peak of memory alone; `exports`:
 * only exports of so many megabytes, one of each kind, mostly pictures, for the same. Each part is a process of its own. Fails when an aim is missed; the processor time tells a busy machine from slow code.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    posts: { type: 'string', default: '1500000' },
    small: { type: 'string', default: '150000' },
    rounds: { type: 'string', default: '2' },
    embedded: { type: 'string', default: '200000' },
    sample: { type: 'string', default: '20000' },
    memory: { type: 'string', default: '0' },
    alone: { type: 'boolean', default: false },
    exports: { type: 'string', default: '0' },
  },
})
const say = (words: string) => console.error(`${words} (load ${loadavg()[0]?.toFixed(1)})`)
const megabytesAPost = 535 / 1e6

type Aim = [name: string, isMet: boolean]

await (Number(values.exports) > 0
  ? exportsAlone(Number(values.exports))
  : values.alone
    ? embeddedAlone()
    : everything())

function report(found: object, aims: readonly Aim[]): void {
  const missed = aims.flatMap(([name, isMet]) => (isMet ? [] : [name]))
  console.log(JSON.stringify({ bench: 'archive', ...found, missed }))
  if (missed.length > 0) process.exitCode = 1
}

async function embeddedAlone(): Promise<void> {
  const embedded = await onEmbedded(Number(values.embedded))
  report({ embedded }, [pagesOf(embedded)])
}

async function exportsAlone(wanted: number): Promise<void> {
  const exports: (Imported & { kind: ExportKind; megabytes: number })[] = []
  for (const kind of exportKinds) exports.push(await oneExport(kind, wanted))
  report({ exports }, [['exports in 300 MB', exports.every(({ memoryMB }) => memoryMB < 300)]])
}

async function oneExport(
  kind: ExportKind,
  wanted: number,
): Promise<Imported & { kind: ExportKind; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'fc-archive-'))
  const { url, pid, stop } = await startPostgres()
  try {
    const { megabytes, posts } = await makeExport(exportIn(folder), kind, wanted)
    say(`${kind}: ${posts} posts, ${megabytes} MB`)
    const order = { folder, url, postgres: pid }
    inProcess({ part: kind === 'x.zip' ? 'x' : 'mastodon', ...order })
    const imported = inProcess<Imported>({ part: 'export', ...order })
    say(`read ${imported.read.seconds} s, confirmed ${imported.confirm.seconds} s, ${imported.memoryMB} MB`)
    return { kind, megabytes, ...imported }
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function everything(): Promise<void> {
  const small = await onPostgres(Number(values.small), null)
  const whole = await onPostgres(Number(values.posts), Number(values.sample))
  const embedded = await onEmbedded(Number(values.embedded))
  const large = await memoryOnly(Number(values.memory))
  const growth = rounded(whole.import.seconds / small.import.seconds)
  const processorGrowth = rounded(processorOf(whole.import) / processorOf(small.import))
  const { measures, near } = whole
  report({ ...whole, growth, processorGrowth, small, embedded, large }, [
    ['import at half the speed of a bare COPY', whole.ratio >= 0.5],
    ['import in 300 MB', Math.max(whole.import.memoryMB, large?.memoryMB ?? 0) < 300],
    ['ten times the posts in twelve times the time', growth <= 12],
    ['all measures in 60 s', measures !== null && measures.count.seconds <= 60],
    ['all measures in 1.5 GB', measures !== null && measures.memoryMB <= 1500],
    ['near-duplicates in 30 s', measures !== null && measures.nearSeconds <= 30],
    ['near-duplicates found, and no others', near !== null && near.recall >= 0.98 && near.precision === 1],
    ['pages in 300 ms', measures !== null && measures.pages.p95Ms <= 300],
    pagesOf(embedded),
  ])
}

function pagesOf({ measures }: { measures: Counted }): Aim {
  return ['pages of the embedded store in 300 ms', measures.pages.p95Ms <= 300]
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100
}

/** Of both halves of an import and both processes. */
function processorOf({ read, confirm }: Imported): number {
  return [read, confirm].reduce((sum, { processor }) => sum + processor.node + processor.postgres, 0)
}

async function withCorpus<T>(posts: number, work: (folder: string, megabytes: number) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fc-archive-'))
  try {
    const megabytes = makeCorpus(folder, posts)
    say(`${posts} posts, ${megabytes} MB`)
    return await work(folder, megabytes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bare and import in turns; the round with the best ratio counts. `sample`: measures too, and so many posts compared all with all. */
function onPostgres(posts: number, sample: number | null) {
  return withCorpus(posts, async (folder, megabytes) => {
    let best = await oneRound(folder, sample !== null)
    for (let n = 1; n < Number(values.rounds); n++) {
      const round = await oneRound(folder, false)
      if (round.ratio > best.ratio) best = { ...round, measures: best.measures }
    }
    return { posts, megabytes, ...best, near: sample === null ? null : await nearSample(corpusIn(folder), sample) }
  })
}

/** On a PostgreSQL of its own, which nothing has been written to. */
function oneRound(folder: string, withMeasures: boolean) {
  return withPostgres(folder, async (run) => {
    const bare = run<Spent>('bare')
    const imported = run<Imported>('import')
    const ratio = rounded(bare.seconds / imported.seconds)
    say(`bare ${bare.seconds} s, import ${imported.seconds} s: ${ratio}; ${imported.memoryMB} MB`)
    const measures = withMeasures ? run<Counted>('measures') : null
    if (measures) say(`measures ${measures.count.seconds} s, pages ${measures.pages.p95Ms} ms, ${measures.memoryMB} MB`)
    return { ratio, bare, import: imported, measures }
  })
}

async function withPostgres<T>(folder: string, work: (run: <U>(part: Order['part']) => U) => Promise<T>): Promise<T> {
  const { url, pid, stop } = await startPostgres()
  try {
    inProcess({ part: 'register', folder, url, postgres: pid })
    return await work((part) => inProcess({ part, folder, url, postgres: pid }))
  } finally {
    await stop()
  }
}

function onEmbedded(posts: number) {
  return withCorpus(posts, async (folder) => {
    const found = inProcess<{ import: Imported; measures: Counted }>({
      part: 'embedded',
      folder,
      url: null,
      postgres: null,
    })
    say(`embedded: import ${found.import.seconds} s, pages ${found.measures.pages.p95Ms} ms`)
    return { posts, ...found }
  })
}

/** A large file, for its peak of memory; null where none is asked for. */
async function memoryOnly(wanted: number): Promise<{ megabytes: number; memoryMB: number; seconds: number } | null> {
  if (wanted === 0) return null
  return withCorpus(Math.ceil(wanted / megabytesAPost), (folder, megabytes) =>
    withPostgres(folder, async (run) => {
      const { memoryMB, seconds } = run<Imported>('import')
      return { megabytes, memoryMB, seconds }
    }),
  )
}

function inProcess<T>(order: Order): T {
  const script = join(import.meta.dirname, 'archive-worker.ts')
  // As `npm start` runs the product.
  const out = execFileSync(process.execPath, ['--max-semi-space-size=16', script, JSON.stringify(order)], {
    encoding: 'utf8',
    env: { ...process.env, MALLOC_MMAP_THRESHOLD_: '131072' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answer: T = JSON.parse(out.trim().split('\n').at(-1) ?? '')
  return answer
}
