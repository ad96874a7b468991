import { dayMs } from '../book.ts'
import { type Measure, notMeasured, shareOf } from '../measure.ts'
import { byVoice } from './balance.ts'

export const voiceBreadth: Measure = {
  definition: {
    id: 'M17',
    name: 'Voices heard',
    asks: 'Of the people whom a shared account names, who spoke in the last 30 days?',
    unit: 'share',
    top: 'people who signed something in the last 30 days',
    bottom: 'people who are named to sign there',
    covers: 'lastDay',
    leftOut: { newcomers: 'People named within those 30 days who have not spoken yet' },
    more: {},
    traps: ['A name in a list of voices is a promise that the person will be heard.'],
    comparison: { words: 'Each named person at least once in 30 days.', basis: 'proposed' },
    look: 'Anybody silent for 30 days on a shared account',
    together: 'sum',
    rowsOf: 'published',
    version: 1,
  },
  count: ({ items, account, span: { until } }) => {
    if (account.kind !== 'collective') return notMeasured('One voice speaks here')
    if (items.length === 0) return notMeasured('Nothing that it published is known here')
    const from = until - 30 * dayMs
    const spoke = byVoice(items.filter((i) => i.at >= from && i.at < until))
    const named = account.roster.filter((s) => s.from <= from || spoke.has(s.person))
    const heard = named.flatMap((s) => spoke.get(s.person)?.at(-1)?.id ?? [])
    return shareOf(heard, named.length, {
      leftOut: { newcomers: account.roster.length - named.length },
      look: heard.length < named.length,
      ...(named.length === 0 ? { why: 'Nobody is named to sign here' } : {}),
    })
  },
}
