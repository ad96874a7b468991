import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountRef, personRef } from '../../posting/facts.ts'

/** Counts of 13 weeks, oldest first. */
const bars = z.array(z.number().int().min(0))
/** Mondays, oldest first; bars follow the same order. */
const weeks = z.array(z.string())

export const accountActivity = endpoint({
  method: 'GET',
  path: '/api/activity/:id',
  purpose:
    'Who spoke on an account, week by week for 13 weeks, and what was last said; what the archive holds included.',
  input: z.object({ id: z.string().min(1).max(64) }),
  output: z.object({
    account: accountRef,
    weeks,
    /** In its own words; reshares are nobody’s. */
    bars,
    all: z.number(),
    /** `share`: of what somebody is known to have said. */
    voices: z.array(
      z.object({
        person: personRef,
        mark: z.string().nullable(),
        bars,
        all: z.number(),
        share: z.number(),
        /** Null: not in a year. */
        lastAt: z.string().nullable(),
      }),
    ),
    /** Ids of people. `oneOverHalf`: who alone said more than half of it. `quiet`: who signs here and said nothing for 30 days. */
    balance: z.object({ oneOverHalf: z.string().nullable(), quiet: z.array(z.string()) }),
    /** `postId`, `person`: null where only the archive knows of it. */
    last: z.array(
      z.object({
        id: z.string(),
        postId: z.string().nullable(),
        at: z.string(),
        text: z.string(),
        person: personRef.nullable(),
      }),
    ),
  }),
})

export const forceActivity = endpoint({
  method: 'GET',
  path: '/api/activity',
  purpose:
    'How much was said on every account, week by week for 13 weeks, and when it last spoke; what the archive holds included.',
  input: z.object({}),
  output: z.object({
    weeks,
    accounts: z.array(
      z.object({
        accountId: z.string(),
        bars,
        reshares: bars,
        /** The last in its own words; it may be older than the weeks. */
        lastAt: z.string().nullable(),
        /** As the measures found it when they were counted last (M03). */
        dormant: z.enum(['silent', 'onlyReshares']).nullable(),
      }),
    ),
  }),
})
