import { type Basis, type Measure, notMeasured } from '../measure.ts'

type Plan = {
  id: string
  name: string
  asks: string
  top: string
  bottom: string | null
  words: string
  basis: Basis
  why: string
}

/** A measure that the field asks for and whose data nothing here holds: it says so, and why. */
const planned = ({ id, name, asks, top, bottom, words, basis, why }: Plan): Measure => ({
  definition: {
    id,
    name,
    asks,
    unit: 'share',
    top,
    bottom,
    covers: 'span',
    leftOut: {},
    more: {},
    traps: [why],
    comparison: { words, basis },
    look: 'Never: it is not measured here',
    together: 'sum',
    rowsOf: 'none',
    version: 0,
  },
  count: () => notMeasured(why),
})

export const migration = planned({
  id: 'M30',
  name: 'After a merger or closing',
  asks: 'Who came along, and does the conversation go on?',
  top: 'followers kept after 30 and 90 days',
  bottom: 'followers before',
  words: 'Report followers, dialogue and voices, before and after.',
  basis: 'field',
  why: 'Not measured here, because it is about two accounts at once: it stands on the list by which an account was closed (Reviews).',
})
