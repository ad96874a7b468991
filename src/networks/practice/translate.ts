import { z } from 'zod'

const proof = z.looseObject({ id: z.string() })

/** What is frozen for the practice network: canonical JSON of this. */
export const body = z.object({
  text: z.string(),
  languages: z.array(z.string()),
  createdAt: z.iso.datetime(),
  pictures: z.array(
    z.object({
      alt: z.string(),
      mediaType: z.string(),
      width: z.number(),
      height: z.number(),
      bytes: z.number(),
    }),
  ),
  reply: z.object({ root: proof, parent: proof }).nullable(),
  direct: z.string().nullable().default(null),
})
