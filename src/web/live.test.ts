import { expect, test } from 'vitest'
import { topicIn, waitBefore } from './live.ts'

test('only messages with a topic are heard', () => {
  expect(topicIn('{"topic":"posts","id":"7"}')).toBe('posts')
  expect(topicIn('{"id":"7"}')).toBeNull()
  expect(topicIn('ping')).toBeNull()
})

test('the wait doubles, is spread, and ends at half a minute', () => {
  expect(waitBefore(0, 1)).toBe(1000)
  expect(waitBefore(0, 0)).toBe(500)
  expect(waitBefore(3, 1)).toBe(8000)
  expect(waitBefore(20, 1)).toBe(30_000)
})
