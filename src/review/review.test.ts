import { expect, test } from 'vitest'
import { type CriterionId, criterionIds, lineFor, proposedSettings, type Settings } from './criteria.ts'
import { askUntil, wrongWith } from './decision.ts'
import { judged } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { type Overlap, recommend, takesIn } from './recommendation.ts'
import { reasonWords, valueWords } from './saying.ts'
import { type Evidence, type Figure, middlesByClass, scorecardOf, valuesOf } from './scorecard.ts'

const basis = { criteriaVersion: 3, from: '2026-06-08T00:00:00.000Z', until: '2026-09-07T00:00:00.000Z' }
const figure = (value: number, over: Partial<Figure> = {}): Figure => ({
  figure: value,
  rows: 10,
  version: 1,
  voices: 4,
  ...over,
})

/** In order in every test. */
const sound: Evidence = {
  id: 'a',
  subject: 'ours',
  class: 'neighbourhood',
  figures: {
    M01: figure(4),
    M02: figure(2),
    M03: figure(0),
    M04: figure(0.8),
    M05: figure(0.02),
    M06: figure(0),
    M07: figure(0.2),
    M08: figure(0.6),
    M15: figure(40 / 168),
    M16: figure(0.4),
    M22: figure(0.95),
    M29: figure(1),
  },
  eventDriven: null,
  samePlace: [],
  near: [],
  waited: [],
  people: 3,
  ownerHeld: true,
  objectives: 2,
  imitates: null,
}
const of = (over: Partial<Evidence>, figures: Record<string, Figure> = {}): Evidence => ({
  ...sound,
  ...over,
  figures: { ...sound.figures, ...figures },
})
const cardOf = (e: Evidence, by: Settings = proposedSettings, middles = {}) => scorecardOf(e, middles, by)
const recommended = (e: Evidence, into: string | null = null, middles = {}) =>
  recommend(cardOf(e, proposedSettings, middles), into, basis)
const readingIn = (e: Evidence, id: CriterionId, middles = {}) =>
  cardOf(e, proposedSettings, middles).tests.find((t) => t.criterion === id)?.reading

test('an account in order is kept, with what is in order as its reasons', () => {
  const { outcome, reasons } = recommended(sound)
  expect(outcome).toBe('keep')
  expect(reasons.map((r) => r.criterion)).toContain('dialogue')
  expect(reasons.every((r) => r.criteriaVersion === 3)).toBe(true)
  expect(reasons.find((r) => r.criterion === 'dialogue')?.record).toEqual({
    measure: 'M07',
    version: 1,
    from: basis.from,
    until: basis.until,
  })
  const { reasons: faults } = recommended(of({ ownerHeld: false }))
  expect(faults).toMatchObject([{ criterion: 'owner', speaksFor: 'improve', record: { kept: 'the register' } }])
})

test('each test reads past its line as what it is, by the class of the account', () => {
  expect(readingIn(of({}, { M08: figure(0.1) }), 'answers')).toBe('gap')
  expect(readingIn(of({}, { M08: figure(0.2) }), 'answers')).toBe('inOrder')
  expect(readingIn(of({}, { M01: figure(10) }), 'silent')).toBe('inOrder')
  expect(readingIn(of({ class: 'corporate' }, { M01: figure(4) }), 'silent')).toBe('silent')
  expect(readingIn(of({ samePlace: ['b'] }), 'samePlace')).toBe('overlaps')
  expect(readingIn(of({ people: 1 }), 'people')).toBe('onePerson')
  expect(readingIn(of({ people: 0 }), 'people')).toBe('gap')
  expect(readingIn(of({ waited: null }), 'waited')).toBe('notMeasured')
  expect(readingIn(of({ waited: [31, 14] }), 'waited')).toBe('gap')
  expect(readingIn(sound, 'dialogue', { dialogue: 0.1 })).toBe('strong')
  expect(readingIn(sound, 'dialogue', { dialogue: 0.19 })).toBe('inOrder')
  // Two who share evenly each have half: from three voices on somebody can be drowned.
  expect(readingIn(of({}, { M16: figure(0.9, { voices: 2 }) }), 'balance')).toBe('notMeasured')
  expect(readingIn(of({}, { M16: figure(0.9, { voices: 3 }) }), 'balance')).toBe('gap')
})

