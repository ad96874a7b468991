import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupKeys, shinglesOf, similarity } from './fingerprint.ts'
import { messages } from './labelled/labelled.testbed.ts'

const word = fc.stringMatching(/^[bdfgjklmpv][aeiou][bdfgjklmpv][aeiou]$/)
const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))

test('a copy with other spelling, signs and a mention is the same message', () => {
  expect(similarity('Please help, someone is at the door!', '@WestshirePolice pls HELP some1 is at the door 🙏')).toBe(
    1,
  )
  expect(similarity('', '🙏')).toBe(0)
  expect(groupKeys('🙏 @somebody')).toEqual([])
})

test('likeness is between 0 and 1, the same both ways, and 1 with itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const like = similarity(one, other)
      expect(like).toBeGreaterThanOrEqual(0)
      expect(like).toBeLessThanOrEqual(1)
      expect(similarity(other, one)).toBe(like)
      if (shinglesOf(one).size > 0) expect(similarity(one, one)).toBe(1)
    }),
  )
})

test('keys are stable, few, and the same for the same words', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(groupKeys(one)).toEqual(groupKeys(one.toUpperCase()))
      expect(groupKeys(one)).toHaveLength(10)
    }),
  )
  expect(groupKeys('is the bridge shut')).toEqual(groupKeys('Is the bridge shut?'))
})

test('messages of likeness 0.6 and more share a key nearly always, strangers hardly ever', () => {
  let [alike, met] = [0, 0]
  fc.assert(
    fc.property(fc.array(word, { minLength: 12, maxLength: 40 }), fc.nat(), word, (words, at, other) => {
      const [one, changed] = [words.join(' '), words.with(at % words.length, other).join(' ')]
      if (similarity(one, changed) < 0.6) return
      alike += 1
      const keys = new Set(groupKeys(one))
      if (groupKeys(changed).some((key) => keys.has(key))) met += 1
    }),
    { numRuns: 1_500, seed: 3 },
  )
  expect(alike).toBeGreaterThan(500)
  expect(met / alike).toBeGreaterThan(0.97)

  const keys = messages.slice(0, 300).map(({ text: words }) => new Set(groupKeys(words)))
  const pairs = keys.flatMap((one, at) => keys.slice(at + 1).filter((two) => [...two].some((key) => one.has(key))))
  expect(pairs.length).toBeLessThan(60)
})
