import { expect, test } from 'vitest'
import { accounts } from './accounts.ts'
import { calendarOf, dice, later } from './calendar.ts'
import { emailOf, forceZone } from './force.ts'
import { lifeOf } from './life.ts'

const nights = ['2026-11-21T11:26:00Z', '2026-10-25T00:45:00Z', '2027-03-29T02:10:00Z', '2026-12-31T23:58:00Z']
const calendars = nights.map((now) => calendarOf(new Date(now), forceZone))

test('the same seed at the same moment gives the same life, and another seed another', () => {
  for (const calendar of calendars) {
    expect(lifeOf(calendar, 7)).toEqual(lifeOf(calendar, 7))
    expect(lifeOf(calendar, 8)).not.toEqual(lifeOf(calendar, 7))
  }
})

test('at whatever hour it is opened, everything is in order of time, and there is enough of it', () => {
  for (const calendar of calendars) {
    const acts = lifeOf(calendar, 1829)
    expect(acts.every((a, n) => n === 0 || (acts[n - 1]?.at ?? a.at) <= a.at)).toBe(true)
    expect(acts.at(-1)?.at.getTime()).toBeLessThan(calendar.now.getTime())
    const written = acts.filter((a) => a.do === 'write')
    expect(written.length).toBeGreaterThan(150)
    expect(written.length).toBeLessThan(200)
    const names = written.map((a) => (a.do === 'write' ? a.post : ''))
    expect(new Set(names).size).toBe(names.length)
  }
})

test('who writes on an account has a place there', () => {
  const acts = calendars.flatMap((calendar) => lifeOf(calendar, 1829))
  const joined = acts.flatMap((a) => (a.do === 'join' ? [`${a.who} on ${a.on}`] : []))
  const strangers = acts.flatMap((a) => {
    if (a.do !== 'write') return []
    return a.say.on.filter((key) => {
      const places: readonly { who: string }[] = accounts[key].places
      return !places.some((p) => p.who === a.by) && !joined.includes(`${a.by} on ${key}`)
    })
  })
  expect(strangers).toEqual([])
})

test('something waits for a decision soon, and something goes out within a day', () => {
  for (const calendar of calendars) {
    const acts = lifeOf(calendar, 1829)
    const due = (from: number, to: number) =>
      acts.filter(
        (a) =>
          a.do === 'write' &&
          a.say.due !== null &&
          a.say.due >= later(calendar.now, from) &&
          a.say.due <= later(calendar.now, to),
      ).length
    expect(due(15, 30)).toBeGreaterThan(0)
    expect(due(0, 24 * 60)).toBeGreaterThan(7)
  }
})

test('days are told by the wall calendar, in both languages, also where the clocks change', () => {
  const calendar = calendarOf(new Date('2026-10-25T00:45:00Z'), forceZone)
  expect(calendar.day(0)).toBe('Sunday 25 October')
  expect(calendar.dydd(-4)).toBe('dydd Iau 29 Hydref')
  expect(calendar.at(0, '09:00').toISOString()).toBe('2026-10-25T09:00:00.000Z')
  expect(calendar.at(1, '09:00').toISOString()).toBe('2026-10-24T08:00:00.000Z')
  expect(calendar.agoOf(calendar.at(3, '23:59'))).toBe(3)
  expect(calendar.isWeekend(0)).toBe(true)
  expect(emailOf('Ffion Maddox')).toBe('ffion.maddox@westshire.example')
  const roll = dice(1)
  const thrown = Array.from({ length: 1000 }, roll)
  expect(thrown.every((n) => n >= 0 && n < 1)).toBe(true)
  expect(thrown.reduce((a, b) => a + b, 0) / 1000).toBeCloseTo(0.5, 1)
})
