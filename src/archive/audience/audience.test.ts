import { expect, test } from 'vitest'
import { dateIn } from '../../foundation/clock.ts'
import { countedNext, triedNext } from './audience.ts'

const now = new Date('2026-09-07T09:00:00Z')
const zone = 'Europe/London'

test('each account is counted tomorrow, always at the same time of its own, and all of them over the whole day', () => {
  const ids = Array.from({ length: 400 }, (_, n) => `01K4ACCOUNT${n}`)
  const times = ids.map((id) => countedNext(id, now, zone))
  expect(new Set(times.map((at) => dateIn(at, zone)))).toEqual(new Set(['2026-09-08']))
  expect(new Set(times.map((at) => at.getUTCHours())).size).toBeGreaterThan(20)
  const later = new Date('2026-09-08T05:00:00Z')
  expect(countedNext('a', later, zone).getTime()).toBe(countedNext('a', now, zone).getTime() + 86_400_000)
  // The night on which clocks go back has 25 hours.
  expect(dateIn(countedNext('a', new Date('2026-10-24T22:30:00Z'), zone), zone)).toBe('2026-10-25')
})

test('what fails is tried less and less often, and not before the network allows', () => {
  const minutes = (tries: number, until: Date | null = null) =>
    (triedNext(tries, until, now).getTime() - now.getTime()) / 60_000
  expect([1, 2, 3, 20].map((tries) => minutes(tries))).toEqual([5, 10, 20, 360])
  expect(minutes(1, new Date(now.getTime() + 90 * 60_000))).toBe(90)
  expect(minutes(1, new Date(now.getTime() + 90 * 86_400_000))).toBe(1440)
})
