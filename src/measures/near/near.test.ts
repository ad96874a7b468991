import { expect, test } from 'vitest'
import { plainWords } from '../reading/plain-words.ts'
import { markAlike, pairsAlike } from './alike.ts'
import { alikeFrom, shingling } from './shingles.ts'

/** The plain definition: all runs of three words, as texts; all with all. */
const runsOf = (plain: string): Set<string> => {
  const words = plain.split(' ')
  return new Set(words.slice(2).map((_, n) => words.slice(n, n + 3).join(' ')))
}
const jaccard = (a: Set<string>, b: Set<string>): number => {
  const both = [...a].filter((run) => b.has(run)).length
  return both / (a.size + b.size - both)
}

/** Posts from forms with parts filled in, so that many are a little over and many a little under the line. */
function sample(count: number): string[] {
  let state = 7
  const dice = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % n
  }
  const pool = Array.from({ length: 400 }, (_, n) => `w${n}`)
  const forms = Array.from({ length: 60 }, () => Array.from({ length: 4 + dice(30) }, () => pool[dice(400)] ?? ''))
  return Array.from({ length: count }, () => {
    const words = [...(forms[dice(60)] ?? [])]
    for (let edits = dice(8); edits > 0; edits--) words[dice(words.length)] = pool[dice(400)] ?? ''
    return words.slice(0, words.length - dice(3)).join(' ')
  })
}

test('finds every pair and no other, held against comparing all with all', () => {
  const posts = sample(1500)
  const shingled = shingling()
  const kept = posts.filter((plain, n) => shingled.add(n % 7, n, plain) >= 0)
  const runs = kept.map(runsOf)
  const expected: string[] = []
  for (let a = 0; a < kept.length; a++)
    for (let b = 0; b < a; b++)
      if (jaccard(runs[a] ?? new Set(), runs[b] ?? new Set()) >= alikeFrom) expected.push(`${a} ${b}`)
  const found = pairsAlike(shingled.done()).map(([later, earlier]) => `${later} ${earlier}`)
  expect(expected.length).toBeGreaterThan(1000)
  expect(found.sort()).toEqual(expected.sort())
})

test('exactly six tenths is enough, and a little under is not', () => {
  const shingled = shingling()
  // Six words have four runs. A changed last word leaves 3 of 5 runs in all: 0.6.
  for (const plain of ['a b c d e f', 'a b c d e x', 'a b c d y z']) shingled.add(0, 0, plain)
  expect(pairsAlike(shingled.done())).toEqual([[1, 0]])
})

const day = 86_400_000
const marked = (posts: readonly [account: number, days: number, plain: string][]) => {
  const shingled = shingling()
  for (const [account, days, plain] of posts) shingled.add(account, days * day, plain)
  const alike = markAlike(shingled.done())
  return { own: [...alike.own], other: [...alike.other] }
}
const words = 'look out for the grey van near the old mill'

test('across accounts both are marked, within seven days and not after; within an account the later one, at any time', () => {
  expect(
    marked([
      [0, 0, words],
      [1, 7, words],
    ]),
  ).toEqual({ own: [-1, -1], other: [1, 0] })
  expect(
    marked([
      [0, 0, words],
      [1, 7.1, words],
    ]),
  ).toEqual({ own: [-1, -1], other: [-1, -1] })
  expect(
    marked([
      [0, 0, words],
      [0, 400, words],
    ]),
  ).toEqual({ own: [-1, 0], other: [-1, -1] })
  // Handed over in another order than they were said.
  expect(
    marked([
      [1, 7, words],
      [0, 0, words],
      [2, 3, `${words} today`],
    ]).other.every((n) => n !== -1),
  ).toBe(true)
})

test('links, names, signatures, emoji, capitals and punctuation are left aside; hashtags are their word', () => {
  expect(plainWords('RT @ann.b: Don’t go to the #Quay! 🚓 https://a.example/x?y=1 www.b.example ^AB')).toEqual([
    'rt',
    'dont',
    'go',
    'to',
    'the',
    'quay',
  ])
  expect(plainWords('Tŷ Gŵyr, call 101.')).toEqual(['tŷ', 'gŵyr', 'call', '101'])
  expect(plainWords('🚓🚓 …')).toEqual([])
})
