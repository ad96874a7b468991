import { z } from 'zod'
import { endpoint } from '../../foundation/endpoint.ts'
import { registerRefusals } from '../../register/register.refusals.ts'
import { done, id, instant, personIn } from '../../register/roster/roster.contract.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import { carryingKind } from './lists.ts'

const day = z.iso.date()
const reason = z.string().trim().min(1).max(2000)
const account = z.object({ id: z.string(), name: z.string(), handle: z.string(), network: z.string() })
const office = z.object({ id: z.string(), title: z.string(), holder: personIn.nullable() })
/** An office, with whoever holds it now, or a person. */
const who = z.object({ office: office.nullable(), person: personIn.nullable() })

const row = z.object({
  id: z.string(),
  kind: carryingKind,
  account: account.nullable(),
  /** What it is about, in words: an account, a look-alike or a network. */
  name: z.string(),
  /** Only of a network that is being left. */
  network: z.string().nullable(),
  into: account.nullable(),
  endsOn: day,
  begunBy: personIn,
  begunAt: instant,
  endedAt: instant.nullable(),
  ending: z.enum(['done', 'stopped']).nullable(),
  steps: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
  /** The step that is due first of those that can be done; null when it has ended. */
  next: who.extend({ what: z.string(), dueOn: day }).nullable(),
})
export type CarryingRow = z.output<typeof row>

const step = who.extend({
  id: z.string(),
  what: z.string(),
  how: z.string(),
  dueOn: day,
  late: z.boolean(),
  done: z.object({ by: personIn, at: instant, evidence: z.string() }).nullable(),
  /** Why it cannot be done now; null when it can, or is. */
  stops: z.string().nullable(),
  mayDo: z.boolean(),
  mayTakeBack: z.boolean(),
  /** Ticks that were taken back, the first one first. */
  takenBack: z.array(
    z.object({
      by: personIn,
      at: instant,
      reason: z.string(),
      done: z.object({ by: personIn, at: instant, evidence: z.string() }),
    }),
  ),
})
export type CarryingStep = z.output<typeof step>

const counted = z.object({
  followers: z.number().nullable(),
  dialogue: z.number().nullable(),
  voices: z.number().nullable(),
  intoFollowers: z.number().nullable(),
  intoDialogue: z.number().nullable(),
  intoVoices: z.number().nullable(),
})

const page = row.extend({
  /** Where the decision that began it is read: the round, and the account or look-alike in it. */
  review: z.object({ round: z.string(), key: z.string() }).nullable(),
  /** Nobody closes it before this day, because its people may still ask for a second look; null when nothing is waited for. */
  notBefore: day.nullable(),
  /** Stopping the list puts the account back under review; otherwise it is live again. */
  wasUnderReview: z.boolean(),
  note: z.string(),
  reason: z.string(),
  list: z.array(step),
  live: z.object({
    openConversations: z.number().int(),
    withoutArchive: z.array(z.string()).readonly(),
    withKeys: z.array(z.string()).readonly(),
    waitingPosts: z.number().int(),
    voicesLeft: z.array(z.string()).readonly(),
  }),
  /** Only of a closing: the words, and the posts where they were drafted. */
  goodbye: z
    .object({
      pinned: z.string(),
      last: z.string(),
      pinnedPostId: z.string().nullable(),
      lastPostId: z.string().nullable(),
      mayDraft: z.boolean(),
    })
    .nullable(),
  /** Day 0, 30 and 90 after an account was closed; `countedAt` null: not yet. */
  migration: z.array(
    counted.extend({
      day: z.number().int(),
      dueAt: instant,
      countedAt: instant.nullable(),
      followersAt: instant.nullable(),
    }),
  ),
  mayChange: z.boolean(),
})
export type CarryingPage = z.output<typeof page>

const rows = z.object({
  rows: z.array(row),
  mayBegin: z.boolean(),
  /** Networks on which the force has accounts and that it has not left. */
  networks: z.array(z.object({ id: z.string(), accounts: z.number().int() })),
  retired: z.array(z.object({ id: z.string(), at: instant, note: z.string() })),
})

