import { zonedIn } from '../../foundation/clock.ts'

const minute = 60_000
const day = 1440 * minute

/** How long a count may fail before somebody is told. */
export const failsBeforeTold = 3 * day
/** Who follows is read again after so long; where an account could not be read, sooner. */
export const readEvery = { whole: 30 * day, parts: day }
/** More people than this are not held in memory: about half a gigabyte. */
export const mostPeople = 10_000_000

/** 0 to 1, the same for the same id: accounts are spread over the day by it. */
const spreadOf = (id: string): number => {
  let hash = 0
  for (const letter of id) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return (hash >>> 0) / 2 ** 32
}

/** When an account is counted on the day after `now` by the force's own calendar. */
export function countedNext(accountId: string, now: Date, zone: string): Date {
  const tomorrow = zonedIn(now, zone).add({ days: 1 }).startOfDay()
  return new Date(tomorrow.epochMilliseconds + Math.floor(spreadOf(accountId) * 23 * 60) * minute)
}

/** When a count that failed so many times is tried again: in five minutes, twice as long each time, and six hours at the longest. */
export function triedNext(tries: number, until: Date | null, now: Date): Date {
  const wait = Math.min(5 * minute * 2 ** Math.min(tries - 1, 10), 360 * minute)
  return new Date(Math.max(now.getTime() + wait, Math.min(until?.getTime() ?? 0, now.getTime() + day)))
}
