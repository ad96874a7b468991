import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { zoneOf } from '../../people/people.queries.ts'
import { accountsBy, peopleBy } from '../../posting/refs.queries.ts'
import { instantOf, mondayOf, wallOf } from '../../posting/schedule.ts'
import { cover, coverWords } from '../../register/cover.ts'
import { accountById } from '../../register/register.store.ts'
import { peopleOf } from './alarm.ts'
import type { handOvers, rota, watchEndpoint, waysEndpoint } from './duty.contract.ts'
import { dutiesBetween } from './duty.store.ts'
import { publicPushKey, waysOf, waysOfAll } from './reach.store.ts'
import { coverAgainst, type Duty, gapsIn, gapWords, nextOnDuty, onDutyAt, type Span } from './rota.ts'
import { readStand, standNow } from './stand.queries.ts'
import { mayHandOver, standingNow } from './standing.queries.ts'
import { type DeskLines, noticeOf, profileOf, readLines, watchOf } from './unmonitored.ts'

const day = 86_400_000
type Rota = z.input<typeof rota.output>

/** The local midnights of a week that begins so many weeks from now, the last of them its end. */
function weekFrom(now: Date, zone: string, week: number): Date[] {
  const monday = mondayOf(new Date(now.getTime() + week * 7 * day), zone)
  // Noon, so that a change of the clock does not lead into another day.
  const noon = monday.getTime() + day / 2
  return Array.from({ length: 8 }, (_, n) => {
    const date = wallOf(new Date(noon + n * day), zone).slice(0, 10)
    return instantOf(`${date}T00:00`, zone)?.instant ?? new Date(monday.getTime() + n * day)
  })
}

const iso = (span: Span) => ({ from: span.from.toISOString(), until: span.until.toISOString() })

/** Everything about one week of the rota. */
export async function rotaOf(world: World, actor: Actor, week: number, now: Date): Promise<Rota> {
  const { db } = world
  const { forceId } = actor
  const zone = await zoneOf(db, forceId)
  const days = weekFrom(now, zone, week)
  const shown = { from: days[0] ?? now, until: days[7] ?? now }
  const ahead = { from: now, until: new Date(now.getTime() + 7 * day) }
  const least = new Date(Math.min(shown.from.getTime(), now.getTime()))
  const all = await dutiesBetween(
    db,
    forceId,
    least,
    new Date(Math.max(shown.until.getTime(), now.getTime() + 15 * day)),
  )
  const standing = await standingNow(db, forceId, now)
  const told = await waysOfAll(db, forceId, peopleOf(1, standing), world.config.mail !== null)
  const ids = [...all.map((d) => d.personId), ...standing.leaders]
  const person = await peopleBy(db, forceId, ids)
  const reachable = new Set(
    (await waysOfAll(db, forceId, [...new Set(ids)], world.config.mail !== null)).map((w) => w.person_id),
  )
  const out = (d: Duty) => ({
    id: d.id,
    person: person(d.personId),
    kind: d.kind,
    reachable: reachable.has(d.personId),
    ...iso(d),
  })
  const inWeek = all.filter((d) => d.from < shown.until && d.until > shown.from)
  return {
    now: now.toISOString(),
    zone,
    days: days.slice(0, 7).map((d) => d.toISOString()),
    until: shown.until.toISOString(),
    onDuty: onDutyAt(all, now).map(out),
    next: nextOnDuty(all, now).map(out),
    duties: inWeek.map(out),
    gaps: gapsIn(inWeek, shown).map(iso),
    gapWords: gapsIn(all, ahead).map((g) => gapWords(g, zone, now, ahead.until)),
    leaders: standing.leaders.map(person),
    anybodyReachable: told.length > 0,
    ...(await coverOf(db, forceId, inWeek, shown, zone)),
    mayChange: may(actor, 'changeDuty'),
  }
}

