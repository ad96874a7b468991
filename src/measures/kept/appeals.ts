import { isIn } from '../book.ts'
import { type Measure, shareOf } from '../measure.ts'

export const appeals: Measure = {
  definition: {
    id: 'M21',
    name: 'Appeals with an end',
    asks: 'Does every appeal to the public say when somebody looks at it again?',
    unit: 'share',
    top: 'appeals with a day on which they are looked at again',
    bottom: 'appeals released here',
    covers: 'span',
    leftOut: {},
    more: { past: 'Of those with a day, it has passed' },
    traps: [
      'Whether the appeal was closed on that day, and its copies taken down, is not counted here.',
      'Appeals that were imported carry no such day and are not here.',
    ],
    comparison: { words: 'All of them.', basis: 'field' },
    look: 'Any without',
    together: 'sum',
    rowsOf: 'post',
    version: 1,
  },
  count: ({ released, span }) => {
    const all = released.filter((p) => p.appeal && isIn(p.at, span))
    const dated = all.filter((p) => p.reviewAt !== null)
    return shareOf(
      dated.map((p) => p.id),
      all.length,
      {
        more: { past: dated.filter((p) => (p.reviewAt ?? 0) < span.until).length },
        look: dated.length < all.length,
      },
    )
  },
}
