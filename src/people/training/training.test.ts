import { expect, test } from 'vitest'
import { rightsUntil, type Subject, standingAt } from './training.ts'

const day = (d: string) => new Date(`${d}T00:00:00Z`)
const kept = (given: Partial<Record<Subject, string>>) =>
  new Map(Object.entries(given).map(([s, d]) => [s as Subject, day(d)]))
const asks = { asked: ['mediaLaw', 'agreement'] as const, from: day('2027-01-01') }

test('rights end with the first of what is asked, and where it is missing with the day from which it is asked', () => {
  expect(rightsUntil(kept({ mediaLaw: '2027-05-01', agreement: '2027-03-01' }), asks)).toEqual(day('2027-03-01'))
  expect(rightsUntil(kept({ mediaLaw: '2027-05-01' }), asks)).toEqual(day('2027-01-01'))
  expect(rightsUntil(kept({ mediaLaw: '2026-05-01' }), asks)).toEqual(day('2026-05-01'))
  expect(rightsUntil(kept({ houseStyle: '2020-01-01', mediaLaw: '2027-05-01' }), { ...asks, from: null })).toEqual(
    day('2027-05-01'),
  )
})

test('where nothing is asked only what was recorded runs out', () => {
  expect(rightsUntil(kept({}), { asked: [], from: null })).toBeNull()
  expect(rightsUntil(kept({ houseStyle: '2027-05-01', mediaLaw: '2027-04-01' }), { asked: [], from: null })).toEqual(
    day('2027-04-01'),
  )
})

test('people are told thirty days before', () => {
  const now = day('2026-10-01')
  expect(standingAt(null, now)).toBe('none')
  expect(standingAt(day('2026-11-01'), now)).toBe('current')
  expect(standingAt(day('2026-10-31'), now)).toBe('soon')
  expect(standingAt(now, now)).toBe('soon')
  expect(standingAt(new Date(now.getTime() - 1), now)).toBe('ended')
})
