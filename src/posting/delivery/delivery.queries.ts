import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor } from '../../foundation/world.ts'
import { networks } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { notOpen, openTo } from '../open-to.queries.ts'
import type { listHolds, publishingHealth } from './delivery.contract.ts'
import { holdOn } from './delivery.store.ts'

const startOfWeek = (now: Date) => new Date(now.getTime() - 7 * 86_400_000)
/** On time means so many milliseconds after its due time at most. */
const onTimeMs = 5000

type Holds = z.input<typeof listHolds.output>
type Health = z.input<typeof publishingHealth.output>

type DeliveryRow = {
  id: string
  post_id: string
  name: string
  handle: string
  network: string
  words: string
  why: string
  state: Health['checking'][number]['state']
  due_at: Date
  next_at: Date
  hold_id: string | null
  live: number
  pieces: number
  sent_at: Date | null
  looks: Date[] | null
  hold_open: boolean
}

/** Deliveries in some states with what a person needs to know them by. */
async function deliveriesIn(db: Db, actor: Actor, now: Date, states: readonly string[]): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select d.id, d.post_id, a.name, a.handle, d.network, d.words as why, d.state, d.due_at, d.next_at, d.hold_id,
      case when ${openTo(actor, now, 'p')} then (select x.text from piece x where x.force_id = d.force_id and x.delivery_id = d.id and (x.external_id is null or x.n = 0)
        order by (x.external_id is null) desc, x.n limit 1) else ${notOpen} end as words,
      (select count(*)::int from piece p where p.force_id = d.force_id and p.delivery_id = d.id and p.external_id is not null) as live,
      (select count(*)::int from piece p where p.force_id = d.force_id and p.delivery_id = d.id) as pieces,
      (select max(t.started_at) from attempt t where t.force_id = d.force_id and t.delivery_id = d.id and t.act = 'send') as sent_at,
      (select array_agg(t.started_at order by t.started_at) from attempt t where t.force_id = d.force_id and t.delivery_id = d.id and t.act = 'look') as looks,
      ${holdOn} as hold_open
    from delivery d join account a on a.force_id = d.force_id and a.id = d.account_id join post p on p.force_id = d.force_id and p.id = d.post_id
    where d.force_id = ${actor.forceId} and d.state = any(${[...states]}) order by d.due_at limit 500`.execute(db)
  return rows
}

/** What both the held and the doubtful are known by. */
const known = (d: DeliveryRow) => ({
  id: d.id,
  postId: d.post_id,
  account: d.name,
  handle: d.handle,
  network: d.network,
  words: d.words,
  why: d.why,
  live: d.live,
  pieces: d.pieces,
})

type HoldRow = {
  id: string
  scope: Holds['holds'][number]['scope']
  target: string | null
  targetName: string | null
  reason: string
  placedBy: string
  at: Date
  held: number
}

async function holdsInForce(db: Db, forceId: string): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`
    select h.id, h.scope, h.target, h.reason, coalesce(p.rank || ' ' || p.name, '') as "placedBy", h.placed_at as at,
      case when h.scope = 'account' then (select a.name from account a where a.force_id = h.force_id and a.id = h.target) else h.target end as "targetName",
      (select count(*)::int from delivery d where d.force_id = h.force_id and d.hold_id = h.id and d.state = 'held') as held
    from hold h left join person p on p.force_id = h.force_id and p.id = h.placed_by
    where h.force_id = ${forceId} and h.released_at is null order by h.placed_at`.execute(db)
  return rows
}

/** The holds in force and every held delivery. */
export async function holdsNow(db: Db, actor: Actor, now: Date): Promise<Holds> {
  const holds = await holdsInForce(db, actor.forceId)
  const counts = await db
    .selectFrom('delivery')
    .select(['state', sql<number>`count(*)::int`.as('n')])
    .where('force_id', '=', actor.forceId)
    .where('state', 'in', ['waiting', 'sending'])
    .groupBy('state')
    .execute()
  const count = (state: string) => counts.find((r) => r.state === state)?.n ?? 0
  const held = await deliveriesIn(db, actor, now, ['held'])
  return {
    holds: holds.map(({ at, ...h }) => ({ ...h, placedAt: at.toISOString(), beingSent: count('sending') })),
    waiting: count('waiting'),
    beingSent: count('sending'),
    mayHold: may(actor, 'placeHold'),
    held: held.map((d) => ({
      ...known(d),
      dueAt: d.due_at.toISOString(),
      past: d.next_at < now,
      underHold: d.hold_open,
    })),
  }
}

/** Whether posts will go out, and what needs a person: one query a question. */
export async function healthNow(db: Db, actor: Actor, now: Date): Promise<Health> {
  const { forceId } = actor
  const doubtful = (await deliveriesIn(db, actor, now, ['needs-person', 'checking'])).map((d) => ({
    ...known(d),
    state: d.state,
    sentAt: d.sent_at?.toISOString() ?? null,
    looks: (d.looks ?? []).map((l) => l.toISOString()),
    profileUrl: null,
  }))
  const next = await db
    .selectFrom('delivery')
    .select('next_at')
    .where('force_id', '=', forceId)
    .where('state', '=', 'waiting')
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst()
  return {
    needsPerson: doubtful.filter((d) => d.state === 'needs-person'),
    checking: doubtful.filter((d) => d.state === 'checking'),
    networks: await networkHealth(db, forceId, now),
    ...(await figures(db, forceId, now)),
    workers: await processesOf(db, forceId, now),
    alarms: await openAlarms(db, forceId),
    nextDueAt: next?.next_at.toISOString() ?? null,
    maySettle: may(actor, 'settleDelivery'),
    maySettleAlarms: may(actor, 'settleAlarm'),
  }
}

/** Processes that gave a sign of life within a day. */
async function processesOf(db: Db, forceId: string, now: Date): Promise<Health['workers']> {
  const beats = await db
    .selectFrom('beat')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('at', '>', new Date(now.getTime() - 86_400_000))
    .orderBy('at', 'desc')
    .execute()
  return beats.map((b) => ({
    process: b.process,
    kind: b.kind,
    startedAt: b.started_at.toISOString(),
    secondsAgo: Math.max(0, Math.round((now.getTime() - b.at.getTime()) / 1000)),
  }))
}

/** Without those about a delivery in doubt: these are cards of their own. */
async function openAlarms(db: Db, forceId: string): Promise<Health['alarms']> {
  const alarms = await db
    .selectFrom('alarm')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('settled_at', 'is', null)
    .where('kind', '<>', 'needsPerson')
    .orderBy('raised_at')
    .limit(200)
    .execute()
  return alarms.map((a) => ({
    id: a.id,
    kind: a.kind,
    subject: a.subject,
    words: a.words,
    raisedAt: a.raised_at.toISOString(),
  }))
}

async function figures(db: Db, forceId: string, now: Date): Promise<Pick<Health, 'week' | 'ever'>> {
  const {
    rows: [w],
  } = await sql<{ on_time: number; sent: number; held: number; unknown: number; ever: number; since: Date | null }>`
    select count(*) filter (where sent_at >= ${startOfWeek(now)} and sent_at <= due_at + ${onTimeMs} * interval '1 millisecond')::int as on_time,
      count(*) filter (where sent_at >= ${startOfWeek(now)})::int as sent,
      count(*) filter (where state = 'held')::int as held,
      count(*) filter (where state in ('checking', 'needs-person'))::int as unknown,
      count(*) filter (where sent_at is not null)::int as ever, min(sent_at) as since
    from delivery where force_id = ${forceId}`.execute(db)
  const {
    rows: [t],
  } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from attempt where force_id = ${forceId} and act = 'send' and ending = 'done' group by delivery_id, n having count(*) > 1) twice`.execute(
    db,
  )
  return {
    week: { onTime: w?.on_time ?? 0, sent: w?.sent ?? 0, held: w?.held ?? 0, unknown: w?.unknown ?? 0 },
    ever: { sent: w?.ever ?? 0, twice: t?.n ?? 0, since: w?.since?.toISOString() ?? null },
  }
}

