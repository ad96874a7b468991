import { amountOf, type Measure, notMeasured } from '../measure.ts'

export const cover: Measure = {
  definition: {
    id: 'M15',
    name: 'Cover',
    asks: 'For how much of the week does somebody look at what comes in?',
    unit: 'share',
    top: 'hours a week that the register states as covered',
    bottom: '168 hours',
    covers: 'lastDay',
    leftOut: {},
    more: { hours: 'Hours a week' },
    traps: [
      'It is what is stated. Whether somebody did look is told by the time to the first look, outside and inside these hours.',
    ],
    comparison: {
      words: 'What is stated must be what is done. One government publishes 9 to 5 on weekdays: 24%.',
      basis: 'field',
    },
    look: 'No cover at all',
    together: 'middle',
    rowsOf: 'none',
    version: 1,
  },
  count: ({ account: { coverHours } }) =>
    coverHours === null
      ? notMeasured('No hours are in the register')
      : {
          ...amountOf(coverHours / 168, [], { more: { hours: coverHours }, look: coverHours === 0 }),
          top: coverHours,
          of: 168,
        },
}