test('said on this network too: what only stands on another network is no overlap', () => {
  const posts = { M06: figure(0.5, { rows: 10 }) }
  expect(valuesOf(of({ near: [] }, posts)).near).toBe(0)
  expect(valuesOf(of({ near: [{ account: 'b', posts: 8 }] }, posts)).near).toBeCloseTo(0.4)
  expect(valuesOf(of({ near: [{ account: 'b', posts: 12 }] }, posts)).near).toBe(0.5)
})

test('silence closes past its second line, unless people come for its answers, or it speaks only at events', () => {
  const silent = { M01: figure(120), M03: figure(1) }
  expect(recommended(of({}, { M01: figure(60) })).outcome).toBe('improve')
  expect(recommended(of({}, silent)).outcome).toBe('close')
  expect(recommended(of({}, silent), 'b')).toMatchObject({ outcome: 'close', into: null })
  expect(recommended(of({}, silent), null, { answers: 0.3 }).outcome).toBe('improve')
  // M03 leaves out what is rightly silent itself.
  const events = of({ eventDriven: 'Speaks at air shows.' }, { M01: figure(120) })
  expect(recommended(events).outcome).toBe('keep')
  expect(recommended(events).reasons.map((r) => r.criterion)).toContain('silent')
})

test('an overlap merges where something else is amiss, or where the same is said; never for the one that takes others in', () => {
  const alone = of({ samePlace: ['b'] })
  expect(recommended(alone, 'b').outcome).toBe('keep')
  expect(recommended(of({ samePlace: ['b'], people: 1 }), 'b').outcome).toBe('keep')
  expect(recommended(of({ samePlace: ['b'], objectives: 0 }), 'b').outcome).toBe('improve')
  const waited = of({ samePlace: ['b'], people: 1, waited: [31, 14] })
  expect(recommended(waited, 'b')).toMatchObject({ outcome: 'merge', into: 'b' })
  expect(recommended(waited, 'b').reasons.map((r) => r.criterion)).toEqual(['samePlace', 'waited', 'people'])
  expect(recommended(waited, null).outcome).toBe('improve')
  const same = of({ near: [{ account: 'b', posts: 8 }] }, { M06: figure(0.8, { rows: 8 }) })
  expect(recommended(same, 'b').outcome).toBe('merge')
  expect(recommended(same, 'b').reasons[0]).toMatchObject({ criterion: 'near', accounts: ['b'] })
})

test('outside: adopt who talks with the public, leave who does not, ask the network about imitations', () => {
  const unofficial = (figures: Record<string, Figure>) => ({ ...of({ subject: 'unofficial' }), figures })
  expect(recommended(unofficial({ M01: figure(2), M07: figure(0.3) })).outcome).toBe('adopt')
  expect(recommended(unofficial({ M01: figure(2), M07: figure(0.01) })).outcome).toBe('leaveAsPersonal')
  expect(recommended(unofficial({ M01: figure(200), M07: figure(0.3) })).outcome).toBe('leaveAsPersonal')
  expect(recommended(unofficial({})).outcome).toBe('leaveAsPersonal')
  const like = (imitates: string | null): Evidence => ({
    ...sound,
    subject: 'lookAlike',
    class: null,
    figures: {},
    imitates,
  })
  expect(recommended(like('It reads as ours.')).outcome).toBe('close')
  expect(recommended(like(null)).outcome).toBe('leaveAsPersonal')
})

