import { dateIn, dayAfter } from '../foundation/clock.ts'
import type { Subject } from './criteria.ts'
import type { Outcome } from './outcome.ts'

/** Days after a decision in which its people may ask that somebody else looks again. */
export const secondLookDays = 14
const dayMs = 86_400_000

/** Until when a second look may be asked for; that instant itself is outside. */
export const askUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + secondLookDays * dayMs)

/** The first day of the force's calendar on which nobody can ask for a second look any more; before it no account is closed by that decision. */
export const freeFrom = (decidedAt: Date, zone: string): string =>
  dayAfter(dateIn(new Date(askUntil(decidedAt).getTime() - 1), zone), 1)

/** Days within which somebody begins what a decision asks for, and within which a second look is decided. */
export const beginWithinDays = 3
export const lookWithinDays = 14

/** The last day of the force's calendar on which something that began then is in time. */
export const inTimeUntil = (at: Date, days: number, zone: string): string => dayAfter(dateIn(at, zone), days)

/** By what a review is called within its round: the account, or the look-alike. */
export const keyOf = (review: { account_id: string | null; look_alike_id: string | null }): string =>
  review.account_id ?? review.look_alike_id ?? ''

/** What an alarm about a review hangs on: its account, where it is about one. */
export const alarmAbout = (review: { id: string; account_id: string | null }): string =>
  review.account_id === null ? `reviews:${review.id}` : `account:${review.account_id}`

const possible: Readonly<Record<Subject, readonly Outcome[]>> = {
  ours: ['keep', 'improve', 'merge', 'close', 'leaveAsPersonal'],
  unofficial: ['adopt', 'close', 'leaveAsPersonal'],
  lookAlike: ['adopt', 'close', 'leaveAsPersonal'],
}

/** What may become of it at all: only what is outside is adopted, and only what is ours is kept, mended or merged. */
export const outcomesFor = (of: Subject): readonly Outcome[] => possible[of]

/** A decision as it is given; `on`: a day of the force's calendar. */
export type Given = {
  outcome: Outcome
  into: string | null
  on: string | null
  reason: string
  whyOther: string | null
}

/** What changes the register, and so needs its day. Of what looks like ours, closing asks its network and changes nothing of ours. */
export const carries = (what: Outcome, of: Subject): 'closing' | 'adoption' | null => {
  if (what === 'adopt') return 'adoption'
  return of === 'ours' && (what === 'merge' || what === 'close') ? 'closing' : null
}

export type Wrong = 'outcomeNotHere' | 'intoWhere' | 'dayNeeded' | 'sayWhyOther'

/** What is wrong with a decision; null when nothing is. `today`: on the force's calendar. */
export function wrongWith(
  given: Given,
  about: { subject: Subject; recommended: Outcome; today: string },
): Wrong | null {
  const { outcome, into, on } = given
  if (!outcomesFor(about.subject).includes(outcome)) return 'outcomeNotHere'
  if ((outcome === 'merge') !== (into !== null)) return 'intoWhere'
  if (carries(outcome, about.subject) !== null && on === null) return 'dayNeeded'
  if (on !== null && on < about.today) return 'dayNeeded'
  return outcome !== about.recommended && !given.whyOther ? 'sayWhyOther' : null
}
