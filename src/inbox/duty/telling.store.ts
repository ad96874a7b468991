import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import { toldKinds } from './alarm.ts'

export type TellingRecord = Selectable<Tables['telling']>

/** An open alarm that comes to people, and how far its telling has come. */
export type OpenAlarm = {
  id: string
  kind: string
  subject: string
  raised_at: Date
  step: number
  step_at: Date
  seen_at: Date | null
  /** Of a conversation: when it began, until when a first look was wanted. */
  opened_at: Date | null
  look_by: Date | null
  /** Tellings of this step, and those that failed for good. */
  tellings: number
  failed: number
}

/** Open alarms that lead a telling. */
export async function alarmsUnderway(db: Db, forceId: string): Promise<OpenAlarm[]> {
  const { rows } = await sql<OpenAlarm>`
    select a.id, a.kind, a.subject, a.raised_at, t.step, t.step_at, t.seen_at, k.opened_at, k.due_at as look_by,
      (select count(*)::int from telling x where x.force_id = a.force_id and x.alarm_id = a.id and x.step = t.step) as tellings,
      (select count(*)::int from telling x where x.force_id = a.force_id and x.alarm_id = a.id and x.step = t.step and x.state = 'failed') as failed
    from alarm a join alarm_telling t on t.force_id = a.force_id and t.alarm_id = a.id
      left join conversation k on k.force_id = a.force_id and a.kind = 'danger' and k.id = split_part(a.subject, ':', 2)
    where a.force_id = ${forceId} and a.settled_at is null and t.led_by is null
    order by a.raised_at, a.id limit 500`.execute(db)
  return rows
}

/** Open alarms that nobody was told of yet, or that went with one that is settled by now. To have seen a group is not to have looked at each person in it. */
export async function alarmsToBegin(db: Db, forceId: string): Promise<{ id: string; kind: string; raised_at: Date }[]> {
  const { rows } = await sql<{ id: string; kind: string; raised_at: Date }>`
    select a.id, a.kind, a.raised_at from alarm a
      left join alarm_telling t on t.force_id = a.force_id and t.alarm_id = a.id
      left join alarm l on l.force_id = t.force_id and l.id = t.led_by
    where a.force_id = ${forceId} and a.settled_at is null and a.kind = any(${[...toldKinds]})
      and (t.alarm_id is null or (l.settled_at is not null and (t.seen_at is null or a.kind = 'danger')))
    order by a.raised_at, a.id limit 500`.execute(db)
  return rows
}

/** When the tellings of each kind began lately. */
export const begunSince = (db: Db, forceId: string, since: Date): Promise<{ kind: string; begun: Date }[]> =>
  db
    .selectFrom('telling as t')
    .innerJoin('alarm as a', (j) => j.onRef('a.force_id', '=', 't.force_id').onRef('a.id', '=', 't.alarm_id'))
    .select(['a.kind', sql<Date>`min(t.at)`.as('begun')])
    .where('t.force_id', '=', forceId)
    .where('t.at', '>=', since)
    .where('t.step', '=', 1)
    .groupBy(['a.id', 'a.kind'])
    .execute()

/** Begins the telling of an alarm, or lets it go with another. False when another process did it first. */
export async function beginTelling(
  tx: Tx,
  forceId: string,
  alarmId: string,
  ledBy: string | null,
  at: Date,
): Promise<boolean> {
  const row = { force_id: forceId, alarm_id: alarmId, led_by: ledBy, step: 0, step_at: at }
  const begun = await tx
    .insertInto('alarm_telling')
    .values(row)
    .onConflict((o) =>
      o
        .columns(['force_id', 'alarm_id'])
        .doUpdateSet({ led_by: ledBy, step_at: at, seen_at: null, seen_by: null })
        .where('alarm_telling.led_by', 'is not', null),
    )
    .returning('alarm_id')
    .execute()
  return begun.length > 0
}

/** Moves an alarm on to a step; false when another process did. */
export async function takeStep(tx: Tx, forceId: string, alarm: OpenAlarm, step: number, at: Date): Promise<boolean> {
  const moved = await tx
    .updateTable('alarm_telling')
    .set({ step, step_at: at })
    .where('force_id', '=', forceId)
    .where('alarm_id', '=', alarm.id)
    .where('step', '=', alarm.step)
    .returning('alarm_id')
    .execute()
  return moved.length > 0
}

/** One telling for each way; a way that was told in this step already is left alone. Returns how many are new. */
export async function insertTellings(
  tx: Tx,
  forceId: string,
  alarmId: string,
  step: number,
  ways: readonly { id: string; person_id: string }[],
  at: Date,
): Promise<number> {
  if (ways.length === 0) return 0
  const rows = ways.map((way) => ({
    force_id: forceId,
    id: newId(at),
    alarm_id: alarmId,
    person_id: way.person_id,
    reach_id: way.id,
    step,
    state: 'waiting' as const,
    next_at: at,
    at,
  }))
  const made = await tx
    .insertInto('telling')
    .values(rows)
    .onConflict((o) => o.columns(['force_id', 'alarm_id', 'reach_id', 'step']).doNothing())
    .returning('id')
    .execute()
  return made.length
}

/** Takes due tellings for this process in one statement; while the lease lasts nobody else can have them. */
export async function claimTellings(
  db: Db,
  token: string,
  now: Date,
  leaseMs: number,
  most: number,
): Promise<TellingRecord[]> {
  const until = new Date(now.getTime() + leaseMs)
  const { rows } = await sql<TellingRecord>`
    update telling set state = 'telling', tries = tries + 1, lease_token = ${token}, lease_until = ${until}, next_at = ${until}
    where (force_id, id) in (
      select force_id, id from telling where state in ('waiting', 'telling') and next_at <= ${now}
      order by next_at, id limit ${most} for update skip locked)
    returning *`.execute(db)
  return rows
}

type Ended = { state: 'told' | 'failed' | 'waiting'; words: string; nextAt: Date; toldAt: Date | null }

/** Keeps how a try ended, if this lease still holds it. */
export async function keepEnding(tx: Tx, telling: TellingRecord, ended: Ended): Promise<boolean> {
  const kept = await tx
    .updateTable('telling')
    .set({
      state: ended.state,
      words: ended.words,
      next_at: ended.nextAt,
      told_at: ended.toldAt,
      lease_token: null,
      lease_until: null,
    })
    .where('force_id', '=', telling.force_id)
    .where('id', '=', telling.id)
    .where('state', '=', 'telling')
    .where('lease_token', '=', telling.lease_token)
    .returning('id')
    .execute()
  return kept.length > 0
}

/** An alarm has been seen: by a person, or (null) because its cause is gone. Those that went with it are seen too. Only the first counts. */
export async function markSeen(
  tx: Tx,
  forceId: string,
  alarmIds: readonly string[],
  by: string | null,
  at: Date,
): Promise<string[]> {
  if (alarmIds.length === 0) return []
  const seen = await tx
    .updateTable('alarm_telling')
    .set({ seen_at: at, seen_by: by })
    .where('force_id', '=', forceId)
    .where((e) => e.or([e('alarm_id', 'in', [...alarmIds]), e('led_by', 'in', [...alarmIds])]))
    .where('seen_at', 'is', null)
    .returning('alarm_id')
    .execute()
  const ids = seen.map((s) => s.alarm_id)
  if (by !== null && ids.length > 0)
    await tx
      .updateTable('telling')
      .set({ seen_at: at })
      .where('force_id', '=', forceId)
      .where('alarm_id', 'in', ids)
      .where('person_id', '=', by)
      .where('seen_at', 'is', null)
      .execute()
  return ids
}
