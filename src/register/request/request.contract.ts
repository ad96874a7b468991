import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountClass } from '../account.ts'
import { registerRefusals as no, placeRefusals } from '../register.refusals.ts'
import { done, id, instant, personIn } from '../roster/roster.contract.ts'
import { openingStep, requestDecision, requestState } from './request.ts'

const line = z.string().trim().min(1).max(200)
const prose = z.string().trim().min(1).max(2000)
const named = z.object({ id: z.string(), name: z.string() })

/** What somebody says who wants an account; the plan is in their own words. */
export const requestFields = z.object({
  network: z.string().min(1).max(40),
  handle: line,
  name: line,
  class: accountClass,
  area: line.nullable().default(null),
  purpose: z.string().trim().min(1).max(500),
  objectiveId: id.nullable().default(null),
  ownerOfficeId: id.nullable().default(null),
  whyNew: prose,
  whoPosts: prose,
  leaveCover: prose,
  monitoring: prose,
  training: prose,
  risk: prose,
})
export type RequestFields = z.output<typeof requestFields>

const requestRow = requestFields.extend({
  id: z.string(),
  objective: named.nullable(),
  owner: named.nullable(),
  askedBy: personIn,
  askedAt: instant,
  state: requestState,
  reason: z.string(),
  decidedBy: personIn.nullable(),
  decidedAt: instant.nullable(),
  /** The account that was approved, or that will do instead. `open`: it speaks already. */
  account: named.extend({ open: z.boolean() }).nullable(),
  may: z.object({ decide: z.boolean(), takeBack: z.boolean() }),
})
export type RequestRow = z.output<typeof requestRow>

export const requestEndpoints = {
  requests: endpoint({
    method: 'GET',
    path: '/api/register/requests',
    purpose: 'Every account that somebody asked for: those that wait first, then the latest.',
    input: z.object({}),
    output: z.object({ requests: z.array(requestRow) }),
  }),
  askForAccount: endpoint({
    method: 'POST',
    path: '/api/register/requests',
    purpose: 'Asks for an account: what for, why none that exists will do, and the plan. Anybody of the force may.',
    input: requestFields,
    output: done,
    refusals: [no.mayNotAsk, ...placeRefusals],
  }),
  takeBackRequest: endpoint({
    method: 'POST',
    path: '/api/register/requests/:id/take-back',
    purpose: 'Whoever asked takes it back before it is decided.',
    input: z.object({ id }),
    output: done,
    refusals: [no.noRequest, no.requestDecided, no.notYourRequest],
  }),
  decideRequest: endpoint({
    method: 'POST',
    path: '/api/register/requests/:id/decide',
    purpose:
      'Communications approves, turns down, or redirects to an account that exists, with the reason. Approving puts it on the register as proposed; nobody can write there before it is opened.',
    input: z.object({ id, decision: requestDecision, reason: prose, accountId: id.nullable().default(null) }),
    output: z.object({ id: z.string(), accountId: z.string().nullable() }),
    refusals: [no.noRequest, no.mayNotDecideAccount, no.requestDecided, no.redirectWhere, ...placeRefusals],
  }),
  openAccount: endpoint({
    method: 'POST',
    path: '/api/register/accounts/:id/open',
    purpose:
      'Opens a proposed account when everything on its list is done. A departure from the convention is accepted with the reason.',
    input: z.object({ id, accepted: z.array(openingStep).max(5).default([]), reason: prose }),
    output: done,
    refusals: [no.mayNotChangeRegister, no.noAccount, no.moveImpossible, no.notReadyToOpen],
  }),
} as const
