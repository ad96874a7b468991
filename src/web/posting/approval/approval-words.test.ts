import { expect, test } from 'vitest'
import {
  type Approvals,
  approvalsHeading,
  approvalWords,
  leftWords,
  minutesTo,
  type Waiting,
} from './approval-words.ts'

const now = new Date('2026-10-06T20:44:00Z')
const clock = (at: string) => at.slice(11, 16)
const post = (dueAt: string | null): Waiting => ({
  id: 'p',
  stage: 'asked',
  stageSince: '',
  path: null,
  version: 1,
  edit: 1,
  title: '',
  author: { id: 'a', rank: 'PC', name: 'A' },
  speaksFor: null,
  changedBy: { id: 'a', rank: 'PC', name: 'A' },
  createdAt: '',
  changedAt: '',
  dueAt,
  accounts: [],
  askedBy: { id: 'a', rank: 'PC', name: 'A' },
  askedAt: '',
  minutesLeft: null,
  open: { block: 0, needsApproval: 0 },
  batch: null,
  meanwhile: null,
  whyNotMe: null,
})
const list = (...mine: Waiting[]): Approvals => ({ now: now.toISOString(), mine, others: [] })

test('the heading says none, one and many, and when the first is due', () => {
  expect(approvalsHeading(list(), now, clock)).toBe('Nothing waits for your approval')
  expect(approvalsHeading(list(post(null)), now, clock)).toBe('One post waits for your approval')
  expect(approvalsHeading(list(post('2026-10-06T21:00:00Z')), now, clock)).toBe(
    'One post waits for your approval. It is due at 21:00',
  )
  expect(approvalsHeading(list(post('2026-10-06T20:00:00Z'), post(null)), now, clock)).toBe(
    'Two posts wait for your approval. One is past its time',
  )
})

test('one answer to many is one row, which says how many', () => {
  const many = { ...post(null), title: 'There is no bomb', batch: { id: 'b', n: 48 } }
  expect(approvalsHeading(list(many), now, clock)).toBe('One answer to 48 people waits for your approval')
  expect(approvalsHeading(list(many, post(null)), now, clock)).toBe('Two posts wait for your approval')
  expect(approvalWords.list.toMany(1, 'No')).toBe('One answer to one person: “No”')
})

test('minutes are whole, and say when they are past', () => {
  expect(minutesTo(null, now)).toBeNull()
  expect(minutesTo('2026-10-06T21:00:30Z', now)).toBe(16)
  expect(leftWords(16)).toBe('16 min left')
  expect(leftWords(-4)).toBe('4 min past its time')
  expect(leftWords(null)).toBe('When approved')
})
