import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountClass } from '../../register/account.ts'
import { id, instant, personIn } from '../../register/roster/roster.contract.ts'
import { planRefusals as no } from './plan.refusals.ts'

const amount = z.number().nullable()
const going = z.object({ accountId: id, intoAccountId: id.nullable() })
const name = z.string().trim().min(1).max(120)
const named = z.object({ id: z.string(), name: z.string() })

const facts = z.object({
  /** Of every account that speaks for the force; amounts of the thirteen weeks up to `until`. */
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      handle: z.string(),
      network: z.string(),
      class: accountClass,
      area: z.string().nullable(),
      followers: amount,
      conversations: amount,
      answered: amount,
      replies: amount,
      own: amount,
      reshares: amount,
      voices: z.array(z.string()),
      objectives: z.array(z.string()),
      /** It is being closed already, perhaps into another one; null when it is not. */
      leaving: z.object({ intoAccountId: z.string().nullable() }).nullable(),
    }),
  ),
  people: z.array(named),
  objectives: z.array(named),
  /** Network by network, who follows which accounts: numbers of people, never people; see `FollowersRead`. */
  read: z.array(
    z.object({
      at: instant,
      accounts: z.array(z.object({ id: z.string(), n: z.number() })),
      unread: z.array(z.string()),
      patterns: z.array(z.array(z.number())),
    }),
  ),
  until: instant,
})
export type PlanFacts = z.output<typeof facts>

const plan = z.object({
  id: z.string(),
  name: z.string(),
  roundId: z.string().nullable(),
  by: personIn,
  at: instant,
  version: z.number().int(),
  accounts: z.array(going),
  mayDelete: z.boolean(),
})
export type PlanRow = z.output<typeof plan>

const file = z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() })
const saved = z.object({ id: z.string(), version: z.number().int() })
const accounts = z.array(going).max(5000)

export const planEndpoints = {
  planFacts: endpoint({
    method: 'GET',
    path: '/api/plans/facts',
    purpose: 'What would be lost with each account that speaks for the force; any set of them is worked out from this.',
    input: z.object({}),
    output: facts,
  }),
  comparePlans: endpoint({
    method: 'GET',
    path: '/api/plans/file',
    purpose: 'What one to four plans would lose, side by side, as a sheet. `ids`: of plans, with commas between.',
    input: z.object({ ids: z.string().max(200) }),
    output: file,
    file: true,
    refusals: [no.fourAtMost, no.noPlan],
  }),
  talk: endpoint({
    method: 'GET',
    path: '/api/plans/talk/:accountId',
    purpose: 'The public conversations that plans count of one account, the latest first, and none of their words.',
    input: z.object({ accountId: id }),
    output: z.object({
      name: z.string(),
      /** `until` is outside. */
      from: instant,
      until: instant,
      conversations: z.array(z.object({ id: z.string(), at: instant, open: z.boolean() })),
      /** The asking one may open them at the desk. */
      mayRead: z.boolean(),
    }),
    refusals: [no.noAccount],
  }),
  planOfRound: endpoint({
    method: 'GET',
    path: '/api/plans/of-round/:roundId',
    purpose: 'The plan that a review round amounts to: what was decided, and what is recommended where nothing is.',
    input: z.object({ roundId: id }),
    output: z.object({ name: z.string(), accounts: z.array(going), decided: z.number().int(), open: z.number().int() }),
    refusals: [no.noRound],
  }),
  plans: endpoint({
    method: 'GET',
    path: '/api/plans',
    purpose: 'The plans that were saved, the latest first.',
    input: z.object({}),
    output: z.object({ plans: z.array(plan), mayPlan: z.boolean() }),
  }),
  savePlan: endpoint({
    method: 'POST',
    path: '/api/plans',
    purpose: 'Saves a set of accounts that might go, under a name. Nothing happens to them by this.',
    input: z.object({ name, roundId: id.nullable().default(null), accounts }),
    output: saved,
    refusals: [no.mayNotPlan, no.noRound, no.notPlannable, no.joinsWhatGoes],
  }),
  deletePlan: endpoint({
    method: 'POST',
    path: '/api/plans/:id/delete',
    purpose: 'Deletes a saved plan. Nothing happens to the accounts in it.',
    input: z.object({ id }),
    output: z.object({ id: z.string() }),
    refusals: [no.mayNotDeletePlan, no.noPlan, no.planPointedAt],
  }),
  changePlan: endpoint({
    method: 'POST',
    path: '/api/plans/:id',
    purpose: 'Other accounts, or another name, in place of those before.',
    input: z.object({ id, version: z.int32(), name, accounts }),
    output: saved,
    refusals: [no.mayNotPlan, no.noPlan, no.planChanged, no.notPlannable, no.joinsWhatGoes],
  }),
} as const
