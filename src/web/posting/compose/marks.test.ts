import { expect, test } from 'vitest'
import { check } from '../../../rulebook/check.ts'
import { sketchDraft } from '../../../rulebook/draft.ts'
import type { Finding } from '../../../rulebook/finding.ts'
import { longestSentence, marksIn, numbered } from './marks.ts'

const finding = (changes: Partial<Finding>): Finding => ({
  key: 'k',
  rule: 'R01',
  version: '2026-11-21',
  severity: 'block',
  state: 'open',
  where: { field: 'words', start: 0, end: 7 },
  accountId: null,
  words: 'Burglar',
  says: '',
  why: '',
  source: { kind: 'ours', words: '' },
  fix: '',
  suggestion: null,
  decidedBy: [],
  question: null,
  decision: null,
  ...changes,
})

const result = (...findings: Finding[]) => ({ ...check(sketchDraft('')), findings })

test('a mark stands on its words, moves with them and goes with them', () => {
  const found = numbered(result(finding({})))
  expect(marksIn(found, 'words', 'Burglar caught')).toEqual([{ n: 1, from: 0, to: 7, severity: 'blocked' }])
  expect(marksIn(found, 'words', 'The Burglar')).toEqual([{ n: 1, from: 4, to: 11, severity: 'blocked' }])
  expect(marksIn(found, 'words', 'One person')).toEqual([])
  expect(marksIn(found, 'words/1', 'Burglar')).toEqual([])
})

test('what was answered or decided is no longer marked, and numbers stay those of the result', () => {
  const found = numbered(result(finding({ state: 'answered' }), finding({ severity: 'advise' })))
  expect(marksIn(found, 'words', 'Burglar').map((m) => m.n)).toEqual([2])
})

test('the longest sentence is counted in words', () => {
  expect(longestSentence('')).toBe(0)
  expect(longestSentence('One two. Three four five! Six')).toBe(3)
})
