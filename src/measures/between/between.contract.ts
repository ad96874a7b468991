import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountClass } from '../../register/account.ts'
import { measuresRefusals as r } from '../measures.refusals.ts'
import { spanName } from '../span.ts'
import { variationShape } from '../variation/variation.contract.ts'

const id = z.string().min(1).max(64)
const measure = z.string().regex(/^M\d\d$/)
const span = spanName.default('weeks13')

export const betweenEndpoints = {
  forces: endpoint({
    method: 'GET',
    path: '/api/measures/forces/:measure',
    purpose:
      'How forces that let this inspectorate compare them differ in a measure: figures, no words. Each force keeps that it was read',
    input: z.object({ measure, span }),
    output: z.object({
      measure: z.object({
        id: measure,
        name: z.string(),
        unit: z.enum(['share', 'days', 'hours', 'minutes', 'count']),
        asks: z.string(),
      }),
      /** `until`: up to when each was counted; null: never. */
      forces: z.array(z.object({ id, name: z.string(), until: z.string().nullable() })),
      whole: variationShape,
      classes: z.array(z.object({ class: accountClass, variation: variationShape })),
    }),
    refusals: [r.mayNotCompare, r.noMeasure],
  }),
  forcesFile: endpoint({
    method: 'GET',
    path: '/api/measures/forces/:measure/figures.csv',
    purpose: 'The same, a force or a class of a force a line, as CSV',
    input: z.object({ measure, span }),
    output: z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() }),
    file: true,
    refusals: [r.mayNotCompare, r.noMeasure],
  }),
  consents: endpoint({
    method: 'GET',
    path: '/api/measures/comparing',
    purpose: 'Which inspectorates may compare the figures of this force, and may not any more',
    input: z.object({}),
    output: z.object({
      consents: z.array(
        z.object({
          id,
          inspectorate: z.string(),
          from: z.string(),
          until: z.string(),
          by: z.string(),
          endedAt: z.string().nullable(),
          endedBy: z.string().nullable(),
        }),
      ),
      inspectorates: z.array(z.object({ id, name: z.string() })),
      mayLet: z.boolean(),
    }),
  }),
  letCompare: endpoint({
    method: 'POST',
    path: '/api/measures/comparing',
    purpose: 'Let an inspectorate compare the figures of this force, from now until an instant',
    input: z.object({ inspectorate: id, until: z.iso.datetime({ offset: true }) }),
    output: z.object({ id }),
    refusals: [r.mayNotLetCompare, r.noInspectorate, r.comparesAlready, r.endsTooSoon],
  }),
  endCompare: endpoint({
    method: 'POST',
    path: '/api/measures/comparing/:id/end',
    purpose: 'End that an inspectorate may compare the figures of this force, at once',
    input: z.object({ id }),
    output: z.object({}),
    refusals: [r.mayNotLetCompare, r.noConsent],
  }),
} as const
