import { expect, test } from 'vitest'
import { mostPieceBytes } from '../../archive/import.ts'
import { type Far, sendAll } from './pieces.ts'

/** A line on which each piece takes so long, and that breaks as often as told before a piece. */
const line = (ms: (bytes: number) => number, breaks: Readonly<Record<number, number>> = {}) => {
  const left = { ...breaks }
  const pieces: number[] = []
  const waited: number[] = []
  const told: Far[] = []
  let clock = 0
  const means = {
    send: async (from: number, bytes: number) => {
      clock += ms(bytes)
      const broken = left[pieces.length] ?? 0
      if (broken > 0) {
        left[pieces.length] = broken - 1
        throw new Error('no answer')
      }
      pieces.push(bytes)
      return from + bytes
    },
    passes: () => true,
    wait: async (waiting: number) => void waited.push(waiting),
    now: () => clock,
    told: (far: Far) => void told.push(far),
  }
  return { means, pieces, waited, told }
}

test('a fast line gets large pieces, a slow one small ones, and all of the file comes', async () => {
  const fast = line(() => 10)
  await sendAll(100_000_000, 0, fast.means)
  expect(fast.pieces.slice(0, 4)).toEqual([1_000_000, 2_000_000, 4_000_000, mostPieceBytes])
  expect(Math.max(...fast.pieces)).toBe(mostPieceBytes)
  expect(fast.pieces.reduce((a, b) => a + b)).toBe(100_000_000)
  const slow = line((bytes) => bytes / 20)
  await sendAll(5_000_000, 1_000_000, slow.means)
  expect(slow.pieces.slice(0, 3)).toEqual([1_000_000, 500_000, 250_000])
  expect(slow.pieces.reduce((a, b) => a + b)).toBe(4_000_000)
  expect(slow.told.at(-1)).toEqual({ received: 5_000_000, isLost: false })
})

test('what gets no answer is sent again for two minutes, and after that the person is told', async () => {
  const short = line(() => 10, { 1: 3 })
  await sendAll(4_000_000, 0, short.means)
  expect(short.waited).toEqual([1000, 2000, 4000])
  expect(short.told.filter(({ isLost }) => isLost)).toEqual(Array(3).fill({ received: 1_000_000, isLost: true }))
  const long = line(() => 10, { 0: 100 })
  await expect(sendAll(4_000_000, 0, long.means)).rejects.toThrow('no answer')
  expect(long.waited.reduce((a, b) => a + b)).toBe(120_000)
  const refused = line(() => 10, { 0: 1 })
  await expect(sendAll(4, 0, { ...refused.means, passes: () => false })).rejects.toThrow('no answer')
  expect(refused.waited).toEqual([])
})

test('the server says from where to go on, forward or back', async () => {
  const asked: number[] = []
  const places = [5_000_000, 2_000_000]
  await sendAll(6_000_000, 0, {
    ...line(() => 10).means,
    send: async (from, bytes) => {
      asked.push(from)
      return places.shift() ?? from + bytes
    },
  })
  expect(asked.slice(0, 3)).toEqual([0, 5_000_000, 2_000_000])
})
