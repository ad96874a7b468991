import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateIn } from '../foundation/clock.ts'
import { bankHolidays, easterOf, endOfWorkingDay, isWorkingDay, workingDaysAfter } from './working-days.ts'

const zone = 'Europe/London'

test('Easter as the almanacs have it', () => {
  expect([1961, 1999, 2000, 2008, 2011, 2019, 2024, 2025, 2026, 2027, 2038, 2285].map(easterOf)).toEqual([
    '1961-04-02',
    '1999-04-04',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2285-03-22',
  ])
})

/** As published by the government for England and Wales. */
const published: Readonly<Record<number, string>> = {
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

test.each(Object.entries(published))('bank holidays of %s as published', (year, days) => {
  expect(bankHolidays(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`))
})

test('twenty working days, by hand', () => {
  // Over Easter and early May.
  expect(workingDaysAfter('2026-03-27', 20)).toBe('2026-04-28')
  // Received on a Saturday: Monday is the first day.
  expect(workingDaysAfter('2026-10-03', 20)).toBe('2026-10-30')
  // Over Christmas and New Year.
  expect(workingDaysAfter('2026-12-10', 20)).toBe('2027-01-12')
  expect(workingDaysAfter('2022-08-26', 20)).toBe('2022-09-27')
})

test('it ends at midnight by the wall clock, also when the clocks have changed meanwhile', () => {
  // Received in summer time, due in winter time, and the other way round.
  expect(endOfWorkingDay(new Date('2026-10-12T10:00:00Z'), 20, zone).toISOString()).toBe('2026-11-10T00:00:00.000Z')
  expect(endOfWorkingDay(new Date('2026-03-09T10:00:00Z'), 20, zone).toISOString()).toBe('2026-04-08T23:00:00.000Z')
  // 23:30 UTC is the next day already in summer.
  expect(dateIn(new Date('2026-07-01T23:30:00Z'), zone)).toBe('2026-07-02')
  expect(endOfWorkingDay(new Date('2026-07-01T23:30:00Z'), 1, zone).toISOString()).toBe('2026-07-03T23:00:00.000Z')
})

const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
const count = fc.integer({ min: 1, max: 60 })
const weekdaysBetween = (from: string, to: string): number => {
  let n = 0
  for (let ms = Date.parse(from) + 86_400_000; ms <= Date.parse(to); ms += 86_400_000) {
    const day = new Date(ms).getUTCDay()
    if (day !== 0 && day !== 6) n += 1
  }
  return n
}

test('never earlier than so many weekdays, always on a working day, and later for later ones', () => {
  fc.assert(
    fc.property(instant, instant, count, (a, b, n) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      const day = workingDaysAfter(dateIn(first, zone), n)
      expect(isWorkingDay(day)).toBe(true)
      expect(weekdaysBetween(dateIn(first, zone), day)).toBeGreaterThanOrEqual(n)
      expect(endOfWorkingDay(second, n, zone) >= endOfWorkingDay(first, n, zone)).toBe(true)
      expect(endOfWorkingDay(first, n + 1, zone) > endOfWorkingDay(first, n, zone)).toBe(true)
    }),
  )
})
