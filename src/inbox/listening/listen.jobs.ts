import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { hearNudges } from '../../foundation/live.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import type { Heard, Line, NotHeard } from '../../networks/network.ts'
import { traitsOf } from '../../networks/networks.ts'
import { tryKeysAgain } from '../../register/custody/custody.commands.ts'
import { type NoLine, openLines } from '../../register/custody/lines.client.ts'
import { keepHeard, keepNotHeard, release } from './hear.commands.ts'
import { beginListening, claimDue, isAnyDue, type Listening, notYetListening, wakeNetwork } from './listening.store.ts'
import { keepLooks, keepNotLooked } from './look.commands.ts'
import { lookDue } from './look.store.ts'
import { type ListenPace, listenPaces } from './pace.ts'

/** One process's ear. */
export type Listener = {
  name: string
  pace: ListenPace
  lineOf(forceId: string, accountId: string, network: string): Promise<Line | NoLine>
  /** When each account's messages were last looked at again, in ms of the clock in hand. */
  looked: Map<string, number>
}

export const listenerOf = (world: World, lineOf: Listener['lineOf']): Listener => ({
  name: `${process.pid}-${newId(world.clock.now()).slice(-6)}`,
  pace: listenPaces[world.config.pace],
  lineOf,
  looked: new Map(),
})

/** Hears what people say on every connected account, with the register's keys, for as long as the process runs. */
export function listen(world: World): Promise<{ stop(): Promise<void> }> {
  return startListening(world, listenerOf(world, openLines(world).lineOf))
}

/**
 * Starts a listener: it claims what is due, asks the networks between two transactions, and keeps what they say. As many as wanted, in
 * as many processes as wanted. `stop` claims nothing more and waits for what is in hand.
 */
export async function startListening(world: World, listener: Listener): Promise<{ stop(): Promise<void> }> {
  const { pace } = listener
  const inHand = new Set<Promise<void>>()
  const woken = new Set<string>()
  let stopping = false
  let wake = () => {}
  const deaf = await hearNudges(world.database, ({ forceId, topic }) => {
    if (topic !== 'account' && traitsOf(topic) === null) return
    if (topic !== 'account') woken.add(JSON.stringify([forceId, topic]))
    wake()
  })
  const loop = (async () => {
    while (!stopping) {
      const pause = new Promise<void>((done) => {
        const timer = setTimeout(done, pace.pollMs)
        wake = () => {
          clearTimeout(timer)
          setTimeout(done, stopping ? 0 : pace.gatherMs)
        }
      })
      await rouse(world, woken).catch((error: unknown) => world.log.fault('waking an account failed', error))
      await claimEach(world, listener, pace.hands - inHand.size, (row) => {
        const work: Promise<void> = attend(world, listener, row)
          .catch((error: unknown) => world.log.fault('listening failed', error, { account: row.account_id }))
          .finally(() => inHand.delete(work))
          .then(() => wake())
        inHand.add(work)
      }).catch((error: unknown) => world.log.fault('listening failed', error))
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

/** Hears all that is due at the clock's time, on all accounts or on these, and waits for it. For tests and the demo. Returns how many accounts were asked. */
export async function listenOnce(
  world: World,
  listener: Listener,
  only: readonly string[] | null = null,
): Promise<number> {
  const work: Promise<void>[] = []
  await claimEach(world, listener, listener.pace.hands, (row) => void work.push(attend(world, listener, row)), only)
  await Promise.all(work)
  return work.length
}

/** Where somebody said something: due now. */
async function rouse(world: World, woken: Set<string>): Promise<void> {
  const networks = [...woken]
  woken.clear()
  for (const one of networks) {
    const [forceId, network] = JSON.parse(one) as [string, string]
    await wakeNetwork(world.db, forceId, network, world.clock.now())
  }
}

async function claimEach(
  world: World,
  { name, pace }: Listener,
  free: number,
  take: (row: Listening) => void,
  only: readonly string[] | null = null,
): Promise<void> {
  let left = free
  await eachForce(world.db, async (forceId) => {
    if (left <= 0) return
    const actor = { forceId, personId: null, roles: [] }
    await beginAll(world, forceId)
    if (!(await isAnyDue(world.db, forceId, pace, world.clock.now()))) return
    const token = `${name}:${newId(world.clock.now())}`
    const due = await command(world, actor, async (c) => ok(await claimDue(c, token, pace, left, only)))
    if (!due.ok) return
    left -= due.value.length
    due.value.forEach(take)
  })
}

/** A row for every account that should be listened to and has none. */
export async function beginAll(world: World, forceId: string): Promise<void> {
  if (!(await notYetListening(world.db, forceId))) return
  await command(world, { forceId, personId: null, roles: [] }, async (c) => ok(await beginListening(c)))
}

/** Asks one account's network until nothing more is to be had, then looks at some of what was heard before. */
async function attend(world: World, listener: Listener, claimed: Listening): Promise<void> {
  if (claimed.state === 'ended') await tryKeysAgain(world, claimed.force_id, claimed.account_id)
  const line = await listener.lineOf(claimed.force_id, claimed.account_id, claimed.network)
  if (!('hear' in line)) {
    const none: NotHeard = { kind: 'later', until: null, keyEnded: true, words: line.words }
    return keepNotHeard(world, claimed, none, listener.pace)
  }
  for (let cursor = claimed.cursor; ; ) {
    const answer = await ask(line, cursor, listener.pace)
    if (answer.kind !== 'heard') return keepNotHeard(world, claimed, answer, listener.pace)
    const kept = await keepHeard(world, claimed, answer, listener.pace)
    if (kept === null) return
    if (!answer.more) break
    cursor = answer.cursor
  }
  await lookAgain(world, listener, claimed, line).catch(async (error: unknown) => {
    world.log.fault('looking again failed', error, { account: claimed.account_id })
    await keepNotLooked(world, claimed, 'The network could not be asked.')
  })
  await release(world, claimed)
}

/** A fault while asking is no answer. */
async function ask(line: Line, cursor: string | null, pace: ListenPace): Promise<Heard | NotHeard> {
  try {
    return await line.hear(cursor, AbortSignal.timeout(pace.callMs))
  } catch {
    return { kind: 'unknown', words: 'The network could not be asked.' }
  }
}

/** How many messages are looked at again at once; few enough that no network minds. */
const lookMost = 50

async function lookAgain(world: World, listener: Listener, of: Listening, line: Line): Promise<void> {
  const now = world.clock.now()
  if (now.getTime() - (listener.looked.get(of.account_id) ?? 0) < listener.pace.lookMs) return
  listener.looked.set(of.account_id, now.getTime())
  const ids = await lookDue(world.db, of, now, lookMost)
  if (ids.length === 0) return
  const answer = await line.recheck(ids, AbortSignal.timeout(listener.pace.callMs))
  if (answer.kind === 'seen') await keepLooks(world, of, ids, answer)
  else await keepNotLooked(world, of, answer.words)
}
