import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  coverAgainst,
  coverSpans,
  type Duty,
  gapsIn,
  gapWords,
  hoursOf,
  joined,
  nextOnDuty,
  onDutyAt,
  within,
  without,
} from './rota.ts'

const zone = 'Europe/London'
const at = (iso: string) => new Date(iso)
const duty = (id: string, kind: Duty['kind'], from: string, until: string): Duty => ({
  id,
  personId: id,
  kind,
  from: at(from),
  until: at(until),
})
const week = { from: at('2026-09-06T23:00Z'), until: at('2026-09-13T23:00Z') }

const rota = [
  duty('desk', 'desk', '2026-09-07T08:00Z', '2026-09-07T16:00Z'),
  duty('call', 'onCall', '2026-09-07T06:00Z', '2026-09-12T21:00Z'),
  duty('sunday', 'onCall', '2026-09-13T05:00Z', '2026-09-13T23:00Z'),
]

test('who is on duty, those on call first, and who comes next', () => {
  expect(onDutyAt(rota, at('2026-09-07T10:00Z')).map((d) => d.id)).toEqual(['call', 'desk'])
  expect(onDutyAt(rota, at('2026-09-07T16:00Z')).map((d) => d.id)).toEqual(['call'])
  expect(nextOnDuty(rota, at('2026-09-07T10:00Z')).map((d) => d.id)).toEqual(['sunday'])
  expect(nextOnDuty(rota, at('2026-09-20T10:00Z'))).toEqual([])
})

test('gaps are said by the clock on the wall', () => {
  const now = at('2026-09-07T09:00Z')
  const gaps = gapsIn(rota, { from: now, until: week.until })
  expect(gaps.map((g) => gapWords(g, zone, now, week.until))).toEqual(['nobody from Sat 22:00 to Sun 06:00'])
  expect(gapWords({ from: now, until: week.until }, zone, now, week.until)).toBe('nobody from now on')
  expect(
    gapWords({ from: at('2026-09-13T05:00Z'), until: week.until }, zone, at('2026-09-10T05:00Z'), week.until),
  ).toBe('nobody from Sun 06:00 on')
  expect(gapWords({ from: now, until: at('2026-09-08T05:00Z') }, zone, now, week.until)).toBe('nobody until Tue 06:00')
})

test('stated hours against the rota: what is missing is shown, in the local days of the zone', () => {
  const cover = [
    { day: 1, from: '00:00', to: '24:00' },
    { day: 6, from: '20:00', to: '24:00' },
  ]
  const against = coverAgainst(cover, rota, week, zone)
  expect(against).toMatchObject({ stated: 28, staffed: 19 })
  expect(against.missing.map((m) => gapWords(m, zone, at('2026-09-06T22:00Z'), at('2027-01-01T00:00Z')))).toEqual([
    'nobody from Mon 00:00 to Mon 07:00',
    'nobody from Sat 22:00 to Sun 00:00',
  ])
})

test('on the nights when the clock changes a day of cover has 23 and 25 hours', () => {
  const cover = [{ day: 7, from: '00:00', to: '24:00' }]
  const days = (from: string, until: string) => hoursOf(coverSpans(cover, { from: at(from), until: at(until) }, zone))
  expect(days('2026-10-24T00:00Z', '2026-10-27T00:00Z')).toBe(25)
  expect(days('2026-03-28T00:00Z', '2026-03-31T00:00Z')).toBe(23)
})

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, long]) => ({ from: new Date(from), until: new Date(from + long) }))
const has = (spans: readonly { from: Date; until: Date }[], n: number) =>
  spans.some((s) => s.from.getTime() <= n && n < s.until.getTime())

test('spans are sets of instants', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), (a, b) => {
      for (let n = 0; n <= 80; n += 1) {
        expect(has(joined(a), n)).toBe(has(a, n))
        expect(has(without(a, b), n)).toBe(has(a, n) && !has(b, n))
        expect(has(within(a, b), n)).toBe(has(a, n) && has(b, n))
      }
    }),
    { numRuns: 30 },
  )
})
