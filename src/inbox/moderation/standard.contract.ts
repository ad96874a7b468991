import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { moderationActs } from './moderation.ts'

const code = z
  .string()
  .trim()
  .regex(/^[A-Z]{2}[0-9]{1,3}$/, 'Two capital letters and a number, as CS1.')
const inBoth = z.object({ en: z.string(), cy: z.string() })
const given = (least: number, most: number) =>
  z.object({ en: z.string().trim().min(least).max(most), cy: z.string().trim().min(least).max(most) })

export const standard = z.object({ code: z.string(), title: inBoth, words: inBoth, endedAt: z.string().nullable() })

export const listStandards = endpoint({
  method: 'GET',
  path: '/api/standards',
  purpose: 'The published standards, which are the only ground to hide, report, mute or block; ended ones too.',
  input: z.object({}),
  output: z.object({
    standards: z.array(standard),
    appealRoute: inBoth,
    noReason: inBoth,
    mayChange: z.boolean(),
    mayModerate: z.boolean(),
  }),
})

export const addStandardEndpoint = endpoint({
  method: 'POST',
  path: '/api/standards',
  purpose: 'Publishes a standard. Its words never change afterwards: end it and publish another.',
  input: z.object({ code, title: given(3, 60), words: given(20, 1000) }),
  output: z.object({ code: z.string() }),
  refusals: [no.mayNotChangeStandards, no.codeThere],
})

export const beginStandardsEndpoint = endpoint({
  method: 'POST',
  path: '/api/standards/begin',
  purpose: 'Publishes the set that a police force can begin with, where none is published yet.',
  input: z.object({}),
  output: z.object({ added: z.number() }),
  refusals: [no.mayNotChangeStandards, no.standardsThere],
})

export const endStandardEndpoint = endpoint({
  method: 'POST',
  path: '/api/standards/:code/end',
  purpose: 'Ends a standard. What was decided under it keeps it.',
  input: z.object({ code }),
  output: z.object({ endedAt: z.string() }),
  refusals: [no.mayNotChangeStandards, no.noStandard, no.standardEnded],
})

/** Only what may leave: words of ours and figures. */
export const publicStandards = endpoint({
  method: 'GET',
  path: '/api/public/standards',
  access: 'public',
  purpose: 'For everybody: the standards in force, how to appeal, and how often we moderated in each year.',
  input: z.object({ force: z.string().min(1).max(64).optional() }),
  output: z.object({
    force: z.string(),
    standards: z.array(z.object({ code: z.string(), title: inBoth, words: inBoth })),
    noReason: inBoth,
    appealRoute: inBoth,
    years: z.array(
      z.object({
        year: z.number(),
        act: z.enum(moderationActs),
        code: z.string(),
        decided: z.number(),
        appeals: z.number(),
        upheld: z.number(),
        liftedOnAppeal: z.number(),
        lifted: z.number(),
        expired: z.number(),
      }),
    ),
  }),
  refusals: [no.noForce],
})
