import { type Draft, type Jurisdiction, sketchDraft } from './draft.ts'
import type { DecidingRole, Question } from './finding.ts'
import type { Span, Text } from './language/text.ts'
import type { Reading } from './reading.ts'
import type { PolicyPack, Severity } from './season.ts'

/** auto: from the words. meta: from what is stored. ask: a person confirms a fact. */
export type Mode = 'auto' | 'meta' | 'ask'

export type SourceKind = 'official' | 'press' | 'computed' | 'ours'

/** One thing that a rule noticed. Left-out members are the rule's own. */
export type Hit = {
  /** Short heading that quotes the words: “Burglar” calls a suspect guilty. */
  says: string
  at: { text: Text; span: Span } | null
  accountId?: string
  /** The matched words; taken from the text when `at` is given. */
  words?: string
  suggestion?: string
  severity?: Severity
  decidedBy?: readonly DecidingRole[]
  why?: string
  fix?: string
  question?: Pick<Question, 'asks' | 'answers'>
  /** What else a decision or an answer was about: when it changes, they end. */
  basis?: string
}

/**
 * An example is a test, and what people are shown to learn the rule. `words` is what is written, `when` tells the circumstances in plain
 * words, `draft` and `pack` set them, `marks` is what a failing example must have underlined.
 */
export type Example = {
  words: string
  when?: string
  marks?: string
  suggests?: string
  draft?: Partial<Draft>
  pack?: Partial<PolicyPack>
}

export type Rule = {
  id: string
  /** The day on which what it notices last changed: '2026-11-21'. */
  version: string
  title: string
  jurisdictions: readonly Jurisdiction[]
  mode: Mode
  severity: Severity
  /** Which part of a policy pack changes it, or null. */
  pack: keyof PolicyPack | null
  source: { kind: SourceKind; words: string }
  /** One plain sentence. */
  why: string
  fix: string
  /** Who may decide; empty only for advice. */
  decidedBy: readonly DecidingRole[]
  look(reading: Reading): Hit[]
  fails: readonly Example[]
  passes: readonly Example[]
}

export const everywhere: readonly Jurisdiction[] = ['englandWales', 'scotland', 'northernIreland']

/** The draft that an example stands for. */
export function exampleDraft(example: Example): Draft {
  return sketchDraft(example.words, example.draft)
}

/** A hit on folded positions of a text. */
export function at(text: Text, start: number, end: number): { text: Text; span: Span } {
  return { text, span: text.span(start, end) }
}

/** The original words at folded positions, for a heading: never longer than a line. */
export function quoted(text: Text, start: number, end: number): string {
  const { start: from, end: to } = text.span(start, end)
  const words = text.raw.slice(from, to).replaceAll(/\s+/g, ' ')
  return words.length > 48 ? `“${[...words].slice(0, 46).join('')}…”` : `“${words}”`
}

/** A question with the usual two answers. */
export function yesOrNo(asks: string, yes: string, no: string): Pick<Question, 'asks' | 'answers'> {
  return {
    asks,
    answers: [
      { id: 'no', words: no, clears: true },
      { id: 'yes', words: yes, clears: false },
    ],
  }
}
