import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestAccounts, lengthScale, limitsAt, ordinaryOf, shareScale } from './limits.ts'
import { type Figured, funnelAt, variationOf } from './vary.ts'

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
const normal = (roll: () => number) => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
const binomial = (roll: () => number, of: number, share: number) => {
  let top = 0
  for (let n = 0; n < of; n++) if (roll() < share) top += 1
  return top
}
const share = { unit: 'share', together: 'sum' } as const
const days = { unit: 'days', together: 'middle' } as const

/** So many accounts of one class: the same share, or one that itself differs from account to account by `apart` on the scale. */
const oneClass = (roll: () => number, accounts: number, middle: number, apart: number): Figured[] =>
  Array.from({ length: accounts }, (_, n) => {
    const of = 20 + Math.floor(roll() * 400)
    const own = shareScale.from(shareScale.to(middle) + apart * normal(roll))
    const top = binomial(roll, of, own)
    return { id: `a${n}`, figure: top / of, top, of }
  })

const falseAlarms = (d: typeof share | typeof days, draw: (roll: () => number) => Figured[], times: number) => {
  const roll = dice(7)
  const points = Array.from({ length: times }, () => variationOf(d, draw(roll)).points).flat()
  return points.filter((p) => p.stands === 'above' || p.stands === 'below').length / points.length
}

test.each([
  ['40 accounts that differ by chance only', 40, 0],
  ['40 accounts that differ by more than chance', 40, 0.15],
  ['8 accounts that differ by more than chance', 8, 0.15],
  ['200 accounts that differ by more than chance', 200, 0.15],
])('of %s, about one in 370 is called different', (_, accounts, apart) => {
  const alarms = falseAlarms(share, (roll) => oneClass(roll, accounts, 0.35, apart), Math.ceil(8000 / accounts))
  expect(alarms).toBeLessThan(0.006)
})

test('of lengths of time that differ as such lengths do, about one in 370 is called different', () => {
  const lengths = (roll: () => number) =>
    Array.from({ length: 40 }, (_, n) => {
      const figure = lengthScale.from(2 + 0.6 * normal(roll))
      return { id: `a${n}`, figure, top: figure, of: 1 }
    })
  expect(falseAlarms(days, lengths, 200)).toBeLessThan(0.006)
})

test('limits that nobody would ever pass are no limits: chance alone does pass them now and then', () => {
  const alarms = falseAlarms(share, (roll) => oneClass(roll, 40, 0.35, 0.15), 1000)
  expect(alarms).toBeGreaterThan(0.0008)
})

test('one who is planted far out is found, though they are in the reckoning; also when three others are far out too', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const roll = dice(seed)
    const figures = oneClass(roll, 20, 0.5, 0.06)
    const planted = [0.98, 0.01, 0.99, 0.985].map((s, n) => {
      const top = binomial(roll, 300, s)
      return { id: `far${n}`, figure: top / 300, top, of: 300 }
    })
    const found = variationOf(share, [...figures, ...planted]).points.filter((p) => p.id.startsWith('far'))
    expect(found.map((p) => p.stands)).toEqual(['above', 'below', 'above', 'above'])
  }
})

test('worked by hand: without more than chance between them, the limits are three spreads of the binomial, wider for few accounts', () => {
  // Nine accounts of 100 rows, each 50 of them: the middle is half, on the scale a quarter of pi; chance alone is 1 in 400, a spread 0.05.
  const figures = Array.from({ length: 9 }, (_, n) => ({ id: `a${n}`, figure: 0.5, top: 50, of: 100 }))
  const { ordinary, middle, points } = variationOf(share, figures)
  expect(ordinary).toMatchObject({ extra: 0, accounts: 9 })
  expect(middle).toBeCloseTo(0.5, 9)
  // With eight degrees of freedom three spreads become 3 + 0.9375 + 0.2695 + 0.0590 = 4.266; times 0.05 is 0.2133; the sine of pi/4 + 0.2133 squared.
  expect(points[0]?.high).toBeCloseTo(Math.sin(Math.PI / 4 + 0.2133) ** 2, 4)
  expect(points[0]?.high).toBeCloseTo(0.7069, 3)
  expect(points[0]?.low).toBeCloseTo(0.293, 3)
})

test('fewer than eight, and lengths that are mostly the same, are too little to say anything', () => {
  const few = Array.from({ length: fewestAccounts - 1 }, (_, n) => ({ at: n, chance: 0.01 }))
  expect(ordinaryOf(few)).toBeNull()
  const same = Array.from({ length: 12 }, (_, n) => ({ id: `a${n}`, figure: n === 0 ? 90 : 3, top: 3, of: 1 }))
  expect(variationOf(days, same)).toMatchObject({
    ordinary: null,
    points: [{ stands: 'unsaid' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
  })
})

const figures = fc.array(
  fc.record({ of: fc.integer({ min: 1, max: 500 }), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 8, maxLength: 30 },
)

test('limits hold the middle, stay in the unit, narrow as rows grow in number, and do not hang on the order', () => {
  fc.assert(
    fc.property(figures, (given) => {
      const all = given.map(({ of, part }, n) => ({
        id: `a${n}`,
        figure: Math.round(part * of) / of,
        top: Math.round(part * of),
        of,
      }))
      const { ordinary, middle, points } = variationOf(share, all)
      if (!ordinary || middle === null) return
      for (const p of points) {
        expect(p.low).toBeGreaterThanOrEqual(0)
        expect(p.high).toBeLessThanOrEqual(1)
        expect(p.low).toBeLessThanOrEqual(middle + 1e-9)
        expect(p.high).toBeGreaterThanOrEqual(middle - 1e-9)
      }
      expect(funnelAt(ordinary, 400).high).toBeLessThanOrEqual(funnelAt(ordinary, 20).high)
      const turned = variationOf(share, all.toReversed()).points.toReversed()
      expect(turned.map((p) => p.stands)).toEqual(points.map((p) => p.stands))
    }),
    { numRuns: 200 },
  )
  expect(limitsAt({ middle: 0, extra: 1, accounts: 1e9 }, 0).high).toBeCloseTo(3, 6)
})
