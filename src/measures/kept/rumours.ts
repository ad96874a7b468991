import { isIn } from '../book.ts'
import { amountOf, type Measure } from '../measure.ts'
import { minutesOf } from './times.ts'

export const rumours: Measure = {
  definition: {
    id: 'M27',
    name: 'Time to counter a rumour',
    asks: 'How long does a false rumour run until our first official line?',
    unit: 'minutes',
    top: 'minutes from the first message of a false rumour to the first official line; the middle one',
    bottom: null,
    covers: 'span',
    leftOut: {},
    more: {
      all: 'False rumours first seen here',
      open: 'Of these, without a line so far',
      oldest: 'The longest without a line, so far (min)',
    },
    traps: [
      'Only a surge is in it of which a person said that it is a false rumour.',
      'One without a line counts with its age: it takes at least as long.',
      'A line is the first answer to many in public, or the post that a person named. An answer to one person alone is none: it may be about something else.',
      'First seen is the first message of the rise. Somebody may have said it before, or where we do not listen.',
      'A rumour counts once, on the account where it was first seen.',
    ],
    comparison: {
      words: 'Your own trend, incident by incident. The inspectorate’s report on the disorder of 2024 asks for it.',
      basis: 'field',
    },
    look: 'Any without a line so far',
    together: 'middle',
    rowsOf: 'rumour',
    version: 1,
  },
  count: ({ rumours: all, span }) => {
    const seen = all.filter((r) => isIn(r.seenAt, span)).toSorted((a, b) => a.seenAt - b.seenAt)
    const open = seen.filter((r) => r.lineAt === null)
    const oldest = minutesOf([Math.max(0, ...open.map((r) => r.took))])?.middle ?? 0
    return amountOf(
      minutesOf(seen.map((r) => r.took))?.middle ?? null,
      seen.map((r) => r.id),
      {
        more: { all: seen.length, open: open.length, ...(open.length > 0 ? { oldest } : {}) },
        look: open.length > 0,
        why: seen.length === 0 ? 'Nobody said of a surge in this time that it was a false rumour' : null,
      },
    )
  },
}
