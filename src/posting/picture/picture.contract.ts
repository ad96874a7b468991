import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { pictureRefusals as no, postRefusals as posts } from '../refusals.ts'

export const uploadPicture = endpoint({
  method: 'POST',
  path: '/api/pictures',
  purpose:
    'Takes in a picture: drawn anew, made small enough for every network, without what the file said about place, camera and time. For a post it is taken from those who may change its words; before a draft is saved, from whoever writes on an account.',
  upload: { maxBytes: 15_000_000 },
  input: z.object({ post: z.string().min(1).max(64).optional() }),
  output: z.object({
    id: z.string(),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    sha256: z.string(),
    mediaType: z.string(),
    /** What the file gave away and no longer does: `location`, `camera`, `time taken`, `name or words`, `edit history`. */
    removed: z.array(z.string()),
  }),
  refusals: [
    no.notPicture,
    no.wrongKind,
    no.tooManyPixels,
    posts.noPost,
    posts.notYours,
    posts.notAllowedHere,
    posts.released,
    posts.ended,
  ],
})

export const picture = endpoint({
  method: 'GET',
  path: '/api/pictures/:id',
  purpose: 'The picture as it will be published.',
  file: true,
  input: z.object({ id: z.string().min(1).max(64) }),
  output: z.unknown(),
  refusals: [no.noPicture],
})
