import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountClass } from '../../register/account.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { spanName } from '../span.ts'

const measure = z.string().regex(/^M\d\d$/)
const span = spanName.default('weeks13')
const choice = z.object({ id: measure, name: z.string() })

/** In the unit of the measure; `low` and `high` null where nobody can tell. `id`: of the account, or of the force. */
const standing = z.object({
  id: z.string(),
  figure: z.number(),
  top: z.number(),
  of: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  stands: z.enum(['inside', 'above', 'below', 'unsaid']),
})

/** How figures of one kind differ. `ordinary`: null when too few say what is ordinary among them. */
export const variationShape = z.object({
  funnel: z.boolean(),
  ordinary: z.object({ middle: z.number(), extra: z.number(), accounts: z.number() }).nullable(),
  middle: z.number().nullable(),
  points: z.array(standing),
})

export const variationEndpoints = {
  variation: endpoint({
    method: 'GET',
    path: '/api/measures/variation/:measure',
    purpose: 'How accounts of each class differ in a measure, with the limits within which difference is ordinary',
    input: z.object({ measure, span }),
    output: z.object({
      measure: choice.extend({ unit: z.enum(['share', 'days', 'hours', 'minutes', 'count']), asks: z.string() }),
      /** The measures that accounts can differ in. */
      measures: z.array(choice),
      /** ISO instant, excluded; null before the first counting. */
      until: z.string().nullable(),
      accounts: z.array(
        z.object({ id: z.string(), name: z.string(), handle: z.string(), network: z.string(), class: accountClass }),
      ),
      classes: z.array(z.object({ class: accountClass, variation: variationShape })),
      mayCompare: z.boolean(),
      mayLetCompare: z.boolean(),
    }),
    refusals: [r.noMeasure],
  }),
  variationFile: endpoint({
    method: 'GET',
    path: '/api/measures/variation/:measure/figures.csv',
    purpose: 'How accounts differ in a measure, an account a line with its limits, as CSV',
    input: z.object({ measure, span }),
    output: z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() }),
    file: true,
    refusals: [r.noMeasure],
  }),
} as const
