import { expect, test } from 'vitest'
import { numberIn } from './number-in.ts'

test('a whole number within its bounds, and nothing that would have to be guessed', () => {
  expect(numberIn(' 28 ', 1, 365)).toBe(28)
  for (const typed of ['', 'thirty', '2.5', '-1', '0', '366', '28 days'])
    expect(numberIn(typed, 1, 365), typed).toBeNull()
})
