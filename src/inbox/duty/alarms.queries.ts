import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { told } from './alarm.ts'
import type { alarmEndpoint } from './duty.contract.ts'

type AlarmOut = z.input<typeof alarmEndpoint.output>

const base = (db: Db, forceId: string) =>
  db
    .selectFrom('alarm as a')
    .leftJoin('alarm_telling as t', (j) => j.onRef('t.force_id', '=', 'a.force_id').onRef('t.alarm_id', '=', 'a.id'))
    .leftJoin('conversation as k', (j) =>
      j
        .onRef('k.force_id', '=', 'a.force_id')
        .on(sql<boolean>`a.subject like 'conversation:%' and k.id = split_part(a.subject, ':', 2)`),
    )
    .select(['a.id', 'a.kind', 'a.subject', 'a.words', 'a.raised_at', 'a.settled_at'])
    .select(['t.step', 't.seen_at', 't.seen_by', 't.led_by', 'k.id as conversation_id', 'k.account_id'])
    .where('a.force_id', '=', forceId)

type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number]

async function shown(db: Db, forceId: string, rows: readonly Row[]): Promise<AlarmOut[]> {
  const leads = rows.map((r) => r.led_by ?? r.id)
  const tellings =
    leads.length === 0
      ? []
      : await db
          .selectFrom('telling as t')
          .innerJoin('reach as r', (j) => j.onRef('r.force_id', '=', 't.force_id').onRef('r.id', '=', 't.reach_id'))
          .select(['t.alarm_id', 't.person_id', 't.step', 't.state', 't.at', 't.told_at', 't.words', 'r.way'])
          .where('t.force_id', '=', forceId)
          .where('t.alarm_id', 'in', leads)
          .orderBy('t.at')
          .orderBy('t.id')
          .execute()
  const person = await peopleBy(db, forceId, [...rows.map((r) => r.seen_by), ...tellings.map((t) => t.person_id)])
  const accountOf = (r: Row) => r.account_id ?? (r.subject.startsWith('account:') ? r.subject.slice(8) : null)
  const accounts = await accountsBy(
    db,
    forceId,
    rows.flatMap((r) => accountOf(r) ?? []),
  )
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    title: told[r.kind]?.title ?? 'Something needs a person',
    words: r.words,
    account: accounts.get(accountOf(r) ?? '') ?? null,
    conversationId: r.conversation_id,
    raisedAt: r.raised_at.toISOString(),
    settledAt: r.settled_at?.toISOString() ?? null,
    step: r.step ?? 0,
    seen: r.seen_at ? { by: r.seen_by ? person(r.seen_by) : null, at: r.seen_at.toISOString() } : null,
    told: tellings
      .filter((t) => t.alarm_id === (r.led_by ?? r.id))
      .map((t) => ({
        person: person(t.person_id),
        way: t.way,
        step: t.step,
        state: t.state,
        at: (t.told_at ?? t.at).toISOString(),
        words: t.words,
      })),
  }))
}

/** Open alarms, those about a person in danger first, then the newest. */
export async function alarmsNow(db: Db, forceId: string): Promise<AlarmOut[]> {
  const rows = await base(db, forceId)
    .where('a.settled_at', 'is', null)
    .orderBy((e) => e.case().when('a.kind', '=', 'danger').then(0).else(1).end())
    .orderBy('a.raised_at', 'desc')
    .limit(100)
    .execute()
  return shown(db, forceId, rows)
}

export async function oneAlarm(db: Db, forceId: string, id: string): Promise<AlarmOut | null> {
  const [alarm = null] = await shown(db, forceId, await base(db, forceId).where('a.id', '=', id).execute())
  return alarm
}
