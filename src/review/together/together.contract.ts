import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { carryingRefusals } from '../carrying/carrying.refusals.ts'
import { day, id, prose } from '../review.contract.ts'
import { reviewRefusals as no } from '../review.refusals.ts'
import { mostTogether } from './together.ts'

export const togetherEndpoints = {
  decideTogether: endpoint({
    method: 'POST',
    path: '/api/reviews/rounds/:round/decide',
    purpose:
      'Decides several accounts as is recommended of all of them, for one reason: each has a decision of its own, and all are recorded or none',
    input: z.object({
      round: id,
      reviews: z.array(id).min(1).max(mostTogether),
      on: day.nullable().default(null),
      reason: prose,
    }),
    output: z.object({ decided: z.number().int() }),
    refusals: [
      no.mayNotDecideReview,
      no.noReview,
      no.roundEnded,
      no.notTogether,
      no.intoWhere,
      no.dayNeeded,
      carryingRefusals.carriedAlready,
      carryingRefusals.notToClose,
      carryingRefusals.notToAdopt,
    ],
  }),
} as const
