import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { refusal } from '../foundation/outcome.ts'
import { objectiveKind } from './objective.ts'

const id = z.string().min(1).max(64)

export const strategyRefusals = {
  mayNotChangeObjectives: refusal(
    'mayNotChangeObjectives',
    'You may not set objectives. Corporate communications, the head of communications or a product owner can.',
    403,
  ),
  noObjective: refusal('noObjective', 'There is no such objective here.', 404),
  priorityNeedsArea: refusal(
    'priorityNeedsArea',
    'A local priority is promised to a place. Nothing was saved. Say which neighbourhood.',
    422,
  ),
  objectiveEnded: refusal('objectiveEnded', 'This ended already. It is kept as it was; set a new one.'),
  endsBeforeItBegins: refusal(
    'endsBeforeItBegins',
    'It would end before it begins. Nothing was saved. Choose a later end.',
    422,
  ),
} as const

const r = strategyRefusals

const objective = z.object({
  id,
  title: z.string(),
  kind: objectiveKind,
  area: z.string().nullable(),
  measure: z.string(),
  /** ISO instants. */
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  inForce: z.boolean(),
})

export const listObjectives = endpoint({
  method: 'GET',
  path: '/api/objectives',
  purpose: 'Objectives and local priorities; those in force, or all that ever were',
  input: z.object({ which: z.enum(['inForce', 'all']).default('inForce') }),
  output: z.object({ objectives: z.array(objective), mayChange: z.boolean() }),
})

export const setObjectiveEndpoint = endpoint({
  method: 'POST',
  path: '/api/objectives',
  purpose: 'Set an objective of the force, or a priority promised to a neighbourhood',
  input: z.object({
    title: z.string().trim().min(3).max(200),
    kind: objectiveKind,
    area: z.string().trim().min(1).max(120).nullable().default(null),
    /** How we will know that it is met. */
    measure: z.string().trim().max(500).default(''),
    startsAt: z.iso.datetime().nullable().default(null),
    endsAt: z.iso.datetime().nullable().default(null),
  }),
  output: z.object({ id }),
  refusals: [r.mayNotChangeObjectives, r.priorityNeedsArea, r.endsBeforeItBegins],
})

export const changeObjectiveEndpoint = endpoint({
  method: 'POST',
  path: '/api/objectives/:id/change',
  purpose: 'Put the words, the place or the measure of an objective right',
  input: z.object({
    id,
    title: z.string().trim().min(3).max(200),
    area: z.string().trim().min(1).max(120).nullable(),
    measure: z.string().trim().max(500),
  }),
  output: z.object({}),
  refusals: [r.mayNotChangeObjectives, r.noObjective, r.priorityNeedsArea, r.objectiveEnded],
})

export const endObjectiveEndpoint = endpoint({
  method: 'POST',
  path: '/api/objectives/:id/end',
  purpose: 'End it now; what served it keeps its link',
  input: z.object({ id }),
  output: z.object({}),
  refusals: [r.mayNotChangeObjectives, r.noObjective, r.objectiveEnded],
})
