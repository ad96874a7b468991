import { expect, test } from 'vitest'
import { instantIn } from './clock.ts'

test('an instant from outside is one that a store keeps, or none', () => {
  expect(instantIn('2026-09-07T09:00:00.000Z')).toEqual(new Date('2026-09-07T09:00:00.000Z'))
  for (const none of [undefined, '', 'soon', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00.000Z'])
    expect(instantIn(none)).toBeNull()
})
