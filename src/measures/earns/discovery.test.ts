import fc from 'fast-check'
import { expect, test } from 'vitest'
import { luckLine, standing } from './discovery.ts'

/** The fifteen of the paper itself (Benjamini and Hochberg 1995, section 4): uncorrected nine stand, by theirs four, by Bonferroni three. */
const fifteen = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
]

test('the example of the paper: the fourth is 0.0095, under 4 of 15 times 0.05, which is 0.0133; the fifth is 0.0201, over 0.0167', () => {
  expect(fifteen.filter((luck) => luck <= 0.05)).toHaveLength(9)
  expect(luckLine(fifteen)).toBe(0.0095)
  expect(luckLine(fifteen.toReversed())).toBe(0.0095)
})

test('by hand: one that fails stands by a later one that does not; nothing, all, none', () => {
  // Of three the lines are 0.0167, 0.0333 and 0.05: 0.02 is over the first, and stands because 0.03 is under the second.
  expect(luckLine([0.02, 0.03, 0.9])).toBe(0.03)
  expect(luckLine([0.02, 0.04, 0.9])).toBeNull()
  expect(luckLine([0.05])).toBe(0.05)
  expect(luckLine([0.051])).toBeNull()
  expect(luckLine([])).toBeNull()
})

test('what could not be told is no comparison and never stands; the order stays', () => {
  const rows = [{ luck: 0.04 }, { luck: null }, { luck: 0.9 }, { luck: 0.001 }]
  expect(standing(rows)).toEqual([
    { luck: 0.04, stands: false },
    { luck: null, stands: false },
    { luck: 0.9, stands: false },
    { luck: 0.001, stands: true },
  ])
  expect(standing([{ luck: null }])).toEqual([{ luck: null, stands: false }])
})

test('never more than without it, never fewer than by Bonferroni; more comparisons of nothing let no more stand', () => {
  const lucks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(lucks, (all) => {
      const stand = standing(all.map((luck) => ({ luck }))).filter((r) => r.stands)
      expect(stand.length).toBeLessThanOrEqual(all.filter((luck) => luck <= 0.05).length)
      expect(stand.length).toBeGreaterThanOrEqual(all.filter((luck) => luck <= 0.05 / all.length).length)
      const more = standing([...all, 1, 1, 1].map((luck) => ({ luck }))).filter((r) => r.stands)
      expect(more.length).toBeLessThanOrEqual(stand.length)
    }),
  )
})