/** Accounts whose stated hours are not all covered in the week shown. */
async function coverOf(
  db: Db,
  forceId: string,
  duties: readonly Duty[],
  shown: Span,
  zone: string,
): Promise<Pick<Rota, 'cover' | 'coverOf'>> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'cover'])
    .where('force_id', '=', forceId)
    .where('status', 'in', ['live', 'underReview', 'closing'])
    .orderBy('name')
    .execute()
  const refs = await accountsBy(
    db,
    forceId,
    rows.map((r) => r.id),
  )
  const stated = rows.flatMap((row) => {
    const hours = cover.catch([]).parse(row.cover)
    const account = refs.get(row.id)
    if (hours.length === 0 || !account) return []
    const against = coverAgainst(hours, duties, shown, zone)
    const missing = against.missing.map((m) =>
      gapWords(m, zone, new Date(shown.from.getTime() - 1), new Date(shown.until.getTime() + 1)),
    )
    return [{ account, stated: against.stated, staffed: against.staffed, missing }]
  })
  return { cover: stated.filter((s) => s.missing.length > 0), coverOf: stated.length }
}

/** The last notes, and how the desk stands now. */
export async function handOversOf(world: World, actor: Actor, now: Date): Promise<z.input<typeof handOvers.output>> {
  const { db } = world
  const rows = await db
    .selectFrom('hand_over')
    .selectAll()
    .where('force_id', '=', actor.forceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(30)
    .execute()
  const person = await peopleBy(
    db,
    actor.forceId,
    rows.flatMap((r) => [r.by_id, r.read_by]),
  )
  return {
    now: await standNow(db, actor.forceId, now),
    notes: rows.map((r) => ({
      id: r.id,
      words: r.words,
      by: person(r.by_id),
      at: r.at.toISOString(),
      stand: readStand(r.stand),
      read: r.read_at ? { by: person(r.read_by), at: r.read_at.toISOString() } : null,
      yours: r.by_id === actor.personId,
    })),
    mayWrite: await mayHandOver(world, actor, now),
  }
}

export async function waysOfMine({ db, config }: World, actor: Actor): Promise<z.input<typeof waysEndpoint.output>> {
  const rows = await waysOf(db, actor.forceId, actor.personId ?? '')
  const person = await db
    .selectFrom('person')
    .select('email')
    .where('force_id', '=', actor.forceId)
    .where('id', '=', actor.personId ?? '')
    .executeTakeFirst()
  return {
    ways: rows.map((r) => ({
      id: r.id,
      way: r.way,
      label: r.label,
      addedAt: r.added_at.toISOString(),
      testedAt: r.tested_at?.toISOString() ?? null,
      failedAt: r.failed_at?.toISOString() ?? null,
    })),
    pushKey: await publicPushKey(db, actor.forceId),
    mail: config.mail !== null,
    email: person?.email ?? null,
  }
}

/** The automatic line of the force. */
export async function linesOf(db: Db, forceId: string): Promise<DeskLines> {
  const row = await db.selectFrom('desk').select('lines').where('force_id', '=', forceId).executeTakeFirst()
  return readLines(row?.lines)
}

/** Whether an account is watched at this moment, with the words for it; null when there is no such account. */
export async function watchOfAccount(
  db: Db,
  forceId: string,
  id: string,
  now: Date,
): Promise<z.input<typeof watchEndpoint.output> | null> {
  const account = await accountById(db, forceId, id)
  if (!account) return null
  const zone = await zoneOf(db, forceId)
  const hours = cover.catch([]).parse(account.cover)
  const duties = await dutiesBetween(db, forceId, now, new Date(now.getTime() + 9 * day))
  const watch = watchOf({ cover: hours, duties, zone }, now)
  return {
    watched: watch.watched,
    why: watch.why,
    nextAt: watch.nextAt?.toISOString() ?? null,
    profile: profileOf(coverWords(hours)),
    notice: noticeOf(watch, zone, now),
  }
}
