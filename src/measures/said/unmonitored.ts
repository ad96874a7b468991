import { type Measure, shareOf } from '../measure.ts'
import { leftOutOfReplies, othersThanPublic, toPublic } from './channel-shift.ts'

export const unmonitored: Measure = {
  definition: {
    id: 'M14',
    name: '“Not monitored”',
    asks: 'How often does it answer that nobody reads this account?',
    unit: 'share',
    top: 'replies that say the account is not monitored',
    bottom: 'replies to members of the public',
    covers: 'span',
    leftOut: leftOutOfReplies,
    more: {},
    traps: ['The remedy is a true biography and stated hours, not a shorter reply.', 'It is read from the words.'],
    comparison: { words: 'From 0 to 19% by force; the aim is none.', basis: 'data' },
    look: 'Any at all',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ inSpan }) => {
    const replies = toPublic(inSpan)
    const rows = replies.filter((i) => i.unmonitored).map((i) => i.id)
    return shareOf(rows, replies.length, { leftOut: othersThanPublic(inSpan), look: rows.length > 0 })
  },
}
