import type { Commanding } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'

/** Kinds of alarm; the subject is `<noun>:<id>`. */
export type AlarmKind =
  | 'needsPerson'
  | 'refused'
  | 'keysEnded'
  | 'missed'
  | 'tooLong'
  | 'noWorker'
  | 'notRemoved'
  | 'heldLong'

/** Raises an alarm unless the same one is open. */
export const raiseAlarm = (c: Commanding, kind: AlarmKind, subject: string, words: string): Promise<void> =>
  openAlarm(c, kind, subject, words)

/** The same for a kind that a higher room knows. */
export async function openAlarm(c: Commanding, kind: string, subject: string, words: string): Promise<void> {
  const raised = await c.tx
    .insertInto('alarm')
    .values({ force_id: c.actor.forceId, id: newId(c.now), kind, subject, words, raised_at: c.now })
    .onConflict((o) => o.columns(['force_id', 'kind', 'subject']).where('settled_at', 'is', null).doNothing())
    .returning('id')
    .execute()
  if (raised[0]) c.record('alarm.raised', `alarm:${raised[0].id}`, { kind, subject })
}

/** Settles the open alarms about a subject, because what they said is no longer so. `by` is null when the product saw it itself. */
export const settleAlarms = (c: Commanding, subject: string, kinds: readonly AlarmKind[]): Promise<void> =>
  closeAlarms(c, subject, kinds)

/** The same for kinds that a higher room knows. */
export async function closeAlarms(c: Commanding, subject: string, kinds: readonly string[]): Promise<void> {
  const settled = await c.tx
    .updateTable('alarm')
    .set({ settled_at: c.now, settled_by: c.actor.personId })
    .where('force_id', '=', c.actor.forceId)
    .where('subject', '=', subject)
    .where('kind', 'in', [...kinds])
    .where('settled_at', 'is', null)
    .returning(['id', 'kind'])
    .execute()
  for (const a of settled) c.record('alarm.settled', `alarm:${a.id}`, { kind: a.kind, subject })
}
