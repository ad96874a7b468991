import { dayMs, isIn } from '../book.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'

export const crimeClock: Measure = {
  definition: {
    id: 'M11',
    name: 'Crimes recorded in time',
    asks: 'Was a crime that somebody reported here recorded within 24 hours?',
    unit: 'share',
    top: 'reports of crime recorded within 24 hours',
    bottom: 'messages that a person here called a report of crime',
    covers: 'span',
    leftOut: { running: 'Not yet recorded, and not yet 24 hours old' },
    more: {},
    traps: ['The clock runs from the message, not from when somebody read it.'],
    comparison: { words: 'All, within 24 hours: the national recording standard.', basis: 'field' },
    look: 'Any that was late',
    together: 'sum',
    rowsOf: 'conversation',
    version: 1,
  },
  count: ({ talks, span }) => {
    if (talks === null) return notMeasured('What is said to this account is not heard here')
    const crimes = talks.filter((t) => t.crimeSaid === true && isIn(t.openedAt, span))
    const settled = crimes.filter((t) => t.crimeRecordedAt !== null || span.until - t.openedAt > dayMs)
    const inTime = settled.filter((t) => t.crimeRecordedAt !== null && t.crimeRecordedAt - t.openedAt <= dayMs)
    return shareOf(
      inTime.map((t) => t.id),
      settled.length,
      {
        leftOut: { running: crimes.length - settled.length },
        look: inTime.length < settled.length,
      },
    )
  },
}
