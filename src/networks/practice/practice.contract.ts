import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { refusal } from '../../foundation/outcome.ts'
import { practiceAct } from './fault.ts'

export const practiceRefusals = {
  mayNotPlay: refusal('mayNotPlay', 'You may not play the public. A trainer can.', 403),
  mayNotMakeFaults: refusal(
    'mayNotMakeFaults',
    'You may not let the practice network go wrong. A trainer or a product owner can.',
    403,
  ),
  noPracticeAccount: refusal('noPracticeAccount', 'There is no such account on the practice network.', 404),
  recordGone: refusal('recordGone', 'This post is not on the practice network, or no longer. Nothing was said.', 404),
  tooManyFaults: refusal('tooManyFaults', 'There are already 100 faults set for this account. Clear them first.'),
} as const

const id = z.string().min(1).max(40)
const instant = z.iso.datetime()

/** Something on the practice network. `accountId` null: said by an invented member of the public. */
const practicePost = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  name: z.string(),
  text: z.string(),
  replyTo: z.string().nullable(),
  createdAt: instant,
  arrivedAt: instant,
  removedAt: instant.nullable(),
  replies: z.number().int(),
  /** Always true: nothing here reached the public. */
  practice: z.literal(true),
})
export type PracticePost = z.output<typeof practicePost>

const practiceFault = z.object({
  id: z.string(),
  accountId: z.string(),
  key: z.string().nullable(),
  act: practiceAct,
  times: z.number().int(),
  seconds: z.number().int(),
})
export type PracticeFault = z.output<typeof practiceFault>

export const practiceEndpoints = {
  timeline: endpoint({
    method: 'GET',
    path: '/api/practice/timeline',
    purpose:
      'The practice network as a member of the public sees it, newest first. `before` is the id of the last one read.',
    input: z.object({ accountId: id.optional(), before: id.optional() }),
    output: z.object({
      posts: z.array(practicePost),
      more: z.boolean(),
      mayPlay: z.boolean(),
      mayMakeFaults: z.boolean(),
    }),
  }),
  thread: endpoint({
    method: 'GET',
    path: '/api/practice/posts/:id',
    purpose: 'One practice post with all above it and below it, oldest first.',
    input: z.object({ id }),
    output: z.object({ posts: z.array(practicePost) }),
    refusals: [practiceRefusals.recordGone],
  }),
  reply: endpoint({
    method: 'POST',
    path: '/api/practice/posts/:id/reply',
    purpose: 'Answers a practice post as an invented member of the public.',
    input: z.object({ id, name: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(300) }),
    output: z.object({ id: z.string() }),
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.recordGone],
  }),
  faults: endpoint({
    method: 'GET',
    path: '/api/practice/faults',
    purpose: 'What the practice network is about to do wrong.',
    input: z.object({ accountId: id.optional() }),
    output: z.object({ faults: z.array(practiceFault) }),
  }),
  setFault: endpoint({
    method: 'POST',
    path: '/api/practice/faults',
    purpose: 'Makes the practice network do something wrong with the next calls for an account.',
    input: z.object({
      accountId: id,
      key: z.string().max(60).nullable().default(null),
      act: practiceAct,
      times: z.number().int().min(1).max(1000).default(1),
      seconds: z.number().int().min(0).max(3600).default(0),
    }),
    output: z.object({ id: z.string() }),
    refusals: [practiceRefusals.mayNotMakeFaults, practiceRefusals.noPracticeAccount, practiceRefusals.tooManyFaults],
  }),
  clearFaults: endpoint({
    method: 'POST',
    path: '/api/practice/faults/clear',
    purpose: 'Takes back every fault that is set, of one account or of all.',
    input: z.object({ accountId: id.nullable().default(null) }),
    output: z.object({ cleared: z.number().int() }),
    refusals: [practiceRefusals.mayNotMakeFaults],
  }),
  clear: endpoint({
    method: 'POST',
    path: '/api/practice/clear',
    purpose: 'Empties the practice network: every post, every reply, every fault.',
    input: z.object({}),
    output: z.object({ cleared: z.number().int() }),
    refusals: [practiceRefusals.mayNotMakeFaults],
  }),
  duplicates: endpoint({
    method: 'GET',
    path: '/api/practice/duplicates',
    purpose: 'Posts that stand on the practice network more than once. There should be none.',
    input: z.object({}),
    output: z.object({
      duplicates: z.array(z.object({ accountId: z.string(), key: z.string(), count: z.number().int() })),
    }),
  }),
} as const
