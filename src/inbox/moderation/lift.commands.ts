import type { Commanding } from '../../audit/audit.commands.ts'
import { closeAlarms } from '../../posting/delivery/alarm.store.ts'
import { liftFrom } from './lift.ts'
import { change, type Moderation } from './moderation.store.ts'
import type { LiftWhy } from './moderation.ts'

export const alarmSubject = (m: Pick<Moderation, 'id'>): string => `moderation:${m.id}`

/** Asks that a decision is undone; the row is held by this transaction. False when nothing stands. A report is never undone. */
export async function beginLift(c: Commanding, m: Moderation, why: LiftWhy, words: string): Promise<boolean> {
  const to = liftFrom(m)
  if (to === 'nothing') return false
  const asked = { lift_asked_at: c.now, lift_why: why, lift_words: words, lifted_by: c.actor.personId }
  const next =
    to === 'lifted'
      ? { lifted_at: c.now, next_at: null, lease_token: null, lease_until: null }
      : { next_at: c.now, tries: 0, network_words: '' }
  await change(c.tx, m, { ...asked, ...next, state: to, state_since: c.now })
  await closeAlarms(c, alarmSubject(m), ['notModerated'])
  c.record('moderation.liftAsked', `moderation:${m.id}`, { why, to })
  return true
}
