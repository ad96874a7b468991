import { expect, test } from 'vitest'
import type { DecidingRole, Finding } from '../../rulebook/finding.ts'
import { needsRationale } from './rationale.ts'

const finding = (decidedBy: DecidingRole[], changes: Partial<Finding> = {}): Finding => ({
  key: 'k',
  rule: 'R01',
  version: '2026-11-21',
  severity: 'block',
  state: 'open',
  where: null,
  accountId: null,
  words: '',
  says: '',
  why: '',
  source: { kind: 'ours', words: '' },
  fix: '',
  suggestion: null,
  decidedBy,
  question: null,
  decision: null,
  ...changes,
})
const asks = (...findings: Finding[]) => needsRationale({ findings })

test('a rationale is asked for where only those who lead a case or an incident may decide', () => {
  expect(asks()).toBe(false)
  expect(asks(finding(['sio', 'oic']))).toBe(true)
  expect(asks(finding(['sio', 'gold'], { state: 'decided' }))).toBe(true)
  expect(asks(finding(['sio', 'supervisor']))).toBe(false)
  expect(asks(finding([]))).toBe(false)
  expect(asks(finding(['sio'], { state: 'answered' }))).toBe(false)
  expect(asks(finding(['sio'], { severity: 'advise' }))).toBe(false)
})
