import { sql } from 'kysely'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { closeAlarms, openAlarm } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { whenWords } from '../../posting/schedule.ts'
import { alarmSubject, notHeard } from './hear.commands.ts'
import { beginAll } from './listen.jobs.ts'
import { isHeard, type Listening, setListening } from './listening.store.ts'
import { msUntilBehind, msUntilNotLooked } from './pace.ts'

/**
 * Tells somebody when an account has not been heard for two minutes, whoever is to blame: the network, the worker that took it and died,
 * or that no worker runs; and when it is heard and its network has not said for half an hour what was changed or deleted. Runs in every
 * process, the web's too; twice at once raises each alarm once.
 */
export const watchListening: Job = { name: 'watch listening', everyMs: 15_000, run: watchHearing }

export async function watchHearing(world: World): Promise<void> {
  await eachForce(world.db, async (forceId) => {
    await beginAll(world, forceId)
    await command(world, { forceId, personId: null, roles: [] }, async (c) => {
      for (const row of await unheardRows(c)) await fallBehind(c, row)
      await tellNotLooked(c)
      await settleNoLonger(c)
      return ok(null)
    })
  })
}

type Unheard = Listening & { begun_at: Date; taken: boolean }

/** Rows that say that we hear, and have not for too long. Locked; what a worker is writing just now is left to it. */
async function unheardRows(c: Commanding): Promise<Unheard[]> {
  const before = new Date(c.now.getTime() - msUntilBehind)
  const { rows } = await sql<Unheard>`
    select l.*, a.network, coalesce(l.heard_at, least(l.next_at, l.lease_until)) as begun_at, (l.lease_until is not null) as taken
    from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
    where l.force_id = ${c.actor.forceId} and l.state = 'hearing' and ${isHeard}
      and coalesce(l.heard_at, least(l.next_at, l.lease_until)) < ${before} and (l.lease_until is null or l.lease_until < ${c.now} or l.tries > 0)
    order by l.account_id limit 200 for update of l skip locked`.execute(c.tx)
  return rows
}

async function fallBehind(c: Commanding, row: Unheard): Promise<void> {
  const words = row.words || (row.taken ? 'Whoever was asking stopped half way.' : 'Nobody asks: no worker runs.')
  await notHeard(c, row, 'behind', row.begun_at, words)
  await setListening(c, row.account_id, { state: 'behind', words, behind_since: row.begun_at })
}

/** What we hear and cannot look at again: somebody has to know that what stands here may be gone there. */
async function tellNotLooked(c: Commanding): Promise<void> {
  const { rows } = await sql<{ account_id: string; since: Date; words: string }>`
    select l.account_id, l.looks_failing_since as since, l.looks_words as words
    from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
    where l.force_id = ${c.actor.forceId} and ${isHeard} and l.looks_failing_since < ${new Date(c.now.getTime() - msUntilNotLooked)}
      and not exists (select 1 from alarm m where m.force_id = l.force_id and m.kind = 'notLooked' and m.subject = 'account:' || l.account_id
        and m.settled_at is null)`.execute(c.tx)
  if (rows.length === 0) return
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  for (const row of rows)
    await openAlarm(
      c,
      'notLooked',
      alarmSubject(row.account_id),
      `What was changed or deleted there has not been seen since ${whenWords(row.since, zone, c.now)}. ${row.words}`,
    )
}

/** An account that is no longer ours to hear needs no alarm. */
async function settleNoLonger(c: Commanding): Promise<void> {
  const { rows } = await sql<{ account_id: string }>`
    select l.account_id from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
      join alarm m on m.force_id = l.force_id and m.kind in ('notHeard', 'notLooked') and m.subject = 'account:' || l.account_id and m.settled_at is null
    where l.force_id = ${c.actor.forceId} and not ${isHeard}`.execute(c.tx)
  for (const row of rows) await closeAlarms(c, alarmSubject(row.account_id), ['notHeard', 'notLooked'])
}
