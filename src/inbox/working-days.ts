import { Temporal } from 'temporal-polyfill'
import { dateIn } from '../foundation/clock.ts'

/*
 * Dates are written `2026-12-25`. England's bank holidays: those of the Banking and Financial Dealings Act 1971, the two days that are
 * holidays by custom (Good Friday, Christmas Day), New Year's Day, early May, and what was proclaimed for single years.
 * The Freedom of Information Act 2000, s. 10(6), leaves out a bank holiday of any part of the United Kingdom (2 January, 17 March,
 * 12 July, 30 November and others), so the law's last day may be later than ours, never earlier.
 */

const dayMs = 86_400_000
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
/** 0 is Sunday. */
const weekdayOf = (ms: number): number => new Date(ms).getUTCDay()

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dateOf(at(year, month, (h + l - 7 * m + 33 * month + 19) % 32))
}

const firstMonday = (year: number, month: number): number => {
  const first = at(year, month, 1)
  return first + ((8 - weekdayOf(first)) % 7) * dayMs
}
const lastMonday = (year: number, month: number): number => {
  const last = at(year, month + 1, 0)
  return last - ((weekdayOf(last) + 6) % 7) * dayMs
}

/** Days that were moved, and days that were given once; by proclamation, so that no rule finds them. */
const moved: Readonly<Record<string, string>> = {
  '1995-05-01': '1995-05-08',
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
}
const once: Readonly<Record<number, readonly string[]>> = {
  1999: ['1999-12-31'],
  2002: ['2002-06-03'],
  2011: ['2011-04-29'],
  2012: ['2012-06-05'],
  2022: ['2022-06-03', '2022-09-19'],
  2023: ['2023-05-08'],
}

/** Fixed days that fall on a weekend are kept on the next weekday that is not taken. */
const kept = (days: readonly number[]): number[] => {
  const taken: number[] = []
  for (const day of days) {
    let on = day
    while (weekdayOf(on) === 0 || weekdayOf(on) === 6 || taken.includes(on) || (on !== day && days.includes(on)))
      on += dayMs
    taken.push(on)
  }
  return taken
}

const known = new Map<number, ReadonlySet<string>>()

const holidaySet = (year: number): ReadonlySet<string> => {
  const made = known.get(year)
  if (made) return made
  const easter = utc(easterOf(year))
  const days = [
    ...kept([at(year, 1, 1)]),
    easter - 2 * dayMs,
    easter + dayMs,
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...kept([at(year, 12, 25), at(year, 12, 26)]),
  ].map(dateOf)
  const set = new Set([...days.map((day) => moved[day] ?? day), ...(once[year] ?? [])].sort())
  known.set(year, set)
  return set
}

/** England's bank holidays of one year, in order; substitute days instead of those that fall on a weekend. From 1978 on. */
export const bankHolidays = (year: number): string[] => [...holidaySet(year)]

export const isWorkingDay = (date: string): boolean => {
  const weekday = weekdayOf(utc(date))
  return weekday !== 0 && weekday !== 6 && !holidaySet(Number(date.slice(0, 4))).has(date)
}

/** The n-th working day after this date; the date itself never counts. */
export function workingDaysAfter(date: string, n: number): string {
  let ms = utc(date)
  for (let left = n; left > 0; ) {
    ms += dayMs
    if (isWorkingDay(dateOf(ms))) left -= 1
  }
  return dateOf(ms)
}

/** The end of the n-th working day after the day on which it was received: midnight by the wall clock. */
export const endOfWorkingDay = (received: Date, n: number, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(workingDaysAfter(dateIn(received, zone), n))
      .add({ days: 1 })
      .toZonedDateTime(zone).epochMilliseconds,
  )
