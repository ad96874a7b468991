import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { refusal } from '../../foundation/outcome.ts'
import { peopleRefusals } from '../people.contract.ts'
import { standings, subject, trainingAsked } from './training.ts'

export const trainingRefusals = {
  mayNotRecordTraining: refusal(
    'mayNotRecordTraining',
    'You may not record this training. Corporate communications, the head of communications, a trainer or a product owner can, and never their own.',
    403,
  ),
  trainingOver: refusal(
    'trainingOver',
    'The training would be over already. Nothing was saved. Give a day to come.',
    422,
  ),
} as const

const no = { ...peopleRefusals, ...trainingRefusals }
const id = z.string().min(1).max(64)
const standing = z.enum(standings)

export const trainingEndpoints = {
  training: endpoint({
    method: 'GET',
    path: '/api/training',
    purpose: 'Who is trained in what, who agreed, until when; and until when each may write.',
    input: z.object({}),
    output: z.object({
      asks: trainingAsked,
      people: z.array(
        z.object({
          person: z.object({ id, rank: z.string(), name: z.string() }),
          subjects: z.array(z.object({ subject, until: z.string().nullable(), standing })),
          /** Until when they may write; null: no end. */
          until: z.string().nullable(),
          standing,
          mayRecord: z.boolean(),
          isYou: z.boolean(),
        }),
      ),
      mayChange: z.boolean(),
    }),
  }),
  recordTraining: endpoint({
    method: 'POST',
    path: '/api/training/:id',
    purpose: 'Records that somebody was trained in a subject, until a day. An agreement is given by oneself.',
    input: z.object({ id, subject: subject.exclude(['agreement']), until: z.iso.datetime() }),
    output: z.object({}),
    refusals: [no.mayNotRecordTraining, no.noPerson, no.hasLeft, no.trainingOver],
  }),
  agree: endpoint({
    method: 'POST',
    path: '/api/me/agreement',
    purpose: 'I agree to what contributors agree to, for a year.',
    input: z.object({}),
    output: z.object({}),
    refusals: [no.noPerson],
  }),
} as const
