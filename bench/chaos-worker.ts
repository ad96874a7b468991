import type { World } from '../src/foundation/world.ts'
import { startDelivering } from '../src/posting/delivery/deliver.jobs.ts'
import { openLines } from '../src/register/custody/lines.client.ts'
import { createRun, heldByPractice, judge, prepare, type RealServer, restless } from './chaos-scenario.ts'
import { openDyingWorld, untilNone } from './dying-world.ts'

/**
 * A worker that dies on order: it counts every statement and every network call, before and after, from the moment deliveries can be
 * claimed, and ends itself by SIGKILL at the `killAt`-th. 0: never. The product knows nothing of it.
 */
export type Order = { killAt: number; seeds: number[]; real: RealServer | null; settle: boolean; judge: boolean }

const order = JSON.parse(process.argv[2] ?? '{}') as Order
const { world: dyingWorld, database, point, count } = await openDyingWorld(order.killAt)
const real = order.real
const throughProxy: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input))
  point()
  const target = real && url.host === new URL(real.pds).host ? new URL(url.pathname + url.search, real.proxy) : url
  const answer = await fetch(input instanceof Request ? new Request(target, input) : target, init)
  point()
  return answer
}
const world: World = { ...dyingWorld, fetch: throughProxy }
await prepare(world, real)
for (const seed of order.seeds) await createRun(world, seed, real !== null)
count(true)
const lines = openLines(world)
const running = await startDelivering(world, lines.lineOf, lines.forget)
process.stdout.write('up\n')
if (!order.settle) setInterval(() => {}, 1000)
else {
  await untilNone(() => restless(database.db))
  count(false)
  await running.stop()
  if (order.judge)
    process.stdout.write(
      `${JSON.stringify(await judge(database.db, new Map([...(await heldByPractice(database.db)), ...(await heldByReal())])))}\n`,
    )
  await database.close()
}

/** What the real server holds, asked without the proxy. */
async function heldByReal(): Promise<Map<string, number>> {
  const held = new Map<string, number>()
  if (!real) return held
  for (let cursor = '', more = true; more; ) {
    const url = `${real.pds}/xrpc/com.atproto.repo.listRecords?repo=${real.did}&collection=app.bsky.feed.post&limit=100${cursor && `&cursor=${cursor}`}`
    const page = (await (await fetch(url)).json()) as {
      records: { uri: string; value: { text: string } }[]
      cursor?: string
    }
    // A key can only hold one record there, so doubles are counted by their words.
    for (const r of page.records) {
      const key = r.uri.split('/').at(-1) ?? ''
      held.set(key, page.records.filter((o) => o.value.text === r.value.text).length)
    }
    cursor = page.cursor ?? ''
    more = cursor !== ''
  }
  return held
}
