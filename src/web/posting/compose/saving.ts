import { z } from 'zod'
import { type Content, content as contentSchema } from '../../../posting/content.ts'
import { personRef } from '../../../posting/facts.ts'
import { NoAnswer, Refused } from '../../call.ts'
import { personWords } from '../refs.ts'

/** Somebody else's words, saved after this page read the draft. */
export type Theirs = { content: Content; edit: number; by: string | null; at: string }

/** What became of the words on this page. */
export type Saving =
  | { kind: 'untouched' }
  | { kind: 'saved'; at: string }
  | { kind: 'waiting' | 'saving' }
  /** `here`: this device keeps them. */
  | { kind: 'notSaved'; words: string; offline: boolean; at: string; here: boolean }
  | { kind: 'conflict'; theirs: Theirs }

const conflict = z.object({
  edit: z.number(),
  theirs: contentSchema,
  by: personRef.nullable(),
  at: z.string(),
})

/** The other words, when a save was refused because somebody saved in between. */
export const theirsIn = (cause: unknown): Theirs | null => {
  if (!(cause instanceof Refused) || cause.id !== 'changedByOther') return null
  const read = conflict.safeParse(cause.facts)
  if (!read.success) return null
  const { edit, theirs, by, at } = read.data
  return { content: theirs, edit, by: by && personWords(by), at }
}

/** A save that did not come through, for the line under the heading. */
export const notSavedBy = (cause: unknown, at: Date, here: boolean): Saving => ({
  kind: 'notSaved',
  words: cause instanceof Error ? cause.message : String(cause),
  offline: cause instanceof NoAnswer,
  at: at.toISOString(),
  here,
})
