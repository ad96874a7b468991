import { expect, test } from 'vitest'
import { marksIn, suggestionOf } from './suggestion.ts'

const says = 'Somebody may be cold.'

test('what was suggested is read with the words that led to it; otherwise what stands in the row', () => {
  const suggestion = { category: 'threatOrVulnerable', danger: true, because: [{ words: 'no coat', says, more: 1 }] }
  const row = { category: 'question', rank: 6 } as const
  expect(suggestionOf({ ...row, suggestion })).toEqual({ ...suggestion, because: [{ words: 'no coat', says }] })
  for (const odd of [{}, null, { category: 'nonsense' }, 'x'])
    expect(suggestionOf({ ...row, suggestion: odd })).toEqual({ category: 'question', danger: false, because: [] })
  expect(suggestionOf({ ...row, rank: 0, suggestion: {} }).danger).toBe(true)
})

test('marks stand where the words are, in order, never one over another', () => {
  const text = 'Shes gone out with NO COAT and left her phone'
  const because = ['left her', 'no coat', 'coat and', 'nowhere', ' ', 'gone out'].map((words) => ({ words, says }))
  expect(marksIn(text, because).map((m) => text.slice(m.start, m.end))).toEqual(['gone out', 'NO COAT', 'left her'])
  expect(marksIn('İ no coat', because)).toEqual([])
})
