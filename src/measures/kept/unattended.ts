import { amountOf, type Measure, notMeasured } from '../measure.ts'

const hour = 3_600_000

export const unattended: Measure = {
  definition: {
    id: 'M02',
    name: 'Unattended',
    asks: 'How long has anything that came in waited for somebody to look?',
    unit: 'hours',
    top: 'hours since the oldest message came in that nobody has looked at',
    bottom: null,
    covers: 'lastDay',
    leftOut: {},
    more: { waiting: 'Conversations that nobody has looked at' },
    traps: [
      'An account may publish every day while nobody reads what comes back.',
      'Only what is heard here can be counted.',
    ],
    comparison: {
      words:
        'Over 24 hours with anything open. Not looking daily was one force’s stated reason to close accounts; at another a serious report lay unseen from Thursday to Sunday.',
      basis: 'field',
    },
    look: 'Over 24 hours',
    together: 'look',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span: { until } }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const waiting = talks.filter(
      (t) =>
        t.open && t.openedAt < until && t.waitingSince !== null && (t.lookedAt === null || t.lookedAt < t.waitingSince),
    )
    const oldest = waiting.reduce<number | null>((least, t) => Math.min(least ?? until, t.waitingSince ?? until), null)
    const hours = oldest === null ? 0 : Math.floor(Math.max(0, until - oldest) / hour)
    return amountOf(
      hours,
      waiting.map((t) => t.id),
      { more: { waiting: waiting.length }, look: hours > 24 },
    )
  },
}
