import type { Item } from '../item.ts'
import { type Measure, shareOf } from '../measure.ts'

/** Every reply to the public, set lines too: they are what a person received. */
export const toPublic = (items: readonly Item[]): Item[] => items.filter((i) => i.towards === 'public')

export const othersThanPublic = (items: readonly Item[]): Record<'self' | 'police' | 'unknown', number> => ({
  self: items.filter((i) => i.towards === 'self').length,
  police: items.filter((i) => i.towards === 'police' || i.towards === 'partner').length,
  unknown: items.filter((i) => i.towards === 'unknown').length,
})

export const leftOutOfReplies = {
  self: 'Replies to itself (threads)',
  police: 'Replies to police and partner accounts',
  unknown: 'Replies to somebody whom the export does not name',
}

export const channelShift: Measure = {
  definition: {
    id: 'M13',
    name: 'Sent elsewhere',
    asks: 'How often is a person who asks sent to another channel?',
    unit: 'share',
    top: 'replies that name another channel to use',
    bottom: 'replies to members of the public',
    covers: 'span',
    leftOut: leftOutOfReplies,
    more: {},
    traps: [
      'Sending somebody away is a fast reply: read it beside the answer rate.',
      'It is read from the words, in English and Welsh: a telephone number, a form, private messages, Crimestoppers.',
      'Some must be sent elsewhere: a crime is not reported here.',
    ],
    comparison: { words: 'From 9% to 53% by force; the 9% rests on 21 replies.', basis: 'data' },
    look: 'Over half of ten replies or more',
    line: { at: 0.5, words: 'look past 50%' },
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ inSpan }) => {
    const replies = toPublic(inSpan)
    const rows = replies.filter((i) => i.elsewhere).map((i) => i.id)
    const result = shareOf(rows, replies.length, { leftOut: othersThanPublic(inSpan) })
    return { ...result, look: replies.length >= 10 && (result.figure ?? 0) > 0.5 }
  },
}
