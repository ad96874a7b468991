import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.ts'
import { seeded, startFaultProxy, tooManyRequests } from '../src/networks/testnet/fault.proxy.ts'
import { startPds } from '../src/networks/testnet/pds.testbed.ts'
import type { RealServer, Verdict } from './chaos-scenario.ts'
import type { Order } from './chaos-worker.ts'
import { diceOf } from './dice.ts'
import { envIn, live as liveAs } from './lives.ts'

/**
 * `npm run chaos -- --runs N [--store embedded|postgres] [--workers W] [--seed S] [--no-real]`
 *
 * Each run creates posts whose network misbehaves as its seed says, and kills a worker (SIGKILL, a real process) at a seeded point of
 * its work: any statement or network call, before or after. The next worker takes over. In the end every state is compared with what
 * the networks hold. Exit 1, and the wrong ones by name with their seed, when anything is doubled, lost, false or silent.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    store: { type: 'string', default: 'embedded' },
    workers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'no-real': { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const firstSeed = Number(values.seed) * 1_000_000
const isShared = values.store === 'postgres'
const workers = isShared ? Number(values.workers ?? 3) : 1
/** A life of a worker has about this many points. */
const pointsInALife = 120
const began = Date.now()

const folder = mkdtempSync(join(tmpdir(), 'fc-chaos-'))
const postgres = isShared ? await startPostgres() : null
const pds = values['no-real'] ? null : await startPds()
const proxy = pds
  ? await startFaultProxy(
      pds.url,
      ['putRecord'],
      seeded(firstSeed, 0.4, [
        { kind: 'dropBefore' },
        { kind: 'dropAfter' },
        { kind: 'errorAfter', status: 500 },
        { kind: 'cutAfter' },
        { kind: 'garbageAfter' },
        { kind: 'silenceAfter' },
        tooManyRequests(1),
      ]),
    )
  : null
const real = pds && proxy ? await realServer(pds, proxy.url) : null

async function realServer(server: NonNullable<typeof pds>, proxyUrl: string): Promise<RealServer> {
  const account = await server.createAccount('chaos.test')
  return {
    pds: server.url,
    proxy: proxyUrl,
    did: account.did,
    handle: account.handle,
    password: await server.createAppPassword(account),
  }
}

const env = envIn(folder, postgres?.url ?? null)
const live = (order: Omit<Order, 'real'>) => liveAs('chaos-worker.ts', { ...order, real }, env)

let kills = 0
try {
  const seeds = Array.from({ length: runs }, (_, i) => firstSeed + i)
  const dice = diceOf(firstSeed)
  await live({ killAt: 0, seeds: [], settle: true, judge: false }) // the store is made and migrated before anybody dies
  const hand = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const life = await live({ killAt: 1 + dice.upTo(pointsInALife), seeds: [seed], settle: false, judge: false })
      if (life.killed) kills += 1
    }
  }
  await Promise.all(Array.from({ length: workers }, hand))
  const last = await live({ killAt: 0, seeds: [], settle: true, judge: true })
  const verdict = JSON.parse(last.printed.at(-1) ?? '{}') as Verdict
  for (const wrong of verdict.wrong) console.error(wrong)
  const { wrong: _, ...figures } = verdict
  const bad = verdict.duplicates + verdict.lost + verdict.falseStates + verdict.silent + (verdict.chainWhole ? 0 : 1)
  if (bad > 0)
    console.error(
      `Seed ${values.seed}: run again with --runs ${runs} --seed ${values.seed} --store ${values.store} --workers ${workers}`,
    )
  console.log(
    JSON.stringify({
      bench: 'chaos',
      runs,
      store: values.store,
      workers,
      kills,
      realServer: real !== null,
      ...figures,
      seconds: Math.round((Date.now() - began) / 1000),
    }),
  )
  process.exitCode = bad > 0 ? 1 : 0
} finally {
  await proxy?.[Symbol.asyncDispose]()
  await pds?.[Symbol.asyncDispose]()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
