import { amountOf, type Measure, notMeasured } from '../measure.ts'

/** A figure of people, not of rows: what was recorded or read stands on the page of the account's followers. */
export const localReach: Measure = {
  definition: {
    id: 'M23',
    name: 'Local reach',
    asks: 'How many of those who follow live in the area?',
    unit: 'share',
    top: 'followers in the area, as the network’s own page says',
    bottom: 'followers of whom that page tells where they are',
    covers: 'lastDay',
    leftOut: {},
    more: {},
    traps: [
      'No network tells us where followers are. Somebody looks at its page of statistics and records what it says, as of a day.',
      'A network guesses where people are, and calls the area by its own borders.',
      'It is as old as the last record: look at its day.',
    ],
    comparison: {
      words: 'Report it; never rank by followers. One borough’s account was famous far away.',
      basis: 'field',
    },
    look: 'Never: it is to be reported',
    together: 'sum',
    rowsOf: 'followers',
    version: 1,
  },
  count: ({ followed: { local } }) =>
    local === null
      ? notMeasured(
          'Not measured: nobody has recorded it. Look at the network’s page of statistics and record what it says.',
        )
      : { ...amountOf(local.inArea / local.of, []), top: local.inArea, of: local.of },
}
