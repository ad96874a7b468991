import { expect, test } from 'vitest'
import { eachOf } from './jobs.ts'

test('a fault with one keeps no other from its turn, and is told afterwards', async () => {
  const had: number[] = []
  const work = async (one: number) => {
    had.push(one)
    if (one % 2 === 0) throw new Error(`no ${one}`)
  }
  await eachOf([1, 3], work)
  await expect(eachOf([1, 2, 3], work)).rejects.toThrow('no 2')
  await expect(eachOf([2, 3, 4], work)).rejects.toThrow('2 faults, the first: Error: no 2')
  expect(had).toEqual([1, 3, 1, 2, 3, 2, 3, 4])
})
