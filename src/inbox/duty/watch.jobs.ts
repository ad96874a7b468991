import { sql } from 'kysely'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { clockWords } from '../../posting/schedule.ts'
import { dueAnew } from '../conversation.store.ts'
import { keepHoursMark } from './duty.store.ts'
import { markSeen } from './telling.store.ts'

const minute = 60_000
/** A line to a network may stumble; after so long somebody has to know. Keys that ended do not come back by themselves. */
const behindFor = 5 * minute
/** People wait: told at most once in so long. */
const overdueEvery = 15 * minute

const product = (forceId: string) => ({ forceId, personId: null, roles: [] })

/** The last that has to be looked at in conversation `k`: it began, words of danger came, they wrote again after our answer. */
const lastToLookAt = sql<Date>`greatest(k.opened_at, k.danger_last_at, k.waiting_since)`
const isLooked = sql<boolean>`coalesce(greatest(k.first_look_at, k.looked_at) >= ${lastToLookAt}, false)`
/** Whoever has it at hand is given so long before others are called. */
const holderLooksIn = minute

/** Raises an alarm for everybody who may be in danger and whom nobody has looked at, and settles it when somebody has. */
export const watchDanger = (world: World): Promise<void> =>
  eachForce(world.db, async (forceId) => {
    const now = world.clock.now()
    const { rows: unseen } = await sql<{ id: string; handle: string; missing: boolean }>`
      select k.id, a.handle, b.id is null as missing from conversation k
        join account a on a.force_id = k.force_id and a.id = k.account_id
        left join alarm b on b.force_id = k.force_id and b.kind = 'danger' and b.subject = 'conversation:' || k.id and b.settled_at is null
      where k.force_id = ${forceId} and k.stage = 'open' and k.rank = 0 and not ${isLooked} and b.id is null
        and (k.holder_id is null or k.held_until < ${now} or ${lastToLookAt} < ${new Date(now.getTime() - holderLooksIn)})
      order by k.opened_at limit 500`.execute(world.db)
    const { rows: over } = await sql<{ alarm: string; subject: string; by: string | null }>`
      select b.id as alarm, b.subject, coalesce((select a.by_id from conversation_act a where a.force_id = k.force_id
          and a.conversation_id = k.id and a.kind = 'looked' order by a.at desc, a.id desc limit 1), k.first_look_by) as by
      from alarm b
        left join conversation k on k.force_id = b.force_id and k.id = split_part(b.subject, ':', 2)
      where b.force_id = ${forceId} and b.kind = 'danger' and b.settled_at is null
        and (k.id is null or k.stage <> 'open' or k.rank > 0 or ${isLooked})`.execute(world.db)
    if (unseen.length === 0 && over.length === 0) return
    await command(world, product(forceId), async (c) => {
      for (const k of unseen)
        await openAlarm(
          c,
          'danger',
          `conversation:${k.id}`,
          `Somebody who wrote to ${k.handle} may be in danger, and nobody has looked yet.`,
        )
      for (const o of over) {
        await markSeen(c.tx, forceId, [o.alarm], o.by, c.now)
        await closeAlarms(c, o.subject, ['danger'])
      }
      return ok(null)
    })
  })

/** What lasts too long at the desk: clocks that ran out, accounts that we do not hear, a surge. */
export const watchDesk = (world: World): Promise<void> =>
  eachForce(world.db, (forceId) =>
    command(world, product(forceId), async (c) => {
      await watchHours(c)
      await watchClocks(c)
      await watchHearing(c)
      await watchSurge(c)
      return ok(null)
    }).then(() => undefined),
  )

/** Clocks count in an account's hours of cover, which the register keeps: when those change, or the zone, open clocks are counted again. */
async function watchHours(c: Commanding): Promise<void> {
  const forceId = c.actor.forceId
  const { rows } = await sql<{ mark: string; kept: string | null }>`
    select md5(f.time_zone || coalesce((select string_agg(a.id || a.cover::text, ' ' order by a.id) from account a
      where a.force_id = f.id), '')) as mark, d.hours_mark as kept
    from force f left join desk d on d.force_id = f.id where f.id = ${forceId}`.execute(c.tx)
  const { mark = '', kept = null } = rows[0] ?? {}
  if (mark === kept) return
  if (kept !== null) await dueAnew(c)
  await keepHoursMark(c.tx, forceId, mark)
}

