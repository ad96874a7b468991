import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { checkResultSchema } from '../rulebook/finding.ts'
import { sheet } from './approval/sheet.ts'
import { content } from './content.ts'
import { accountRef, draftFacts, personRef, speakerFacts } from './facts.ts'
import { meanwhile, seen } from './meanwhile.ts'
import { lifeEntry } from './record/life.ts'
import { postRefusals as no } from './refusals.ts'

export const stage = z.enum(['draft', 'asked', 'sentBack', 'released', 'discarded'])
export const path = z.enum(['approved', 'lowRisk', 'emergency'])
const id = z.string().min(1).max(64)
const reason = z.string().trim().min(1).max(4000)

export const decisionKind = z.enum([
  'approve',
  'refuse',
  'sendBack',
  'override',
  'releaseAtOnce',
  'reviewAfterwards',
  'withdraw',
  'reopen',
])

export const decision = z.object({
  id: z.string(),
  version: z.number(),
  kind: decisionKind,
  finding: z.string().nullable(),
  role: z.string().nullable(),
  by: personRef,
  reason: z.string(),
  at: z.string(),
  /** True while it is about exactly what stands there now. */
  stands: z.boolean(),
})

/** What the rules say of it as it stands, with the decisions that count. `deciders` are the people of those decisions. */
export const checked = z.object({ at: z.string(), result: checkResultSchema, deciders: z.array(personRef) })

export const deliveryState = z.enum([
  'waiting',
  'sending',
  'sent',
  'checking',
  'refused',
  'needs-person',
  'held',
  'withdrawn',
])

export const delivery = z.object({
  id: z.string(),
  account: accountRef,
  state: deliveryState,
  stateWords: z.string(),
  since: z.string(),
  dueAt: z.string(),
  nextAt: z.string(),
  words: z.string(),
  removal: z.enum(['asked', 'removing', 'checking', 'gone']).nullable(),
  sentAt: z.string().nullable(),
  looks: z.number(),
  pieces: z.array(
    z.object({
      n: z.number(),
      text: z.string(),
      externalId: z.string().nullable(),
      url: z.string().nullable(),
      sentAt: z.string().nullable(),
      removedAt: z.string().nullable(),
    }),
  ),
  attempts: z.array(
    z.object({
      n: z.number(),
      act: z.enum(['send', 'look', 'remove']),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      ending: z.string().nullable(),
      words: z.string(),
    }),
  ),
})

/** What the signed-in person may do with it now: null, or in words why not. */
export const acts = z.object({
  edit: z.string().nullable(),
  ask: z.string().nullable(),
  approve: z.string().nullable(),
  sendBack: z.string().nullable(),
  publish: z.string().nullable(),
  emergency: z.string().nullable(),
  reopen: z.string().nullable(),
  correct: z.string().nullable(),
  withdraw: z.string().nullable(),
  discard: z.string().nullable(),
  afterlook: z.string().nullable(),
})

export const afterlook = z.object({
  why: z.enum(['lowRisk', 'emergency']),
  dueAt: z.string(),
  doneAt: z.string().nullable(),
  by: personRef.nullable(),
  verdict: z.enum(['inOrder', 'learn', 'withdraw']).nullable(),
  words: z.string(),
})

export const postHead = z.object({
  id: z.string(),
  stage,
  stageSince: z.string(),
  path: path.nullable(),
  /** What people count: one more with each change of something that had been put before somebody. */
  version: z.number(),
  /** Counts every save; hand it back when saving. */
  edit: z.number(),
  /** Its first words. */
  title: z.string(),
  author: personRef,
  speaksFor: personRef.nullable(),
  changedBy: personRef,
  createdAt: z.string(),
  changedAt: z.string(),
  dueAt: z.string().nullable(),
  accounts: z.array(accountRef),
})

export const wholePost = postHead.extend({
  content,
  sheet,
  /** Of the sheet as it stands: what an approval names. Grouped by four for eyes by the screen. */
  digest: z.string(),
  whenWords: z.string(),
  /** What no longer stands of a post that waits: a person, a place, an account or a handle. Due like this, it is held. */
  standing: z.array(z.string()),
  corrects: z.object({ id: z.string(), title: z.string(), reason: z.string() }).nullable(),
  correctedBy: z.array(z.object({ id: z.string(), stage, at: z.string(), title: z.string() })),
  versions: z.array(z.object({ version: z.number(), digest: z.string(), at: z.string(), sheet })),
  decisions: z.array(decision),
  check: checked.nullable(),
  deliveries: z.array(delivery),
  life: z.array(lifeEntry),
  afterlook: afterlook.nullable(),
  acts,
})

