import { type Measure, shareOf } from '../measure.ts'

export const hygiene: Measure = {
  definition: {
    id: 'M29',
    name: 'Record in order',
    asks: 'Does it have an owner in office, training in date, stated cover, working keys and a review in date?',
    unit: 'share',
    top: 'checks that are in order',
    bottom: 'checks that can be made',
    covers: 'lastDay',
    leftOut: { unknown: 'Checks that cannot be made yet' },
    more: {
      owner: 'Nobody in the office that owns it',
      training: 'Training or agreement of somebody who writes there has ended',
      review: 'Review overdue',
      cover: 'No cover stated',
      keys: 'Keys that do not work',
    },
    traps: [
      'Whether each person has a second factor is under People, because it belongs to a person and not to an account.',
    ],
    comparison: { words: 'All of them.', basis: 'field' },
    look: 'Any that is not',
    together: 'sum',
    rowsOf: 'none',
    version: 1,
  },
  count: ({ account: { hygiene: checks } }) => {
    const all = Object.entries(checks)
    const made = all.filter(([, ok]) => ok !== null)
    const good = made.filter(([, ok]) => ok === true).map(([name]) => name)
    return shareOf(good, made.length, {
      leftOut: { unknown: all.length - made.length },
      more: Object.fromEntries(made.filter(([, ok]) => ok === false).map(([name]) => [name, 1])),
      look: good.length < made.length,
    })
  },
}
