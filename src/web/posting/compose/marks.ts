import type { CheckResult, Finding } from '../../../rulebook/finding.ts'
import type { WordMark } from '../../parts/marked-words.ts'
import type { Severity } from '../../parts/state-mark.tsx'
import { nearest } from './edit-content.ts'

export const severityName: Readonly<Record<Finding['severity'], Severity>> = {
  block: 'blocked',
  needsApproval: 'approval',
  advise: 'advice',
}

/** A finding with the number under which the words, the card and the button speak of it. */
export type Numbered = { n: number; finding: Finding }

export const numbered = (result: CheckResult): Numbered[] =>
  result.findings.map((finding, i) => ({ n: i + 1, finding }))

/**
 * The marks of one field in the words as they stand now. The rules look 600 ms after typing stops; until then a mark moves with its
 * words, and goes when they do.
 */
export const marksIn = (found: readonly Numbered[], field: string, text: string): WordMark[] =>
  found.flatMap(({ n, finding }) => {
    if (finding.state !== 'open' || finding.where?.field !== field) return []
    const from = nearest(text, finding.words, finding.where.start)
    return from === null ? [] : [{ n, from, to: from + finding.words.length, severity: severityName[finding.severity] }]
  })

/** What stops it: findings that a named role may decide, and those that nobody may let stand, so that the words must change. */
export const stopsIn = (found: readonly Numbered[]): { toDecide: number; toPutRight: number } => {
  const stops = found.filter(({ finding }) => finding.state === 'open' && finding.severity === 'block')
  const toDecide = stops.filter(({ finding }) => finding.decidedBy.length > 0).length
  return { toDecide, toPutRight: stops.length - toDecide }
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const wordsOf = new Intl.Segmenter('en', { granularity: 'word' })

/** Words in the longest sentence; 0 where there are none. */
export const longestSentence = (text: string): number => {
  let most = 0
  for (const { segment } of sentences.segment(text)) {
    let words = 0
    for (const { isWordLike } of wordsOf.segment(segment)) if (isWordLike) words += 1
    most = Math.max(most, words)
  }
  return most
}