export const carryingEndpoints = {
  carryingOuts: endpoint({
    method: 'GET',
    path: '/api/carrying-out',
    purpose: 'Every list by which an account is closed or adopted, or a network is left: those that are open first.',
    input: z.object({}),
    output: rows,
  }),
  carryingFile: endpoint({
    method: 'GET',
    path: '/api/carrying-out/file',
    purpose:
      'Every step of every list, with who answers for it, until when, and what shows that it was done, as a sheet.',
    input: z.object({}),
    output: z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() }),
    file: true,
  }),
  carryingOut: endpoint({
    method: 'GET',
    path: '/api/carrying-out/:id',
    purpose: 'One list: each step with who answers for it, until when, what stops it, and what shows that it was done.',
    input: z.object({ id }),
    output: page,
    refusals: [no.noCarryingOut],
  }),
  beginCarryingOut: endpoint({
    method: 'POST',
    path: '/api/carrying-out',
    purpose: 'Begins closing or adopting an account by a list, without a review.',
    input: z.object({
      kind: z.enum(['closing', 'adoption']),
      accountId: id.nullable(),
      lookAlikeId: id.nullable().default(null),
      intoAccountId: id.nullable().default(null),
      on: day,
    }),
    output: done,
    refusals: [no.mayNotCarryOut, no.notToClose, no.notToAdopt, no.nowhereToJoin, no.dayPast, no.carriedAlready],
  }),
  beginRetirement: endpoint({
    method: 'POST',
    path: '/api/carrying-out/retirement',
    purpose: 'Begins leaving a network. Nothing is closed before the last step of its list.',
    input: z.object({
      network: z.string().min(1).max(40),
      on: day,
      note: z.string().trim().min(1).max(500),
    }),
    output: done,
    refusals: [no.mayNotCarryOut, no.dayPast, no.networkUnknown, no.carriedAlready],
  }),
  doStep: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/do',
    purpose: 'Does one step, with what shows it. The last step closes, adopts or leaves.',
    input: z.object({ id, step: z.string().min(1).max(40), evidence: reason }),
    output: done.extend({ ended: z.boolean() }),
    refusals: [
      no.mayNotCarryOut,
      no.noCarryingOut,
      no.carryingOver,
      no.noStep,
      no.stepDone,
      no.stepNotYet,
      registerRefusals.moveImpossible,
    ],
  }),
  takeStepBack: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/take-back',
    purpose: 'Takes a tick back, with the reason; what was ticked stays readable beside the step.',
    input: z.object({ id, step: z.string().min(1).max(40), reason }),
    output: done,
    refusals: [no.mayNotCarryOut, no.noCarryingOut, no.carryingOver, no.noStep, no.stepNotDone, no.stepLeanedOn],
  }),
  ofAccount: endpoint({
    method: 'GET',
    path: '/api/carrying-out/of-account/:accountId',
    purpose: 'How an account closes: the list that is open about it, and whether a reason would be enough.',
    input: z.object({ accountId: id }),
    output: z.object({
      list: z.object({ id: z.string(), kind: carryingKind }).nullable(),
      mayBegin: z.boolean(),
      /** Nothing was ever published there, nobody waits there, and no keys are kept. */
      unused: z.boolean(),
    }),
  }),
  closeUnused: endpoint({
    method: 'POST',
    path: '/api/carrying-out/of-account/:accountId/close',
    purpose: 'Closes an account on which nothing was ever published; the reason is enough.',
    input: z.object({ accountId: id, reason }),
    output: done,
    refusals: [no.mayNotCarryOut, no.notToClose, no.carriedAlready, no.publishedThere],
  }),
  changeStep: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/change',
    purpose: 'Another office or person answers for a step, or it is due on another day.',
    input: z.object({
      id,
      step: z.string().min(1).max(40),
      officeId: id.nullable(),
      personId: id.nullable(),
      due: day,
    }),
    output: done,
    refusals: [
      no.mayNotCarryOut,
      no.noCarryingOut,
      no.carryingOver,
      no.noStep,
      no.stepDone,
      no.ownerUnknown,
      no.dayPast,
    ],
  }),
  draftGoodbye: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/drafts',
    purpose: 'Makes the pinned notice and the last post drafts of whoever asks. They go the way of every post.',
    input: z.object({ id }),
    output: z.object({ pinned: z.string(), last: z.string() }),
    refusals: [no.noCarryingOut, no.carryingOver, no.nothingToSay, no.mayNotWriteThere],
  }),
  settleWaiting: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/waiting',
    purpose: 'Holds or withdraws what waits to go out on a network that is being left.',
    input: z.object({ id, how: z.enum(['hold', 'withdraw']), reason }),
    output: z.object({ settled: z.number().int() }),
    refusals: [no.mayNotCarryOut, no.noCarryingOut, no.carryingOver, no.nothingWaits],
  }),
  stopCarryingOut: endpoint({
    method: 'POST',
    path: '/api/carrying-out/:id/stop',
    purpose: 'Ends a list before its end, with the reason. An account that was closing is what it was before.',
    input: z.object({ id, reason }),
    output: done,
    refusals: [no.mayNotCarryOut, no.noCarryingOut, no.carryingOver, registerRefusals.networkRetired],
  }),
} as const
