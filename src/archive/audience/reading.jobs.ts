import { hash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../foundation/identity.ts'
import { eachForce } from '../../foundation/jobs.ts'
import type { World } from '../../foundation/world.ts'
import type { NotHeard } from '../../networks/network.ts'
import { type Lines, openLines } from '../../register/custody/lines.client.ts'
import { answerOf } from './asking.client.ts'
import { mostPeople } from './audience.ts'
import { type PatternCount, patternCount } from './patterns.ts'
import { keepReading } from './reading.commands.ts'
import {
  accountsToRead,
  beginReading,
  claimReading,
  holdReading,
  type ReadAccount,
  type Reading,
} from './reading.store.ts'

const minute = 60_000
/** Longer than the longest wait for a network. */
const leaseMs = 30 * minute
const longestWait = 15 * minute
const mostFailures = 5
/** After so many pages in a row on which nobody is new it is told in circles. */
const mostStalePages = 100
/** Four pages a second and no more: a Bluesky server lets one address ask ten times a second, and hearing people comes first. */
const betweenPages = 250
const betweenLooks = 15_000

export type FollowerReader = {
  lineOf: Lines['lineOf']
  /** Rests for so many milliseconds, or until it is stopped. */
  rest(ms: number): Promise<void>
  stopped(): boolean
}

/** Reads who follows wherever that is due, for as long as the process runs. `stop` gives up what is in hand; nothing of it is kept. */
export async function readFollowersOnAndOn(world: World): Promise<{ stop(): Promise<void> }> {
  const end = new AbortController()
  const reader: FollowerReader = {
    lineOf: openLines(world).lineOf,
    rest: (ms) => sleep(ms, undefined, { signal: end.signal }).catch(() => {}),
    stopped: () => end.signal.aborted,
  }
  const loop = (async () => {
    while (!reader.stopped()) {
      await readFollowers(world, reader).catch((error: unknown) => world.log.fault('reading who follows failed', error))
      await reader.rest(betweenLooks)
    }
  })()
  return {
    async stop() {
      end.abort()
      await loop
    },
  }
}

/** Reads, network after network, who follows wherever that is due, and waits for it. Returns how many networks were read. */
export async function readFollowers(world: World, reader: FollowerReader): Promise<number> {
  let read = 0
  await eachForce(world.db, async (forceId) => {
    await beginReading(world.db, forceId, world.clock.now())
    for (;;) {
      const now = world.clock.now()
      const lease = { token: newId(now), now, until: new Date(now.getTime() + leaseMs) }
      const claimed = reader.stopped() ? undefined : await claimReading(world.db, forceId, lease)
      if (!claimed) break
      await readNetwork(world, reader, claimed)
      read += 1
    }
  })
  return read
}

type InHand = {
  world: World
  reader: FollowerReader
  of: Reading
  count: PatternCount
  numberOf: (id: string) => number
}

async function readNetwork(world: World, reader: FollowerReader, of: Reading): Promise<void> {
  // What stands for a person means nothing without the salt, and the salt dies with this call.
  const salt = randomBytes(24).toString('base64')
  const inHand: InHand = { world, reader, of, count: patternCount(), numberOf: (id) => numberOf(salt, id) }
  const read: ReadAccount[] = []
  for (const [n, id] of (await accountsToRead(world.db, of.force_id, of.network)).entries()) {
    inHand.count.begin(n)
    const ended = await readAccount(inHand, id)
    if (ended === 'givenUp') return void (await holdReading(world.db, of, null))
    if (ended !== 'whole') inHand.count.takeBack()
    read.push({ id, words: ended === 'whole' ? null : ended.words })
  }
  await keepReading(world, of, read, inHand.count.patterns())
}

/**
 * 52 bits: among 1.3 million people two share one with a chance of 2 in 10,000, and one person is then counted with another. Read from hex,
 * which takes 1.6 µs a person and from a buffer 2.5.
 */
const numberOf = (salt: string, id: string): number => Number.parseInt(hash('sha256', salt + id).slice(0, 13), 16)

type Ended = 'whole' | 'givenUp' | { words: string }

async function readAccount({ world, reader, of, count, numberOf: number }: InHand, id: string): Promise<Ended> {
  let [cursor, failures, stale, heldAt]: [string | null, number, number, number] = [null, 0, 0, 0]
  for (;;) {
    const now = world.clock.now()
    if (reader.stopped()) return 'givenUp'
    if (now.getTime() - heldAt > minute && !(await holdReading(world.db, of, new Date(now.getTime() + leaseMs))))
      return 'givenUp'
    heldAt = Math.max(heldAt, now.getTime())
    const answer = await answerOf(reader.lineOf, of, id, (line, signal) => line.followers(cursor, signal))
    if (answer.kind !== 'followers') {
      failures += 1
      const isOver = answer.kind === 'notAllowed' || (answer.kind === 'later' && answer.keyEnded)
      if (isOver || failures === mostFailures) return { words: answer.words }
      await reader.rest(waitFor(answer, now))
      continue
    }
    failures = 0
    const fresh = answer.people.filter((person) => count.add(number(person)))
    stale = fresh.length > 0 ? 0 : stale + 1
    if (count.people() > mostPeople) return { words: 'More people follow our accounts there than are counted here.' }
    if (answer.cursor === null) return 'whole'
    if (answer.cursor === cursor || stale === mostStalePages)
      return { words: 'The network came to no end when it told who follows.' }
    cursor = answer.cursor
    await reader.rest(betweenPages)
  }
}

const waitFor = (answer: NotHeard, now: Date): number => {
  const asked = answer.kind === 'later' && answer.until ? answer.until.getTime() - now.getTime() : 0
  return Math.min(Math.max(asked, minute), longestWait)
}
