import { expect, test } from 'vitest'
import { classesShown, isWholeShown } from './few.ts'

const shown = (...accounts: number[]) => classesShown(accounts.map((n) => ({ accounts: n }))).map((c) => c.accounts)

test.each([
  [[40, 10, 3], [3, 10, 40], 'enough in each'],
  [[40, 10, 1], [40], 'one: with it the next smallest, or the whole less the others would be that one'],
  [[40, 2], [], 'two, and nobody else to hide them among'],
  [[40, 10, 2, 1], [10, 40], 'two and one are three together'],
  [[40, 10, 1, 1], [40], 'one and one are two, so another one is left out'],
  [[1], [], 'one alone'],
  [[], [], 'none'],
])('classes of %j accounts: %j are shown (%s)', (accounts, left) => {
  expect(shown(...accounts)).toEqual(left)
})

test('a force of two accounts has no figure to show', () => {
  expect(isWholeShown([{ accounts: 1 }, { accounts: 1 }])).toBe(false)
  expect(isWholeShown([{ accounts: 2 }, { accounts: 1 }])).toBe(true)
  expect(isWholeShown([])).toBe(false)
})
