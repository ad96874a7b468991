import { expect, test } from 'vitest'
import { dice } from '../calendar.ts'
import { earnedBy, type Put } from './earned.ts'

const plain: Put = { words: 'A dog was found by the shop.', hour: 18, signed: false, picture: false, echo: false }
const officer = { corporate: false, followers: 900, answers: 0.3, moved: 1 }
const headquarters = { corporate: true, followers: 200_000, answers: 0.1, moved: 1 }

/** What many posts of the kind earn, on the average. */
function mean(change: Partial<Put>, by: typeof officer, of: 'replies' | 'reshares'): number {
  const roll = dice(7)
  const all = Array.from({ length: 6000 }, () => earnedBy({ ...plain, ...change }, by, roll)[of])
  return all.reduce((a, b) => a + b, 0) / all.length
}
const times = (change: Partial<Put>, by: typeof officer, of: 'replies' | 'reshares') =>
  mean(change, by, of) / mean({}, by, of)

test('a question, a name below it and a place draw answers; a day of something and many hashtags cost them', () => {
  expect(times({ words: 'Whose dog was found by the shop?' }, officer, 'replies')).toBeGreaterThan(1.3)
  expect(times({ signed: true }, officer, 'replies')).toBeGreaterThan(1.3)
  expect(times({ words: 'A dog was found on Mill Lane.' }, officer, 'replies')).toBeGreaterThan(1.2)
  expect(times({ echo: true }, officer, 'replies')).toBeLessThan(0.5)
  expect(times({ words: `${plain.words} #Dogs #Proud #Police` }, officer, 'reshares')).toBeLessThan(0.85)
})

test('what works for headquarters is not what works for one officer, and some things work for nobody', () => {
  expect(times({ picture: true }, headquarters, 'reshares')).toBeGreaterThan(1.15)
  expect(times({ picture: true }, officer, 'reshares')).toBeCloseTo(1, 1)
  expect(times({ picture: true }, officer, 'replies')).toBeCloseTo(1, 1)
  expect(times({ signed: true }, headquarters, 'replies')).toBeCloseTo(1, 1)
  expect(times({ hour: 10 }, officer, 'reshares')).toBeGreaterThan(1.2)
  expect(times({ hour: 10 }, officer, 'replies')).toBeCloseTo(1, 1)
})

test('most posts of the main account are answered by hardly anybody, a few by very many', () => {
  const roll = dice(3)
  const replies = Array.from({ length: 3000 }, () => earnedBy(plain, headquarters, roll).replies).sort((a, b) => a - b)
  const at = (share: number) => replies[Math.floor(share * replies.length)] ?? 0
  expect([at(0.5) >= 1, at(0.5) <= 3]).toEqual([true, true])
  expect(at(0.95)).toBeGreaterThan(5)
})
