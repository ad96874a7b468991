import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Judged, saysTheSame, whyLeftOut } from './batch.ts'
import { beginning, type Counts, isQuiet, isSurge, sameHours, surgeFrom, usualOf, wordsIn } from './surge.ts'

const counts = (two: number, five: number, people = 50): Counts => ({ two, five, people })
const nothing = { perMinute: 0 }

test('a quiet account is in a surge from twelve in two minutes or twenty in five, by five people', () => {
  expect(isSurge(counts(11, 19), nothing)).toBe(false)
  expect(isSurge(counts(12, 12), nothing)).toBe(true)
  expect(isSurge(counts(4, 20), nothing)).toBe(true)
  expect(isSurge(counts(100, 200, 4), nothing)).toBe(false)
  expect(isSurge(counts(100, 200, 5), nothing)).toBe(true)
})

test('a busy hour needs three times what is usual in it', () => {
  const busy = { perMinute: 20 }
  expect(surgeFrom(busy, 2)).toBe(120)
  expect(surgeFrom(busy, 5)).toBe(300)
  expect(isSurge(counts(119, 299), busy)).toBe(false)
  expect(isSurge(counts(120, 150), busy)).toBe(true)
  expect(isSurge(counts(60, 300), busy)).toBe(true)
})

test('properties: usual traffic never is one, more never is less, and what is a surge is not quiet', () => {
  const some = fc.record({
    two: fc.nat(3000),
    more: fc.nat(3000),
    people: fc.nat(500),
    usual: fc.float({ min: 0, max: 500, noNaN: true }),
  })
  fc.assert(
    fc.property(some, ({ two, more, people, usual }) => {
      const [now, rate] = [counts(two, two + more, people), { perMinute: usual }]
      if (isSurge(now, rate)) {
        expect(isQuiet(now, rate) && now.five >= surgeFrom(rate, 5)).toBe(false)
        expect(isSurge(counts(two + 1, two + more + 1, people), rate)).toBe(true)
        expect(isSurge(now, { perMinute: usual / 2 })).toBe(true)
      }
      if (now.five <= usual * 5 && now.two <= usual * 2) expect(isSurge(now, rate)).toBe(false)
    }),
  )
})

/** A die with a seed, so that the figure is the same every time. */
function die(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const poisson = (mean: number, roll: () => number): number => {
  const least = Math.exp(-mean)
  let [n, p] = [0, roll()]
  while (p > least) [n, p] = [n + 1, p * roll()]
  return n
}

/** A day as messages come: few at night, most in the evening, and every half hour livelier or duller than the one before. */
function falseAlarms(perDay: number, days: number, seed: number): number {
  const roll = die(seed)
  const shape = Array.from({ length: 24 }, (_, h) => (h < 6 ? 0.25 : h < 17 ? 1 : h < 23 ? 1.7 : 0.6))
  const whole = shape.reduce((a, b) => a + b, 0)
  const rate = (at: number) => (perDay * (shape[Math.floor(at / 60) % 24] ?? 1)) / whole / 60
  const minutes: number[] = []
  let alarms = 0
  let mood = 1
  for (let at = 0; at < days * 1440; at += 1) {
    if (at % 30 === 0) mood = 0.4 + roll() * 1.2
    minutes.unshift(poisson(rate(at) * mood, roll))
    minutes.length = Math.min(minutes.length, 5)
    const sum = (n: number) => minutes.slice(0, n).reduce((a, b) => a + b, 0)
    // The hour round this minute, as `sameHours` takes it.
    const usual = Array.from({ length: 60 }, (_, n) => rate(Math.max(0, at + n - 30))).reduce((a, b) => a + b, 0) / 60
    if (isSurge(counts(sum(2), sum(5)), { perMinute: usual })) alarms += 1
  }
  return alarms
}

test('no false alarm in 28 days at 200, at 1,000 and at 5,000 messages a day', () => {
  for (const perDay of [200, 1000, 5000]) expect([perDay, falseAlarms(perDay, 28, 7)]).toEqual([perDay, 0])
})

test('what rises to seven a minute on a quiet account is noticed within two minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 1000 }), fc.integer({ min: 0, max: 14 }), (rate, phase) => {
      // Looked at every 15 seconds: the last look before two minutes are over is at most 15 seconds before.
      const seen = Math.floor((rate * (120 - phase)) / 60)
      expect(isSurge(counts(seen, seen), nothing)).toBe(true)
    }),
  )
})

