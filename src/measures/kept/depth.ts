import { isIn } from '../book.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'

export const depth: Measure = {
  definition: {
    id: 'M09',
    name: 'Conversations',
    asks: 'How often does an exchange go beyond one question and one answer?',
    unit: 'share',
    top: 'conversations with two turns or more on either side',
    bottom: 'conversations',
    covers: 'span',
    leftOut: {},
    more: {},
    traps: ['A turn is a message or an answer that went out; two messages in a row are two turns.'],
    comparison: { words: 'Against its own past.', basis: 'proposed' },
    look: 'Never by itself',
    together: 'sum',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const all = talks.filter((t) => isIn(t.openedAt, span))
    return shareOf(
      all.filter((t) => t.turnsOfPublic >= 2 && t.turnsOfOurs >= 2).map((t) => t.id),
      all.length,
    )
  },
}
