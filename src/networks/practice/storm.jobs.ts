import { type Insertable, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { World } from '../../foundation/world.ts'
import * as store from './practice.store.ts'
import { dueBy, type StormScenario, stormMessage, stormScenarios } from './storm.ts'

/** So many in one transaction, so that a slow moment is caught up without holding everything else up. */
const mostAtOnce = 1000

/**
 * Plays what is due of every storm that is running. A storm is locked while somebody plays it and its count is kept with its
 * messages, so that any number of processes play each message once, and a process that dies leaves nothing half done.
 */
export async function playStorms(world: World): Promise<number> {
  let played = 0
  // The time of the beginning: what falls due while we play is for the next round, or this one would never end.
  const now = world.clock.now()
  for (;;) {
    const n = await world.db.transaction().execute((tx) => playOne(tx, now))
    if (n === 0) return played
    played += n
  }
}

async function playOne(tx: Db, now: Date): Promise<number> {
  const { rows } = await sql<Tables['practice_storm'] & { played: number }>`
    select * from practice_storm where ended_at is null
      and played < least(total, ceil(total * extract(epoch from ${now}::timestamptz - started_at) / seconds))
    order by started_at limit 1 for update skip locked`.execute(tx)
  const storm = rows[0]
  if (!storm) return 0
  const due = dueBy({ total: storm.total, seconds: storm.seconds, startedAt: storm.started_at }, now)
  const until = Math.min(due, storm.played + mostAtOnce)
  if (until <= storm.played) return 0
  const about = await store.newestPosts(tx, storm.force_id, storm.account_id, 3)
  const scenario = stormScenarios.find((known) => known === storm.scenario) ?? 'everyday'
  const records = Array.from({ length: until - storm.played }, (_, at) =>
    recordOf(storm, scenario, storm.played + at, about, now),
  )
  await store.insertRecords(tx, records)
  await store.keepStormProgress(tx, storm, until, until === storm.total ? now : null)
  return records.length
}

type Storm = Pick<Tables['practice_storm'], 'force_id' | 'account_id' | 'seed'>

/** What it answers or shows is one of our newest posts; without one, people only name us. */
function recordOf(
  storm: Storm,
  scenario: StormScenario,
  n: number,
  about: readonly string[],
  now: Date,
): Insertable<Tables['practice_record']> {
  const { name, text, languages, kind } = stormMessage(scenario, storm.seed, n)
  const post = about[n % Math.max(1, about.length)] ?? null
  const as = post === null && (kind === 'reply' || kind === 'quote') ? 'mention' : kind
  return {
    force_id: storm.force_id,
    id: newId(now),
    account_id: null,
    key: null,
    name,
    author: store.authorOf(name),
    text,
    languages,
    kind: as,
    to_account: storm.account_id,
    reply_to: as === 'reply' ? post : null,
    root_id: as === 'reply' ? post : null,
    quotes: as === 'quote' ? post : null,
    conversation: as === 'direct' ? store.conversationOf(storm.account_id, name) : null,
    created_at: now,
    arrived_at: now,
  }
}
