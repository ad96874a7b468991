import { type Book, dayMs } from '../book.ts'
import { type Measure, type Result, shareOf } from '../measure.ts'
import { countSilentDays, isOwnWords, patience } from './silent-days.ts'

function countDormant(book: Book): Result {
  const { until } = book.span
  const past = book.items.filter((i) => i.at < until)
  if (past.length === 0) return shareOf([], 0, { why: 'Nothing that it published is known here' })
  const silent = countSilentDays(book).figure ?? Number.POSITIVE_INFINITY
  const { act } = patience(book.account)
  const lately = past.filter((i) => i.at >= until - act * dayMs)
  const reshares = lately.filter((i) => i.kind === 'reshare')
  const onlyReshares = reshares.length > 0 && !lately.some((i) => isOwnWords(i, book.account))
  const rightly = book.account.eventDriven && !onlyReshares
  const dormant = !rightly && (silent > act || onlyReshares)
  const last = reshares.at(-1) ?? past.at(-1)
  return shareOf(dormant && last ? [last.id] : [], 1, {
    leftOut: { rightly: rightly && silent > act ? 1 : 0 },
    more: { reshareOnly: onlyReshares ? 1 : 0 },
    look: dormant,
  })
}

export const dormant: Measure = {
  definition: {
    id: 'M03',
    name: 'Dormancy',
    asks: 'Which accounts have fallen silent, or only pass on what others say?',
    unit: 'share',
    top: 'accounts silent past the day to act, or only resharing as long',
    bottom: 'accounts',
    covers: 'lastDay',
    leftOut: { rightly: 'Silent between events, and rightly so, for a reason that is recorded' },
    more: { reshareOnly: 'Accounts that only reshare' },
    traps: [
      'An account for operations may be silent on four days of five and publish hundreds of posts on one.',
      'Reshares keep an account looking alive that says nothing of its own.',
    ],
    comparison: {
      words: 'The days of M01: 7 for corporate accounts and contact desks, 60 for others.',
      basis: 'proposed',
    },
    look: 'Every account that is dormant and has no reason recorded',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: countDormant,
}
