import { isIn } from '../book.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'

export const incidentYield: Measure = {
  definition: {
    id: 'M12',
    name: 'Messages that became incidents',
    asks: 'How many conversations led to an incident?',
    unit: 'share',
    top: 'conversations from which an incident was raised',
    bottom: 'conversations that somebody has looked at or closed',
    covers: 'span',
    leftOut: { untriaged: 'Nobody has looked yet' },
    more: {},
    traps: ['A low share is no reason to stop looking: one of them may be a life.'],
    comparison: { words: 'One force: about 55 a month from about 1,000 messages a day, 0.2%.', basis: 'data' },
    look: 'Never by itself',
    together: 'sum',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const all = talks.filter((t) => isIn(t.openedAt, span))
    const triaged = all.filter((t) => t.triaged)
    return shareOf(
      triaged.filter((t) => t.incidentAt !== null).map((t) => t.id),
      triaged.length,
      {
        leftOut: { untriaged: all.length - triaged.length },
      },
    )
  },
}
