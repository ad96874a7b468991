import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { content, rationale } from '../content.ts'
import { personRef } from '../facts.ts'
import { meanwhile, seen } from '../meanwhile.ts'
import { acts, checked, postHead, stage } from '../post.contract.ts'
import { postRefusals as no } from '../refusals.ts'
import { sheet } from './sheet.ts'

const id = z.string().min(1).max(64)
const reason = z.string().trim().min(1).max(4000)

/** A post that waits for approval. */
export const waiting = postHead.extend({
  askedBy: personRef,
  askedAt: z.string(),
  /** Until it is due; negative when it is past; null when it goes out as soon as it is approved. */
  minutesLeft: z.number().nullable(),
  /** Findings that still need somebody, by severity. */
  open: z.object({ block: z.number(), needsApproval: z.number() }),
  /** What came to it meanwhile, when it is an answer, that nobody has seen who put it forward; null: nothing. */
  meanwhile: meanwhile.nullable(),
  /** One answer to many of which `n` wait: this row stands for all of them. Null: a post of its own. */
  batch: z.object({ id: z.string(), n: z.number() }).nullable(),
  /** Null when I may approve it, else why not. */
  whyNotMe: z.string().nullable(),
})

/** What differs between the version approved before and this one. `field` in words: 'Words on @WestportPolice'. */
export const change = z.object({ field: z.string(), before: z.string().nullable(), now: z.string().nullable() })

export const askApproval = endpoint({
  method: 'POST',
  path: '/api/posts/:id/ask',
  purpose: 'Freezes this version and asks for approval. The check by the rules is kept, also when nothing was found.',
  input: z.object({ id, edit: z.number().int(), seen }),
  output: z.object({
    version: z.number(),
    digest: z.string(),
    outcome: z.enum(['clear', 'advise', 'needsApproval', 'block']),
    roles: z.array(z.string()),
  }),
  refusals: [
    no.noPost,
    no.notYours,
    no.keptForOther,
    no.changedByOther,
    no.released,
    no.ended,
    no.cannotGo,
    no.meanwhile,
  ],
})

export const approvePost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/approve',
  purpose:
    'Approves and releases exactly this version. After its due time nothing fires: it is held and somebody chooses a new time.',
  input: z.object({
    id,
    version: z.number().int(),
    digest: z.string(),
    reason: z.string().max(4000).default(''),
    seen,
  }),
  output: z.object({ dueAt: z.string(), late: z.boolean(), held: z.number(), targets: z.number() }),
  refusals: [
    no.noPost,
    no.notAsked,
    no.ownPost,
    no.notAllowedHere,
    no.changedSince,
    no.notDecided,
    no.noRationale,
    no.cannotGo,
    no.meanwhile,
  ],
})

export const sendBackPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/send-back',
  purpose: 'Gives it back to its author with a note.',
  input: z.object({ id, version: z.number().int(), reason }),
  output: z.object({ stage }),
  refusals: [no.noPost, no.notAsked, no.ownPost, no.notAllowedHere, no.changedSince],
})

export const refusePost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/refuse',
  purpose: 'Refuses it for good, with a reason. Its words are kept.',
  input: z.object({ id, version: z.number().int(), reason }),
  output: z.object({ stage }),
  refusals: [no.noPost, no.notAsked, no.ownPost, no.notAllowedHere, no.changedSince],
})

export const decideFinding = endpoint({
  method: 'POST',
  path: '/api/posts/:id/override',
  purpose: 'A named role decides that what a rule found may stand, with a reason. It counts for exactly this version.',
  input: z.object({
    id,
    version: z.number().int(),
    digest: z.string(),
    /** The key of the finding. */
    finding: z.string().min(1).max(20_000),
    reason,
    /** Purpose and the three tests, written down with the decision and kept with the post. */
    rationale: rationale.optional(),
  }),
  output: z.object({ role: z.string() }),
  refusals: [no.noPost, no.notAsked, no.ownPost, no.notAllowedHere, no.changedSince, no.noFinding],
})

export const lookedAfterwards = endpoint({
  method: 'POST',
  path: '/api/posts/:id/afterlook',
  purpose: 'What somebody thinks of a post that went out without a second person.',
  input: z.object({ id, verdict: z.enum(['inOrder', 'learn', 'withdraw']), words: z.string().max(4000).default('') }),
  output: z.object({ removing: z.number(), frozen: z.number() }),
  refusals: [no.noPost, no.noAfterlook, no.ownPost, no.notAllowedHere, no.cannotGo, no.beingSent],
})

export const listApprovals = endpoint({
  method: 'GET',
  path: '/api/approvals',
  purpose: 'Posts that wait for approval, the most urgent first: mine to decide, and the others.',
  input: z.object({}),
  output: z.object({ now: z.string(), mine: z.array(waiting), others: z.array(waiting) }),
})

export const oneApproval = endpoint({
  method: 'GET',
  path: '/api/approvals/:id',
  purpose:
    'Exactly what is put before the approver, what changed since the last approval, why it may be released, and what the rules found.',
  input: z.object({ id }),
  output: z.object({
    now: z.string(),
    post: waiting,
    /** Where what it answers is read at the desk; null when it is no answer. */
    conversationId: id.nullable(),
    sheet,
    frozen: z.object({ version: z.number(), digest: z.string(), at: z.string() }),
    /** True when signature, picture, person or place changed after it was frozen: it must be asked for again. `drifted` says what. */
    superseded: z.boolean(),
    drifted: z.array(change),
    since: z.object({ version: z.number(), by: personRef, at: z.string(), changes: z.array(change) }).nullable(),
    rationale: rationale.nullable(),
    /** What it is for, and when somebody looks at it again; neither is covered by the approval. */
    intent: content.shape.intent.unwrap(),
    reviewAt: z.string().nullable(),
    check: checked,
    whenWords: z.string(),
    acts,
    /** The next of those that wait for me. */
    next: z.string().nullable(),
  }),
  refusals: [no.noPost, no.openFirst, no.notAsked],
})
