import fc from 'fast-check'
import { expect, test } from 'vitest'
import { studentLuck, studentReach } from '../student.ts'
import { standing } from './discovery.ts'
import { type Against, addQuarter, type Earner, type Effect, effectOf, nothingAgainst, verdictOf } from './effect.ts'

const against = (posts: readonly Earner[]): Against => {
  const into = nothingAgainst(1)
  addQuarter(into, posts)
  return into[0] ?? { wins: 0, pairs: 0, withIt: 0, without: 0, earnedWith: 0, earnedWithout: 0 }
}
const withIt = (value: number): Earner => ({ bits: 1, value })
const without = (value: number): Earner => ({ bits: 0, value })
/** An account that told that share, from 25 pairs. */
const told = (share: number): Against => ({
  wins: 25 * share,
  pairs: 25,
  withIt: 5,
  without: 5,
  earnedWith: 0,
  earnedWithout: 0,
})

/** The verdict of one that was compared with nothing besides. */
const alone = (e: Effect) => standing([e]).map(verdictOf)[0]

test('one account by hand: 5, 3, 3, 0, 7 replies with it against 3, 1, 0, 2, 4 without', () => {
  // 5 wins 5 of 5. Each 3 wins three (1, 0, 2), ties one, loses one: 3.5. 0 ties one: 0.5. 7 wins 5. Together 17.5 of 25.
  const posts = [...[5, 3, 3, 0, 7].map(withIt), ...[3, 1, 0, 2, 4].map(without)]
  expect(against(posts)).toEqual({
    wins: 17.5,
    pairs: 25,
    withIt: 5,
    without: 5,
    earnedWith: 18,
    earnedWithout: 10,
  })
})

test('five accounts by hand: shares 0.7, 0.6, 0.5, 0.8 and 0.9 make 0.7, from 0.504 to 0.896', () => {
  // Mean 0.7; squares 0, 0.01, 0.04, 0.01, 0.04 over four: 0.025; root 0.1581; over the root of five 0.0707. Student's t of four degrees: 2.776.
  const found = effectOf([0.7, 0.6, 0.5, 0.8, 0.9].map(told))
  expect(found).toMatchObject({ accounts: 5, withIt: 25, without: 25 })
  expect(found.effect).toBeCloseTo(0.7, 9)
  expect(found.low).toBeCloseTo(0.7 - 2.776 * 0.070711, 2)
  expect(found.high).toBeCloseTo(0.7 + 2.776 * 0.070711, 2)
  // t is 0.2 over 0.0707: 2.828. Of Student's t with four degrees 2.776 leaves 0.05 outside and 2.999 leaves 0.04.
  expect(found.luck).toBeCloseTo(0.0474, 4)
  expect(alone(found)).toBe('more')
  expect(alone(effectOf([0.7, 0.6, 0.5, 0.8, 0.3].map(told)))).toBe('unclear')
  expect(alone(effectOf([0.3, 0.4, 0.4, 0.3, 0.2].map(told)))).toBe('less')
  // Its own interval leaves out a half, but among ten comparisons that much is luck.
  const among = standing([found, ...Array.from({ length: 9 }, () => ({ ...found, luck: 0.6 }))])
  expect(among.map(verdictOf)[0]).toBe('unclear')
})

test('five accounts that say the very same are too alike to tell, never a certainty', () => {
  for (const share of [1, 0.7, 0.5]) {
    const found = effectOf([share, share, share, share, share].map(told))
    expect(found.effect).toBeCloseTo(share, 9)
    expect(found).toMatchObject({ accounts: 5, low: null, high: null, luck: null })
    expect(alone(found)).toBe('alike')
  }
  expect(effectOf([1, 1, 1, 1, 0.99].map(told)).low).not.toBeNull()
})

test("Student's t, against its tables", () => {
  for (const [freedom, t] of [
    [4, 2.776],
    [7, 2.365],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ] as const)
    expect(Math.abs(studentReach(1.959964, freedom) / t - 1)).toBeLessThan(0.003)
})

test('how likely luck alone gives a t, against the tables: one, two, three, four, seven and thirty degrees', () => {
  for (const [freedom, t, luck] of [
    [1, 12.706, 0.05],
    [1, 1, 0.5],
    [2, 4.303, 0.05],
    [3, 5.841, 0.01],
    [4, 2.776, 0.05],
    [4, 8.61, 0.001],
    [7, 2.365, 0.05],
    [30, 2.75, 0.01],
    [4, 0, 1],
  ] as const) {
    expect(studentLuck(t, freedom)).toBeCloseTo(luck, 4)
    expect(studentLuck(-t, freedom)).toBe(studentLuck(t, freedom))
  }
})

test('too few accounts, or accounts with too few posts of either kind, are too few to say', () => {
  expect(alone(effectOf([0.7, 0.6, 0.5, 0.8].map(told)))).toBe('few')
  const four = { ...told(0.9), withIt: 4 }
  expect(effectOf([...[0.7, 0.6, 0.5, 0.8].map(told), four])).toMatchObject({ effect: null, accounts: 4 })
})

test('quarters are not mixed: a good quarter for everybody speaks for no feature', () => {
  // All posts with it were written when everybody earned ten times as much.
  const into = nothingAgainst(1)
  addQuarter(into, [...[10, 20].map(withIt), ...[10, 20].map(without)])
  addQuarter(into, [1, 2, 1, 2].map(without))
  expect(into[0]).toMatchObject({ wins: 2, pairs: 4, without: 2 })
})

const posts = fc.array(fc.record({ bits: fc.integer({ min: 0, max: 1 }), value: fc.integer({ min: 0, max: 6 }) }), {
  maxLength: 40,
})

test('by ranks as by every pair; turned round it is one less; what grows everything alike changes nothing', () => {
  fc.assert(
    fc.property(posts, (given) => {
      let [wins, pairs] = [0, 0]
      for (const a of given.filter((p) => p.bits === 1))
        for (const b of given.filter((p) => p.bits === 0)) {
          pairs += 1
          wins += a.value > b.value ? 1 : a.value === b.value ? 0.5 : 0
        }
      const found = against(given)
      expect([found.wins, found.pairs]).toEqual([wins, pairs])
      expect(against(given.map((p) => ({ ...p, bits: 1 - p.bits }))).wins).toBe(pairs - wins)
      expect(against(given.map((p) => ({ ...p, value: p.value ** 3 * 1000 }))).wins).toBe(wins)
    }),
  )
})

/** Dice that fall the same way each time (mulberry32). */
const dice = (seed: number) => {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

test('where nothing goes with anything, one in twenty is called so; heavy tails and one giant account change nothing', () => {
  const roll = dice(11)
  let called = 0
  const times = 600
  for (let n = 0; n < times; n++) {
    const accounts = Array.from({ length: 12 }, (_, a) =>
      against(
        Array.from({ length: a === 0 ? 400 : 40 }, () => ({
          bits: roll() < 0.3 ? 1 : 0,
          value: Math.floor((1 - roll()) ** -1.2) - 1,
        })),
      ),
    )
    const verdict = alone(effectOf(accounts))
    if (verdict === 'more' || verdict === 'less') called += 1
  }
  expect(called / times).toBeGreaterThan(0.02)
  expect(called / times).toBeLessThan(0.08)
})
