import type { Outcome } from '../../review/outcome.ts'
import { outcomeWords } from '../../review/outcome.ts'
import { type Alone, aloneWords, mostTogether } from '../../review/together/together.ts'
import { plural } from '../say.ts'

const accounts = (n: number): string => `${n.toLocaleString('en-GB')} ${plural(n, 'account')}`
const named = (outcome: Outcome): string => outcomeWords[outcome].toLowerCase()

export const togetherWords = {
  choose: 'Choose',
  chooseOne: (name: string) => `Choose ${name}`,
  chooseAll: (n: number) => `Choose all ${n.toLocaleString('en-GB')}`,
  /** Why a row cannot be chosen with others. */
  singly: (why: Alone) => `Decide by itself: ${aloneWords[why]}`,
  others: 'Several are decided at once only where the same is recommended. The next step shows what it comes to.',
  most: `No more than ${mostTogether} at once.`,
  chosen: (n: number, outcome: Outcome) => `${accounts(n)} chosen, recommended: ${named(outcome)}`,
  clear: 'Choose none',
  open: (n: number) => `Decide ${n.toLocaleString('en-GB')} together`,
  heading: (n: number, outcome: Outcome) => `${outcomeWords[outcome]} ${accounts(n)}?`,
  body: 'Each gets a decision of its own in your name, with this reason. All are recorded, or none.',
  decided: 'What is decided',
  apart: 'Not among them',
  joins: (into: string) => `into ${into}`,
  reason: 'Reason, kept with each decision and shown to its people',
  on: { goes: 'On', again: 'Look again on' },
  act: (n: number, outcome: Outcome) => `Record “${named(outcome)}” for ${accounts(n)}`,
  needs: {
    reason: 'Give the reason',
    day: 'Choose the day, today or later',
    none: 'None of them can be decided together',
  },
} as const
