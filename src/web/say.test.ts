import { expect, test } from 'vitest'
import { age, Count, clock, count, day, dayAndClock, initials, plural } from './say.ts'

const now = new Date('2026-10-06T20:40:00Z')

test('times are local, 24 hours, and the year goes when it is this one', () => {
  expect(clock(now)).toBe('21:40')
  expect(day(now)).toBe('Tue 6 Oct')
  expect(dayAndClock('2027-09-01T07:05:00Z', 'Europe/London', now)).toBe('Wed 1 Sep 2027, 08:05')
  expect(clock('2026-10-06T23:30:00Z')).toBe('00:30')
})

test('ages', () => {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  expect(age(before(9), now)).toBe('9 min')
  expect(age(before(125), now)).toBe('2 h 05')
  expect(age(before(98 * 60), now)).toBe('4 days 2 hours')
  expect(age(before(25 * 60), now)).toBe('1 day 1 hour')
})

test('numbers and names', () => {
  expect([count(3), Count(9), count(10), count(1204)]).toEqual(['three', 'Nine', '10', '1,204'])
  expect([plural(1, 'post'), plural(2, 'post'), plural(2, 'reply', 'replies')]).toEqual(['post', 'posts', 'replies'])
  expect([initials('Ffion Maddox'), initials('ACC Marian Jessop'), initials('')]).toEqual(['FM', 'AJ', ''])
})
