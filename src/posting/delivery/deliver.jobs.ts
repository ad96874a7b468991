import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { hearNudges } from '../../foundation/live.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { raiseAlarm } from './alarm.store.ts'
import { endOpenAttempts } from './attempt.store.ts'
import { carry, follow } from './carry.jobs.ts'
import {
  claimDue,
  claimLooks,
  type Delivery,
  lockExpired,
  lockMissed,
  moveTo,
  piecesOf,
  placeIn,
} from './delivery.store.ts'
import { lookFor, removeFrom } from './look.jobs.ts'
import { type Pace, paces } from './pace.ts'
import type { Worker } from './worker.ts'

/**
 * Starts a worker: it recovers what a dead worker left, puts aside what came too late, claims what is due and carries it,
 * looks where an ending is unknown, and removes what is to be removed. As many as wanted, in as many processes as wanted.
 * `stop` claims nothing more and waits for what is in hand.
 */
export async function startDelivering(
  world: World,
  lineOf: Worker['lineOf'],
  forget: Worker['forget'],
): Promise<{ stop(): Promise<void> }> {
  const worker: Worker = {
    name: `${process.pid}-${newId(world.clock.now()).slice(-6)}`,
    pace: paces[world.config.pace],
    lineOf,
    forget,
  }
  const inHand = new Set<Promise<void>>()
  let stopping = false
  let wake = () => {}
  const deaf = await hearNudges(world.database, (n) => n.topic === 'delivery' && wake())
  const take: Take = (deliveries, act) => {
    for (const delivery of deliveries) {
      const work: Promise<void> = act(delivery)
        .catch((error: unknown) => world.log.fault('delivery failed', error, { delivery: delivery.id }))
        .finally(() => inHand.delete(work))
        .then(() => wake())
      inHand.add(work)
    }
  }
  const free = () => worker.pace.hands - inHand.size
  let kept = 0
  const loop = (async () => {
    while (!stopping) {
      const pause = new Promise<void>((done) => {
        const timer = setTimeout(done, worker.pace.pollMs)
        wake = () => {
          if (!stopping && free() * 2 < worker.pace.hands) return // a handful at a time costs less than one by one
          clearTimeout(timer)
          done()
        }
      })
      const isKeepingDue = Date.now() - kept >= worker.pace.pollMs
      if (isKeepingDue) kept = Date.now()
      await tick(world, worker, free(), isKeepingDue, take).catch((error: unknown) =>
        world.log.fault('delivering failed', error),
      )
      await pause
    }
  })()
  return {
    async stop() {
      stopping = true
      wake()
      await loop
      await Promise.all(inHand)
      await deaf()
    },
  }
}

/**
 * Does all that is due at the clock's time, and waits for it. For tests and the demo, which move the clock themselves. `keeping`: as in `tick`.
 * Returns how many it took.
 */
export async function workOnce(world: World, worker: Worker, keeping = true): Promise<number> {
  const work: Promise<void>[] = []
  await tick(world, worker, worker.pace.hands, keeping, (deliveries, act) => void work.push(...deliveries.map(act)))
  await Promise.all(work)
  return work.length
}

type Take = (deliveries: readonly Delivery[], act: (d: Delivery) => Promise<void>) => void

/** Claims what is due and hands it on. `keeping`: also what dead workers left, looks and removals, which need no haste. */
async function tick(world: World, worker: Worker, free: number, keeping: boolean, take: Take): Promise<void> {
  if (free <= 0) return
  await eachForce(world.db, async (forceId) => {
    const actor = { forceId, personId: null, roles: [] }
    const token = `${worker.name}:${newId(world.clock.now())}`
    let left = free
    if (keeping) {
      await recover(world, worker, forceId)
      const looks = await command(world, actor, async (c) => ok(await claimLooks(c, token, worker.pace, free)))
      if (looks.ok)
        take(looks.value, (d) => (d.state === 'checking' ? lookFor(world, worker, d) : removeFrom(world, worker, d)))
      if (looks.ok) left -= looks.value.length
    }
    if (left <= 0) return
    const due = await command(world, actor, async (c) => ok(await claimDue(c, token, worker.pace, left)))
    if (due.ok) take(due.value, (d) => carry(world, worker, d))
  })
}

/**
 * What other workers left behind: a lease that ran out with a send begun is looked at; without one, nothing left, so it waits again.
 * And what is due too late to be sent unasked: held, or, half way through a thread, put before a person.
 */
export async function recover(world: World, { pace }: Pick<Worker, 'pace'>, forceId: string): Promise<void> {
  const actor = { forceId, personId: null, roles: [] }
  await command(world, actor, async (c) => {
    for (const d of await lockExpired(c, 50)) await takeUp(c, d, pace)
    for (const d of await lockMissed(c, pace, 50)) await putAside(c, d, pace)
    return ok(null)
  })
}

async function takeUp(c: Commanding, d: Delivery, pace: Pace): Promise<void> {
  if (!(await endOpenAttempts(c, d))) return moveTo(c, d, 'waiting', { next_at: c.now })
  const nextAt = new Date(c.now.getTime() + pace.looksMs[0])
  const words = 'The sender stopped before the answer was kept.'
  await follow(c, d, { state: 'checking', nextAt, words }, { claims: d.claims })
}

async function putAside(c: Commanding, d: Delivery, pace: Pace): Promise<void> {
  const forPerson = (words: string) => follow(c, d, { state: 'needs-person', nextAt: null, words })
  const pieces = await piecesOf(c.tx, d)
  const out = pieces.filter((p) => p.external_id).length
  if (d.claims >= pace.maxClaims)
    return forPerson('The sender stopped each time it took this post. We do not try again by ourselves.')
  if (out > 0) return forPerson(`${out} of ${pieces.length} live. The rest came too late to be sent unasked.`)
  if (placeIn(d)?.automatic)
    return moveTo(c, d, 'withdrawn', { words: 'It was too late to be said. Nothing was sent.' })
  const words = 'It could not go out in time, so it was held. Nothing was sent.'
  await moveTo(c, d, 'held', { words: `${words} Choose a new time.` })
  await raiseAlarm(c, 'missed', `delivery:${d.id}`, words)
}
