import { type DraftTarget, sketchTarget } from '../draft.ts'
import { READ_AT_MOST, type Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { everywhere, type Hit, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

/** The last `count` signs that a reader sees, as a span: about what has to go. */
function tail(text: Text, count: number): { start: number; end: number } {
  const signs = [...text.raw]
  const kept = signs.slice(0, Math.max(0, signs.length - count)).join('').length
  return { start: kept, end: text.raw.length }
}

function tooLong(reading: Reading, target: DraftTarget): Hit[] {
  const { max, pieces, unit } = target.limit
  if (max === null) return []
  return pieces.flatMap(({ field, count }): Hit[] => {
    const text = reading.words.find((one) => one.field === field)
    if (count <= max) return []
    const over = count - max
    const signed = target.signature ? ', with your signature' : ''
    const one = over === 1 ? unit.replace(/s$/, '') : unit
    const says = `${over.toLocaleString('en-GB')} ${one} too long for ${target.name} on ${target.network}${signed}`
    return [{ says, at: text ? { text, span: tail(text, over) } : null, accountId: target.accountId, words: field }]
  })
}

function altTooLong(reading: Reading, target: DraftTarget): Hit[] {
  const { altMax } = target.limit
  if (altMax === null) return []
  return reading.texts.flatMap((text): Hit[] => {
    if (text.part !== 'alt') return []
    const over = [...text.raw].length - altMax
    if (over <= 0) return []
    const says = `Alt text ${over} too long for ${target.name} on ${target.network}`
    return [{ says, at: { text, span: tail(text, over) }, accountId: target.accountId }]
  })
}

function notRead(text: Text): Hit[] {
  if (!text.cut) return []
  const says = `Only the first ${READ_AT_MOST.toLocaleString('en-GB')} characters were checked`
  return [
    {
      says,
      at: { text, span: { start: 0, end: Math.min(40, text.raw.length) } },
      why: 'What the rules have not read cannot go out.',
      fix: 'Shorten it, or put the rest on the website.',
    },
  ]
}

const overLength: Rule = {
  id: 'R84',
  version: VERSION,
  title: 'Too long for where it goes',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: {
    kind: 'computed',
    words:
      'Counted as the network counts; a post of these forces had 202 characters in the middle, nine in ten had under 268',
  },
  why: 'The network would refuse it, or cut it in the middle.',
  fix: 'Shorten it, or make it two pieces.',
  decidedBy: [], // no decision makes a network take it
  look: (reading) => [
    ...reading.draft.targets.flatMap((target) => [...tooLong(reading, target), ...altTooLong(reading, target)]),
    ...reading.texts.flatMap(notRead),
  ],
  fails: [
    {
      words: 'Out in town today.',
      when: 'one character more than fits',
      marks: '.',
      draft: {
        targets: [
          sketchTarget({
            limit: { max: 280, unit: 'characters', pieces: [{ field: 'words', count: 281 }], altMax: null },
          }),
        ],
      },
    },
  ],
  passes: [
    {
      words: 'Out in town today.',
      when: 'just as many as fit',
      draft: {
        targets: [
          sketchTarget({
            limit: { max: 280, unit: 'characters', pieces: [{ field: 'words', count: 280 }], altMax: null },
          }),
        ],
      },
    },
  ],
}

export const limitRules: readonly Rule[] = [overLength]
