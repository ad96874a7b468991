import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { accountClass } from '../register/account.ts'
import { measuresRefusals as r } from './measures.refusals.ts'
import { spanName } from './span.ts'

const id = z.string().min(1).max(64)
const measure = z.string().regex(/^M\d\d$/)
const numbers = z.record(z.string(), z.number())
const words = z.record(z.string(), z.string())

const definition = z.object({
  id: measure,
  name: z.string(),
  asks: z.string(),
  unit: z.enum(['share', 'days', 'hours', 'minutes', 'count']),
  top: z.string(),
  bottom: z.string().nullable(),
  covers: z.enum(['span', 'lastDay']),
  leftOut: words,
  more: words,
  traps: z.array(z.string()).readonly(),
  comparison: z.object({ words: z.string(), basis: z.enum(['field', 'data', 'proposed']) }),
  look: z.string(),
  line: z.object({ at: z.number(), words: z.string() }).optional(),
  together: z.enum(['sum', 'middle', 'look']),
  rowsOf: z.enum(['published', 'conversation', 'post', 'moderation', 'rumour', 'followers', 'none']),
  version: z.number(),
})

/** `accountId` empty: all accounts together. Shares are 0 to 1. */
const figure = z.object({
  measure,
  accountId: z.string(),
  figure: z.number(),
  top: z.number(),
  of: z.number(),
  leftOut: numbers,
  more: numbers,
  look: z.boolean(),
})
/** `figure` null: there was nothing to measure, and `why` says so. */
const result = z.object({
  figure: z.number().nullable(),
  top: z.number(),
  of: z.number(),
  leftOut: numbers,
  more: numbers,
  look: z.boolean(),
  why: z.string().nullable(),
})
const account = z.object({ id, name: z.string(), handle: z.string(), network: z.string(), class: accountClass })
/** ISO instants; null before the first counting. `until` is excluded. */
const count = z.object({
  until: z.string().nullable(),
  countedAt: z.string().nullable(),
  posts: z.number(),
  accounts: z.number(),
})
const reason = z.object({
  id,
  accountId: id,
  measure,
  reason: z.string(),
  rightly: z.boolean(),
  by: z.string(),
  at: z.string(),
})
const mays = { mayCount: z.boolean(), maySayWhy: z.boolean(), mayList: z.boolean() }
const span = spanName.default('weeks13')
const file = z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() })

export const measuresEndpoints = {
  overview: endpoint({
    method: 'GET',
    path: '/api/measures',
    purpose:
      'Six figures of every account and of all together, with the thirteen weeks before, and why accounts differ',
    input: z.object({ span }),
    output: z.object({
      count,
      accounts: z.array(account),
      definitions: z.array(definition),
      figures: z.array(figure),
      /** Of all accounts together: every measure, now and before. */
      all: z.array(figure),
      before: z.array(figure),
      reasons: z.array(reason),
      ...mays,
    }),
  }),
  one: endpoint({
    method: 'GET',
    path: '/api/measures/:measure',
    purpose: 'One measure: its definition, and its figure of every account and of all together',
    input: z.object({ measure, span }),
    output: z.object({
      definition,
      /** Whether it is counted over this stretch of time at all. */
      counted: z.boolean(),
      count,
      accounts: z.array(account),
      figures: z.array(figure),
      before: z.array(figure),
      reasons: z.array(reason),
      ...mays,
    }),
    refusals: [r.noMeasure],
  }),
  account: endpoint({
    method: 'GET',
    path: '/api/measures/accounts/:account',
    purpose: 'Every measure of one account, counted now from its rows, beside the middle of its class',
    input: z.object({ account: id, span }),
    output: z.object({
      account,
      count,
      definitions: z.array(definition),
      results: z.array(result.extend({ measure })),
      before: z.array(figure),
      middles: z.array(z.object({ measure: z.string(), middle: z.number(), accounts: z.number() })),
      reasons: z.array(reason),
      ...mays,
    }),
    refusals: [r.noAccount],
  }),
  rows: endpoint({
    method: 'GET',
    path: '/api/measures/:measure/rows',
    purpose: 'The rows behind the figure of one account, newest first, and the figure that they make',
    input: z.object({ measure, account: id, span, after: z.coerce.number().int().min(0).default(0) }),
    output: z.object({
      definition,
      result,
      total: z.number(),
      /** Where the next ones begin; null at the end. */
      next: z.number().nullable(),
      rows: z.array(
        z.object({
          id: z.string(),
          /** When it was said, came in, was released or done. */
          at: z.string().nullable(),
          /** Of what was published, or of what was done under the community standards. */
          kind: z.enum(['original', 'reply', 'quote', 'reshare', 'hide', 'report', 'mute', 'block']).nullable(),
          /** Where the public said it, or where something was done about it. */
          conversationId: id.nullable(),
          words: z.string().nullable(),
          to: z.string().nullable(),
          /** Of a false rumour, first seen `at`: its first message, and our first line with how long that took; null: none yet. */
          rumour: z
            .object({
              conversationId: id.nullable(),
              lineAt: z.string().nullable(),
              postId: id.nullable(),
              minutes: z.number(),
            })
            .nullable(),
        }),
      ),
    }),
    refusals: [r.noMeasure, r.noAccount],
  }),
  figuresFile: endpoint({
    method: 'GET',
    path: '/api/measures/:measure/figures.csv',
    purpose: 'The figures of one measure, an account a line, as CSV',
    input: z.object({ measure, span }),
    output: file,
    file: true,
    refusals: [r.noMeasure],
  }),
  rowsFile: endpoint({
    method: 'GET',
    path: '/api/measures/:measure/rows.csv',
    purpose: 'All rows behind the figure of one account, as CSV',
    input: z.object({ measure, account: id, span }),
    output: file,
    file: true,
    refusals: [r.noMeasure, r.noAccount],
  }),
  count: endpoint({
    method: 'POST',
    path: '/api/measures/count',
    purpose: 'Count everything again now, up to this moment',
    input: z.object({}),
    output: z.object({ posts: z.number(), accounts: z.number() }),
    refusals: [r.mayNotCount, r.beingCounted],
  }),
  sayWhy: endpoint({
    method: 'POST',
    path: '/api/measures/:measure/reasons',
    purpose: 'Record why an account differs from its class in this measure',
    input: z.object({
      measure,
      account: id,
      reason: z.string().trim().min(3).max(1000),
      /** It is as it should be, and no longer one to look at. */
      rightly: z.boolean(),
    }),
    output: z.object({ id }),
    refusals: [r.mayNotSayWhy, r.noMeasure, r.noAccount, r.reasonStands],
  }),
  endReason: endpoint({
    method: 'POST',
    path: '/api/measures/reasons/:id/end',
    purpose: 'End a reason: it no longer holds',
    input: z.object({ id }),
    output: z.object({}),
    refusals: [r.mayNotSayWhy, r.noReason],
  }),
  officials: endpoint({
    method: 'GET',
    path: '/api/measures/officials',
    purpose: 'Accounts of other forces and of partners, which are not the public',
    input: z.object({}),
    output: z.object({
      handles: z.array(z.object({ handle: z.string(), kind: z.enum(['police', 'partner']), name: z.string() })),
      mayList: z.boolean(),
    }),
  }),
  listOfficials: endpoint({
    method: 'POST',
    path: '/api/measures/officials',
    purpose:
      'Put a list of official accounts in place of the one before: a handle, police or partner, and a name in each line',
    input: z.object({ list: z.string().max(2_000_000) }),
    output: z.object({ handles: z.number() }),
    refusals: [r.mayNotList, r.listUnreadable],
  }),
} as const
