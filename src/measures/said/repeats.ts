import type { Book } from '../book.ts'
import { type Measure, type Result, shareOf } from '../measure.ts'

/** Every later copy of words that the account published before, at any time. */
function countRepeats(book: Book): Result {
  const { from, until } = book.span
  const said = new Set<string>()
  const copies: string[] = []
  let [of, wordless, fed] = [0, 0, 0]
  for (const item of book.items) {
    if (!item.own || item.at >= until) continue
    const here = item.at >= from
    if (item.length === 0) {
      if (here) wordless += 1
      continue
    }
    const copy = said.has(item.plain)
    said.add(item.plain)
    if (!here) continue
    of += 1
    if (copy) copies.push(item.id)
    if (copy && item.automated) fed += 1
  }
  const result = shareOf(copies, of, { leftOut: { wordless }, more: { fed } })
  return { ...result, look: result.figure !== null && result.figure > 0.3 }
}

export const repeats: Measure = {
  definition: {
    id: 'M05',
    name: 'Exact repeats',
    asks: 'How often does it say again what it has said before?',
    unit: 'share',
    top: 'posts in words that it published before',
    bottom: 'posts in its own words, feeds included',
    covers: 'span',
    leftOut: { wordless: 'Posts without words, only pictures or links' },
    more: { fed: 'Of the repeats, by an automated feed' },
    traps: [
      'Links, names after @, emoji, signatures and capitals are left aside before the words are compared.',
      'At one force two fifths of the repeats came from a single form of words: look at feeds apart.',
    ],
    comparison: { words: 'Past 10% it should be explained. Five large forces ran from 0.5% to 40%.', basis: 'data' },
    look: 'Over 30%',
    line: { at: 0.1, words: 'explain past 10%' },
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: countRepeats,
}
