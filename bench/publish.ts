import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/postgres.ts'
import { command } from '../src/audit/audit.commands.ts'
import { ok } from '../src/foundation/outcome.ts'
import { keyOf } from '../src/networks/key.ts'
import { startPds } from '../src/networks/testnet/pds.testbed.ts'
import { startDelivering } from '../src/posting/delivery/deliver.jobs.ts'
import { paces } from '../src/posting/delivery/pace.ts'
import { openLines } from '../src/register/custody/lines.client.ts'
import { forceId, prepare, releaseOne } from './chaos-scenario.ts'
import { envIn, openWorld } from './lives.ts'

/**
 * `npm run bench -- publish`: deliveries a second to the real Bluesky server, against a bare loop of the same calls with as many hands,
 * in turns in the same run; then how late 1,000 posts to practice are that are due within one minute.
 */
const rounds = 5
const perRound = 200
const folder = mkdtempSync(join(tmpdir(), 'fc-bench-'))
const postgres = await startPostgres()
const pds = await startPds()
try {
  const world = await openWorld({ ...envIn(folder, postgres.url), PACE: 'real' })
  const account = await pds.createAccount('bench.test')
  await prepare(world, {
    pds: pds.url,
    proxy: pds.url,
    did: account.did,
    handle: account.handle,
    password: await pds.createAppPassword(account),
  })
  const lines = openLines(world)
  const actor = { forceId, personId: null, roles: [] }

  let made = 0
  const release = (accountId: string, network: string, dueAt: Date) =>
    command(world, actor, async (c) => {
      const postId = `bench${made++}`
      const text = `Bench post ${postId}, of about the usual length of a post that a force puts out in a day.`
      await releaseOne(c, { postId, accountId, network, dueAt, pieces: [text] })
      return ok(null)
    })
  const unsent = async () =>
    (await world.db.selectFrom('delivery').select('id').where('state', '<>', 'sent').execute()).length

  const bare = async (): Promise<number> => {
    const line = await lines.lineOf(forceId, 'real', 'bluesky')
    if ('keyEnded' in line) throw new Error(line.words)
    let left = perRound
    const began = performance.now()
    const hand = async () => {
      while (left-- > 0) {
        const n = made++
        const signal = AbortSignal.timeout(20_000)
        const frozen = await line.freeze(
          {
            text: `Bare post ${n}, of about the usual length of a post that a force puts out in a day.`,
            languages: ['en'],
            pictures: [],
            createdAt: new Date().toISOString(),
            reply: null,
          },
          signal,
        )
        if (frozen.kind !== 'frozen') throw new Error(frozen.words)
        const ending = await line.send(
          frozen.frozen,
          keyOf({ postId: `bare${n}`, network: 'bluesky', accountId: 'real', piece: 0, dueAt: new Date() }),
          signal,
        )
        if (ending.kind !== 'done') throw new Error(ending.words)
      }
    }
    await Promise.all(Array.from({ length: paces.real.hands }, hand))
    return perRound / ((performance.now() - began) / 1000)
  }
  const ours = async (): Promise<number> => {
    for (let i = 0; i < perRound; i++) await release('real', 'bluesky', new Date())
    const began = performance.now()
    const running = await startDelivering(world, lines.lineOf, lines.forget)
    while ((await unsent()) > 0) await new Promise((r) => setTimeout(r, 10))
    const seconds = (performance.now() - began) / 1000
    await running.stop()
    return perRound / seconds
  }
  const lateness = async (count: number, spreadMs: number): Promise<number> => {
    const start = Date.now() + 1000 + count * 4
    const before = new Set((await world.db.selectFrom('delivery').select('id').execute()).map((d) => d.id))
    for (let i = 0; i < count; i++) await release('practice', 'practice', new Date(start + (i * spreadMs) / count))
    const running = await startDelivering(world, lines.lineOf, lines.forget)
    while ((await unsent()) > 0) await new Promise((r) => setTimeout(r, 200))
    await running.stop()
    const rows = (await world.db.selectFrom('delivery').select(['id', 'due_at', 'sent_at']).execute()).filter(
      (d) => !before.has(d.id),
    )
    return percentile(
      rows.map((d) => (d.sent_at?.getTime() ?? 0) - d.due_at.getTime()),
      0.95,
    )
  }

  await bare() // both warm up
  await ours()
  const pairs: { bare: number; ours: number }[] = []
  for (let i = 0; i < rounds; i++) pairs.push({ bare: await bare(), ours: await ours() })
  const median = (values: number[]) => percentile(values, 0.5)
  const bareRate = median(pairs.map((p) => p.bare))
  const ourRate = median(pairs.map((p) => p.ours))
  const p95LatenessMs = await lateness(1000, 60_000)
  const burstP95LatenessMs = await lateness(1000, 0)
  console.log(
    JSON.stringify({
      bench: 'publish',
      ratio: Number(median(pairs.map((p) => p.ours / p.bare)).toFixed(3)),
      perSecond: Math.round(ourRate),
      barePerSecond: Math.round(bareRate),
      p95LatenessMs,
      burstP95LatenessMs,
    }),
  )
  await world.database.close()
} finally {
  await pds[Symbol.asyncDispose]()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
