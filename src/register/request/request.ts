import { z } from 'zod'
import type { ConventionFinding } from '../convention.ts'
import type { keysState } from '../custody/custody.ts'

export const requestStates = ['waiting', 'approved', 'turnedDown', 'redirected', 'takenBack'] as const
export const requestState = z.enum(requestStates)
export type RequestState = z.output<typeof requestState>

export const requestDecisions = ['approve', 'turnDown', 'redirect'] as const
export const requestDecision = z.enum(requestDecisions)
export type RequestDecision = z.output<typeof requestDecision>

/** Where each decision leads. Only what waits is decided, once. */
export const afterDecision: Readonly<Record<RequestDecision, RequestState>> = {
  approve: 'approved',
  turnDown: 'turnedDown',
  redirect: 'redirected',
}

/** What is gone through before an account is opened. */
export const openingSteps = ['handle', 'profile', 'owner', 'keys', 'cover'] as const
export const openingStep = z.enum(openingSteps)
export type OpeningStep = z.output<typeof openingStep>

export const opening = z.object({
  step: openingStep,
  done: z.boolean(),
  words: z.string(),
  /** Not done, and somebody may say with a reason that it opens all the same. */
  mayAccept: z.boolean(),
})
export type Opening = z.output<typeof opening>

export type OpeningFacts = {
  handle: readonly ConventionFinding[]
  /** Null: nobody has written the profile down or asked the network for it. */
  profile: readonly ConventionFinding[] | null
  owner: { title: string; held: boolean } | null
  keys: z.output<typeof keysState>
  coverWords: string
}

const wordsOf = (findings: readonly ConventionFinding[]): string => findings.map((f) => f.words).join(' ')

/** Each step, whether it is done, and in words what is found. A convention may be departed from; nobody, no keys and no hours may not. */
export const openingOf = (facts: OpeningFacts): Opening[] => [
  {
    step: 'handle',
    done: facts.handle.length === 0,
    words: facts.handle.length === 0 ? 'It follows the naming convention.' : wordsOf(facts.handle),
    mayAccept: facts.handle.length > 0,
  },
  {
    step: 'profile',
    done: facts.profile?.length === 0,
    words:
      facts.profile === null
        ? 'Nobody has written its profile down yet.'
        : facts.profile.length === 0
          ? 'It says who runs it, what it is not for, and when somebody looks.'
          : wordsOf(facts.profile),
    mayAccept: facts.profile !== null && facts.profile.length > 0,
  },
  {
    step: 'owner',
    done: facts.owner?.held === true,
    words:
      facts.owner === null
        ? 'No office answers for it.'
        : facts.owner.held
          ? `The ${facts.owner.title} answers for it.`
          : `Nobody holds the office ${facts.owner.title}.`,
    mayAccept: false,
  },
  {
    step: 'keys',
    done: facts.keys.state === 'working' || facts.keys.state === 'notConnected',
    words: facts.keys.words,
    mayAccept: false,
  },
  {
    step: 'cover',
    done: facts.coverWords !== '',
    words:
      facts.coverWords === ''
        ? 'No hours are recorded in which somebody looks.'
        : `Somebody looks ${facts.coverWords}.`,
    mayAccept: false,
  },
]

/** What still stops it, when these steps are accepted as they are. */
export const stopsOpening = (all: readonly Opening[], accepted: readonly OpeningStep[]): Opening[] =>
  all.filter((o) => !o.done && !(o.mayAccept && accepted.includes(o.step)))
