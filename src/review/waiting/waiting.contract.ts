import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { instant, personIn } from '../../register/roster/roster.contract.ts'
import { outcome } from '../outcome.ts'
import { accountIn, decision, id } from '../review.contract.ts'
import { reviewRefusals as no } from '../review.refusals.ts'

/** The account or look-alike, in its round. */
const place = { review: z.string(), round: z.string(), key: z.string(), name: z.string() }

export const waitingEndpoints = {
  mine: endpoint({
    method: 'GET',
    path: '/api/reviews/mine',
    purpose:
      'Of accounts that I own, supervise or write on: what would end by the open round, what was decided, and until when I may ask again',
    input: z.object({}),
    output: z.object({
      /** `at`: when the round began; `heard`: the asking one has said something that is kept with it. */
      undecided: z.array(
        z.object({ ...place, recommendation: outcome, into: accountIn.nullable(), at: instant, heard: z.boolean() }),
      ),
      decisions: z.array(
        z.object({
          ...place,
          decision,
          askUntil: instant,
          look: z.enum(['waiting', 'stands', 'changed']).nullable(),
        }),
      ),
    }),
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/api/reviews/waiting',
    purpose:
      'What of the reviews waits for the asking one: lists to begin, second looks to decide, and what was decided otherwise in the last 14 days.',
    input: z.object({}),
    output: z.object({
      /** Decided, and nobody has begun the list; after `beginUntil` an alarm rings. */
      toBegin: z.array(z.object({ ...place, decision, beginUntil: z.iso.date() })),
      looks: z.array(z.object({ ...place, why: z.string(), by: personIn, at: instant, decideUntil: z.iso.date() })),
      otherwise: z.array(
        z.object({ ...place, decision, look: z.object({ reason: z.string(), by: personIn, at: instant }) }),
      ),
    }),
  }),
  waiveSecondLook: endpoint({
    method: 'POST',
    path: '/api/reviews/:review/second-look/waive',
    purpose: 'The owner says that nobody needs a second look, so that what was decided need not wait for it',
    input: z.object({ review: id }),
    output: z.object({ id: z.string() }),
    refusals: [no.mayNotWaiveSecondLook, no.noReview, no.notDecided, no.secondLookWaits, no.nothingToWaive],
  }),
} as const