test('the broader account takes the other in, and never both each other', () => {
  const candidate = (id: string, over: Partial<Parameters<typeof takesIn>[0]> = {}) => ({
    id,
    class: 'neighbourhood' as const,
    people: 2,
    collective: false,
    ...over,
  })
  const [pc, team, force] = [
    candidate('pc', { class: 'individual', people: 1 }),
    candidate('team', { collective: true }),
    candidate('force', { class: 'corporate' }),
  ]
  type Own = Parameters<typeof takesIn>[0]
  const into = (own: Own, others: Own[], over: Partial<Overlap> = {}) =>
    takesIn(own, { others, samePlace: new Set(), alike: [], line: 0.3, ...over })
  expect(into(pc, [pc, team])).toBe('team')
  expect(into(pc, [team, force])).toBe('force')
  expect(into(team, [pc])).toBe(null)
  expect(into(candidate('x'), [candidate('y', { people: 3 })])).toBe('y')
  expect(into(candidate('y', { people: 3 }), [candidate('x')])).toBe(null)
  // Who is there for the same place, before who is only broader.
  expect(into(pc, [team, force], { samePlace: new Set(['team']) })).toBe('team')
  // Who says most of the same, before both; never one that stands behind, and not for a share under the line.
  const alike = (share: number) => [
    { account: 'pc', share: 0.9 },
    { account: 'force', share },
    { account: 'team', share: 0.1 },
  ]
  expect(into(pc, [team, force], { samePlace: new Set(['team']), alike: alike(0.31) })).toBe('force')
  expect(into(pc, [team, force], { samePlace: new Set(['team']), alike: alike(0.3) })).toBe('team')
  expect(into(team, [pc], { alike: alike(0) })).toBe(null)
})

test('an account joins the one that says most of the same, and its reason names it first', () => {
  const place = { class: 'neighbourhood' as const, collective: false }
  const near = [
    { account: 'team', posts: 2 },
    { account: 'force', posts: 6 },
  ]
  const own = { ...of({ id: 'a', people: 1, samePlace: ['team'], near }, { M06: figure(0.8, { rows: 8 }) }), ...place }
  const team = { ...of({ id: 'team', people: 5, samePlace: ['a'] }), ...place, collective: true }
  const force = { ...of({ id: 'force', class: 'corporate' }, { M01: figure(2) }), collective: true }
  const [found] = judged([own, team, force], proposedSettings, basis)
  expect(found?.recommendation).toMatchObject({ outcome: 'merge', into: 'force' })
  const reason = found?.recommendation.reasons.find((r) => r.criterion === 'near')
  expect(reason).toMatchObject({ record: { measure: 'M06' }, accounts: ['force', 'team'] })
  const test = found?.card.tests.find((t) => t.criterion === 'near')
  expect(test?.alike.map((a) => [a.account, a.posts])).toEqual([
    ['force', 6],
    ['team', 2],
  ])
  expect(test?.alike[0]?.share).toBeCloseTo(0.6)
  expect(test && reasonWords(test, (id) => id)).toContain('60% of it by force')
})

test('whoever has gone silent takes nobody in', () => {
  const place = { class: 'district' as const, collective: true }
  const silent = { ...of({ id: 's', samePlace: ['t', 'u'] }, { M01: figure(200) }), ...place }
  const next = { ...of({ id: 't', samePlace: ['s', 'u'], people: 5 }), ...place, collective: false }
  const last = { ...of({ id: 'u', samePlace: ['s', 't'], people: 1, waited: [20] }), ...place, collective: false }
  const all = judged([silent, next, last], proposedSettings, basis)
  expect(all.map((j) => [j.recommendation.outcome, j.recommendation.into])).toEqual([
    ['close', null],
    ['keep', null],
    ['merge', 't'],
  ])
})

test('nothing is merged into one that goes itself', () => {
  const place = { class: 'district' as const, collective: true }
  const weak = { people: 1, waited: [20] }
  const stays = { ...of({ id: 'a', samePlace: ['b'], people: 9 }), ...place }
  const goes = { ...of({ id: 'b', samePlace: ['a', 'c'], ...weak, people: 5 }), ...place }
  const last = { ...of({ id: 'c', samePlace: ['b'], ...weak }), ...place }
  for (const all of [
    [stays, goes, last],
    [last, goes, stays],
  ]) {
    const found = judged(all, proposedSettings, basis)
    expect(found.map((j) => j.of)).toEqual(all)
    expect(Object.fromEntries(found.map((j) => [j.of.id, j.recommendation.into]))).toEqual({ a: null, b: 'a', c: null })
  }
})

