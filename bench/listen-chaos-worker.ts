import { listenerOf, startListening } from '../src/inbox/listening/listen.jobs.ts'
import { openLines } from '../src/register/custody/lines.client.ts'
import { prepare } from './chaos-scenario.ts'
import { openDyingWorld, untilNone } from './dying-world.ts'
import { judgeHeard, openAlarms, prepareListening, sayLot, stillToHear } from './listen-chaos-scenario.ts'

/** A listener that dies on order, at any statement before or after. */
export type ListenOrder = { killAt: number; lots: { seed: number; size: number }[]; settle: boolean; judge: boolean }

const order = JSON.parse(process.argv[2] ?? '{}') as ListenOrder
const { world, database, count } = await openDyingWorld(order.killAt)
await prepare(world, null)
await prepareListening(world)
// What the public says is not counted: it is said on another handle of the store. Half of it before anybody listens, half meanwhile.
const publicWorld = { ...world, db: database.db }
for (const { seed, size } of order.lots) await sayLot(publicWorld, 2 * seed, Math.floor(size / 2))
count(true)
const running = await startListening(world, listenerOf(world, openLines(world).lineOf))
process.stdout.write('up\n')
for (const { seed, size } of order.lots) await sayLot(publicWorld, 2 * seed + 1, Math.ceil(size / 2))
if (!order.settle) setInterval(() => {}, 1000)
else {
  await untilNone(() => stillToHear(database.db))
  await untilNone(() => openAlarms(database.db))
  count(false)
  await running.stop()
  if (order.judge) process.stdout.write(`${JSON.stringify(await judgeHeard(database.db))}\n`)
  await database.close()
}
