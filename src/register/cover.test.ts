import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterCovered, type Cover, cover, coveredAt, coverWords, daysOf, hoursAWeek, nextCover, tidy } from './cover.ts'

const zone = 'Europe/London'
const workdays: Cover = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))
const always: Cover = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }))

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const stretch = fc
  .record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ day, from, length }) => ({ day, from: clock(from), to: clock(Math.min(1440, from + length)) }))
const anyCover = fc.array(stretch, { maxLength: 12 }).map(tidy)
const instant = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2040-12-31T00:00:00Z'),
  noInvalidDate: true,
})

/** Slow and plain: what a person reads off a clock on the wall. */
const byTheClock = (hours: Cover, at: Date): boolean => {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].findIndex((name) => text.startsWith(name)) + 1
  const time = text.slice(-5)
  return hours.some((h) => h.day === day && h.from <= time && time < h.to)
}

describe('words and hours', () => {
  it.each<[string, Cover, number]>([
    ['Mon–Fri 9–17', workdays, 40],
    ['24 hours', always, 168],
    ['', [], 0],
    [
      'Mon 22–24, Tue 0–6',
      [
        { day: 1, from: '22:00', to: '24:00' },
        { day: 2, from: '00:00', to: '06:00' },
      ],
      8,
    ],
    ['Mon–Fri 9–17, Sat 10–12:30', [...workdays, { day: 6, from: '10:00', to: '12:30' }], 42.5],
    [
      'Wed 8–12 and 13–17',
      [
        { day: 3, from: '13:00', to: '17:00' },
        { day: 3, from: '08:00', to: '12:00' },
      ],
      8,
    ],
    ['Sat–Sun all day', always.slice(5), 48],
  ])('%s', (words, hours, count) => {
    expect(coverWords(hours)).toBe(words)
    expect(hoursAWeek(hours)).toBe(count)
    expect(
      daysOf(hours)
        .flat()
        .reduce((sum, d) => sum + d.to - d.from, 0),
    ).toBe(count)
  })

  it('joins what overlaps, and refuses what ends before it begins', () => {
    expect(
      cover.parse([
        { day: 1, from: '12:00', to: '17:00' },
        { day: 1, from: '09:00', to: '12:30' },
      ]),
    ).toEqual([{ day: 1, from: '09:00', to: '17:00' }])
    expect(cover.safeParse([{ day: 1, from: '22:00', to: '06:00' }]).success).toBe(false)
    expect(cover.safeParse([{ day: 8, from: '09:00', to: '10:00' }]).success).toBe(false)
  })
})

describe('the nights on which the clock is changed', () => {
  const sunday = (from: string, to: string): Cover => [{ day: 7, from, to }]

  it('covers 01:30 both times on the October night', () => {
    const hours = sunday('01:00', '02:00')
    expect(coveredAt(hours, new Date('2026-10-25T00:30:00Z'), zone)).toBe(true)
    expect(coveredAt(hours, new Date('2026-10-25T01:30:00Z'), zone)).toBe(true)
    expect(coveredAt(hours, new Date('2026-10-25T02:00:00Z'), zone)).toBe(false)
  })

  it('begins after the jump where the March night has no such hour', () => {
    expect(nextCover(sunday('01:30', '03:00'), new Date('2026-03-29T00:10:00Z'), zone)).toEqual(
      new Date('2026-03-29T01:00:00Z'),
    )
    expect(nextCover(sunday('01:10', '01:50'), new Date('2026-03-29T00:10:00Z'), zone)).toEqual(
      new Date('2026-04-05T00:10:00Z'),
    )
  })

  it('comes back when the clock goes back into it', () => {
    expect(nextCover(sunday('00:30', '01:15'), new Date('2026-10-25T00:20:00Z'), zone)).toEqual(
      new Date('2026-10-25T01:00:00Z'),
    )
  })
})

