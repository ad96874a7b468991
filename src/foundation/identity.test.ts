import { expect, test } from 'vitest'
import { newId } from './identity.ts'

test('identifiers are all different, and sort by time and then by the order in which they were made', () => {
  const at = new Date('2026-09-07T09:00:00Z')
  const ids = [...Array.from({ length: 20_000 }, () => newId(at)), newId(new Date(at.getTime() + 1))]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids.every((id) => /^[0-9a-z]{20}$/.test(id))).toBe(true)
})
