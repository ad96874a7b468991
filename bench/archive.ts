import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.ts'
import { fillRegister, makeCorpus, openWorld, type Times } from './archive-import.ts'
import { benchMeasures } from './archive-measures.ts'

/**
 * `npm run bench -- archive [--posts 1500000] [--small 150000] [--rounds 2] [--measures yes]`
 *
 * A national corpus in one file, on PostgreSQL: how long a bare JSON.parse and COPY of it takes, how long importing it takes (read and confirmed; each in a process of its own, in turns, in the same run), its peak memory, and how both grow from the small
 * corpus to the whole one. Then what the measures take over what was imported.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    posts: { type: 'string', default: '1500000' },
    small: { type: 'string', default: '150000' },
    rounds: { type: 'string', default: '2' },
    measures: { type: 'string', default: 'yes' },
  },
})
const say = (words: string) => console.error(`${words} (load ${loadavg()[0]?.toFixed(1)})`)

const small = await one(Number(values.small), false)
const whole = await one(Number(values.posts), values.measures === 'yes')
const growth = Math.round((whole.ours.ms / small.ours.ms) * 10) / 10
console.log(JSON.stringify({ bench: 'archive', ...whole, small, growth }))
if (whole.ratio < 0.5 || growth > 12 || whole.ours.memoryMB > 300) process.exitCode = 1

async function one(posts: number, measures: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'fc-archive-'))
  try {
    const bytes = makeCorpus(folder, posts)
    say(`${posts} posts, ${Math.round(bytes / 1e6)} MB`)
    const rounds: Round[] = []
    for (let n = 1; n <= Number(values.rounds); n++)
      rounds.push(await oneRound(folder, measures && n === Number(values.rounds)))
    const best = rounds.reduce((a, b) => (b.bareMs / b.ours.ms > a.bareMs / a.ours.ms ? b : a))
    const ratio = Math.round((best.bareMs / best.ours.ms) * 100) / 100
    return { posts, megabytes: Math.round(bytes / 1e6), ...best, ...rounds.at(-1)?.measures, ratio }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Round = { bareMs: number; ours: Times; measures?: { measures: Record<string, number> } }

/** On a PostgreSQL of its own, which nothing has been written to. */
async function oneRound(folder: string, measures: boolean): Promise<Round> {
  const postgres = await startPostgres()
  try {
    const world = await openWorld(postgres.url, folder)
    await fillRegister(world, folder)
    const bareMs = inProcess<{ ms: number }>('bare', postgres.url, folder).ms
    const ours = inProcess<Times>('ours', postgres.url, folder)
    say(`bare ${bareMs} ms, ours ${ours.ms} ms (read ${ours.readMs}, confirm ${ours.confirmMs}), ${ours.memoryMB} MB`)
    const found = measures ? { measures: { measures: await benchMeasures(world, corpusEnds) } } : {}
    await world.database.close()
    return { bareMs, ours, ...found }
  } finally {
    await postgres.stop()
  }
}

const corpusEnds = new Date('2018-01-01T00:00:00Z')

function inProcess<T>(what: string, url: string, folder: string): T {
  const script = join(import.meta.dirname, 'archive-import.ts')
  const out = execFileSync(process.execPath, [script, what, url, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answer: T = JSON.parse(out.trim().split('\n').at(-1) ?? '')
  return answer
}
