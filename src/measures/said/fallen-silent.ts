import type { Book } from '../book.ts'
import { amountOf, type Measure, notMeasured, type Result } from '../measure.ts'
import { byVoice } from './balance.ts'

const shareOfVoice = (voices: ReadonlyMap<string, readonly unknown[]>, person: string): number => {
  const all = [...voices.values()].reduce((sum, theirs) => sum + theirs.length, 0)
  return all === 0 ? 0 : (voices.get(person)?.length ?? 0) / all
}

/** Who spoke in as long a time before, and is silent in this one while somebody else took a larger share. */
function countFallenSilent({ items, inSpan, span: { from, until } }: Book): Result {
  const start = Math.max(from - (until - from), 0)
  const before = byVoice(items.filter((i) => i.at >= start && i.at < from))
  const now = byVoice(inSpan)
  if (before.size < 2) return notMeasured('Fewer than two people signed here in the time before')
  const risen = [...now.keys()].some((person) => shareOfVoice(now, person) > shareOfVoice(before, person))
  const silent = risen ? [...before].filter(([person]) => !now.has(person)) : []
  const rows = silent.map(([, theirs]) => theirs.at(-1)?.id ?? '')
  return amountOf(silent.length, rows, { more: { spokeBefore: before.size }, look: silent.length > 0 })
}

export const fallenSilent: Measure = {
  definition: {
    id: 'M18',
    name: 'Voices that fell silent',
    asks: 'Has anybody stopped speaking while another spoke more?',
    unit: 'count',
    top: 'people who signed in the time before and not in this one, while another’s share rose',
    bottom: null,
    covers: 'span',
    leftOut: {},
    more: { spokeBefore: 'People who signed in the time before' },
    traps: [
      'Somebody on leave, or moved, is silent too: ask before concluding.',
      'It needs as long a time before to compare with.',
    ],
    comparison: { words: 'Any is a reason to look.', basis: 'proposed' },
    look: 'Any',
    together: 'look',
    rowsOf: 'published',
    version: 1,
  },
  count: countFallenSilent,
}
