import { expect, test } from 'vitest'
import { proposedSettings } from '../../review/criteria.ts'
import type { RoundRow } from '../../review/review.contract.ts'
import { criteriaHeading } from './criteria-words.ts'
import { decideAct, type Review, type Rounds, reviewHeading, roundHeading, roundsHeading } from './review-words.ts'
import { rowsFor } from './round-filter.ts'

const at = '2026-10-04T09:00:00.000Z'
const row = (name: string, over: Partial<RoundRow> = {}): RoundRow => ({
  id: name,
  key: name,
  subject: 'ours',
  name,
  handle: name,
  network: 'x',
  class: 'neighbourhood',
  area: null,
  recommendation: 'keep',
  recommendedInto: null,
  because: ['Dialogue share: 20%'],
  decided: null,
  lookWaits: false,
  toBegin: false,
  voices: 0,
  own: false,
  closed: false,
  conversations: 0,
  sameArea: null,
  ...over,
})
const decided = { outcome: 'keep' as const, into: null, on: null, at }

test('the rounds: none, nothing counted, open, all decided, ended', () => {
  const round = {
    id: 'r',
    name: 'Autumn',
    from: at,
    until: at,
    frozenAt: at,
    criteriaVersion: 0,
    begunBy: { id: 'p', name: 'P', rank: '' },
    endedAt: null,
    accounts: 44,
    decided: 9,
    looksWaiting: 0,
    recommended: {},
  }
  const rounds = (list: Rounds['rounds'], countedAt: string | null = at): Rounds => ({
    rounds: list,
    countedAt,
    criteriaVersion: 0,
    mayRun: true,
  })
  expect(roundsHeading(rounds([], null))).toBe('No review yet, and nothing has been counted')
  expect(roundsHeading(rounds([]))).toBe('No account has been reviewed yet')
  expect(roundsHeading(rounds([round]))).toBe('Autumn: 9 of 44 accounts decided')
  expect(roundsHeading(rounds([{ ...round, decided: 44 }]))).toBe('All 44 accounts of Autumn are decided')
  expect(roundsHeading(rounds([{ ...round, endedAt: at }]))).toBe('No review is open')
})

test('one round: what would change most first, and how far it is decided', () => {
  expect(roundHeading([])).toBe('No account is in this round')
  expect(roundHeading([row('a')])).toBe('1 account: 1 to keep. None is decided yet')
  const some = [
    row('a', { recommendation: 'merge' }),
    row('b', { recommendation: 'close', decided }),
    row('c', { recommendation: 'improve' }),
    row('d'),
  ]
  expect(roundHeading(some)).toBe('4 accounts: 1 to close, 1 to merge, 1 to improve. 1 decided')
  expect(roundHeading(some.map((r) => ({ ...r, decided })))).toBe(
    '4 accounts: 1 to close, 1 to merge, 1 to improve. All are decided',
  )
})

test('the rows that an address asks for', () => {
  const rows = [
    row('Zed', { recommendation: 'merge', class: 'individual' }),
    row('Ann', { recommendation: 'merge', class: 'individual', decided }),
    row('Bee', { recommendation: 'close', class: 'district', lookWaits: true }),
    row('Cee'),
  ]
  const names = (filter: Parameters<typeof rowsFor>[1]) => rowsFor(rows, filter).map((r) => r.name)
  expect(names({})).toEqual(['Bee', 'Ann', 'Zed', 'Cee'])
  expect(names({ recommended: 'merge', stage: 'undecided' })).toEqual(['Zed'])
  expect(names({ stage: 'otherwise' })).toEqual(['Ann'])
  expect(names({ stage: 'decided' })).toEqual(['Ann'])
  expect(names({ stage: 'lookWaits' })).toEqual(['Bee'])
  expect(rowsFor([row('Dee', { toBegin: true }), row('Eve')], { stage: 'toBegin' }).map((r) => r.name)).toEqual(['Dee'])
  expect(names({ class: 'district' })).toEqual(['Bee'])
  expect(names({ sought: 'dialogue cee' })).toEqual(['Cee'])
})

test('one review asks what is recommended, and says what was decided', () => {
  const people = [{ id: 'l', name: 'Leah Corrigan', rank: 'PC', answers: false, writes: true }]
  const base: Review['review'] = {
    ...row('PC Leah Corrigan', {
      recommendation: 'merge',
      recommendedInto: { id: 'w', name: 'Westport Police', network: 'x', handle: 'w' },
    }),
    tests: [],
    reasons: [],
    decision: null,
    earlier: [],
    askUntil: null,
    closesFrom: null,
    waived: null,
    toBegin: null,
    closedSince: false,
    looks: [],
    voices: [],
  }
  const heading = (over: Partial<Review['review']> = {}, who = people) =>
    reviewHeading({ review: { ...base, ...over }, people: who })
  expect(heading()).toBe('Merge “PC Leah Corrigan” into Westport Police? One person writes there')
  expect(heading({}, [])).toBe('Merge “PC Leah Corrigan” into Westport Police?')
  expect(heading({ recommendation: 'close' }, [...people, ...people])).toBe(
    'Close “PC Leah Corrigan”? Two people write there',
  )
  expect(heading({ recommendation: 'close', subject: 'lookAlike' })).toBe('Ask the network to end “PC Leah Corrigan”?')
  const by = { id: 'p', name: 'P', rank: '' }
  const decision = {
    outcome: 'merge' as const,
    into: base.recommendedInto,
    on: '2026-11-02',
    reason: 'r',
    whyOther: null,
    by,
    at,
  }
  expect(heading({ decision })).toBe('“PC Leah Corrigan” joins Westport Police')
  expect(heading({ decision: { ...decision, outcome: 'keep', into: null } })).toBe('“PC Leah Corrigan” is kept')
  const look = { id: 's', by, why: 'w', at, result: null, reason: null, decidedBy: null, decidedAt: null }
  expect(heading({ decision, looks: [look] })).toBe('A second look at “PC Leah Corrigan” is asked for')
  expect(decideAct('merge', people)).toBe('Record “merge” and tell PC Leah Corrigan')
  expect(decideAct('close', [...people, ...people])).toBe('Record “close” and tell its two people')
  expect(decideAct('close', [])).toBe('Record “close”')
})

test('the criteria: how many tests, and how many lines are our own', () => {
  const all = Object.values(proposedSettings)
  expect(criteriaHeading(all)).toBe('18 tests judge our accounts, all as proposed')
  const own = all.map((s, n) => (n === 0 ? { ...s, basis: 'force' as const } : s))
  expect(criteriaHeading(own)).toBe('18 tests judge our accounts, one of them changed by the force')
  expect(criteriaHeading(all.map((s, n) => ({ ...s, used: n === 0 })))).toBe(
    'One test judges our accounts, all as proposed',
  )
})