export const composeContext = endpoint({
  method: 'GET',
  path: '/api/posting/compose',
  purpose:
    'What a person needs to write: the accounts they may write on, their signatures, cover and holds, objectives and settings. With a post: also what that post needs.',
  input: z.object({ post: id.optional() }),
  output: z.object({
    now: z.string(),
    me: personRef,
    /** `draftOf` and `compose` take these as they are; `pictures` are those of the post asked for. */
    facts: draftFacts,
    /** What came to the answer that is being written and was not yet seen; null: nothing. */
    meanwhile: meanwhile.nullable(),
    /** Of `facts.accounts`, by id: null when I may write there, else why not. */
    mayWrite: z.record(z.string(), z.string().nullable()),
    /** Ids of the accounts where my own name may stand; elsewhere I only draft. */
    maySign: z.array(z.string()),
    objectives: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.enum(['objective', 'localPriority']),
        area: z.string().nullable(),
      }),
    ),
    /** In whose name I may draft, and where. `until`: I may also release until then; null: they release. */
    speakFor: z.array(
      z.object({ person: speakerFacts, accountIds: z.array(z.string()), until: z.string().nullable() }),
    ),
    /** Null when I may use the path for a threat to life, else why not. */
    emergency: z.string().nullable(),
  }),
  refusals: [no.noPost, no.openFirst],
})

export const startDraft = endpoint({
  method: 'POST',
  path: '/api/posts',
  purpose: 'Begins a draft.',
  input: z.object({ content: content.optional() }),
  output: z.object({ id: z.string(), version: z.number(), edit: z.number() }),
})

const changing = [no.noPost, no.keptForOther, no.changedByOther, no.released, no.ended] as const

export const saveDraft = endpoint({
  method: 'POST',
  path: '/api/posts/:id/save',
  purpose:
    'Saves a draft. If somebody saved since `edit`, nothing is overwritten and both texts come back. A change to what was put before somebody ends the asking.',
  input: z.object({ id, edit: z.number().int(), content }),
  output: z.object({
    version: z.number(),
    edit: z.number(),
    stage,
    savedAt: z.string(),
    approvalEnded: z.boolean(),
  }),
  refusals: [...changing, no.notYours],
})

export const discardPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/discard',
  purpose: 'Puts a draft away. Its words are kept.',
  input: z.object({ id }),
  output: z.object({ stage }),
  refusals: [no.noPost, no.notYours, no.keptForOther, no.released, no.ended],
})

export const publishAtOnce = endpoint({
  method: 'POST',
  path: '/api/posts/:id/publish',
  purpose: 'Releases a low-risk post of a trusted contributor without a second person, now or at its time.',
  input: z.object({ id, edit: z.number().int(), seen }),
  output: z.object({ dueAt: z.string(), held: z.number(), afterlook: z.boolean() }),
  refusals: [...changing, no.cannotGo, no.notLowRisk, no.meanwhile],
})

export const publishEmergency = endpoint({
  method: 'POST',
  path: '/api/posts/:id/emergency',
  purpose:
    'A threat to life: releases at once whatever needs approval. What is blocked still needs the decision of a named role, given here with reasons or before.',
  input: z.object({ id, edit: z.number().int(), reason, overrides: z.record(z.string(), reason).default({}), seen }),
  output: z.object({ dueAt: z.string(), held: z.number(), lookBy: z.string() }),
  refusals: [...changing, no.notAllowedHere, no.cannotGo, no.notDecided, no.meanwhile],
})

export const reopenPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/reopen',
  purpose: 'Takes a released post back to a draft while nothing of it has left. Its approval ends.',
  input: z.object({ id, reason: reason.optional() }),
  output: z.object({ version: z.number(), edit: z.number(), voided: z.number() }),
  refusals: [no.noPost, no.notYours, no.notReleased, no.leftAlready],
})

export const correctPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/correct',
  purpose:
    'Begins a correction in the open: a new post beside the first, which goes through rules and approval as any.',
  input: z.object({ id, reason, pieces: z.array(z.string().max(20_000)).min(1).max(20).optional() }),
  output: z.object({ id: z.string(), version: z.number(), edit: z.number() }),
  refusals: [no.noPost, no.notYours, no.notSent, no.saidInPrivate],
})

export const withdrawPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/withdraw',
  purpose:
    'Withdraws a released post: what waits does not go out, what is live is asked to be removed. A copy and the reason are kept.',
  input: z.object({ id, reason }),
  output: z.object({ withdrawn: z.number(), removing: z.number(), frozen: z.number() }),
  refusals: [no.noPost, no.notYours, no.notReleased, no.beingSent],
})

export const onePost = endpoint({
  method: 'GET',
  path: '/api/posts/:id',
  purpose: 'One post: what it says, what was decided, where it is, and its life.',
  input: z.object({ id }),
  output: wholePost,
  refusals: [no.noPost, no.openFirst],
})

export const listPosts = endpoint({
  method: 'GET',
  path: '/api/posts',
  purpose: 'Posts, latest change first, filtered by stage, account, person or words.',
  input: z.object({
    stage: stage.optional(),
    state: deliveryState.optional(),
    account: id.optional(),
    person: id.optional(),
    text: z.string().max(200).optional(),
    /** `next` of the page before. */
    after: z.string().max(100).optional(),
    most: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    posts: z.array(postHead.extend({ states: z.partialRecord(deliveryState, z.number()) })),
    next: z.string().nullable(),
    /** How many there are in all with these filters. */
    all: z.number(),
  }),
})
