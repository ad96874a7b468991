import { instantOf, wallOf } from '../posting/schedule.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = 'January February March April May June July August September October November December'.split(' ')
const dyddiau = ['Sul', 'Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn'] as const
const misoedd = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ')

/** The days of the demo, counted back from the day it is opened: 0 is today, 35 five weeks ago, -1 tomorrow. */
export type Calendar = {
  now: Date
  zone: string
  /** The instant at which the wall clock shows `wall` on that day. */
  at(ago: number, wall: string): Date
  /** How many days ago the instant lies, by the wall calendar. */
  agoOf(instant: Date): number
  /** 'Thursday 10 September'. */
  day(ago: number): string
  /** 'dydd Iau 10 Medi'. */
  dydd(ago: number): string
  isWeekend(ago: number): boolean
}

export const minutes = (n: number): number => n * 60_000
export const later = (at: Date, mins: number): Date => new Date(at.getTime() + minutes(mins))

export function calendarOf(now: Date, zone: string): Calendar {
  const today = Date.parse(`${wallOf(now, zone).slice(0, 10)}T00:00:00Z`)
  const dateOf = (ago: number) => new Date(today - ago * 86_400_000)
  // The year asks for the same midnights for every account.
  const known = new Map<string, Date>()
  const instantAt = (wall: string): Date => {
    const instant = known.get(wall) ?? instantOf(wall, zone)?.instant ?? now
    known.set(wall, instant)
    return new Date(instant)
  }
  return {
    now,
    zone,
    at: (ago, wall) => instantAt(`${dateOf(ago).toISOString().slice(0, 10)}T${wall}`),
    agoOf: (instant) =>
      Math.round((today - Date.parse(`${wallOf(instant, zone).slice(0, 10)}T00:00:00Z`)) / 86_400_000),
    day: (ago) => {
      const d = dateOf(ago)
      return `${days[d.getUTCDay()] ?? ''} ${d.getUTCDate()} ${months[d.getUTCMonth()] ?? ''}`
    },
    dydd: (ago) => {
      const d = dateOf(ago)
      return `dydd ${dyddiau[d.getUTCDay()] ?? ''} ${d.getUTCDate()} ${misoedd[d.getUTCMonth()] ?? ''}`
    },
    isWeekend: (ago) => [0, 6].includes(dateOf(ago).getUTCDay()),
  }
}

/** Dice that fall the same way for the same seed (mulberry32): at least 0, less than 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
