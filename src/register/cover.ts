import { z } from 'zod'

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** One stretch of a week: day 1 is Monday; wall clock `HH:MM`; `to` may be `24:00`. Night cover is two stretches. */
export const coverHours = z
  .object({
    day: z.number().int().min(1).max(7),
    from: z.string().regex(timeOfDay, 'is not a time'),
    to: z.union([z.string().regex(timeOfDay, 'is not a time'), z.literal('24:00')]),
  })
  .refine((h) => h.from < h.to, 'must end after it begins; for a night give two stretches')
export const cover = z
  .array(coverHours)
  .max(100)
  .transform((hours) => tidy(hours))

export type CoverHours = { day: number; from: string; to: string }
/** When somebody looks at what comes in, in a usual week of the force's own zone. */
export type Cover = readonly CoverHours[]

/** The cover of an account's row. */
export const coverOf = (account: { cover: unknown }): Cover => cover.parse(account.cover)

/** In order of the week; stretches that touch or overlap become one. */
export const tidy = (hours: Cover): CoverHours[] => {
  const sorted = [...hours].sort((a, b) => a.day - b.day || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const out: CoverHours[] = []
  for (const { day, from, to } of sorted) {
    const last = out.at(-1)
    if (last?.day === day && from <= last.to) {
      if (last.to < to) last.to = to
    } else out.push({ day, from, to })
  }
  return out
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Hours of a usual week, of 168. */
export const hoursAWeek = (hours: Cover): number =>
  tidy(hours).reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0) / 60

/** Seven days from Monday, in hours: `[[{ from: 9, to: 17 }], …]`, for drawing. */
export const daysOf = (hours: Cover): { from: number; to: number }[][] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) =>
    tidy(hours)
      .filter((h) => h.day === day)
      .map(({ from, to }) => ({ from: minutes(from) / 60, to: minutes(to) / 60 })),
  )

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const short = (time: string): string => {
  const hour = String(Number(time.slice(0, 2)))
  return time.endsWith(':00') ? hour : `${hour}:${time.slice(3)}`
}

/** `Mon–Fri 9–17, Sat 10–12:30`; `24 hours`; empty when there is none. */
export const coverWords = (hours: Cover): string => {
  if (hoursAWeek(hours) === 168) return '24 hours'
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    tidy(hours)
      .filter((h) => h.day === day)
      .map(({ from, to }) => (from === '00:00' && to === '24:00' ? 'all day' : `${short(from)}–${short(to)}`))
      .join(' and '),
  )
  const groups: { first: number; last: number; words: string }[] = []
  for (const [i, words] of days.entries()) {
    const group = groups.at(-1)
    if (group && group.words === words) group.last = i
    else groups.push({ first: i, last: i, words })
  }
  return groups
    .filter((g) => g.words !== '')
    .map((g) => `${g.first === g.last ? dayNames[g.first] : `${dayNames[g.first]}–${dayNames[g.last]}`} ${g.words}`)
    .join(', ')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Throws RangeError for a zone that nobody knows. */
const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** What the clock on the wall shows, written as if it were UTC, in ms. */
const wallAt = (instant: number, zone: string): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatIn(zone).formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const offsetAt = (instant: number, zone: string): number => wallAt(instant, zone) - Math.floor(instant / 1000) * 1000

const hour = 3_600_000
const day = 24 * hour

/** Whether somebody is looking at this instant, by the wall clock of the zone. */
export const coveredAt = (hours: Cover, instant: Date, zone: string): boolean => {
  const wall = new Date(wallAt(instant.getTime(), zone))
  const today = wall.getUTCDay() === 0 ? 7 : wall.getUTCDay()
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return hours.some((h) => h.day === today && minutes(h.from) <= minute && minute < minutes(h.to))
}

/**
 * From when on somebody looks again: this instant when it is covered, else the first one within nine days, to the minute; null when there
 * is no cover. Where the clock jumps over the beginning of a stretch, cover begins when the jump is over.
 */
export const nextCover = (hours: Cover, instant: Date, zone: string): Date | null => {
  if (hours.length === 0) return null
  if (coveredAt(hours, instant, zone)) return new Date(instant)
  const now = instant.getTime()
  const found = [...beginningsAfter(hours, now, zone), ...changesAfter(now, zone)]
    .filter((at) => at > now)
    .sort((a, b) => a - b)
    .find((at) => coveredAt(hours, new Date(at), zone))
  return found === undefined ? null : new Date(found)
}

