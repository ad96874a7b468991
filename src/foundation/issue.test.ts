import { expect, test } from 'vitest'
import { z } from 'zod'
import { issueWords } from './issue.ts'

const shape = z.object({ words: z.string().trim().min(3).max(2000), hours: z.number().min(1).max(24) })
const wrong = (given: unknown): string[] =>
  shape.safeParse(given).error?.issues.map((i) => `${i.path.join('.')}: ${issueWords(i)}`) ?? []

test('too little and too much are said as people say them', () => {
  expect(wrong({ words: 'ab', hours: 0 })).toEqual(['words: at least 3 characters', 'hours: at least 1'])
  expect(wrong({ words: 'a'.repeat(2001), hours: 25 })).toEqual([
    'words: at most 2,000 characters',
    'hours: at most 24',
  ])
  expect(wrong({ words: 'abc', hours: 4 })).toEqual([])
})
