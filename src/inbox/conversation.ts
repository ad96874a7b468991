/** What a conversation is, and which moves it allows. Pure: asked by commands, queries and screens alike. */
import { type Category, needsPerson, rank } from './triage/category.ts'

export const outcomeKinds = ['answered', 'incidentRaised', 'referred', 'moderated', 'noAnswerNeeded'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** What each outcome needs before a conversation can be closed with it. */
export const outcomes: {
  readonly [kind in OutcomeKind]: { label: string; needs: 'nothing' | 'reference' | 'team' | 'reason'; says: string }
} = {
  answered: { label: 'Answered in full', needs: 'nothing', says: 'Our answer was seen to be out.' },
  incidentRaised: {
    label: 'Incident raised',
    needs: 'reference',
    says: 'The control room has it, under this reference.',
  },
  referred: { label: 'Passed to a team', needs: 'team', says: 'Somebody else answers, in the force or outside it.' },
  moderated: { label: 'Moderated', needs: 'nothing', says: 'It broke a published standard and was acted on.' },
  noAnswerNeeded: { label: 'No answer needed', needs: 'reason', says: 'Nothing was asked, for the reason given.' },
}

/** Who has a conversation: nobody else can answer it until it is handed over, taken over or frees itself. */
export type Holding = { holderId: string; since: string; until: string }

/** A hold frees itself after so many minutes without a sign of life of its holder. */
export const holdMinutes = 30

/** Order of the queue: 0 is a person who may be in danger, 1 is looked at first, lest it be one; the others stand as their category does. */
export const rankOf = (category: Category, danger: boolean, look = false): number => {
  if (danger || category === 'threatOrVulnerable') return 0
  return look ? lookFirst : rank(category)
}

/** The rank of what a person looks at before all that is ordinary: no category but the gravest, which stands at 0, has it. */
export const lookFirst = 1

/** What is known of a category: what it is, whether a person said so, and where it stands in the queue. */
export type Weighed = { category: Category; decidedBy: string | null; rank: number }

/** A person said what it is, and nothing said later speaks of danger. */
export const isDecided = (w: Weighed): boolean =>
  w.decidedBy !== null && (w.rank > 0 || w.category === 'threatOrVulnerable')

/** A machine alone never ends what may be about danger, a call for service or intelligence. */
export const mustBeDecided = (w: Weighed): boolean => !isDecided(w) && (w.rank <= lookFirst || needsPerson(w.category))

/** Only some roles read it, and each opening is recorded. */
export const isRestricted = (category: Category): boolean => category === 'intelligence'

export const isHeldBy = (holding: Holding | null, personId: string, now: string): boolean =>
  holding !== null && holding.holderId === personId && holding.until > now

/** Somebody else who has it now, or null. */
export const heldByOther = (holding: Holding | null, personId: string, now: string): Holding | null =>
  holding !== null && holding.holderId !== personId && holding.until > now ? holding : null