/**
 * One alarm for all of them, also for a person in danger whom somebody has looked at and whom nobody answers; what was said before we listened
 * rings none. When others ran out since, it is told again, at most every 15 minutes.
 */
async function watchClocks(c: Commanding): Promise<void> {
  const forceId = c.actor.forceId
  const subject = `desk:${forceId}`
  const open = await c.tx
    .selectFrom('alarm')
    .select('raised_at')
    .where('force_id', '=', forceId)
    .where('kind', '=', 'overdue')
    .where('subject', '=', subject)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  const since = open?.raised_at ?? new Date(0)
  const { rows } = await sql<{ n: number; fresh: number; first: Date | null; danger: number }>`
    select count(*)::int as n, count(*) filter (where k.due_at > ${since})::int as fresh, min(k.due_at) as first,
      count(*) filter (where k.rank = 0)::int as danger
    from conversation k where k.force_id = ${forceId} and k.stage = 'open' and k.due_at < ${c.now} and (k.rank > 0 or ${isLooked})
      and (k.aims_from is null or k.last_said_at >= k.aims_from)`.execute(c.tx)
  const { n = 0, fresh = 0, first = null, danger = 0 } = rows[0] ?? {}
  if (n === 0) return open ? closeAlarms(c, subject, ['overdue']) : undefined
  if (open && (fresh === 0 || c.now.getTime() - open.raised_at.getTime() < overdueEvery)) return
  if (open) await closeAlarms(c, subject, ['overdue'])
  const zone = await zoneOf(c.tx, forceId)
  const people = n === 1 ? 'One conversation is over its clock' : `${n} conversations are over their clock`
  const grave = danger === 0 ? '' : danger === 1 ? ' One may be about danger.' : ` ${danger} may be about danger.`
  await openAlarm(c, 'overdue', subject, `${people}, the first since ${clockWords(first ?? c.now, zone)}.${grave}`)
}

async function watchHearing(c: Commanding): Promise<void> {
  const forceId = c.actor.forceId
  const { rows } = await sql<{
    id: string
    handle: string
    deaf: boolean
    since: Date | null
    ended: boolean
    open: boolean
  }>`
    select a.id, a.handle, l.behind_since as since, l.state = 'ended' as ended, b.id is not null as open,
      (l.state = 'ended' or (l.state = 'behind' and l.behind_since < ${new Date(c.now.getTime() - behindFor)})) as deaf
    from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
      left join alarm b on b.force_id = l.force_id and b.kind = 'notHeard' and b.subject = 'account:' || a.id and b.settled_at is null
    where l.force_id = ${forceId}`.execute(c.tx)
  const zone = rows.some((r) => r.deaf !== r.open) ? await zoneOf(c.tx, forceId) : ''
  for (const r of rows) {
    const subject = `account:${r.id}`
    if (r.deaf && !r.open) {
      const since = r.since ? ` since ${clockWords(r.since, zone)}` : ''
      const why = r.ended ? 'its keys have ended' : 'its network does not answer'
      await openAlarm(c, 'notHeard', subject, `We do not hear ${r.handle}${since}: ${why}.`)
    }
    if (r.open && !r.deaf) await closeAlarms(c, subject, ['notHeard'])
  }
}

async function watchSurge(c: Commanding): Promise<void> {
  const { rows } = await sql<{ id: string; began_at: Date; ended: boolean }>`
    select s.id, s.began_at, s.ended_at is not null as ended from surge s
      left join alarm b on b.force_id = s.force_id and b.kind = 'surge' and b.subject = 'surge:' || s.id and b.settled_at is null
    where s.force_id = ${c.actor.forceId} and ((s.ended_at is null) <> (b.id is not null))`.execute(c.tx)
  for (const s of rows) {
    const subject = `surge:${s.id}`
    if (s.ended) await closeAlarms(c, subject, ['surge'])
    else {
      const since = clockWords(s.began_at, await zoneOf(c.tx, c.actor.forceId))
      await openAlarm(c, 'surge', subject, `Much more than usual reaches us since ${since}.`)
    }
  }
}
