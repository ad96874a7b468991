import { z } from 'zod'
import { endpoint } from '../foundation/endpoint.ts'
import { accountClass } from '../register/account.ts'
import { carryingRefusals } from './carrying/carrying.refusals.ts'
import { settings, subject } from './criteria.ts'
import { outcome } from './outcome.ts'
import { reason } from './recommendation.ts'
import { reviewRefusals as no } from './review.refusals.ts'
import { tested } from './scorecard.ts'

export const id = z.string().min(1).max(64)
const instant = z.iso.datetime()
/** A day of the force's calendar. */
export const day = z.iso.date()
export const prose = z.string().trim().min(3).max(2000)
const personIn = z.object({ id: z.string(), name: z.string(), rank: z.string() })
export const accountIn = z.object({ id: z.string(), name: z.string(), network: z.string(), handle: z.string() })
const done = z.object({ id: z.string() })
const file = z.object({ bytes: z.unknown(), mediaType: z.string(), name: z.string().nullable() })

const roundHead = z.object({
  id: z.string(),
  name: z.string(),
  /** What was measured; `until` is outside. */
  from: instant,
  until: instant,
  frozenAt: instant,
  criteriaVersion: z.number().int(),
  begunBy: personIn,
  endedAt: instant.nullable(),
})

export const decision = z.object({
  outcome,
  into: accountIn.nullable(),
  on: day.nullable(),
  reason: z.string(),
  whyOther: z.string().nullable(),
  by: personIn,
  at: instant,
})
const secondLook = z.object({
  id: z.string(),
  by: personIn,
  why: z.string(),
  at: instant,
  result: z.enum(['stands', 'changed']).nullable(),
  reason: z.string().nullable(),
  decidedBy: personIn.nullable(),
  decidedAt: instant.nullable(),
})

/** Whom a review is about, as the register had it when the evidence was frozen. `key`: the account's id, or the look-alike's. */
const about = {
  id: z.string(),
  key: z.string(),
  subject,
  name: z.string(),
  handle: z.string(),
  network: z.string(),
  class: accountClass.nullable(),
  area: z.string().nullable(),
  recommendation: outcome,
  recommendedInto: accountIn.nullable(),
}

const row = z.object({
  ...about,
  /** The reasons in words, the weightiest first. */
  because: z.array(z.string()),
  decided: z.object({ outcome, into: accountIn.nullable(), on: day.nullable(), at: instant }).nullable(),
  lookWaits: z.boolean(),
  /** Decided, and nobody has begun the list that it asks for. */
  toBegin: z.boolean(),
  voices: z.number().int(),
  /** As of now, what deciding several at once asks: whether the asking one answers for it, whether it has closed, conversations open there, who else speaks for its area. */
  own: z.boolean(),
  closed: z.boolean(),
  conversations: z.number().int(),
  sameArea: z.array(z.string()).readonly().nullable(),
})
export type RoundRow = z.output<typeof row>

const given = {
  outcome,
  into: id.nullable().default(null),
  on: day.nullable().default(null),
  reason: prose,
  whyOther: prose.nullable().default(null),
}
const wrongDecision = [
  no.outcomeNotHere,
  no.intoWhere,
  no.dayNeeded,
  no.sayWhyOther,
  no.carriedOut,
  carryingRefusals.carriedAlready,
  carryingRefusals.notToClose,
  carryingRefusals.notToAdopt,
]