/** Every instant at which the wall clock shows the beginning of a stretch: none where it jumps over it, two where it comes twice. */
const beginningsAfter = (hours: Cover, now: number, zone: string): number[] => {
  const midnight = Math.floor(wallAt(now, zone) / day) * day
  const found: number[] = []
  for (let n = 0; n <= 9; n += 1) {
    const date = midnight + n * day
    const weekday = new Date(date).getUTCDay() || 7
    for (const h of hours) if (h.day === weekday) found.push(...instantsOf(date + minutes(h.from) * 60_000, zone))
  }
  return found
}

const instantsOf = (wall: number, zone: string): number[] => {
  const offsets = new Set([offsetAt(wall - day, zone), offsetAt(wall + day, zone)])
  return [...offsets].map((offset) => wall - offset).filter((at) => wallAt(at, zone) === wall)
}

/** When the clock is changed, in the coming nine days. */
const changesAfter = (now: number, zone: string): number[] => {
  const found: number[] = []
  for (let n = 0; n < 10; n += 1) {
    let before = now + n * day
    let after = before + day
    if (offsetAt(before, zone) === offsetAt(after, zone)) continue
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2)
      if (offsetAt(middle, zone) === offsetAt(before, zone)) before = middle
      else after = middle
    }
    found.push(Math.floor(after / 60_000) * 60_000)
  }
  return found
}

const minute = 60_000
/** The instant from which the date is counted, and how far the wall clock is ahead; `null` on the days on which it is changed. */
type Date0 = { midnight: number; offset: number | null }
const dates = new Map<string, Date0>()

/** Kept, because a page of the queue asks for the same few days some hundred times. */
const dateAt = (wallMidnight: number, zone: string): Date0 => {
  const key = `${zone} ${wallMidnight}`
  const known = dates.get(key)
  if (known) return known
  const midnight = instantsOf(wallMidnight, zone)[0] ?? wallMidnight - offsetAt(wallMidnight, zone)
  const offset = offsetAt(midnight, zone)
  const plain = offset === offsetAt(wallMidnight + day + hour - offset, zone)
  if (dates.size > 2000) dates.clear()
  const made = { midnight, offset: plain ? offset : null }
  dates.set(key, made)
  return made
}

/** As instants. */
type Stretch = { from: number; to: number }

/** The covered stretches of one date, in order. */
const stretchesOn = (hours: Cover, wallMidnight: number, zone: string): readonly Stretch[] => {
  const { midnight, offset } = dateAt(wallMidnight, zone)
  const weekday = new Date(wallMidnight).getUTCDay() || 7
  const today = hours.filter((h) => h.day === weekday)
  if (today.length === 0) return []
  if (offset !== null)
    return today.map((h) => ({
      from: wallMidnight + minutes(h.from) * minute - offset,
      to: wallMidnight + minutes(h.to) * minute - offset,
    }))
  const key = `${zone} ${wallMidnight} ${today.map((h) => `${h.from}-${h.to}`).join()}`
  const known = changed.get(key)
  if (known) return known
  const found = minuteByMinute(today, midnight, wallMidnight + day, zone)
  if (changed.size > 2000) changed.clear()
  changed.set(key, found)
  return found
}

/** Of dates on which the clock is changed; kept, because they are counted minute by minute. */
const changed = new Map<string, readonly Stretch[]>()

/** The covered stretches from an instant up to what the wall then shows. */
const minuteByMinute = (today: Cover, midnight: number, until: number, zone: string): Stretch[] => {
  const found: Stretch[] = []
  for (let at = midnight; wallAt(at, zone) < until; at += minute) {
    if (!coveredAt(today, new Date(at), zone)) continue
    const last = found.at(-1)
    if (last?.to === at) last.to = at + minute
    else found.push({ from: at, to: at + minute })
  }
  return found
}

/** Whoever waits is answered by then, however little cover there is: of a minute a week, centuries would be counted through. */
const longestWait = 366 * day

/**
 * The instant by which so many minutes of cover have passed, beginning at `from`, and a year later at the latest; null when there is no cover
 * at all.
 */
export const afterCovered = (hours: Cover, from: Date, covered: number, zone: string): Date | null => {
  if (hours.length === 0) return null
  const tidied = tidy(hours)
  let left = covered * minute
  let at = from.getTime()
  const first = Math.floor(wallAt(at, zone) / day) * day
  for (let date = first; date < first + longestWait; date += day)
    for (const stretch of stretchesOn(tidied, date, zone)) {
      const begins = Math.max(at, stretch.from)
      if (begins > stretch.to || (begins === stretch.to && left > 0)) continue
      if (begins + left <= stretch.to) return new Date(begins + left)
      left -= stretch.to - begins
      at = stretch.to
    }
  return new Date(from.getTime() + longestWait)
}
