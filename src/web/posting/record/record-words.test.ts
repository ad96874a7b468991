import { expect, test } from 'vitest'
import { type Delivery, markOf, recordHeading, stateOf } from './record-words.ts'

const at = (state: Delivery['state'], removal: Delivery['removal'] = null, sentAt: string | null = null): Delivery => ({
  id: 'd',
  account: { id: 'a', network: 'n', handle: '@a', name: 'A', class: 'district', area: null },
  state,
  stateWords: state,
  since: '',
  dueAt: '',
  nextAt: '',
  words: '',
  removal,
  sentAt,
  looks: 0,
  pieces: [],
  attempts: [],
})
const heading = (...deliveries: Delivery[]) =>
  recordHeading({ stage: 'released', deliveries, whenWords: 'Tue 6 Oct, 22:00', dueAt: '2026-10-06T21:00:00Z' })

test('the heading names what is most pressing', () => {
  expect(recordHeading({ stage: 'asked', deliveries: [], whenWords: '', dueAt: null })).toBe('This waits for approval')
  expect(heading(at('sent'), at('sent'))).toBe('It is live everywhere')
  expect(heading(at('sent'))).toBe('It is live in one place')
  expect(heading(at('sent'), at('needs-person'))).toBe(
    'We cannot tell whether it is live in one place. A person has to look',
  )
  expect(heading(at('sent'), at('refused'))).toBe('It was refused in one place. It is live in 1 of 2')
  expect(heading(at('held'), at('held'))).toBe('It is held everywhere. Nothing is live')
  expect(heading(at('sent'), at('checking'))).toBe('It is sent. One place is being checked')
  expect(heading(at('waiting'), at('waiting'))).toBe('It goes out Tue 6 Oct, 22:00')
  expect(heading(at('sent', 'removing'), at('withdrawn', 'gone'))).toBe('It is being taken down in one place')
  expect(heading(at('withdrawn', 'gone', 'x'), at('withdrawn'))).toBe('It is down everywhere')
  expect(heading(at('withdrawn'))).toBe('It was withdrawn. Nothing went out')
  expect(heading(at('withdrawn'), at('waiting'), at('waiting'))).toBe('It goes out Tue 6 Oct, 22:00')
  expect(heading(at('withdrawn'), at('waiting'), at('sent'))).toBe('It is live in 1 of 2 places')
  expect(heading(at('withdrawn', 'gone', 'x'), at('sent', null, 'x'))).toBe('It is live in one place')
  expect(heading()).toBe('This is released. Nothing is on its way yet')
})

test('a removal is drawn and said as what it is, and gone only when it was seen', () => {
  expect([markOf(at('sent')), stateOf(at('sent'))]).toEqual(['live', 'sent'])
  expect([markOf(at('sent', 'checking')), stateOf(at('sent', 'checking'))]).toEqual([
    'checking',
    'Removed. Checking that it is gone',
  ])
  expect([markOf(at('withdrawn', 'gone')), stateOf(at('withdrawn', 'gone'))]).toEqual(['withdrawn', 'Gone, seen gone'])
  expect(markOf(at('needs-person'))).toBe('needsPerson')
})