test('the middle of a class is of three or more', () => {
  const three = [0.1, 0.5, 0.9].map((v, n) => of({ id: String(n) }, { M07: figure(v) }))
  expect(middlesByClass(three).get('neighbourhood')?.dialogue).toBe(0.5)
  expect(middlesByClass(three.slice(1)).get('neighbourhood')?.dialogue).toBeUndefined()
})

test('reasons in words', () => {
  const words = (e: Evidence, id: CriterionId, middles = {}) => {
    const found = cardOf(e, proposedSettings, middles).tests.find((t) => t.criterion === id)
    return found && reasonWords(found, (id) => id)
  }
  expect(words(of({}, { M01: figure(60) }), 'silent')).toBe('Silent days: 60 days; it stands out over 30 days')
  expect(words(of({}, { M01: figure(120) }), 'silent')).toBe(
    'Silent days: 120 days; it speaks for closing over 90 days',
  )
  expect(words(of({ eventDriven: 'Speaks at air shows.' }, { M01: figure(120) }), 'silent')).toBe(
    'Silent days: 120 days, and rightly so. Speaks at air shows.',
  )
  expect(words(of({ waited: [31, 14] }), 'waited')).toBe(
    'Messages of risk that waited over 12 hours: 2; it stands out over 0. 2 waited, 14 and 31 h',
  )
  expect(words(sound, 'dialogue', { dialogue: 0.1 })).toBe('Dialogue share: 20%; the middle of its class is 10%')
  expect(words(of({ ownerHeld: false }), 'owner')).toBe('Offices held that answer for it: No')
  expect(words(of({ waited: null }), 'waited')).toBe(
    'Messages of risk that waited over 12 hours: nothing could be measured',
  )
  expect(valueWords('silent', 1)).toBe('1 day')
  expect(valueWords('unwatched', 130)).toBe('130 h')
  expect(valueWords('near', null)).toBe('–')
})

test('a decision: only what can become of it, where it joins, on which day, and why it differs', () => {
  const given = { outcome: 'merge' as Outcome, into: 'b', on: '2026-11-02', reason: 'r', whyOther: null }
  const about = { subject: 'ours' as const, recommended: 'merge' as Outcome, today: '2026-10-07' }
  expect(wrongWith(given, about)).toBe(null)
  expect(wrongWith({ ...given, into: null }, about)).toBe('intoWhere')
  expect(wrongWith({ ...given, on: null }, about)).toBe('dayNeeded')
  expect(wrongWith({ ...given, on: '2026-10-06' }, about)).toBe('dayNeeded')
  expect(wrongWith({ ...given, on: '2026-10-07' }, about)).toBe(null)
  expect(wrongWith({ ...given, outcome: 'adopt', into: null }, about)).toBe('outcomeNotHere')
  expect(wrongWith({ ...given, outcome: 'keep', whyOther: 'w' }, about)).toBe('intoWhere')
  expect(wrongWith({ ...given, outcome: 'keep', into: null, on: null }, about)).toBe('sayWhyOther')
  expect(
    wrongWith({ ...given, outcome: 'close', into: null, on: null, whyOther: 'w' }, { ...about, subject: 'lookAlike' }),
  ).toBe(null)
  expect(wrongWith({ ...given, outcome: 'keep' }, { ...about, subject: 'lookAlike' })).toBe('outcomeNotHere')
  expect(askUntil(new Date('2026-10-07T10:00:00Z')).toISOString()).toBe('2026-10-21T10:00:00.000Z')
})

test('every line that we propose says where it comes from, and each class finds its own', () => {
  for (const id of criterionIds) expect(proposedSettings[id].source.length).toBeGreaterThan(20)
  expect(lineFor(proposedSettings.silent.line, 'corporate')).toBe(3)
  expect(lineFor(proposedSettings.silent.line, 'specialist')).toBe(30)
  expect(lineFor(proposedSettings.silent.grave ?? proposedSettings.silent.line, 'specialist')).toBe(90)
})
