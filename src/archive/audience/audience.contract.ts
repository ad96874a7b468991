import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { audienceRefusals as no } from './audience.refusals.ts'

const id = z.string().min(1).max(64)
const whole = z.number().int().min(0)
const mostSource = 200
const instant = z.string()
const named = z.object({ id: z.string(), name: z.string() })

const read = z.object({
  /** When who follows was read. */
  at: instant,
  /** Everybody who follows this account was read; otherwise why not. */
  whole: z.boolean(),
  words: z.string(),
  followers: whole,
  /** How many of them follow no other account of ours that was read. */
  only: whole,
  /** The accounts of this network that were read whole, this one too, and those that could not be. */
  accounts: z.array(named),
  unread: z.array(named),
  /** Which others they follow besides, the most people first, and how many people stand in patterns that are left out here. */
  patterns: z.array(z.object({ others: z.array(named), people: whole })),
  rest: whole,
})

export const audience = endpoint({
  method: 'GET',
  path: '/api/audience/:id',
  purpose:
    'How many followed an account over time, how many follow nothing else of ours, and where they are as far as recorded.',
  input: z.object({ id }),
  output: z.object({
    account: z.object({ id: z.string(), name: z.string(), handle: z.string(), network: z.string() }),
    /** The last count of each day, oldest first, at most 400. */
    counts: z.array(z.object({ at: instant, followers: whole, source: z.enum(['import', 'network']) })),
    /** It is counted here every day. `failingSince`: when that began to fail, and what the network said. */
    counted: z.object({ failingSince: instant.nullable(), words: z.string() }).nullable(),
    /** Whether this network tells us who follows. */
    tellsWho: z.boolean(),
    beingRead: z.boolean(),
    /** Why no account of this network could be read when that was last tried; null when some could. */
    notRead: z.string().nullable(),
    read: read.nullable(),
    /** What was recorded of where they are, the latest day first. */
    local: z.array(
      z.object({ inArea: whole, of: whole, asOf: z.string(), source: z.string(), by: z.string(), at: instant }),
    ),
    mayRead: z.boolean(),
    mayRecord: z.boolean(),
  }),
  refusals: [no.noAccount],
})

export const readFollowers = endpoint({
  method: 'POST',
  path: '/api/audience/readings',
  purpose: 'Has it read anew who follows the accounts of a network. Only how many follow which of them is kept.',
  input: z.object({ network: id }),
  output: z.object({}),
  refusals: [no.mayNotRead, no.notTold, no.beingRead],
})

export const recordLocal = endpoint({
  method: 'POST',
  path: '/api/audience/:id/local',
  purpose: 'Records what the network’s own page of statistics says of where the followers of an account are.',
  input: z.object({
    id,
    inArea: whole.max(1_000_000_000),
    of: z.number().int().min(1).max(1_000_000_000),
    /** `2026-09-07`, by the force’s own calendar. */
    asOf: z.iso.date(),
    source: z.string().trim().min(3).max(mostSource),
  }),
  output: z.object({}),
  refusals: [no.mayNotRecord, no.noAccount, no.notYet, no.moreThanAll],
})
