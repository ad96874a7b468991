import { expect, test } from 'vitest'
import { type Escalation, giveUpAfter, leading, nextTry, peopleOf, stepNow, told, wordsOf } from './alarm.ts'

const minute = 60_000
const t0 = new Date('2026-09-07T09:00:00Z')
const after = (minutes: number) => new Date(t0.getTime() + minutes * minute)
const escalation = (change: Partial<Escalation> = {}): Escalation => ({
  kind: 'overdue',
  step: 1,
  stepAt: t0,
  raisedAt: t0,
  seen: false,
  lookBy: null,
  inVain: false,
  ...change,
})

test('the first step at once, the next after five minutes that nobody has seen it, and then no more', () => {
  expect(stepNow(escalation({ step: 0 }), t0)).toBe(1)
  expect(stepNow(escalation({ step: 0, seen: true }), t0)).toBe(0)
  expect(stepNow(escalation(), after(4.9))).toBe(1)
  expect(stepNow(escalation(), after(5))).toBe(2)
  expect(stepNow(escalation({ seen: true }), after(60))).toBe(1)
  expect(stepNow(escalation({ step: 3 }), after(600))).toBe(3)
})

test('when nobody could be told, the next step follows at once until everybody was tried', () => {
  expect(stepNow(escalation({ inVain: true }), t0)).toBe(2)
  expect(stepNow(escalation({ kind: 'danger', step: 3, inVain: true }), after(14))).toBe(3)
  expect(stepNow(escalation({ kind: 'danger', step: 3, inVain: true }), after(15))).toBe(4)
})

test('danger goes on by its aim, seen or not: again at half, and to the head when it is over', () => {
  const danger = escalation({ kind: 'danger', lookBy: after(8), seen: true })
  expect([3.9, 4, 7.9].map((m) => stepNow(danger, after(m)))).toEqual([1, 2, 2])
  expect(stepNow(danger, after(8))).toBe(3)
  expect(stepNow({ ...danger, step: 3, stepAt: after(8) }, after(60))).toBe(3)
  expect(stepNow({ ...danger, seen: false, step: 3, stepAt: after(8) }, after(23))).toBe(4)
  expect(told.danger?.lastStep).toBeGreaterThan(3)
})

test('those on call first, then the desk, then the head of communications; empty groups are skipped', () => {
  const all = { onCall: ['c'], desk: ['d', 'c'], leaders: ['h', 'g'] }
  expect([1, 2, 3, 8].map((step) => peopleOf(step, all))).toEqual([
    ['c'],
    ['c', 'd'],
    ['c', 'd', 'h', 'g'],
    ['c', 'd', 'h', 'g'],
  ])
  expect(peopleOf(1, { ...all, onCall: [] })).toEqual(['d', 'c'])
  expect(peopleOf(1, { onCall: [], desk: [], leaders: ['h'] })).toEqual(['h'])
  expect(peopleOf(1, { onCall: [], desk: [], leaders: [] })).toEqual([])
})

test('many alarms of one kind are told together; danger one by one, as far as a person can take it', () => {
  const waiting = ['overdue', 'overdue', ...Array.from({ length: 7 }, () => 'danger')].map((kind, n) => ({ kind, n }))
  const groups = leading(waiting, () => 0, t0).map((g) => [g.lead.kind, g.lead.n, g.with.map((w) => w.n)])
  expect(groups).toEqual([
    ['overdue', 0, [1]],
    ['danger', 2, []],
    ['danger', 3, []],
    ['danger', 4, []],
    ['danger', 5, []],
    ['danger', 6, [7, 8]],
  ])
  expect(leading(waiting, (kind) => (kind === 'danger' ? 4 : 1), t0)).toHaveLength(1)
})

test('a try that failed comes again later and later, and is given up after half an hour', () => {
  const waits = [1, 2, 3, 4, 5, 6, 9].map(
    (tries) => ((nextTry(tries, t0, t0, null)?.getTime() ?? 0) - t0.getTime()) / 1000,
  )
  expect(waits).toEqual([5, 10, 30, 60, 120, 300, 300])
  expect(nextTry(1, t0, t0, 90_000)).toEqual(after(1.5))
  expect(nextTry(9, t0, new Date(t0.getTime() + giveUpAfter), null)).toBeNull()
})

test('what leaves is the kind, the account, since when and the address', () => {
  const saying = {
    kind: 'danger',
    account: '@WestportPolice',
    since: 'Mon 7 Sep, 10:00',
    step: 1,
    more: 0,
    address: 'https://x/duty?alarm=1',
  }
  expect(wordsOf(saying)).toEqual({
    title: 'Somebody may be in danger',
    text: '@WestportPolice, since Mon 7 Sep, 10:00.',
    urgent: true,
    address: 'https://x/duty?alarm=1',
  })
  expect(wordsOf({ ...saying, account: null, step: 2, more: 3 }).text).toBe(
    'Since Mon 7 Sep, 10:00. And 3 more of the kind. Told for the 2nd time: nobody has seen to it.',
  )
})
