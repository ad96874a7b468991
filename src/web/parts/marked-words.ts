import type { Severity } from './state-mark.tsx'

/** A stretch of the words that a rule noticed: UTF-16 offsets, `to` not included. */
export type WordMark = { n: number; from: number; to: number; severity: Severity }

export type Stretch = { text: string; from: number; mark: WordMark | null }

/** Cuts the words at the marks. Where two overlap, the first keeps its words and the second what is left of its own. */
export const stretchesOf = (text: string, marks: readonly WordMark[]): Stretch[] => {
  const out: Stretch[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(at, mark.from)
    const to = Math.min(text.length, mark.to)
    if (to <= from) continue
    if (from > at) out.push({ text: text.slice(at, from), from: at, mark: null })
    out.push({ text: text.slice(from, to), from, mark })
    at = to
  }
  if (at < text.length) out.push({ text: text.slice(at), from: at, mark: null })
  return out
}

/** The mark in which the caret stands. */
export const markAt = (marks: readonly WordMark[], caret: number): WordMark | null =>
  marks.find((m) => caret >= m.from && caret <= m.to) ?? null

/** The next mark after the caret, or before it when `back`; goes round at the ends. */
export const nextMark = (marks: readonly WordMark[], caret: number, back: boolean): WordMark | null => {
  const inOrder = [...marks].sort((a, b) => a.from - b.from)
  if (back) return inOrder.findLast((m) => m.from < caret) ?? inOrder.at(-1) ?? null
  return inOrder.find((m) => m.from > caret) ?? inOrder[0] ?? null
}
