import { expect, test } from 'vitest'
import { afterEnding, afterFreeze, afterLook } from './next.ts'
import { paces } from './pace.ts'
import { deliveryStates, mayMove, moves } from './state.ts'

const pace = paces.real
const now = new Date('2026-09-07T09:00:00Z')
const one = { now, out: 0, all: 1, pace }

test('a refusal ends a post, and stops a thread half way for a person', () => {
  expect(afterEnding({ kind: 'refused', words: 'Too long.' }, one)).toEqual({
    state: 'refused',
    nextAt: null,
    words: 'Too long.',
  })
  expect(afterEnding({ kind: 'refused', words: 'Too long.' }, { ...one, out: 2, all: 4 })).toMatchObject({
    state: 'needs-person',
    words: '2 of 4 live. The network refused the next: Too long.',
  })
})

test('not now keeps the slot until the network says; ended keys hold', () => {
  const until = new Date('2026-09-07T09:15:00Z')
  expect(afterEnding({ kind: 'later', until, keyEnded: false, words: '' }, one)).toMatchObject({
    state: 'waiting',
    nextAt: until,
  })
  expect(afterEnding({ kind: 'later', until: null, keyEnded: true, words: '' }, one)).toMatchObject({
    state: 'held',
    keyEnded: true,
  })
})

test('an unknown write is looked at; an unknown reading before it is simply tried again', () => {
  expect(afterEnding({ kind: 'unknown', words: '' }, one)).toMatchObject({
    state: 'checking',
    nextAt: new Date(now.getTime() + pace.looksMs[0]),
  })
  expect(afterFreeze({ kind: 'unknown', words: '' }, one)).toMatchObject({ state: 'waiting' })
})

const looked = {
  now,
  looks: 1,
  resends: 0,
  attemptStartedAt: new Date(now.getTime() - pace.callMs - pace.settleMs),
  repeatSafe: false,
  pace,
}
const absent = { kind: 'absent', isProof: true } as const

test('absence counts only after the time in which a slow server may still be at it', () => {
  expect(afterLook(absent, looked)).toMatchObject({ state: 'waiting', resend: true })
  const tooSoon = { ...looked, attemptStartedAt: new Date(now.getTime() - pace.callMs - pace.settleMs + 1) }
  expect(afterLook(absent, tooSoon)).toMatchObject({ state: 'checking' })
  expect(afterLook(absent, { ...tooSoon, repeatSafe: true })).toMatchObject({ state: 'waiting', resend: true })
})

test('absence that proves nothing never sends again', () => {
  const weak = { kind: 'absent', isProof: false } as const
  expect(afterLook(weak, looked)).toMatchObject({ state: 'checking' })
  expect(afterLook(weak, { ...looked, looks: 3 })).toMatchObject({ state: 'needs-person' })
})

test('proved absent goes out once more and no more than once', () => {
  expect(afterLook(absent, { ...looked, resends: 1 })).toMatchObject({ state: 'needs-person' })
})

test('three looks that say nothing ask a person; something else in our place asks at once', () => {
  const mute = { kind: 'unknown', words: '' } as const
  expect([1, 2, 3].map((looks) => afterLook(mute, { ...looked, looks }).state)).toEqual([
    'checking',
    'checking',
    'needs-person',
  ])
  expect(afterLook({ kind: 'different', words: 'x' }, looked)).toMatchObject({ state: 'needs-person' })
})

test('every state can be reached and only `withdrawn` has no way out', () => {
  const reached = new Set(Object.values(moves).flat())
  expect(deliveryStates.filter((s) => s !== 'waiting' && !reached.has(s))).toEqual([])
  expect(deliveryStates.filter((s) => moves[s].length === 0)).toEqual(['withdrawn'])
  expect(mayMove('sending', 'withdrawn')).toBe(false)
  expect(mayMove('refused', 'waiting')).toBe(false)
})

test('the lease outlives a call, and the looks span about ten minutes', () => {
  for (const p of Object.values(paces)) expect(p.leaseMs).toBeGreaterThan(p.callMs * 2)
  const minutes = pace.looksMs.reduce((a, b) => a + b) / 60_000
  expect(minutes).toBeGreaterThanOrEqual(9)
  expect(minutes).toBeLessThanOrEqual(11)
})