export const reviewEndpoints = {
  rounds: endpoint({
    method: 'GET',
    path: '/api/reviews',
    purpose: 'Every round of reviews, the latest first, with what it recommends and how far it is decided',
    input: z.object({}),
    output: z.object({
      rounds: z.array(
        roundHead.extend({
          accounts: z.number().int(),
          decided: z.number().int(),
          looksWaiting: z.number().int(),
          recommended: z.partialRecord(outcome, z.number().int()),
        }),
      ),
      /** When the measures were counted last; null before the first time. */
      countedAt: instant.nullable(),
      criteriaVersion: z.number().int(),
      mayRun: z.boolean(),
    }),
  }),
  counts: endpoint({
    method: 'GET',
    path: '/api/reviews/counts',
    purpose: 'How many accounts of the open round are not decided, how many second looks and how many lists wait',
    input: z.object({}),
    output: z.object({ undecided: z.number().int(), looks: z.number().int(), toBegin: z.number().int() }),
  }),
  criteria: endpoint({
    method: 'GET',
    path: '/api/reviews/criteria',
    purpose:
      'What accounts are judged by: every test with its line, its basis and its source, and every version before',
    input: z.object({}),
    output: z.object({
      version: z.number().int(),
      settings,
      proposed: settings,
      versions: z.array(z.object({ version: z.number().int(), why: z.string(), by: personIn, at: instant })),
      mayChange: z.boolean(),
    }),
  }),
  changeCriteria: endpoint({
    method: 'POST',
    path: '/api/reviews/criteria',
    purpose: 'Writes the next version of the criteria; rounds that have begun keep theirs',
    input: z.object({ version: z.number().int().min(0), settings, why: prose }),
    output: z.object({ version: z.number().int() }),
    refusals: [no.mayNotChangeCriteria, no.noneUsed, no.criteriaMeanwhile],
  }),
  begin: endpoint({
    method: 'POST',
    path: '/api/reviews',
    purpose: 'Begins a round over all accounts: the evidence is frozen, and each gets a scorecard and a recommendation',
    input: z.object({ name: z.string().trim().min(3).max(120) }),
    output: done,
    refusals: [no.mayNotRunReview, no.notCountedYet, no.nothingToReview, no.roundOpen],
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/reviews/rounds/:round/end',
    purpose: 'Ends a round',
    input: z.object({ round: id, anyway: z.boolean().default(false) }),
    output: done,
    refusals: [no.mayNotRunReview, no.noRound, no.roundEnded, no.stillUndecided, no.secondLookWaits],
  }),
  round: endpoint({
    method: 'GET',
    path: '/api/reviews/rounds/:round',
    purpose: 'One round: every account with its recommendation, and what was decided',
    input: z.object({ round: id }),
    output: z.object({ round: roundHead, rows: z.array(row), mayRun: z.boolean() }),
    refusals: [no.noRound],
  }),
  roundFile: endpoint({
    method: 'GET',
    path: '/api/reviews/rounds/:round/csv',
    purpose: 'One round as CSV: recommendation, reasons, decision and every test',
    input: z.object({ round: id }),
    output: file,
    file: true,
    refusals: [no.noRound],
  }),
  one: endpoint({
    method: 'GET',
    path: '/api/reviews/rounds/:round/accounts/:account',
    purpose: 'The review of one account: scorecard, recommendation with its reasons, voices, decision and second looks',
    input: z.object({ round: id, account: id }),
    output: z.object({
      round: roundHead,
      review: z.object({
        ...about,
        tests: z.array(tested),
        reasons: z.array(reason.extend({ words: z.string() })),
        decision: decision.nullable(),
        earlier: z.array(decision),
        /** Until when its people may ask for a second look; null while nothing is decided. */
        askUntil: instant.nullable(),
        /** The first day on which it may close, because its people may still ask; null when nothing is waited for. */
        closesFrom: day.nullable(),
        /** Its owner has said that nobody needs a second look. */
        waived: z.object({ by: personIn, at: instant }).nullable(),
        /** Decided, and nobody has begun the list that it asks for: what it would be, and until when it should be begun. */
        toBegin: z.object({ kind: z.enum(['closing', 'adoption']), until: day }).nullable(),
        /** It has closed on the register, and not by what was decided here. */
        closedSince: z.boolean(),
        looks: z.array(secondLook),
        voices: z.array(
          z.object({
            id: z.string(),
            side: z.enum(['people', 'public']),
            who: z.string(),
            words: z.string(),
            on: day,
          }),
        ),
      }),
      /** Those behind an overlap, by their id. */
      beside: z.record(z.string(), accountIn),
      people: z.array(personIn.extend({ answers: z.boolean(), writes: z.boolean() })),
      place: z.object({ n: z.number().int(), of: z.number().int() }),
      previous: z.string().nullable(),
      next: z.string().nullable(),
      outcomes: z.array(outcome),
      may: z.object({
        decide: z.boolean(),
        sayForPeople: z.boolean(),
        sayForPublic: z.boolean(),
        askAgain: z.boolean(),
        lookAgain: z.boolean(),
        waive: z.boolean(),
        begin: z.boolean(),
      }),
    }),
    refusals: [no.noReview],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/reviews/:review/decide',
    purpose: 'Decides what becomes of an account, with the reason; what carries it out begins with it',
    /** `seen`: when the decision was taken that stood as it was read; null for none. */
    input: z.object({ review: id, ...given, seen: instant.nullable().optional() }),
    output: done,
    refusals: [
      no.mayNotDecideReview,
      no.noReview,
      no.roundEnded,
      no.secondLookWaits,
      no.closedSince,
      no.decidedMeanwhile,
      ...wrongDecision,
    ],
  }),
  giveVoice: endpoint({
    method: 'POST',
    path: '/api/reviews/:review/voices',
    purpose: 'Records what its people or its public say about an account',
    input: z.object({
      review: id,
      side: z.enum(['people', 'public']),
      who: z.string().trim().min(2).max(120),
      words: prose,
      on: day,
    }),
    output: done,
    refusals: [no.mayNotGiveVoice, no.noReview, no.roundEnded],
  }),
  askSecondLook: endpoint({
    method: 'POST',
    path: '/api/reviews/:review/second-look',
    purpose: 'Asks that somebody else looks again at what was decided, within 14 days',
    input: z.object({ review: id, why: prose }),
    output: done,
    refusals: [no.mayNotAskSecondLook, no.noReview, no.notDecided, no.tooLate, no.secondLookAsked],
  }),
  decideSecondLook: endpoint({
    method: 'POST',
    path: '/api/reviews/:review/second-look/decide',
    purpose: 'Looks again: the decision stands, or another takes its place; by somebody who neither decided nor asks',
    input: z.object({ review: id, reason: prose, instead: z.object(given).nullable().default(null) }),
    output: done,
    refusals: [no.mayNotDecideSecondLook, no.noReview, no.noSecondLook, no.sameAgain, ...wrongDecision],
  }),
} as const
