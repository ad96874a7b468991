import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { refusal } from '../../foundation/outcome.ts'
import { practiceAct } from './fault.ts'
import { stormScenarios } from './storm.ts'

export const practiceRefusals = {
  mayNotPlay: refusal('mayNotPlay', 'You may not play the public. A trainer can.', 403),
  mayNotMakeFaults: refusal(
    'mayNotMakeFaults',
    'You may not let the practice network go wrong. A trainer or a product owner can.',
    403,
  ),
  noPracticeAccount: refusal('noPracticeAccount', 'There is no such account on the practice network.', 404),
  recordGone: refusal('recordGone', 'This post is not on the practice network, or no longer. Nothing was said.', 404),
  notPublic: refusal(
    'notPublic',
    'These are not the words of an invented member of the public, or they are gone.',
    404,
  ),
  blocked: refusal('blocked', 'This account has blocked that person: they can no longer say anything to it.'),
  stormEnded: refusal('stormEnded', 'This storm is not there, or it is over already.', 404),
  tooManyFaults: refusal('tooManyFaults', 'There are already 100 faults set for this account. Clear them first.'),
} as const

const id = z.string().min(1).max(40)
const instant = z.iso.datetime()

const name = z.string().trim().min(1).max(60)
const words = z.string().trim().min(1).max(300)
const made = z.object({ id: z.string() })

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
  kind: z.enum(['post', 'reply', 'mention', 'quote', 'direct']),
  /** The account of ours that hears it. */
  toAccount: z.string().nullable(),
  quotes: z.string().nullable(),
  edited: z.boolean(),
  /** What the account has done to it, or to its author. */
  moderated: z.array(z.enum(['hide', 'report', 'mute', 'block'])),
  /** Always true: nothing here reached the public. */
  practice: z.literal(true),
})
export type PracticePost = z.output<typeof practicePost>

const practiceFault = z.object({
  id: z.string(),
  accountId: z.string(),
  key: z.string().nullable(),
  act: practiceAct,
  meets: z.enum(['write', 'hear']),
  times: z.number().int(),
  seconds: z.number().int(),
})
export type PracticeFault = z.output<typeof practiceFault>

const practiceStorm = z.object({
  id: z.string(),
  accountId: z.string(),
  scenario: z.enum(stormScenarios),
  total: z.number().int(),
  seconds: z.number().int(),
  seed: z.number().int(),
  played: z.number().int(),
  startedAt: instant,
  /** Null while it runs. */
  endedAt: instant.nullable(),
  stopped: z.boolean(),
})
export type PracticeStorm = z.output<typeof practiceStorm>

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
    purpose: 'Answers a practice post, or quotes it, as an invented member of the public.',
    input: z.object({ id, name, text: words, quote: z.boolean().default(false) }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.recordGone, practiceRefusals.blocked],
  }),
  say: endpoint({
    method: 'POST',
    path: '/api/practice/say',
    purpose: 'Names a practice account in public or, with `direct`, writes to it in private, as an invented person.',
    input: z.object({
      accountId: id,
      name,
      text: z.string().trim().min(1).max(1000),
      direct: z.boolean().default(false),
    }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.noPracticeAccount, practiceRefusals.blocked],
  }),
  edit: endpoint({
    method: 'POST',
    path: '/api/practice/posts/:id/edit',
    purpose: 'An invented member of the public changes their own words.',
    input: z.object({ id, text: words }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.notPublic],
  }),
  takeBack: endpoint({
    method: 'POST',
    path: '/api/practice/posts/:id/delete',
    purpose: 'An invented member of the public deletes their own words.',
    input: z.object({ id }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.notPublic],
  }),
  conversations: endpoint({
    method: 'GET',
    path: '/api/practice/conversations',
    purpose:
      'The newest private message of each private conversation with practice accounts, newest first; at most 50.',
    input: z.object({ accountId: id.optional() }),
    output: z.object({ posts: z.array(practicePost) }),
  }),
  storms: endpoint({
    method: 'GET',
    path: '/api/practice/storms',
    purpose: 'Storms that run or ran, newest first; at most 20.',
    input: z.object({}),
    output: z.object({ storms: z.array(practiceStorm) }),
  }),
  startStorm: endpoint({
    method: 'POST',
    path: '/api/practice/storms',
    purpose:
      'Lets so many invented messages arrive at an account over so many seconds. The same seed plays the same storm.',
    input: z.object({
      accountId: id,
      scenario: z.enum(stormScenarios),
      total: z.number().int().min(1).max(20_000),
      seconds: z.number().int().min(1).max(86_400),
      seed: z.number().int().min(0).max(1_000_000).default(1),
    }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.noPracticeAccount],
  }),
  stopStorm: endpoint({
    method: 'POST',
    path: '/api/practice/storms/:id/stop',
    purpose: 'Ends a storm. What has arrived of it stays.',
    input: z.object({ id }),
    output: made,
    refusals: [practiceRefusals.mayNotPlay, practiceRefusals.stormEnded],
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
      meets: z.enum(['write', 'hear']).default('write'),
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
