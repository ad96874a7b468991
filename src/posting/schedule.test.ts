import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clockWords,
  dueOf,
  instantOf,
  mondayOf,
  mondays,
  spanWords,
  timeTrouble,
  wallOf,
  whenWords,
} from './schedule.ts'

const london = 'Europe/London'
const minute = 60_000
const from = Date.UTC(2020, 0, 1)
const to = Date.UTC(2041, 0, 1)

/** A minute of the wall between 2020 and 2040, written as a person would choose it. Half of them near a change of the clocks. */
const anyMinute = fc.integer({ min: 0, max: (to - from) / minute - 1 }).map((n) => from + n * minute)
const nearChange = fc
  .tuple(fc.integer({ min: 2020, max: 2040 }), fc.constantFrom(2, 9), fc.integer({ min: -180, max: 180 }))
  .map(([year, month, off]) => lastSunday(year, month) + 90 * minute + off * minute)
const walls = fc.oneof(anyMinute, nearChange).map((at) => new Date(at).toISOString().slice(0, 16))

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - last.getUTCDay() * 24 * 60 * minute
}

const resolved = (wall: string, which: 'earlier' | 'later' = 'earlier') => {
  const found = instantOf(wall, london, which)
  if (!found) throw new Error(wall)
  return found
}

test('every minute of the wall becomes an instant that shows the same minute, except where the clocks jump over it', () => {
  fc.assert(
    fc.property(walls, fc.constantFrom<'earlier' | 'later'>('earlier', 'later'), (wall, which) => {
      const { kind, instant } = resolved(wall, which)
      const back = wallOf(instant, london)
      if (kind === 'skipped') return new Date(`${back}Z`).getTime() - new Date(`${wall}Z`).getTime() === 60 * minute
      return back === wall
    }),
    { numRuns: 3000 },
  )
})

test('the order of times that exist is kept', () => {
  fc.assert(
    fc.property(walls, walls, fc.constantFrom<'earlier' | 'later'>('earlier', 'later'), (a, b, which) => {
      const [x, y] = [resolved(a, which), resolved(b, which)]
      if (x.kind === 'skipped' || y.kind === 'skipped') return true
      return Math.sign(x.instant.getTime() - y.instant.getTime()) === (a < b ? -1 : a > b ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})

test('each year has one hour that happens twice and one that does not exist, and both are said in words', () => {
  for (let year = 2020; year <= 2040; year += 1) {
    const autumn = `${new Date(lastSunday(year, 9)).toISOString().slice(0, 10)}T01:30`
    const spring = `${new Date(lastSunday(year, 2)).toISOString().slice(0, 10)}T01:30`
    const [first, second] = [resolved(autumn, 'earlier'), resolved(autumn, 'later')]
    expect(second.instant.getTime() - first.instant.getTime()).toBe(60 * minute)
    expect([first.kind, second.kind, resolved(spring).kind]).toEqual(['twice', 'twice', 'skipped'])
    expect(first.said).toContain('01:30 happens twice')
    expect(first.said).toContain('the first time (UTC+01:00)')
    expect(second.said).toContain('the second time (UTC+00:00)')
    expect(resolved(spring).said).toBe(
      '01:30 does not exist that night, because the clocks go forward. It goes out at 02:30.',
    )
  }
})

test('dates and zones that nobody knows are not guessed', () => {
  expect(instantOf('2026-02-30T10:00', london)).toBeNull()
  expect(instantOf('2026-02-20T24:10', london)).toBeNull()
  expect(instantOf('2026-02-20T10:00', 'Europe/Westport')).toBeNull()
})

const now = new Date('2026-10-06T20:44:00Z')

test('times are written as people read them', () => {
  expect(whenWords(new Date('2026-10-07T07:00:00Z'), london, now)).toBe('Wed 7 Oct, 08:00')
  expect(whenWords(new Date('2027-01-01T00:00:00Z'), london, now)).toBe('Fri 1 Jan 2027, 00:00')
  expect(whenWords(new Date('2026-10-07T07:00:00Z'), 'America/New_York', now, london)).toBe(
    'Wed 7 Oct, 03:00 (New York time)',
  )
  expect(clockWords(now, london)).toBe('21:44')
  expect([0, 9, 125, 1440, 5880, 1500].map(spanWords)).toEqual([
    '0 min',
    '9 min',
    '2 h 05',
    '1 day',
    '4 days 2 hours',
    '1 day 1 hour',
  ])
})

test('a time that is past or cannot be read is refused in words; typing may take a minute', () => {
  const at = (wall: string) => ({ kind: 'at' as const, wall, zone: london, which: 'earlier' as const })
  expect(timeTrouble({ kind: 'now' }, now, london)).toBeNull()
  expect(timeTrouble(at('2026-10-06T22:00'), now, london)).toBeNull()
  expect(timeTrouble(at('2026-10-06T21:43'), now, london)).toBeNull()
  expect(timeTrouble(at('2026-10-06T21:00'), now, london)).toBe('Tue 6 Oct, 21:00 is past. Choose a new time.')
  expect(timeTrouble(at('2026-02-30T21:00'), now, london)).toContain('does not exist')
  expect(dueOf({ kind: 'now' }, now)).toEqual({ instant: now, scheduled: false, said: null })
})

test('weeks begin on Monday by the wall, also over a change of the clocks', () => {
  expect(mondayOf(new Date('2026-10-25T22:00:00Z'), london).toISOString()).toBe('2026-10-18T23:00:00.000Z')
  const list = mondays(new Date('2026-11-04T10:00:00Z'), london, 3).map((d) => d.toISOString())
  expect(list).toEqual(['2026-10-18T23:00:00.000Z', '2026-10-26T00:00:00.000Z', '2026-11-02T00:00:00.000Z'])
})