async function networkHealth(db: Db, forceId: string, now: Date): Promise<Health['networks']> {
  const { rows } = await sql<{
    network: string
    accounts: number
    keys_ended: number
    keys_end_at: Date | null
    last: Date | null
    on_time: number
    sent: number
    unknown: number
    refused: number
    due: number
  }>`
    select a.network, count(distinct a.id)::int as accounts,
      count(distinct a.id) filter (where c.state = 'ended')::int as keys_ended, min(c.ends_at) as keys_end_at,
      max(d.sent_at) as last,
      count(d.id) filter (where d.sent_at >= ${startOfWeek(now)} and d.sent_at <= d.due_at + ${onTimeMs} * interval '1 millisecond')::int as on_time,
      count(d.id) filter (where d.sent_at >= ${startOfWeek(now)})::int as sent,
      count(d.id) filter (where d.state in ('checking', 'needs-person'))::int as unknown,
      count(d.id) filter (where d.state = 'refused' and d.state_since >= ${startOfWeek(now)})::int as refused,
      count(d.id) filter (where d.state = 'waiting' and d.next_at < ${new Date(now.getTime() + 86_400_000)})::int as due
    from account a
      left join custody c on c.force_id = a.force_id and c.account_id = a.id
      left join delivery d on d.force_id = a.force_id and d.account_id = a.id
    where a.force_id = ${forceId} and a.status not in ('closed', 'unofficial') group by a.network`.execute(db)
  return networks
    .filter((n) => n.connected)
    .flatMap((n) => {
      const r = rows.find((row) => row.network === n.id)
      if (!r) return []
      return [
        {
          network: n.id,
          name: n.name,
          mark: n.mark,
          practice: n.practice,
          accounts: r.accounts,
          keysEnded: r.keys_ended,
          keysEndAt: r.keys_end_at?.toISOString() ?? null,
          lastHeardAt: r.last?.toISOString() ?? null,
          onTime: r.on_time,
          sent: r.sent,
          unknown: r.unknown,
          refused: r.refused,
          due: r.due,
        },
      ]
    })
}
