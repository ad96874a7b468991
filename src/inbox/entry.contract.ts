import { z } from 'zod'
import { personRef } from '../posting/facts.ts'
import { meanwhile } from '../posting/meanwhile.ts'

const id = z.string().min(1).max(64)
const instant = z.string()

const entryBase = { id, at: instant }
/** What stands in a conversation, in order of time. */
export const entry = z.discriminatedUnion('what', [
  z.object({
    ...entryBase,
    what: z.literal('theirs'),
    messageId: id,
    kind: z.enum(['reply', 'mention', 'quote', 'direct']),
    from: z.string(),
    /** Said by the one who opened it, or by another person below it. */
    opener: z.boolean(),
    /** Said before we listened here. */
    before: z.boolean(),
    text: z.string(),
    language: z.string(),
    pictures: z.number(),
    url: z.string().nullable(),
    state: z.enum(['live', 'changed', 'gone']),
    earlier: z.array(z.object({ text: z.string(), untilAt: instant })),
    /** How it was moderated, when it was. */
    hidden: z
      .object({ moderationId: id, act: z.string(), code: z.string(), title: z.string(), at: instant, by: personRef })
      .nullable(),
    marks: z.array(z.object({ start: z.number(), end: z.number(), says: z.string() })),
  }),
  z.object({
    ...entryBase,
    what: z.literal('ours'),
    postId: id,
    text: z.string(),
    signature: z.string().nullable(),
    by: personRef.nullable(),
    state: z.string(),
    url: z.string().nullable(),
    private: z.boolean(),
    /** The post of ours that they answered, or our answer to them. */
    answer: z.boolean(),
  }),
  z.object({ ...entryBase, what: z.literal('note'), by: personRef, text: z.string() }),
  z.object({
    ...entryBase,
    what: z.literal('act'),
    by: personRef.nullable(),
    /** The other one of ours whom it is about: to whom it was handed or offered, from whom it was taken or fell. */
    whom: personRef.nullable(),
    kind: z.string(),
    words: z.string(),
  }),
])

/** The one answer that is not out yet. */
export const draft = z.object({
  postId: id,
  edit: z.number(),
  words: z.string(),
  private: z.boolean(),
  stage: z.string(),
  /** Why it was released and is not going out, in words. */
  held: z.string().nullable(),
  /** What came since it was begun or last put forward; `n` is handed back as `seen` to let it go on. */
  meanwhile: meanwhile.nullable(),
})
