import { expect, test } from 'vitest'
import { heard } from './keys.ts'

test('g begins a sequence, anything else stands alone', () => {
  expect(heard(null, 'w')).toBe('w')
  expect(heard('g', 't')).toBe('g t')
  expect(heard('w', 't')).toBe('t')
  expect(heard(null, 'Shift')).toBeNull()
})
