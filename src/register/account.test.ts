import { describe, expect, it } from 'vitest'
import {
  accountMoves,
  accountStages,
  accountStatuses,
  afterMove,
  flagsOf,
  maySpeak,
  movesFrom,
  type Standing,
} from './account.ts'

describe('stages', () => {
  it('know every status, lead only to a status, and end in closed', () => {
    expect(Object.keys(accountStages).sort()).toEqual([...accountStatuses].sort())
    for (const status of accountStatuses)
      for (const move of movesFrom(status)) expect(accountStatuses).toContain(afterMove(status, move))
    expect(movesFrom('closed')).toEqual([])
    expect(accountStatuses.flatMap(movesFrom)).not.toContain('close')
    for (const move of accountMoves)
      expect(accountStatuses.some((status) => afterMove(status, move) !== null)).toBe(true)
  })

  it('let nothing be said before an account is live, after it is closed, or where it is not ours', () => {
    expect(accountStatuses.filter(maySpeak)).toEqual(['live', 'underReview', 'closing'])
  })
})

describe('flags', () => {
  const now = new Date('2026-09-07T09:00:00Z')
  const good: Standing = {
    status: 'live',
    owner: { officeId: 'o', holderId: 'p' },
    ownerChangedAt: null,
    contributors: 2,
    lapsed: 0,
    coverHours: 40,
    nextReviewAt: new Date('2027-01-01'),
    needsKeys: true,
    keys: { state: 'working', endsAt: null },
    signatureClash: false,
  }
  it.each<[string, Partial<Standing>]>([
    ['noOwner', { owner: null }],
    ['ownerVacant', { owner: { officeId: 'o', holderId: null }, ownerChangedAt: now }],
    ['ownerNew', { ownerChangedAt: now }],
    ['keysEnded', { keys: { state: 'ended', endsAt: null } }],
    ['keysEnded', { keys: { state: 'working', endsAt: now } }],
    ['keysMissing', { keys: null }],
    ['keysEndSoon', { keys: { state: 'working', endsAt: new Date('2026-09-10') } }],
    ['noContributors', { contributors: 0 }],
    ['trainingLapsed', { lapsed: 1 }],
    ['signatureClash', { signatureClash: true }],
    ['noCover', { coverHours: 0 }],
    ['reviewOverdue', { nextReviewAt: new Date('2026-09-01') }],
  ])('%s alone', (flag, change) => expect(flagsOf({ ...good, ...change }, now)).toEqual([flag]))

  it('none in good order, none where we owe nothing', () => {
    expect(flagsOf(good, now)).toEqual([])
    expect(flagsOf({ ...good, needsKeys: false, keys: null }, now)).toEqual([])
    for (const status of ['proposed', 'closed', 'unofficial'] as const)
      expect(flagsOf({ ...good, status, owner: null }, now)).toEqual([])
  })
})
