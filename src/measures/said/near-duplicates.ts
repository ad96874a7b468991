import type { Item } from '../item.ts'
import { type Measure, type Result, shareOf } from '../measure.ts'
import { fewestWords } from '../near/shingles.ts'

type Compared = {
  inSpan: readonly Pick<Item, 'id' | 'own' | 'length'>[]
  near: ReadonlySet<string>
  nearOwn: ReadonlySet<string>
}

/** Needs no words any more, so that a whole force can be compared before it is counted. */
export function countNear({ inSpan, near, nearOwn }: Compared): Result {
  const own = inSpan.filter((i) => i.own)
  const long = own.filter((i) => i.length >= fewestWords)
  const rows = long.filter((i) => near.has(i.id)).map((i) => i.id)
  const result = shareOf(rows, long.length, {
    leftOut: { short: own.length - long.length },
    more: { own: long.filter((i) => nearOwn.has(i.id)).length },
  })
  return { ...result, look: result.figure !== null && result.figure > 0.3 }
}

export const nearDuplicates: Measure = {
  definition: {
    id: 'M06',
    name: 'Said by another account too',
    asks: 'How much of it did another account of the force say in nearly the same words, within a week?',
    unit: 'share',
    top: 'posts that another account of the force said nearly so within 7 days',
    bottom: 'posts in its own words, feeds included',
    covers: 'span',
    leftOut: { short: `Posts of fewer than ${fewestWords} words, which cannot be compared` },
    more: { own: 'Nearly or exactly as an earlier post of its own, at any time' },
    traps: [
      'Nearly the same: of all runs of three words in either, at least six in ten are in both.',
      'An appeal for a missing person is rightly said everywhere: look at what is shared before speaking of merging.',
    ],
    comparison: { words: 'Over 30% of an account’s posts make it a candidate for merging.', basis: 'proposed' },
    look: 'Over 30%',
    line: { at: 0.3, words: 'look past 30%' },
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: countNear,
}
