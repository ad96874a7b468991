import { type Book, dayMs } from '../book.ts'
import type { Item } from '../item.ts'
import { amountOf, type Measure, type Result } from '../measure.ts'

/** Days of silence from which an account is one to look at, and from which somebody has to act. */
export const patience = (of: Book['account']): { look: number; act: number } =>
  of.class === 'corporate' || of.class === 'contactDesk' ? { look: 3, act: 7 } : { look: 30, act: 60 }

/** Own words to everybody that no feed wrote; of a contact desk its answers count, for that is what it is there for. */
export const isOwnWords = (item: Item, of: Book['account']): boolean =>
  (item.own && !item.automated) || (of.class === 'contactDesk' && item.towards === 'public')

export const daysSince = (item: Item | undefined, until: number): number | null =>
  item === undefined ? null : Math.max(0, Math.floor((until - item.at) / dayMs))

export function countSilentDays(book: Book): Result {
  const { until } = book.span
  const past = book.items.filter((i) => i.at < until)
  const last = past.findLast((i) => isOwnWords(i, book.account))
  const days = daysSince(last, until)
  const since = last?.at ?? Number.NEGATIVE_INFINITY
  const later = past.filter((i) => i.at >= since && i !== last)
  return amountOf(days, last ? [last.id] : [], {
    leftOut: {
      reshares: later.filter((i) => i.kind === 'reshare').length,
      feed: later.filter((i) => i.own && i.automated).length,
    },
    look: days !== null && days > patience(book.account).look && !book.account.eventDriven,
    why: days === null ? 'It has never published words of its own' : null,
  })
}

export const silentDays: Measure = {
  definition: {
    id: 'M01',
    name: 'Silent days',
    asks: 'How long is it since the account said something of its own?',
    unit: 'days',
    top: 'days since the last post in its own words',
    bottom: null,
    covers: 'lastDay',
    leftOut: { reshares: 'Reshares since then', feed: 'Posts by an automated feed since then' },
    more: {},
    traps: [
      'An account that only reshares looks active by its last post.',
      'An account that speaks only when something happens is not dormant: record that as its reason.',
      'Of a contact desk, answers count as its own words.',
    ],
    comparison: {
      words:
        'Corporate and contact desk: look after 3 days, act after 7. Others: look after 30, act after 60, review closing after 90. Two London force accounts paused for at most 3 and 9 days.',
      basis: 'proposed',
    },
    look: 'Over 3 days for a corporate account or contact desk, over 30 for others, unless a reason is recorded',
    together: 'middle',
    rowsOf: 'published',
    version: 1,
  },
  count: countSilentDays,
}
