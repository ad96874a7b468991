import type { Traits } from '../../networks/network.ts'

/** How long listening may take, in milliseconds. */
export type ListenPace = {
  /** A network whose asking costs nobody anything is asked so often, any other more rarely. */
  everyMs: { light: number; other: number }
  /** A claim is good for so long; made longer with every answer that is kept. Always more than a call and its keeping. */
  leaseMs: number
  /** A network call is given up after this. */
  callMs: number
  /** Keys that have ended are tried again after this. */
  endedMs: number
  /** The longest that a network which does not answer is left alone, whatever it asks for. */
  longestMs: number
  /** Between two lots of messages of one account that are looked at again. */
  lookMs: number
  /** How often a worker asks for due accounts when nobody wakes it; and how long it waits after it was woken, to do several things at once. */
  pollMs: number
  gatherMs: number
  /** How many accounts one worker asks at once. */
  hands: number
}

export const listenPaces: { readonly [name in 'real' | 'quick']: ListenPace } = {
  real: {
    everyMs: { light: 5000, other: 20_000 },
    leaseMs: 60_000,
    callMs: 25_000,
    endedMs: 300_000,
    longestMs: 900_000,
    lookMs: 10_000,
    pollMs: 1000,
    gatherMs: 150,
    hands: 6,
  },
  quick: {
    everyMs: { light: 100, other: 200 },
    leaseMs: 2500,
    callMs: 800,
    endedMs: 500,
    longestMs: 2000,
    lookMs: 200,
    pollMs: 50,
    gatherMs: 20,
    hands: 6,
  },
}

/** How long after an asking the next one follows. */
export const everyMsOf = (pace: ListenPace, traits: Traits | null): number =>
  traits?.practice ? pace.everyMs.light : pace.everyMs.other

/** After so many askings without an answer, or so long without one, somebody is told. */
export const triesUntilBehind = 3
export const msUntilBehind = 120_000
/** Edits and deletions are looked for less often; after so long without an answer, somebody is told. */
export const msUntilNotLooked = 1_800_000

const minute = 60_000
const day = 1440 * minute

/** What is old is looked at again while its conversation is open, or for so long. */
export const lookDays = 7

/**
 * When a message is looked at again, by its age at the look before: what is fresh is changed most. What is being answered is looked at all the
 * while, lest the answer goes out below other words. Null: no more.
 */
export function nextLook(heardAt: Date, isOpen: boolean, now: Date, isAnswered = false): Date | null {
  if (isAnswered) return new Date(now.getTime() + minute)
  const age = now.getTime() - heardAt.getTime()
  if (!isOpen && age > lookDays * day) return null
  const wait = age < 60 * minute ? 5 * minute : age < day ? 30 * minute : age < lookDays * day ? 6 * 60 * minute : day
  return new Date(now.getTime() + wait)
}

/** When a network that gave no answer is asked again: soon, then more rarely; not before the time that it named. */
export function nextTry(tries: number, everyMs: number, until: Date | null, pace: ListenPace, now: Date): Date {
  const pause = Math.min(everyMs * 2 ** Math.min(tries - 1, 6), pace.longestMs)
  const asked = until === null ? 0 : Math.min(until.getTime() - now.getTime(), pace.longestMs)
  return new Date(now.getTime() + Math.max(pause, asked))
}
