import { expect, test } from 'vitest'
import {
  heldByOther,
  isDecided,
  isHeldBy,
  lookFirst,
  mustBeDecided,
  outcomeKinds,
  outcomes,
  rankOf,
} from './conversation.ts'
import { categories, needsPerson } from './triage/category.ts'

test('danger comes first whatever it is called, then the order of risk', () => {
  for (const category of categories) expect(rankOf(category, true)).toBe(0)
  const ranks = categories.map((category) => rankOf(category, false))
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(categories.length)
})

test('what is to be looked at first stands behind danger and before all else, and a machine alone does not end it', () => {
  for (const category of categories) {
    expect(rankOf(category, true, true)).toBe(0)
    if (category === 'threatOrVulnerable') continue
    expect(rankOf(category, false, true)).toBe(lookFirst)
    expect(rankOf(category, false)).toBeGreaterThan(lookFirst)
    expect(mustBeDecided({ category, decidedBy: null, rank: lookFirst })).toBe(true)
    expect(isDecided({ category, decidedBy: 'danny', rank: lookFirst })).toBe(true)
  }
})

test('a machine alone decides neither danger nor the first three', () => {
  for (const category of categories) {
    const suggested = { category, decidedBy: null, rank: rankOf(category, false) }
    expect(mustBeDecided(suggested)).toBe(needsPerson(category))
    expect(mustBeDecided({ ...suggested, rank: 0 })).toBe(true)
    expect(mustBeDecided({ ...suggested, decidedBy: 'danny' })).toBe(false)
  }
  // Danger that was said after somebody had decided.
  const later = { category: 'comment', decidedBy: 'danny', rank: 0 } as const
  expect([isDecided(later), mustBeDecided(later)]).toEqual([false, true])
  expect(isDecided({ ...later, category: 'threatOrVulnerable' })).toBe(true)
})

test('a hold is somebody’s until its time has come', () => {
  const holding = { holderId: 'danny', since: '2026-09-07T09:00:00.000Z', until: '2026-09-07T09:30:00.000Z' }
  expect(isHeldBy(holding, 'danny', '2026-09-07T09:29:59.999Z')).toBe(true)
  expect(isHeldBy(holding, 'danny', holding.until)).toBe(false)
  expect(heldByOther(holding, 'sian', '2026-09-07T09:29:59.999Z')).toBe(holding)
  expect(heldByOther(holding, 'sian', holding.until)).toBeNull()
  expect(heldByOther(holding, 'danny', holding.since)).toBeNull()
  expect(heldByOther(null, 'sian', holding.since)).toBeNull()
})

test('every outcome says what it is and what it needs', () => {
  for (const kind of outcomeKinds) expect(outcomes[kind].says).toMatch(/\.$/)
})
