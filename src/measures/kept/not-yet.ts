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

export const localReach = planned({
  id: 'M23',
  name: 'Local reach',
  asks: 'How many of those who follow live in the area?',
  top: 'followers or viewers in the area',
  bottom: 'followers or viewers',
  words: 'Report it; never rank by followers. One borough’s account was famous far away.',
  basis: 'field',
  why: 'Not measured here, because no network tells where followers are in what it exports.',
})

export const overlap = planned({
  id: 'M24',
  name: 'Follow only this one',
  asks: 'How many followers follow no other account of the force?',
  top: 'followers who follow only this account of the force',
  bottom: 'followers',
  words:
    'In the UK 64% followed exactly one police account, 2.7% more than ten. Closing an account does not move its followers.',
  basis: 'data',
  why: 'Not measured here, because it needs lists of who follows, which are not kept: they would be lists of people.',
})

export const rumours = planned({
  id: 'M27',
  name: 'Time to counter a rumour',
  asks: 'How long until the first official line?',
  top: 'time from first seen to first official line',
  bottom: null,
  words: 'By incident; the inspectorate’s report on the disorder of 2024 asks for it.',
  basis: 'field',
  why: 'Not measured here, because rumours are not recorded as incidents yet.',
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
