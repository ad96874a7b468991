import { z } from 'zod'

const proof = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** What a post answers, when it is an answer: one message of the public on one account. Part of what approval covers. */
export const answering = z.object({
  accountId: z.string(),
  /** The message, by the network's own name. */
  externalId: z.string(),
  by: z.string(),
  /** What they said, as it was when the answer was begun. */
  words: z.string(),
  /** Null: in public, below their message. Otherwise the network's own name of the private conversation. */
  direct: z.string().nullable(),
  /** What the network needs to put ours below theirs; null for a private message. */
  root: proof.nullable(),
  parent: proof.nullable(),
  /** It goes out by itself while nobody looks: in nobody's name, so nobody's signature stands on it. */
  automatic: z.boolean().default(false),
})
export type Answering = z.output<typeof answering>

export const answeringOf = (row: { answering: unknown }): Answering | null =>
  row.answering === null ? null : answering.parse(row.answering)

/** What makes it impossible as an answer, whatever anybody decides. */
export function answeringTroubles(
  to: Answering | null,
  content: { targets: readonly string[]; pieces: readonly string[]; pictures: readonly unknown[] },
): string[] {
  if (!to) return []
  const found: string[] = []
  if (content.targets.length !== 1 || content.targets[0] !== to.accountId)
    found.push('An answer goes out on the account where it was asked, and nowhere else.')
  if (to.direct !== null && content.pieces.length > 1) found.push('A private message goes out in one piece.')
  if (to.direct !== null && content.pictures.length > 0) found.push('Pictures cannot go with a private message.')
  return found
}
