import { expect, test } from 'vitest'
import kept from '../learned.json' with { type: 'json' }
import { half, messages, tuning } from './labelled.testbed.ts'
import { learn, read, tableText } from './learn.testbed.ts'

test('the table of weights is what the tuning material gives, and the held half is not in it', () => {
  const held = new Set(half('held').map(({ id }) => id))
  expect(messages.filter(({ id }) => held.has(id)).length).toBeGreaterThan(450)
  expect(tuning.filter(({ id }) => held.has(id))).toEqual([])
  expect(JSON.parse(tableText(learn(tuning.map(read))))).toEqual(kept)
}, 240_000)
