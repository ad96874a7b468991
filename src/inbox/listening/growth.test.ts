import { expect, test } from 'vitest'
import { lookFirst } from '../conversation.ts'
import { clockFactsOf } from '../desk.queries.ts'
import { ordinaryAims } from '../desk.ts'
import { begun, grown, type Said } from './growth.ts'

const now = new Date('2026-09-07T09:00:00Z')
const said = (how: { danger?: boolean; look?: boolean }): Said => ({
  id: 'm',
  saidAt: now,
  suggestion: { category: 'question', danger: false, because: [], ...how },
  language: 'en',
})

test('what is to be looked at first lifts a conversation, also one that a person has decided; danger lifts it further', () => {
  const plain = begun([said({})], now)
  expect(plain.rank).toBeGreaterThan(lookFirst)
  expect(begun([said({}), said({ look: true })], now).rank).toBe(lookFirst)
  expect(grown(plain, [said({ look: true })], now)).toMatchObject({ rank: lookFirst, newDanger: null })
  const decided = { ...plain, decided: true }
  expect(grown(decided, [said({ look: true })], now).rank).toBe(lookFirst)
  expect(grown(decided, [said({})], now).rank).toBe(plain.rank)
  const lifted = begun([said({ look: true })], now)
  expect(grown(lifted, [said({})], now).rank).toBe(lookFirst)
  expect(grown(lifted, [said({ danger: true })], now)).toMatchObject({ rank: 0, newDanger: 'm' })
})

test('it runs by the clocks of danger', () => {
  const row = {
    account_id: 'a',
    category: 'question' as const,
    stage: 'open' as const,
    stage_since: now,
    opened_at: now,
    reopened_at: null,
    aims_from: null,
    danger_at: null,
    danger_last_at: null,
    waiting_since: now,
    first_look_at: null,
    looked_at: null,
    first_reply_at: null,
    incident_at: null,
    crime_said: null,
    crime_recorded_at: null,
  }
  const around = { aims: ordinaryAims, zone: 'Europe/London', coverOf: () => [] }
  expect([0, lookFirst, 6].map((rank) => clockFactsOf({ ...row, rank }, around).danger)).toEqual([true, true, false])
})
