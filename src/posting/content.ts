import { z } from 'zod'

const text = z.string().max(20_000)

/** When a post goes out: at once, or at a wall clock time in a zone. `which` decides the hour that happens twice. */
export const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({
    kind: z.literal('at'),
    wall: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
    zone: z.string().min(1).max(64),
    which: z.enum(['earlier', 'later']).default('earlier'),
  }),
])

/** Why material may be released: policing purpose and the three tests. */
export const rationale = z.object({ purpose: text, lawful: text, necessary: text, proportionate: text })

/** What an author writes. Signatures are never in it: the product adds them for each account when it composes. */
export const content = z.object({
  /** The common words; several for a thread. */
  pieces: z.array(text).min(1).max(20),
  language: z.enum(['en', 'cy']).default('en'),
  /** Other words for one account, by account id. */
  variants: z.record(z.string(), z.array(text).min(1).max(20)).default({}),
  pictures: z
    .array(z.object({ id: z.string(), alt: z.string().max(10_000), piece: z.number().int().min(0).max(19).default(0) }))
    .max(20)
    .default([]),
  /** Account ids, in the order chosen. */
  targets: z.array(z.string()).max(50).default([]),
  when: when.default({ kind: 'now' }),
  intent: z.enum(['inform', 'engage', 'appeal']).default('inform'),
  objectiveId: z.string().nullable().default(null),
  /** Answers to the one-question confirmations of the rules, by question. */
  answers: z.record(z.string(), z.string().max(2000)).default({}),
  rationale: rationale.nullable().default(null),
  /** The officer in whose name and with whose signature it goes out, when that is not the author (delegated draft). */
  speaksForId: z.string().nullable().default(null),
  /** When somebody must look at it again (appeals, pictures). */
  reviewAt: z.iso.datetime().nullable().default(null),
})

/** What a correction begins with until somebody has written what is right. */
export const correctionBegins = { en: 'Correction:', cy: 'Cywiriad:' } as const

export type Content = z.output<typeof content>
export type When = z.output<typeof when>
