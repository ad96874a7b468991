import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountRef, personRef } from '../../posting/facts.ts'
import { dutyRefusals } from '../duty/duty.refusals.ts'
import { surgeRefusals as no } from './surge.refusals.ts'

const id = z.string().min(1).max(64)
const instant = z.string()
const sum = z.string().regex(/^[0-9a-f]{64}$/)
const reason = z.string().trim().min(3).max(2000)

/** Counts of one answer to many. Together they are everybody that was taken. */
const results = z.object({
  taken: z.number(),
  /** Begun, and not yet released or put before somebody. */
  begun: z.number(),
  waitingForApproval: z.number(),
  sentBack: z.number(),
  /** Released, and not yet seen to be out. */
  onTheWay: z.number(),
  sent: z.number(),
  needsPerson: z.number(),
  givenUp: z.number(),
  leftOut: z.number(),
})

const batch = z.object({
  id,
  groupId: id,
  words: z.string(),
  how: z.enum(['atOnce', 'approval']),
  stage: z.enum(['taking', 'sending', 'out', 'givenUp']),
  by: personRef,
  at: instant,
  results,
})

const group = z.object({
  id,
  sample: z.string(),
  language: z.enum(['en', 'cy']),
  /** As many have said nearly this, and as many of them can be given one answer now. */
  size: z.number(),
  waiting: z.number(),
  /** Of the others: in somebody's hands; who may be in danger; calls for service. These two are answered alone, unless a person says they are none. */
  held: z.number(),
  inDanger: z.number(),
  standAlone: z.number(),
  batch: batch.nullable(),
})

/** Said by a person: what it is about is not true. `line`: our first about it that was seen to be out; null: none yet. */
const rumour = z.object({
  at: instant,
  by: personRef,
  seenAt: instant,
  line: z.object({ postId: id, at: instant }).nullable(),
})

const surge = z.object({
  id,
  beganAt: instant,
  noticedAt: instant,
  endedAt: instant.nullable(),
  why: z.object({
    heard: z.number(),
    minutes: z.number(),
    people: z.number(),
    usual: z.number(),
    weeks: z.number(),
    posts: z.array(z.object({ postId: id, words: z.string(), n: z.number() })),
    accounts: z.array(z.object({ account: accountRef, n: z.number() })),
    words: z.array(z.object({ words: z.string(), n: z.number() })),
  }),
  mode: z.object({ on: z.boolean(), at: instant, by: personRef }).nullable(),
  rumour: rumour.nullable(),
})

export const surgeNow = endpoint({
  method: 'GET',
  path: '/api/surge',
  purpose:
    'Whether much more than usual reaches us: since when, why, whether surge mode is on, what says nearly the same, and what was answered.',
  input: z.object({}),
  output: z.object({
    now: instant,
    surge: surge.nullable(),
    /** Empty for who does not read the whole desk. */
    groups: z.array(group),
    /** Open in this surge, and so many of them stand in no group of two or more. */
    open: z.number(),
    alone: z.number(),
    inDanger: z.number(),
    onDuty: z.array(z.object({ person: personRef, until: instant })),
    earlier: z.array(
      z.object({ id, beganAt: instant, endedAt: instant, heard: z.number(), rumour: rumour.nullable() }),
    ),
    /** Our posts that were out since the earliest of these began; only for who may say which was the first line. */
    lines: z.array(z.object({ postId: id, words: z.string(), at: instant })),
    /** Who could be put on duty at the desk; only for who may do so. */
    people: z.array(personRef),
    may: z.object({ run: z.boolean(), addHands: z.boolean() }),
  }),
})

export const beginModeEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/:id/begin',
  purpose: 'Begins surge mode: what says nearly the same is put together, and one answer may go to many.',
  input: z.object({ id }),
  output: z.object({ modeAt: instant }),
  refusals: [no.mayNotRunSurge, no.noSurge, no.surgeOver],
})

export const endModeEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/:id/end',
  purpose: 'Ends surge mode. Answers to many that were begun are carried through.',
  input: z.object({ id }),
  output: z.object({ endedAt: instant }),
  refusals: [no.mayNotRunSurge, no.noSurge, no.modeOff],
})

export const sayRumourEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/:id/rumour',
  purpose:
    'Says that what a surge is about is not true, or takes that back, also when it is over; with the post that was our first line, where that was no answer to many.',
  input: z.object({ id, isRumour: z.boolean(), linePostId: id.nullable().default(null) }),
  output: z.object({}),
  refusals: [no.mayNotRunSurge, no.noSurge, no.noLine],
})

export const addHandsEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/:id/hands',
  purpose: 'Puts named people on duty at the desk from now on. Who cannot be is named, with the reason.',
  input: z.object({
    id,
    people: z.array(id).min(1).max(50),
    hours: z.number().int().min(1).max(24),
  }),
  output: z.object({ hands: z.array(z.object({ personId: id, done: z.boolean(), words: z.string() })) }),
  refusals: [no.mayNotRunSurge, dutyRefusals.mayNotChangeDuty, no.noSurge],
})

