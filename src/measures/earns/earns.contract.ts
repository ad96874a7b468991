import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountClass } from '../../register/account.ts'
import { groups, reactions } from './counting.ts'

const span = z.enum(['year', 'all']).default('year')
const numbers = z.record(z.string(), z.number())

/**
 * `effect`: of 100 pairs, in how many the post with the feature earned more (0 to 1, ties half); null: too few accounts to say. `low` and `high`:
 * its own interval; null with an effect: its accounts are too alike to tell. `luck`: how likely luck alone gives as much. `stands`: it is a
 * finding when all that was compared is looked at together.
 */
const row = z.object({
  group: z.enum(groups),
  reaction: z.enum(reactions),
  feature: z.string(),
  accounts: z.number(),
  withIt: z.number(),
  without: z.number(),
  effect: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  perFollowerWith: z.number().nullable(),
  perFollowerWithout: z.number().nullable(),
  followersKnown: z.number(),
  luck: z.number().nullable(),
  stands: z.boolean(),
})

/** A typical post, with what its account is for and what the rules would ask about its words now. */
const example = z.object({
  accountId: z.string(),
  account: z.string(),
  network: z.string(),
  class: accountClass,
  purpose: z.string(),
  at: z.string(),
  words: z.string(),
  replies: z.number(),
  risks: z.array(z.string()),
})

export const earnsEndpoints = {
  earns: endpoint({
    method: 'GET',
    path: '/api/measures/earns',
    purpose:
      'What goes with replies and reshares: effect, interval and sample of each feature; lessons with typical posts',
    input: z.object({ span }),
    output: z.object({
      /** Null: it was never counted. ISO instants; `until` is excluded. */
      count: z
        .object({
          until: z.string(),
          countedAt: z.string(),
          posts: z.number(),
          accounts: z.number(),
          leftOut: numbers,
          networks: z.array(
            z.object({ network: z.string(), posts: z.number(), replies: z.number(), reshares: z.number() }),
          ),
        })
        .nullable(),
      rows: z.array(row),
      lessons: z.array(
        z.object({
          feature: z.string(),
          use: z.object({ conversational: z.number(), corporate: z.number() }),
          accounts: z.object({ conversational: z.number(), corporate: z.number() }),
          examples: z.array(example),
        }),
      ),
      mayCount: z.boolean(),
    }),
  }),
  earnsFile: endpoint({
    method: 'GET',
    path: '/api/measures/earns/figures.csv',
    purpose: 'What goes with replies and reshares, a feature, reaction and group a line, as CSV',
    input: z.object({ span }),
    output: z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() }),
    file: true,
  }),
} as const
