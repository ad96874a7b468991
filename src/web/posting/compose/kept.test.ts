import { expect, test } from 'vitest'
import { blank } from './edit-content.ts'
import { forget, keep, keptWords } from './kept.ts'

const memory = () => {
  const held = new Map<string, string>()
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}
const full = {
  getItem: () => 'not json',
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
  removeItem: () => {
    throw new Error('SecurityError')
  },
}
const words = { content: { ...blank, pieces: ['Kept'] }, edit: 3, at: '2026-10-06T20:51:00Z' }

test('words are kept for one person and one draft, and no one else sees them', () => {
  const store = memory()
  expect(keep(store, 'leah', 'p1', words)).toBe(true)
  expect(keptWords(store, 'leah', 'p1')).toEqual(words)
  expect(keptWords(store, 'ffion', 'p1')).toBeNull()
  expect(keptWords(store, 'leah', null)).toBeNull()
  forget(store, 'leah', 'p1')
  expect(keptWords(store, 'leah', 'p1')).toBeNull()
})

test('a device that keeps nothing, or keeps something unreadable, breaks nothing', () => {
  expect(keep(full, 'leah', null, words)).toBe(false)
  expect(keptWords(full, 'leah', null)).toBeNull()
  expect(() => forget(full, 'leah', null)).not.toThrow()
})
