import type { Subject } from '../criteria.ts'
import type { Outcome } from '../outcome.ts'

/** So many at once at most: as many as one person can have read. */
export const mostTogether = 100

/** What has to be known of a review before it is decided together with others. `key`: the account's id, or the look-alike's. */
export type Choice = {
  key: string
  subject: Subject
  recommendation: Outcome
  decided: boolean
  lookWaits: boolean
  /** The asking one owns or supervises the account. */
  own: boolean
  /** It has closed on the register. */
  closed: boolean
  /** Conversations that are open there now. */
  conversations: number
  /** The other accounts that speak for the same area now, by id; null where it speaks for none. */
  sameArea: readonly string[] | null
}

/** Why one is decided by itself. */
export type Alone = 'decided' | 'closed' | 'lookWaits' | 'own' | 'conversations' | 'onlyVoice'

/** Whether one is decided by itself, although those of these keys are chosen together; null when it may be among them. */
export function whyAlone(c: Choice, chosen: ReadonlySet<string>): Alone | null {
  if (c.decided) return 'decided'
  if (c.closed) return 'closed'
  if (c.lookWaits) return 'lookWaits'
  if (c.own) return 'own'
  if (c.recommendation !== 'close' || c.subject !== 'ours') return null
  if (c.conversations > 0) return 'conversations'
  return c.sameArea?.every((id) => chosen.has(id)) ? 'onlyVoice' : null
}

export const aloneWords: Readonly<Record<Alone, string>> = {
  decided: 'decided already',
  closed: 'it has closed since',
  lookWaits: 'a second look waits',
  own: 'you answer for it',
  conversations: 'people wait for an answer there',
  onlyVoice: 'nobody else speaks for its area',
}
