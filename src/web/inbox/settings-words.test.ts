import { expect, test } from 'vitest'
import { ordinaryAims } from '../../inbox/desk.ts'
import { categories } from '../../inbox/triage/category.ts'
import {
  type Aims,
  aimWords,
  basisWords,
  changeWords,
  countedWords,
  ownCount,
  settingsHeading,
  settingsWords,
} from './settings-words.ts'

const as = (category: Aims['category'], change: Partial<Aims> = {}): Aims => {
  const proposal = {
    firstLook: ordinaryAims.firstLook[category] ?? 0,
    firstReply: ordinaryAims.firstReply[category],
    incidentRaised: ordinaryAims.incidentRaised[category],
    always: ordinaryAims.always[category],
  }
  return { category, ...proposal, proposal, ...change }
}

test('the heading says how soon danger and everything else is looked at', () => {
  expect(settingsHeading({ aims: categories.map((c) => as(c)) })).toBe(
    'Danger is looked at within 15 min, everything else within 1 h',
  )
  expect(settingsHeading({ aims: categories.map((c) => as(c, { firstLook: 10 })) })).toBe(
    'Everything is looked at within 10 min',
  )
})

test('an aim says how long and whose it is', () => {
  expect([15, 60, 90, 480, 1440, 2880, null].map(aimWords)).toEqual([
    '15 min',
    '1 h',
    '1 h 30',
    '8 h',
    '24 h',
    '2 days',
    'no aim',
  ])
  expect(basisWords(as('question'), 'firstLook')).toBe('')
  expect(basisWords(as('question', { firstReply: null }), 'firstReply')).toBe('Set here; proposal 2 h')
  expect(basisWords(as('question', { always: true }), 'always')).toBe('Set here')
  expect(basisWords(as('intelligence'), 'always')).toBe('Always, for the gravest')
  expect(countedWords(false)).toBe('In the account’s hours')
  const aims = [as('question', { firstReply: null, always: true }), as('media')]
  expect(settingsWords.lede(ownCount(aims), 6)).toContain('One of 6 aims is set here')
})

test('a change is one line: only what was changed', () => {
  const before = { firstLook: 60, firstReply: 120, incidentRaised: null, always: false }
  const after = { ...before, firstReply: null, always: true }
  expect(changeWords({ what: 'aims', category: 'question', before, after })).toBe(
    'Question: first reply 2 h, now no aim; counted day and night',
  )
  expect(changeWords({ what: 'lines', enabled: true, before: { en: 'x', cy: 'y' } })).toBe(
    'Automatic line on, with other words',
  )
  expect(changeWords({ what: 'dangerWords', added: ['Severn Lookout'], removed: [] })).toBe(
    'Words of danger: added “Severn Lookout”',
  )
  expect(changeWords({ what: 'dangerWords', added: ['a b'], removed: ['c d', 'e f'] })).toBe(
    'Words of danger: added “a b”; taken out “c d”, “e f”',
  )
})
