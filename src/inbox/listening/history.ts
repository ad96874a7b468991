/** What was said before we began to listen to an account. Pure. */
import { lookFirst } from '../conversation.ts'
import { needsPerson } from '../triage/category.ts'
import type { Grown, Standing } from './growth.ts'

/** What is younger than this when we begin to listen is still asked; what is older is kept as history, unless it may be grave. */
export const historyDays = 7
/**
 * What comes in later than this after we began to listen was not there then, whatever time it says of itself: a telephone may have its clock
 * wrong. A person looks at it.
 */
const backlogMs = 86_400_000
export const historyWords = `Said more than ${historyDays} days before we listened here, so it was kept and not answered.`

/**
 * Marks what was said before we listened: its aims count from then on, because nobody could have looked sooner. What is older is closed as
 * history; a machine alone never ends what may be about danger, a call for service or intelligence. `mayClose`: nobody has had it in hand.
 */
export function beforeWeListened<S extends Standing | Grown>(
  s: S,
  begunAt: Date | null,
  mayClose: boolean,
  now: Date,
): S {
  if (begunAt === null || begins(s) >= begunAt) return s
  const old = s.lastSaidAt.getTime() < begunAt.getTime() - historyDays * 86_400_000
  const grave = s.rank <= lookFirst || s.decided || needsPerson(s.category)
  const isBacklog = now.getTime() - begunAt.getTime() <= backlogMs
  if (!mayClose || !old || grave || !isBacklog) return { ...s, aimsFrom: begunAt }
  const closed = { stage: 'closed' as const, stageSince: now, reopenedAt: null, waitingSince: null }
  return { ...s, ...closed, aimsFrom: begunAt, ...('reopened' in s ? { reopened: false } : {}) }
}

/** When what waits in it was said. */
const begins = (s: Standing): Date => {
  const opened = s.reopenedAt ?? s.openedAt
  return s.waitingSince !== null && s.waitingSince < opened ? s.waitingSince : opened
}