const member = z.object({
  conversationId: id,
  from: z.string(),
  account: accountRef,
  words: z.string(),
  saidAt: instant,
  danger: z.boolean(),
  /** Nobody has said what it is: a person looks at it before it is answered with the others, or alone. */
  toLook: z.boolean(),
  /** Why this one is left out; null: it is answered with the others. */
  left: z.string().nullable(),
})

export const groupEndpoint = endpoint({
  method: 'GET',
  path: '/api/surge/groups/:id',
  purpose: 'One group: what each said, who would be answered, and who is left out and why.',
  input: z.object({ id }),
  output: z.object({ group, members: z.array(member), more: z.number() }),
  refusals: [no.mayNotRunSurge, no.noGroup],
})

export const checkGroupEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/groups/:id/check',
  purpose:
    'How these words would read below each message, account by account, and what the rules say of them. Nothing is kept.',
  input: z.object({ id, words: z.string().trim().min(1).max(5000) }),
  output: z.object({
    places: z.array(
      z.object({
        account: accountRef,
        n: z.number(),
        pieces: z.array(z.string()),
        outcome: z.enum(['clear', 'advise', 'needsApproval', 'block']),
        says: z.array(z.string()),
        troubles: z.array(z.string()),
        /** Whether the asking one may release it there without a second person. */
        atOnce: z.boolean(),
      }),
    ),
  }),
  refusals: [no.mayNotRunSurge, no.noGroup],
})

export const answerGroupEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/groups/:id/answer',
  purpose:
    'One answer to many: below each message its own post, with its own delivery and record. Whoever presses second is given the answer of the first.',
  input: z.object({
    id,
    words: z.string().trim().min(1).max(5000),
    /** atOnce: what the rules let go without a second person goes, the rest asks. */
    how: z.enum(['atOnce', 'approval']).default('approval'),
  }),
  output: z.object({ batchId: id, begun: z.boolean() }),
  refusals: [no.mayNotRunSurge, no.noGroup, no.modeOff, no.nobodyWaits],
})

export const batchEndpoint = endpoint({
  method: 'GET',
  path: '/api/surge/batches/:id',
  purpose: 'One answer to many: the sheets that wait, to whom each goes, and what became of every one.',
  input: z.object({ id }),
  output: z.object({
    batch,
    /** One for each wording that waits for approval; nearly always one. */
    sheets: z.array(
      z.object({
        sum,
        pieces: z.array(z.string()),
        signature: z.string().nullable(),
        accounts: z.array(accountRef),
        n: z.number(),
        says: z.array(z.string()),
      }),
    ),
    people: z.array(
      z.object({
        conversationId: id,
        postId: id.nullable(),
        from: z.string(),
        account: accountRef,
        words: z.string(),
        state: z.string(),
        sum: sum.nullable(),
      }),
    ),
    ready: z.number(),
    may: z.object({ approve: z.boolean(), giveUp: z.boolean(), close: z.boolean() }),
  }),
  refusals: [no.mayNotRunSurge, no.noBatch],
})

const done = z.object({
  done: z.number(),
  /** As many wait with other words than those that were read, or have said something new. */
  changed: z.number(),
  left: z.array(z.object({ words: z.string(), n: z.number() })),
  /** There are more of the same: press again. */
  more: z.boolean(),
})

export const approveBatchEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/batches/:id/approve',
  purpose:
    'Approves those that wait with exactly the words that were read, each bound to its own digest; at most 100 in a call.',
  input: z.object({ id, sum, reason: z.string().trim().max(2000).default('') }),
  output: done,
  refusals: [no.noBatch, no.ownBatch, no.mayNotApprove, no.wordsChanged],
})

export const sendBackBatchEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/batches/:id/send-back',
  purpose: 'Gives all that waits with these words back to who wrote them; at most 100 in a call.',
  input: z.object({ id, sum, reason }),
  output: done,
  refusals: [no.noBatch, no.ownBatch, no.mayNotApprove, no.wordsChanged],
})

export const giveUpBatchEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/batches/:id/give-up',
  purpose: 'Puts away what is not out and frees its conversations. What was released stays.',
  input: z.object({ id }),
  output: z.object({ gaveUp: z.number() }),
  refusals: [no.mayNotRunSurge, no.noBatch],
})

export const closeBatchEndpoint = endpoint({
  method: 'POST',
  path: '/api/surge/batches/:id/close',
  purpose: 'Closes as answered what was seen to be out and where nothing new waits; at most 100 in a call.',
  input: z.object({ id }),
  output: done,
  refusals: [no.mayNotRunSurge, no.noBatch],
})
