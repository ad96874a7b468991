import { isIn } from '../book.ts'
import { amountOf, type Measure } from '../measure.ts'
import { between, minutesOf } from './times.ts'

export const approvalDelay: Measure = {
  definition: {
    id: 'M19',
    name: 'Wait for approval',
    asks: 'How long does a post wait for a second person?',
    unit: 'minutes',
    top: 'minutes from asking to the decision; the middle one',
    bottom: null,
    covers: 'span',
    leftOut: { alone: 'Released without a second person' },
    more: { p90: 'Nine in ten within (min)' },
    traps: ['Posts that were never decided have no time and are not here.'],
    comparison: { words: 'Routine posts: nine in ten within 30 minutes.', basis: 'proposed' },
    look: 'Nine in ten take longer than 30 minutes',
    together: 'middle',
    rowsOf: 'post',
    version: 1,
  },
  count: ({ released, span }) => {
    const here = released.filter((p) => isIn(p.at, span))
    const decided = here.filter((p) => p.askedAt !== null && p.approvedAt !== null)
    const times = minutesOf(decided.flatMap((p) => between(p.askedAt, p.approvedAt)))
    return amountOf(
      times?.middle ?? null,
      decided.map((p) => p.id),
      {
        leftOut: { alone: here.length - decided.length },
        more: times ? { p90: times.p90 } : {},
        look: (times?.p90 ?? 0) > 30,
      },
    )
  },
}
