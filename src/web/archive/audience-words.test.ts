import { expect, test } from 'vitest'
import { type Audience, audienceHeading, type Read, audienceWords as w } from './audience-words.ts'

const read: Read = {
  ...{
    at: '2026-09-07T09:00:00Z',
    whole: true,
    words: '',
    followers: 800,
    only: 500,
    patterns: [],
    rest: 0,
    unread: [],
  },
  accounts: [
    { id: 'a', name: 'Westport' },
    { id: 'b', name: 'Eastby' },
  ],
}
const page = (counts: number[], of: Read | null): Audience => ({
  account: { id: 'a', name: 'Westport Police', handle: '@w', network: 'x' },
  counts: counts.map((followers) => ({ at: '2026-09-07T09:00:00Z', followers, source: 'network' })),
  ...{
    counted: null,
    tellsWho: true,
    beingRead: false,
    notRead: null,
    read: of,
    local: [],
    mayRead: true,
    mayRecord: true,
  },
})

test('the heading says how many follow, how many of them nothing else, and nothing that is not known', () => {
  expect(audienceHeading(page([], null))).toBe('How many follow Westport Police is not known')
  expect(audienceHeading(page([900, 1200], null))).toBe('1,200 people follow Westport Police')
  expect(audienceHeading(page([1200], read))).toBe(
    '1,200 people follow Westport Police. 63% of them follow nothing else of ours',
  )
  expect(audienceHeading(page([1], { ...read, whole: false }))).toBe('1 person follows Westport Police')
})

test('of those who were read, and of accounts that could not be', () => {
  expect(w.only(read)).toBe('500 of the 800 people who were read follow no other of our 2 accounts there.')
  expect(w.only({ ...read, accounts: [{ id: 'a', name: 'Westport' }] })).toBe(
    '800 people were read. No other account of ours was read there.',
  )
  expect(w.unread({ ...read, unread: [{ id: 'c', name: 'Docks' }] })).toBe(
    'One account could not be read (Docks): who follows it as well counts as following nothing else.',
  )
})
