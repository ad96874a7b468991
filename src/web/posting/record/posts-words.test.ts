import { expect, test } from 'vitest'
import { postsHeading } from './posts-words.ts'

test('the heading says none, one and many, with and without filters', () => {
  expect(postsHeading(0, undefined, false)).toBe('Nothing is written yet')
  expect(postsHeading(0, 'asked', true)).toBe('No post fits these filters')
  expect(postsHeading(1, undefined, false)).toBe('One post')
  expect(postsHeading(12, undefined, true)).toBe('12 posts fit these filters')
  expect(postsHeading(1, 'asked', true)).toBe('One post waits for approval')
  expect(postsHeading(3, 'draft', true)).toBe('Three drafts')
})
