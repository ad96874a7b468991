import { type Book, dayMs } from '../book.ts'
import type { Item } from '../item.ts'
import { type Measure, notMeasured, type Result, shareOf } from '../measure.ts'

export const byVoice = (items: readonly Item[]): Map<string, Item[]> => {
  const voices = new Map<string, Item[]>()
  for (const item of items) {
    if (item.voice === null) continue
    const theirs = voices.get(item.voice)
    if (theirs) theirs.push(item)
    else voices.set(item.voice, [item])
  }
  return voices
}

/** Replies to somebody whom another voice had answered within the day before: a reply in another's conversation. */
export function inOthersThreads(items: readonly Item[]): Map<string, number> {
  const answered = new Map<string, { voice: string; at: number }>()
  const found = new Map<string, number>()
  for (const item of items) {
    if (item.towards !== 'public' || item.voice === null || item.toHandle === null) continue
    const key = item.toHandle.toLowerCase()
    const first = answered.get(key)
    if (first && item.at - first.at <= dayMs) {
      if (first.voice !== item.voice) found.set(item.voice, (found.get(item.voice) ?? 0) + 1)
    } else answered.set(key, { voice: item.voice, at: item.at })
  }
  return found
}

function countBalance({ inSpan }: Book): Result {
  const voices = [...byVoice(inSpan)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const all = voices.reduce((sum, [, theirs]) => sum + theirs.length, 0)
  const top = voices[0]
  const unsigned = inSpan.filter((i) => i.voice === null && i.kind !== 'reshare').length
  if (!top || voices.length < 2)
    return { ...notMeasured('Fewer than two people sign here'), leftOut: { unsigned }, more: { people: voices.length } }
  const middle = voices[voices.length >> 1]?.[1].length ?? 0
  const replies = voices.flatMap(([, theirs]) => theirs).filter((i) => i.towards === 'public').length
  const rows = top[1].map((i) => i.id)
  return shareOf(rows, all, {
    leftOut: { unsigned },
    more: {
      people: voices.length,
      concentration: Math.round(10_000 * voices.reduce((sum, [, t]) => sum + (t.length / all) ** 2, 0)),
      replies: replies === 0 ? 0 : Math.round((100 * top[1].filter((i) => i.towards === 'public').length) / replies),
      othersThreads: inOthersThreads(inSpan).get(top[0]) ?? 0,
    },
    look: voices.length >= 3 && (rows.length / all > 0.5 || rows.length > 3 * middle),
  })
}

export const balance: Measure = {
  definition: {
    id: 'M16',
    name: 'Balance of voices',
    asks: 'Does one person drown the others?',
    unit: 'share',
    top: 'what the busiest voice said',
    bottom: 'everything that bears a signature',
    covers: 'span',
    leftOut: { unsigned: 'Posts and replies without a signature that was in force' },
    more: {
      people: 'People who signed',
      concentration: 'Sum of squared shares (10,000 is one voice alone)',
      replies: 'The busiest voice’s share of replies (%)',
      othersThreads: 'Its replies to somebody whom another voice had answered within a day',
    },
    traps: [
      'Two people who share evenly each have half: only from three voices on is anybody drowned.',
      'A planned surge is heavy by design.',
      'It is about an account that is shared, and no verdict on a person.',
    ],
    comparison: {
      words: 'With three or more who sign: look past 50%, act past 70%, or past three times the middle one.',
      basis: 'proposed',
    },
    look: 'Over half among three or more, or more than three times the middle voice',
    line: { at: 0.5, words: 'look past 50%' },
    together: 'look',
    rowsOf: 'published',
    version: 1,
  },
  count: countBalance,
}
