import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { done, id, instant, personIn } from '../roster/roster.contract.ts'
import { likenessShape, outcome } from './look-alike.ts'

const lookAlike = z.object({
  id: z.string(),
  network: z.string(),
  handle: z.string(),
  what: z.string(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Worked out anew with the handles that are ours now. */
  likeness: likenessShape.nullable(),
  foundBy: personIn.nullable(),
  foundAt: instant,
  outcome,
  reason: z.string(),
  reportReference: z.string().nullable(),
  decidedBy: personIn.nullable(),
  decidedAt: instant.nullable(),
})
export type LookAlike = z.output<typeof lookAlike>

export const outsideEndpoints = {
  lookAlikes: endpoint({
    method: 'GET',
    path: '/api/register/look-alikes',
    purpose: 'Accounts that look like ours and are not: what became of each, when, and the reference of the report.',
    input: z.object({}),
    output: z.object({ lookAlikes: z.array(lookAlike), mayChange: z.boolean() }),
  }),
  noteLookAlike: endpoint({
    method: 'POST',
    path: '/api/register/look-alikes',
    purpose: 'Notes an account that looks like one of ours.',
    input: z.object({
      network: z.string().min(1).max(40),
      handle: z.string().trim().min(1).max(200),
      what: z.string().trim().max(500).default(''),
    }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.unknownNetwork, no.handleTaken, no.lookAlikeThere],
  }),
  decideLookAlike: endpoint({
    method: 'POST',
    path: '/api/register/look-alikes/:id/decide',
    purpose: 'Says what became of it, with the reason and the reference of a report to the network.',
    input: z.object({
      id,
      outcome: outcome.exclude(['open']),
      reason: z.string().trim().min(1).max(2000),
      reportReference: z.string().trim().max(200).nullable().default(null),
    }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.noLookAlike],
  }),
} as const