test('it began with the rise, whatever came in one thin minute within it', () => {
  const now = new Date('2026-09-07T09:00:00Z')
  expect(beginning([50, 60, 40, 0, 1, 0, 30, 0, 0, 0], nothing, now).toISOString()).toBe('2026-09-07T08:57:00.000Z')
  expect(beginning([3, 60, 1, 40, 0, 0, 0, 0, 0, 0], nothing, now).toISOString()).toBe('2026-09-07T08:56:00.000Z')
  expect(beginning([0, 60, 0, 0], nothing, now).toISOString()).toBe('2026-09-07T08:58:00.000Z')
  expect(beginning([12, 12, 11], { perMinute: 10 }, now).toISOString()).toBe('2026-09-07T08:59:00.000Z')
})

test('usual is the middle of the same hour of four weeks, on the wall clock; hours not listened to are not known', () => {
  expect(usualOf([60, 120, 60, 6000])).toEqual({ perMinute: 1.5 })
  expect(usualOf([null, null, 60, 120])).toEqual({ perMinute: 1.5 })
  expect(usualOf([null, null, null, null])).toEqual({ perMinute: 0 })
  // Clocks went back on 25 October 2026: ten o'clock is ten o'clock.
  const [lastWeek] = sameHours(new Date('2026-10-26T10:00:00Z'), 'Europe/London')
  expect(lastWeek?.from.toISOString()).toBe('2026-10-19T08:30:00.000Z')
})

test('says which words, and not those that say nothing', () => {
  const texts = [
    ...Array.from({ length: 20 }, () => 'Is it true that there is a bomb at Eastby station??'),
    ...Array.from({ length: 6 }, () => 'why are the roads closed near the quay'),
    'thanks',
  ]
  const found = wordsIn(texts)
  expect(found[0]).toEqual({ words: 'bomb at eastby', n: 20 })
  expect(found.map((f) => f.words)).not.toContain('is it')
  expect(found.some((f) => f.words.includes('roads'))).toBe(true)
  expect(wordsIn([])).toEqual([])
})

const said = 'Is it true that there is a bomb at Eastby station?'
const judged: Judged = {
  open: true,
  rank: 6,
  category: 'question',
  works: true,
  heldByOther: false,
  hasDraft: false,
  waiting: [{ text: `${said} 😱`, pictures: 0 }],
}

test('who is answered with the others, and why each other is not', () => {
  expect(whyLeftOut(judged, said)).toBe(null)
  expect(whyLeftOut({ ...judged, open: false }, said)).toBe('closed')
  expect(whyLeftOut({ ...judged, rank: 0 }, said)).toBe('danger')
  for (const category of ['threatOrVulnerable', 'callForService', 'intelligence'] as const)
    expect(whyLeftOut({ ...judged, category, rank: 2 }, said)).toBe('needsPerson')
  expect(whyLeftOut({ ...judged, heldByOther: true }, said)).toBe('held')
  expect(whyLeftOut({ ...judged, hasDraft: true }, said)).toBe('underway')
  expect(whyLeftOut({ ...judged, works: false }, said)).toBe('notYours')
  expect(whyLeftOut({ ...judged, waiting: [] }, said)).toBe('answered')
  expect(whyLeftOut({ ...judged, waiting: [{ text: said, pictures: 1 }] }, said)).toBe('pictures')
  const more = [...judged.waiting, { text: 'My mum is in there', pictures: 0 }]
  expect(whyLeftOut({ ...judged, waiting: more }, said)).toBe('different')
  expect(saysTheSame(said, [])).toBe(false)
})
