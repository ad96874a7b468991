import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteria, criterionIds, proposedSettings, type Settings } from './criteria.ts'
import type { Outcome } from './outcome.ts'
import { recommend } from './recommendation.ts'
import { type Evidence, scorecardOf, valuesOf } from './scorecard.ts'

const basis = { criteriaVersion: 3, from: '2026-06-08T00:00:00.000Z', until: '2026-09-07T00:00:00.000Z' }
const cardOf = (e: Evidence, by: Settings = proposedSettings, middles = {}) => scorecardOf(e, middles, by)

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyFigure = (value: fc.Arbitrary<number>) =>
  fc.record({ figure: value, rows: fc.nat(50), version: fc.constant(1), voices: fc.nat(6) })
const figures = fc.record({
  M01: anyFigure(fc.nat(200)),
  M02: anyFigure(fc.nat(60)),
  M03: anyFigure(fc.constantFrom(0, 1)),
  M04: anyFigure(share),
  M05: anyFigure(share),
  M06: anyFigure(share),
  M07: anyFigure(share),
  M08: anyFigure(share),
  M15: anyFigure(share),
  M16: anyFigure(share),
  M22: anyFigure(share),
  M29: anyFigure(share),
})
const some = fc.uniqueArray(fc.constantFrom('b', 'c', 'd'))
const evidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  subject: fc.constantFrom('ours', 'unofficial', 'lookAlike'),
  class: fc.constantFrom('corporate', 'contactDesk', 'neighbourhood', 'specialist', 'individual'),
  figures: figures.chain((all) => fc.subarray(Object.entries(all)).map((kept) => Object.fromEntries(kept))),
  eventDriven: fc.constantFrom(null, 'Speaks at events.'),
  samePlace: some,
  near: some.map((ids) => ids.map((account) => ({ account, posts: 3 }))),
  waited: fc.constantFrom(null, [], [14], [31, 14]),
  people: fc.nat(4),
  ownerHeld: fc.boolean(),
  objectives: fc.nat(3),
  imitates: fc.constantFrom(null, 'It reads as ours.'),
})
const used: fc.Arbitrary<Settings> = fc
  .subarray([...criterionIds], { minLength: 1 })
  .map(
    (ids) =>
      Object.fromEntries(
        criterionIds.map((id) => [id, { ...proposedSettings[id], used: ids.includes(id) }]),
      ) as Settings,
  )

test('every recommendation has a reason, whatever is measured and whatever is in use, and it points to a record', () => {
  fc.assert(
    fc.property(evidence, used, fc.constantFrom(null, 'z'), (e, by, into) => {
      const card = cardOf(e, by)
      fc.pre(card.tests.length > 0)
      const { reasons, outcome } = recommend(card, into, basis)
      expect(reasons.length).toBeGreaterThan(0)
      for (const r of reasons) {
        expect(by[r.criterion].used).toBe(true)
        expect(r).toMatchObject({ criteriaVersion: 3, speaksFor: outcome })
        expect('measure' in r.record ? r.record.measure : r.record.kept).not.toBe('')
      }
    }),
  )
})

test('an account that speaks only at events is never recommended for closing because it is silent', () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(null, 'z'), (e, into) => {
      const rightly = { ...e, subject: 'ours' as const, eventDriven: 'Speaks at events.' }
      expect(recommend(cardOf(rightly), into, basis).outcome).not.toBe('close')
    }),
  )
})

/** How far a recommendation goes; for what is outside, adopting is the better. */
const worse: readonly Outcome[] = ['keep', 'adopt', 'improve', 'leaveAsPersonal', 'merge', 'close']
/** The other account at least as good in each test, and as well measured. */
const better = (e: Evidence, than: Evidence): boolean => {
  const [a, b] = [valuesOf(e), valuesOf(than)]
  return criterionIds.every((id) => {
    const [x, y] = [a[id], b[id]]
    if (x === null || y === null) return x === y
    return criteria[id].better === 'more' ? x >= y : x <= y
  })
}
/** Betters some of its values, so that pairs are often comparable. */
const bettered = (e: Evidence, wish: readonly boolean[]): Evidence => {
  const up = (id: string, to: (value: number) => number, n: number) => {
    const f = e.figures[id]
    return f && wish[n] ? { [id]: { ...f, figure: to(f.figure) } } : {}
  }
  const half = (v: number) => v / 2
  const more = (v: number) => Math.min(1, v + 0.3)
  return {
    ...e,
    figures: {
      ...e.figures,
      ...up('M01', half, 0),
      ...up('M02', half, 1),
      ...up('M03', () => 0, 2),
      ...up('M04', more, 3),
      ...up('M05', half, 4),
      ...up('M06', half, 5),
      ...up('M07', more, 6),
      ...up('M08', more, 7),
      ...up('M15', more, 8),
      ...up('M16', half, 9),
      ...up('M22', more, 10),
      ...up('M29', more, 11),
    },
    eventDriven: wish[12] ? 'Speaks at events.' : e.eventDriven,
    samePlace: wish[13] ? e.samePlace.slice(1) : e.samePlace,
    waited: wish[14] && e.waited ? e.waited.slice(1) : e.waited,
    people: e.people + (wish[15] ? 1 : 0),
    ownerHeld: e.ownerHeld || wish[16] === true,
    objectives: e.objectives + (wish[17] ? 1 : 0),
  }
}
const middles = fc.record({ answers: share, dialogue: share, ownWords: share, strategy: share })

test('an account better in every test is never recommended worse', () => {
  fc.assert(
    fc.property(
      evidence,
      fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
      middles,
      fc.constantFrom(null, 'z'),
      (e, wish, of, into) => {
        const ours = { ...e, subject: e.subject === 'lookAlike' ? ('ours' as const) : e.subject }
        const other = bettered(ours, wish)
        expect(better(other, ours)).toBe(true)
        const [one, two] = [ours, other].map((x) => recommend(cardOf(x, proposedSettings, of), into, basis).outcome)
        expect(worse.indexOf(two ?? 'close')).toBeLessThanOrEqual(worse.indexOf(one ?? 'keep'))
      },
    ),
    { numRuns: 1000 },
  )
})
