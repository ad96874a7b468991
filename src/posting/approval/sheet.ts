import { z } from 'zod'

/** Exactly what approval covers: composed, signed, with pictures, place and time. Its canonical text is what the digest is made of. */
export const sheet = z.object({
  language: z.enum(['en', 'cy']),
  /** The approved time: wall clock, zone and which of two; null: at once when released. */
  when: z
    .object({ wall: z.string(), zone: z.string(), which: z.enum(['earlier', 'later']), instant: z.string() })
    .nullable(),
  /** What it answers, when it is an answer. */
  answering: z
    .object({ externalId: z.string(), by: z.string(), words: z.string(), private: z.boolean() })
    .nullable()
    .default(null),
  targets: z.array(
    z.object({
      accountId: z.string(),
      network: z.string(),
      handle: z.string(),
      /** Whose signature it bears; null where the account takes none. */
      signature: z.object({ personId: z.string(), mark: z.string() }).nullable(),
      pieces: z.array(
        z.object({
          text: z.string(),
          pictures: z.array(z.object({ id: z.string(), sha256: z.string(), alt: z.string() })),
        }),
      ),
    }),
  ),
})
export type Sheet = z.output<typeof sheet>
