import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { archiveRefusals as no } from '../archive.refusals.ts'

const id = z.string().min(1).max(64)

export const archivedPictures = endpoint({
  method: 'GET',
  path: '/api/archive/pictures',
  purpose: 'Pictures that an account published and an export brought, the newest first.',
  input: z.object({ account: id, before: id.optional() }),
  output: z.object({
    pictures: z.array(
      z.object({
        id: z.string(),
        saidAt: z.string(),
        /** The beginning of the words of its post. */
        words: z.string(),
        /** Words for people who do not see it: '' none, null where the export does not say. */
        alt: z.string().nullable(),
        width: z.number(),
        height: z.number(),
      }),
    ),
    /** Whether there are older ones. */
    more: z.boolean(),
  }),
})

export const archivedPicture = endpoint({
  method: 'GET',
  path: '/api/archive/pictures/:id',
  purpose: 'A small copy of a picture that an account published.',
  file: true,
  input: z.object({ id }),
  output: z.unknown(),
  refusals: [no.noPicture],
})
