import { type Measure, shareOf } from '../measure.ts'

export const dialogue: Measure = {
  definition: {
    id: 'M07',
    name: 'Dialogue share',
    asks: 'How much of what it puts out answers a member of the public?',
    unit: 'share',
    top: 'replies to members of the public',
    bottom: 'everything it put out',
    covers: 'span',
    leftOut: {
      self: 'Replies to itself (threads)',
      police: 'Replies to police and partner accounts',
      setLines: 'Set lines, such as “call 101”',
      unknown: 'Replies to somebody whom the export does not name',
    },
    more: { withThem: 'With them in, it would read (%)' },
    traps: [
      'Reply counts lie: of one capital’s 2,252 replies every one was to itself.',
      'A thread is one post. What is left out counts neither above nor below the line.',
      'A set line is a reply in words that the account has used five times or more, or one of the force’s own lines.',
      'Contact, corporate and neighbourhood accounts differ by nature: compare inside a class.',
    ],
    comparison: {
      words: 'No national figure. Five large forces ran from 1% to 42% in 2019 to 2021, before these were taken out.',
      basis: 'data',
    },
    look: 'Under 5%',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ inSpan }) => {
    const leftOut = { self: 0, police: 0, setLines: 0, unknown: 0 }
    const rows: string[] = []
    for (const item of inSpan) {
      if (item.towards === 'self') leftOut.self += 1
      else if (item.towards === 'police' || item.towards === 'partner') leftOut.police += 1
      else if (item.towards === 'unknown') leftOut.unknown += 1
      else if (item.setLine) leftOut.setLines += 1
      else if (item.towards === 'public') rows.push(item.id)
    }
    const out = leftOut.self + leftOut.police + leftOut.setLines + leftOut.unknown
    const withThem = inSpan.length === 0 ? 0 : Math.round((100 * (rows.length + out)) / inSpan.length)
    const result = shareOf(rows, inSpan.length - out, { leftOut, more: { withThem } })
    return { ...result, look: result.figure !== null && result.figure < 0.05 }
  },
}
