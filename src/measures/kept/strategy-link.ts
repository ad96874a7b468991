import { isIn } from '../book.ts'
import { type Measure, shareOf } from '../measure.ts'

export const strategyLink: Measure = {
  definition: {
    id: 'M22',
    name: 'Serves an objective',
    asks: 'How many posts say which objective or promise they serve?',
    unit: 'share',
    top: 'posts that name an objective or local priority',
    bottom: 'posts released here',
    covers: 'span',
    leftOut: { answers: 'Answers to the public' },
    more: { objectives: 'Objectives that were served' },
    traps: ['A link says what a post was meant for, not what it did.', 'Imported posts name none and are not here.'],
    comparison: { words: 'Nine in ten; the inspectorate asks for the link, the figure is ours.', basis: 'proposed' },
    look: 'Under 90% of ten posts or more',
    together: 'sum',
    rowsOf: 'post',
    version: 1,
  },
  count: ({ released, span }) => {
    const here = released.filter((p) => isIn(p.at, span))
    const own = here.filter((p) => !p.answers)
    const linked = own.filter((p) => p.objectiveId !== null)
    const result = shareOf(
      linked.map((p) => p.id),
      own.length,
      {
        leftOut: { answers: here.length - own.length },
        more: { objectives: new Set(linked.map((p) => p.objectiveId)).size },
      },
    )
    return { ...result, look: own.length >= 10 && (result.figure ?? 1) < 0.9 }
  },
}
