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

/**
 * Keeps the alarms of a kind that a higher room knows as things are now: settles those about what is not among `now`, and raises those that
 * are, where it `mayRing`.
 */
export async function keepAlarms(
  c: Commanding,
  kind: string,
  now: readonly { about: string; words: string }[],
  mayRing = true,
): Promise<void> {
  const all = c.tx.selectFrom('alarm').select('subject').where('force_id', '=', c.actor.forceId)
  const open = await all.where('kind', '=', kind).where('settled_at', 'is', null).execute()
  for (const { subject } of open) if (now.every(({ about }) => about !== subject)) await closeAlarms(c, subject, [kind])
  if (mayRing) for (const { about, words } of now) await openAlarm(c, kind, about, words)
}
