import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { readingAgain, topicIn, waitBefore } from './live.ts'

afterEach(() => {
  vi.useRealTimers()
})

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

test('news that comes while a page reads does not end the reading; it is read once more afterwards', async () => {
  vi.useFakeTimers()
  const client = new QueryClient()
  const seen: string[] = []
  let reads = 0
  const queue = new QueryObserver(client, {
    queryKey: ['desk', '/api/desk/queue'],
    // Each reading takes longer than the next news lets wait.
    queryFn: () => new Promise<string>((done) => setTimeout(() => done(`reading ${++reads}`), 700)),
    meta: { also: ['message'] },
  })
  const end = queue.subscribe(({ data }) => data !== undefined && data !== seen.at(-1) && seen.push(data))
  await vi.advanceTimersByTimeAsync(700)
  const hear = readingAgain(client)
  for (let news = 0; news < 20; news += 1) {
    hear(news % 2 === 0 ? 'message' : 'desk')
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(seen.length).toBeGreaterThan(3)
  const before = seen.length
  hear('message')
  await vi.advanceTimersByTimeAsync(3000)
  expect(seen.length).toBeGreaterThan(before)
  const after = reads
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reads).toBe(after)
  end()
})
