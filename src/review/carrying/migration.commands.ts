import { sql } from 'kysely'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { zonedIn } from '../../foundation/clock.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { speaking } from '../voices.queries.ts'
import { type CarryingRecord, insertCounts, settleCount } from './carrying.store.ts'
import { countDays } from './migration.ts'

type Found = {
  followers: number | null
  dialogue: number | null
  into_followers: number | null
  into_dialogue: number | null
  followers_at: Date | null
  voices: number | null
  into_voices: number | null
}

/**
 * What is known now of both accounts. `asOf`: when the people who signed on the one that closes are looked up; `kept`: only those who sign on the
 * other now, and only what was counted since, because an older count would say that nobody came. Before anything is kept, followers are those
 * nearest to the day on which the list began: from then on people are asked to come along, and by the last day many have.
 */
async function countNow(c: Commanding, row: CarryingRecord, asOf: Date, kept: boolean): Promise<Found> {
  const since = kept ? asOf : new Date(0)
  const nearest = sql`(n.at <= ${row.begun_at}) desc, abs(extract(epoch from n.at - ${row.begun_at}::timestamptz))`
  const counted = (
    of: string | null,
  ) => sql`(select n.followers, n.at from account_count n where n.force_id = ${row.force_id} and n.account_id = ${of}
    and n.followers is not null and n.at <= ${c.now} and n.at > ${since} order by ${kept ? sql`n.at desc` : nearest} limit 1)`
  const dialogue = (of: string | null) =>
    sql`(select m.figure from measured m join measure_count k on k.force_id = m.force_id and k.until_at > ${since}
      where m.force_id = ${row.force_id} and m.account_id = ${of} and m.span = 'weeks13' and m.measure = 'M07')`
  const signs = (of: string | null, at: Date) =>
    sql`select s.person_id from ${speaking(row.force_id, at)} s where s.account_id = ${of}`
  const onlyKept = kept ? sql`and v.person_id in (${signs(row.into_account_id, c.now)})` : sql``
  const { rows } = await sql<Found>`
    select here.followers, ${dialogue(row.account_id)} as dialogue, there.followers as into_followers,
      ${dialogue(row.into_account_id)} as into_dialogue, greatest(here.at, there.at) as followers_at,
      (select count(distinct v.person_id)::int from (${signs(row.account_id, asOf)}) v where true ${onlyKept}) as voices,
      (select count(distinct v.person_id)::int from (${signs(row.into_account_id, c.now)}) v) as into_voices
    from (select 1) one left join lateral ${counted(row.account_id)} here on true left join lateral ${counted(row.into_account_id)} there on true`.execute(
    c.tx,
  )
  const [found] = rows
  if (!found) throw new Error('one row that everything is joined to gives one row')
  // Into none: nobody can sign there, which is not the same as nobody does.
  if (row.into_account_id === null) return { ...found, voices: kept ? null : found.voices, into_voices: null }
  return found
}

/** Keeps what stood before, and when is counted again; in the transaction that closes. */
export async function keepBaseline(c: Commanding, row: CarryingRecord): Promise<void> {
  const place = { force_id: row.force_id, carrying_out_id: row.id }
  const found = await countNow(c, row, c.now, false)
  const { zone } = await forceOf(c.tx, row.force_id)
  const wall = zonedIn(c.now, zone)
  const later = countDays.map((day) => ({ ...place, day, due_at: new Date(wall.add({ days: day }).epochMilliseconds) }))
  await insertCounts(c.tx, [{ ...place, day: 0, due_at: c.now, counted_at: c.now, ...found }])
  await insertCounts(c.tx, later)
}

/** Counts again what is 30 or 90 days old. Several processes may ask: each row is counted once. */
export async function countMigrations(world: World): Promise<void> {
  await eachForce(world.db, (forceId) =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      const due = await c.tx
        .selectFrom('migration_count as m')
        .innerJoin('carrying_out as o', (j) =>
          j.onRef('o.force_id', '=', 'm.force_id').onRef('o.id', '=', 'm.carrying_out_id'),
        )
        .selectAll('o')
        .select('m.day')
        .where('m.force_id', '=', forceId)
        .where('m.counted_at', 'is', null)
        .where('m.due_at', '<=', c.now)
        .orderBy('m.due_at')
        .limit(100)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { day, ...row } of due) {
        const found = await countNow(c, row, row.ended_at ?? c.now, true)
        await settleCount(c.tx, { force_id: forceId, carrying_out_id: row.id, day }, { ...found, counted_at: c.now })
        c.record('migration.counted', `carryingOut:${row.id}`, { day })
      }
      return ok(null)
    }),
  )
}
