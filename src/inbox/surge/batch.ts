/** Who is given one answer that goes to many, and who is not. Pure. */
import { canonical } from '../../foundation/canonical.ts'
import type { Sheet } from '../../posting/approval/sheet.ts'
import { lookFirst } from '../conversation.ts'
import { type Category, needsPerson } from '../triage/category.ts'
import { likeness, shinglesOf } from '../triage/fingerprint.ts'

/** In one batch, and in one transaction of it. */
export const mostInBatch = 500
export const lot = 100
/** So alike two messages say nearly the same. */
export const alikeFrom = 0.6

/** Why somebody is left out, and what a person reads. */
export const leftWhy = {
  danger: 'May be in danger: answered alone, unless a person looks and says that it is none',
  needsPerson: 'A call for service or intelligence: answered alone, unless a person looks and says that it is none',
  different: 'They said something else as well',
  pictures: 'They sent a picture that a person has to look at',
  held: 'Somebody else has it',
  underway: 'An answer is being written already',
  answered: 'Nothing waits here any more',
  closed: 'It was closed',
  notYours: 'Who answers has no place on that account, or does not work on this',
  refused: 'Not released',
  gone: 'Their message is not there any more',
} as const
export type LeftWhy = keyof typeof leftWhy

/**
 * Why it is answered alone: a person who may be in danger, a call for service, intelligence. Only a person who has looked at this very one says
 * that it is none. Null: it can go with others.
 */
export function whyAlone(of: { rank: number; category: Category }): 'danger' | 'needsPerson' | null {
  if (of.rank <= lookFirst) return 'danger'
  return needsPerson(of.category) ? 'needsPerson' : null
}

export type Waiting = { text: string; pictures: number }

/** Whether all that waits here says nearly the same as the sample. */
export function saysTheSame(sample: string, waiting: readonly Waiting[]): boolean {
  const own = shinglesOf(sample)
  return waiting.length > 0 && waiting.every((m) => likeness(own, shinglesOf(m.text)) >= alikeFrom)
}

export type Judged = {
  open: boolean
  rank: number
  category: Category
  works: boolean
  heldByOther: boolean
  hasDraft: boolean
  waiting: readonly Waiting[]
}

/** Null: it can be answered with the others. */
export function whyLeftOut(of: Judged, sample: string): LeftWhy | null {
  if (!of.open) return 'closed'
  const alone = whyAlone(of)
  if (alone) return alone
  if (of.heldByOther) return 'held'
  if (of.hasDraft) return 'underway'
  if (!of.works) return 'notYours'
  if (of.waiting.length === 0) return 'answered'
  if (of.waiting.some((m) => m.pictures > 0)) return 'pictures'
  return saysTheSame(sample, of.waiting) ? null : 'different'
}

/** What two sheets share when the public reads the same below each message: words, pictures and signature. To whom is each sheet's own. */
export const sameWordsText = (sheet: Sheet): string =>
  canonical({
    language: sheet.language,
    when: sheet.when,
    private: sheet.answering?.private ?? false,
    targets: sheet.targets.map(({ signature, pieces }) => ({ signature, pieces })),
  })
