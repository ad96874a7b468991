import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { accountRef, personRef } from '../../posting/facts.ts'
import { inboxRefusals } from '../inbox.refusals.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { moderationActs, moderationStates, mostDays } from './moderation.ts'

const id = z.string().min(1).max(64)
const instant = z.string()
const reason = z.string().trim().min(3).max(2000)
const act = z.enum(moderationActs)

/** One decision, as those who answer for it see it. `copy` is what was there; it is kept for the record and for the appeal. */
export const moderation = z.object({
  id,
  reference: z.string(),
  conversationId: id,
  messageId: id,
  account: accountRef,
  act,
  standard: z.object({ code: z.string(), title: z.string() }),
  reason: z.string(),
  copy: z.object({
    text: z.string(),
    from: z.string(),
    saidAt: instant,
    url: z.string().nullable(),
    pictures: z.number(),
  }),
  by: personRef,
  at: instant,
  state: z.enum(moderationStates),
  stateSince: instant,
  networkWords: z.string(),
  tries: z.number(),
  expiresAt: instant.nullable(),
  review: z.object({ dueAt: instant, at: instant.nullable(), by: personRef.nullable(), words: z.string() }).nullable(),
  appeal: z
    .object({
      at: instant,
      words: z.string(),
      outcome: z.enum(['upheld', 'lifted']).nullable(),
      decidedAt: instant.nullable(),
      by: personRef.nullable(),
      reason: z.string(),
    })
    .nullable(),
  lift: z
    .object({
      askedAt: instant,
      why: z.enum(['person', 'expired', 'appeal']),
      by: personRef.nullable(),
      words: z.string(),
      at: instant.nullable(),
    })
    .nullable(),
  /** Ready to begin an answer with, in the language of the conversation: why, and how to appeal. After an appeal: its outcome. */
  tellThem: z.string(),
  may: z.object({
    lift: z.boolean(),
    review: z.boolean(),
    appeal: z.boolean(),
    decideAppeal: z.boolean(),
    settle: z.boolean(),
  }),
})

export const listModeration = endpoint({
  method: 'GET',
  path: '/api/moderation',
  purpose:
    'What was moderated and why, newest first; or only what waits for somebody: reviews, appeals, what was not carried out.',
  input: z.object({
    show: z.enum(['waiting', 'standing', 'all']).default('waiting'),
    /** `M-7K2Q9XPA`, as somebody quotes it. */
    reference: z.string().trim().max(20).optional(),
    conversation: id.optional(),
    after: z.string().max(64).optional(),
    most: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    now: instant,
    standing: z.number(),
    reviewsDue: z.number(),
    reviewsLate: z.number(),
    appealsOpen: z.number(),
    stuck: z.number(),
    rows: z.array(moderation),
    next: z.string().nullable(),
  }),
  refusals: [no.mayNotModerate],
})

export const moderateEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation',
  purpose:
    'Decides to hide or report a message, or to mute or block its author, under a published standard. A copy is kept; the network is asked afterwards, and the state says when it was seen to be done.',
  input: z.object({
    conversation: id,
    message: id,
    act,
    code: z.string().trim().min(1).max(10),
    reason: z.string().trim().max(2000).default(''),
    /** For mute and block: after how many days it ends. */
    days: z.number().int().min(1).max(100_000).nullable().default(null),
  }),
  output: z.object({ id, reference: z.string(), expiresAt: instant.nullable(), tellThem: z.string() }),
  refusals: [
    no.mayNotModerate,
    inboxRefusals.noConversation,
    no.openFirst,
    no.noMessage,
    no.noStandard,
    no.standardEnded,
    no.cannotHere,
    no.lookFirst,
    no.endMissing,
    no.alreadyModerated,
  ],
})

/** What everybody meets who does something about a decision. */
const deciding = [no.mayNotModerate, no.noModeration, no.openFirst] as const

export const liftEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation/:id/lift',
  purpose: `Lifts a decision before its end (${mostDays} days at most), with the reason; the network is asked to undo it.`,
  input: z.object({ id, reason }),
  output: z.object({ id }),
  refusals: [...deciding, no.reportStays, no.nothingToLift],
})

export const reviewEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation/:id/review',
  purpose: 'A second person looked at it and it stands, with the reason. To end it, lift it.',
  input: z.object({ id, reason }),
  output: z.object({ reviewedAt: instant }),
  refusals: [...deciding, no.notStanding, no.reviewThere, no.ownReview],
})

export const recordAppealEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation/:id/appeal',
  purpose: 'Records the appeal of the one who was moderated, in their words.',
  input: z.object({ id, words: z.string().trim().min(3).max(8000) }),
  output: z.object({ appealAt: instant }),
  refusals: [...deciding, no.reportStays, no.nothingToLift, no.appealThere],
})

export const decideAppealEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation/:id/appeal/decide',
  purpose: 'Decides an appeal, by somebody who did not take the decision. What is lifted is undone on the network.',
  input: z.object({ id, outcome: z.enum(['upheld', 'lifted']), reason }),
  output: z.object({ tellThem: z.string() }),
  refusals: [no.mayNotDecideAppeal, ...deciding, no.noAppeal, no.appealDecided, no.ownDecision],
})

export const settleModerationEndpoint = endpoint({
  method: 'POST',
  path: '/api/moderation/:id/settle',
  purpose:
    'A person looked at what was refused or is in doubt. done: it is so on the network; again: ask the network once more; leave: it is not done and will not be.',
  input: z.object({ id, saw: z.enum(['done', 'again', 'leave']), reason }),
  output: z.object({ state: z.enum(moderationStates) }),
  refusals: [...deciding, no.notStuck, no.mustBeLifted, no.alreadyModerated],
})

const figures = {
  decided: z.number(),
  notCarriedOut: z.number(),
  appeals: z.number(),
  upheld: z.number(),
  liftedOnAppeal: z.number(),
  lifted: z.number(),
  expired: z.number(),
}

export const moderationCounts = endpoint({
  method: 'GET',
  path: '/api/moderation/counts',
  purpose:
    'How often, by month, act, standard and account: each figure in the month in which it happened. Nothing about a person.',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
  output: z.object({
    zone: z.string(),
    rows: z.array(
      z.object({
        year: z.number(),
        month: z.number(),
        act,
        code: z.string(),
        standard: z.string(),
        account: z.object({ id, name: z.string(), network: z.string() }),
        ...figures,
      }),
    ),
  }),
})

export const moderationCountsFile = endpoint({
  method: 'GET',
  path: '/api/moderation/counts.csv',
  purpose: 'The same counts as a table to send out.',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
  output: z.unknown(),
  file: true,
})
