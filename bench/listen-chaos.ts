import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.ts'
import { diceOf } from './dice.ts'
import type { HeardVerdict } from './listen-chaos-scenario.ts'
import type { ListenOrder } from './listen-chaos-worker.ts'
import { envIn, live as liveAs } from './lives.ts'

/**
 * `npm run bench -- listen-chaos --runs N [--messages M] [--store embedded|postgres] [--workers W] [--seed S]`
 *
 * Each run lets the public say its share of the messages on the practice network, whose answers are dropped, delayed and refused as the
 * seed says, and kills a listening worker (SIGKILL, a real process) at a seeded point of its work: any statement, before or after.
 * The next worker takes over. In the end what was said is compared with what is kept. Exit 1 when anything is lost, doubled,
 * miscounted or apart.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    runs: { type: 'string', default: '100' },
    messages: { type: 'string', default: '3000' },
    store: { type: 'string', default: 'embedded' },
    workers: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const runs = Number(values.runs)
const total = Number(values.messages)
const firstSeed = Number(values.seed) * 1_000_000
const isShared = values.store === 'postgres'
const workers = isShared ? Number(values.workers ?? 3) : 1
/** Most lives reach their point: hearing and keeping one lot takes about so many. */
const pointsInALife = 160
const began = Date.now()
const folder = mkdtempSync(join(tmpdir(), 'fc-listen-'))
const postgres = isShared ? await startPostgres() : null
const env = envIn(folder, postgres?.url ?? null)
const live = (order: ListenOrder) => liveAs('listen-chaos-worker.ts', order, env)

let kills = 0
try {
  const share = (i: number) => Math.floor(((i + 1) * total) / runs) - Math.floor((i * total) / runs)
  const lots = Array.from({ length: runs }, (_, i) => ({ seed: firstSeed + i, size: share(i) }))
  const waiting = [...lots]
  const dice = diceOf(firstSeed)
  await live({ killAt: 0, lots: [], settle: true, judge: false }) // the store is made and migrated before anybody dies
  const hand = async () => {
    for (let lot = waiting.shift(); lot !== undefined; lot = waiting.shift()) {
      const life = await live({ killAt: 1 + dice.upTo(pointsInALife), lots: [lot], settle: false, judge: false })
      if (life.killed) kills += 1
    }
  }
  await Promise.all(Array.from({ length: workers }, hand))
  // A worker may have died before its lot was said; it is said again, once.
  const last = await live({ killAt: 0, lots, settle: true, judge: true })
  const verdict = JSON.parse(last.printed.at(-1) ?? '{}') as HeardVerdict
  const bad =
    verdict.lost +
    verdict.doubled +
    verdict.miscounted +
    verdict.apart +
    verdict.unsettled +
    (verdict.chainWhole ? 0 : 1)
  const isWhole = bad === 0 && verdict.messages === total
  if (!isWhole)
    console.error(`Seed ${values.seed}: run again with --runs ${runs} --seed ${values.seed} --store ${values.store}`)
  console.log(
    JSON.stringify({
      bench: 'listen-chaos',
      runs,
      store: values.store,
      workers,
      kills,
      ...verdict,
      seconds: Math.round((Date.now() - began) / 1000),
    }),
  )
  process.exitCode = isWhole ? 0 : 1
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
