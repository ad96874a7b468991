import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf } from './key.ts'

/** The syntax that the AT Protocol gives for a TID. */
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/
const dueAt = new Date('2026-11-21T09:00:00Z')
const one = { postId: 'p1', network: 'practice', accountId: 'a1', piece: 0, dueAt }

describe('keyOf', () => {
  it('is the same for ever: changing it would post again', () => {
    expect(keyOf(one)).toBe('3n2snlsvw5hx3')
    expect(keyOf({ ...one })).toBe(keyOf(one))
  })

  it('differs when any part of the name differs, and does not confuse neighbours', () => {
    const keys = [
      one,
      { ...one, piece: 1 },
      { ...one, postId: 'p2' },
      { ...one, accountId: 'a2' },
      { ...one, network: 'other' },
      { ...one, postId: 'p1a', accountId: '1' },
      { ...one, postId: 'p', accountId: '1a1' },
    ].map(keyOf)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is a valid TID for any due time and any names', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(),
        fc.date({ noInvalidDate: true }),
        (postId, accountId, piece, at) => {
          expect(keyOf({ postId, network: 'practice', accountId, piece, dueAt: at })).toMatch(tid)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('sorts by due time from five hours on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 18e6, max: 1e11 }), (start, gap) => {
        expect(
          keyOf({ ...one, dueAt: new Date(start) }) < keyOf({ ...one, postId: 'p2', dueAt: new Date(start + gap) }),
        ).toBe(true)
      }),
    )
  })

  it('does not collide among 100,000 pieces due at the same instant', () => {
    const keys = new Set<string>()
    for (let post = 0; post < 25_000; post += 1)
      for (let piece = 0; piece < 4; piece += 1) keys.add(keyOf({ ...one, postId: `post-${post}`, piece }))
    expect(keys.size).toBe(100_000)
  })
})
