import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patternCount } from './patterns.ts'

/** Whom each account is followed by; with whether it was read to the end, and people told twice. */
const force = fc.array(fc.record({ people: fc.array(fc.nat(30), { maxLength: 40 }), whole: fc.boolean() }), {
  maxLength: 6,
})
type Force = typeof force extends fc.Arbitrary<infer F> ? F : never

const counted = (accounts: Force) => {
  const count = patternCount()
  for (const [n, { people, whole }] of accounts.entries()) {
    count.begin(n)
    for (const person of people) count.add(person)
    if (!whole) count.takeBack()
  }
  return count
}

/** Person by person, as nobody would with a million of them. */
const byHand = (accounts: Force): Map<string, number> => {
  const everybody = new Set(accounts.flatMap((a) => (a.whole ? a.people : [])))
  const sets = [...everybody].map((person) =>
    accounts.flatMap((a, n) => (a.whole && a.people.includes(person) ? [n] : [])).join(' '),
  )
  return new Map([...Map.groupBy(sets, (set) => set)].map(([set, all]) => [set, all.length]))
}

test('each person stands in exactly one pattern, of the accounts that were read whole', () => {
  fc.assert(
    fc.property(force, (accounts) => {
      const count = counted(accounts)
      const patterns = count.patterns()
      expect(new Map(patterns.map((p) => [p.accounts.join(' '), p.people]))).toEqual(byHand(accounts))
      expect(patterns.reduce((sum, p) => sum + p.people, 0)).toBe(count.people())
    }),
    { numRuns: 500 },
  )
})

test('the largest pattern comes first, and of nobody there is none', () => {
  const people = (...which: number[]) => ({ people: which, whole: true })
  expect(counted([people(1, 2, 3, 3), people(3, 4)]).patterns()).toEqual([
    { accounts: [0], people: 2 },
    { accounts: [0, 1], people: 1 },
    { accounts: [1], people: 1 },
  ])
  expect(patternCount().patterns()).toEqual([])
})