describe('properties, 2020 to 2040, Europe/London', () => {
  it('agrees with the clock on the wall', () => {
    fc.assert(
      fc.property(anyCover, instant, (hours, at) => coveredAt(hours, at, zone) === byTheClock(hours, at)),
      { numRuns: 3000 },
    )
  })

  it('finds the first covered minute: it is covered, and no minute before it is', () => {
    fc.assert(
      fc.property(anyCover, instant, fc.double({ min: 0, max: 0.999, noNaN: true }), (hours, at, share) => {
        const next = nextCover(hours, at, zone)
        if (hours.length === 0) return next === null
        if (next === null || next < at || !coveredAt(hours, next, zone)) return false
        const between = new Date(at.getTime() + Math.floor((next.getTime() - at.getTime()) * share))
        return between >= next || !coveredAt(hours, between, zone)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds it minute by minute around every change of the clock', () => {
    const changes = Array.from({ length: 21 }, (_, n) => 2020 + n).flatMap((year) => [
      new Date(Date.UTC(year, 2, 25)),
      new Date(Date.UTC(year, 9, 25)),
    ])
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: 0, max: 7 * 1440 }),
        anyCover,
        (change, minute, hours) => {
          const at = new Date(change.getTime() + minute * 60_000)
          const next = nextCover(hours, at, zone)
          if (next === null) return hours.length === 0
          for (let t = at.getTime(); t < Math.min(next.getTime(), at.getTime() + 300 * 60_000); t += 60_000)
            if (coveredAt(hours, new Date(t), zone)) return false
          return coveredAt(hours, next, zone)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('so many minutes of cover', () => {
  it.each([
    ['2026-09-07T08:30:00Z', 60, '2026-09-07T09:30:00.000Z'],
    ['2026-09-07T15:30:00Z', 60, '2026-09-08T08:30:00.000Z'],
    ['2026-09-11T15:30:00Z', 60, '2026-09-14T08:30:00.000Z'],
    ['2026-09-12T03:00:00Z', 480, '2026-09-14T16:00:00.000Z'],
    // Over the night in which the clocks go back.
    ['2026-10-23T15:00:00Z', 120, '2026-10-26T10:00:00.000Z'],
  ])('from %s, %i minutes', (from, covered, until) => {
    expect(afterCovered(workdays, new Date(from), covered, zone)?.toISOString()).toBe(until)
  })
  it('has none without cover', () => {
    expect(afterCovered([], new Date('2026-09-07T08:30:00Z'), 1, zone)).toBeNull()
  })
  it('comes to an end within a year, however little cover there is', () => {
    const minute: Cover = [{ day: 7, from: '09:00', to: '09:01' }]
    const fourWeeks = 40_320
    expect(afterCovered(minute, new Date('2026-09-07T08:30:00Z'), fourWeeks, zone)?.toISOString()).toBe(
      '2027-09-08T08:30:00.000Z',
    )
    expect(afterCovered(minute, new Date('2026-09-07T08:30:00Z'), 50, zone)?.toISOString()).toBe(
      '2027-08-22T08:01:00.000Z',
    )
  })
  it('counts the hour that comes twice twice, and the one that is jumped over not at all', () => {
    const night: Cover = [{ day: 7, from: '00:30', to: '03:00' }]
    expect(afterCovered(night, new Date('2026-10-24T22:00:00Z'), 210, zone)?.toISOString()).toBe(
      '2026-10-25T03:00:00.000Z',
    )
    expect(afterCovered(night, new Date('2026-03-28T22:00:00Z'), 90, zone)?.toISOString()).toBe(
      '2026-03-29T02:00:00.000Z',
    )
  })
  it('agrees with counting minute by minute', () => {
    const changes = fc.constantFrom('2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z', '2026-07-01T00:00:00Z')
    const offset = fc.integer({ min: 0, max: 4 * 1440 })
    fc.assert(
      fc.property(
        anyCover.filter((c) => c.length > 0),
        changes,
        offset,
        fc.integer({ min: 1, max: 240 }),
        (hours, day, m, covered) => {
          const from = new Date(Date.parse(day) + m * 60_000)
          const until = afterCovered(hours, from, covered, zone)?.getTime() ?? 0
          if (until - from.getTime() > 4 * 86_400_000) return
          let counted = 0
          for (let at = from.getTime(); at < until; at += 60_000) if (coveredAt(hours, new Date(at), zone)) counted += 1
          expect(counted).toBe(covered)
          expect(coveredAt(hours, new Date(until - 60_000), zone)).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })
})
