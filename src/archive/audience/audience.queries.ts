import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { may } from '../../people/may.ts'
import { said } from '../../posting/facts.ts'
import { peopleBy } from '../../posting/refs.queries.ts'
import { accountById } from '../../register/register.store.ts'
import type { audience } from './audience.contract.ts'
import { audienceRefusals as no } from './audience.refusals.ts'

type Page = z.input<typeof audience.output>
type Named = { id: string; name: string }

const mostCounts = 400
const mostPatterns = 20

/** All that is known of who follows one account. */
export async function audiencePage({ db, clock }: World, actor: Actor, id: string): Promise<Outcome<Page>> {
  const { forceId } = actor
  const account = await accountById(db, forceId, id)
  if (!account) return refuse(no.noAccount)
  const { name, handle, network } = account
  const asking = await db
    .selectFrom('follower_asking')
    .select(['failing_since', 'words'])
    .where('force_id', '=', forceId)
    .where('account_id', '=', id)
    .executeTakeFirst()
  const reading = await db
    .selectFrom('follower_reading')
    .select(['read_at', 'lease_until', 'asked_by', 'words'])
    .where('force_id', '=', forceId)
    .where('network', '=', network)
    .executeTakeFirst()
  const now = clock.now()
  return ok({
    account: { id, name, handle, network },
    counts: await countsOf(db, forceId, id),
    counted: asking ? { failingSince: asking.failing_since?.toISOString() ?? null, words: asking.words } : null,
    tellsWho: traitsOf(network)?.followers?.who ?? false,
    beingRead: reading !== undefined && ((reading.lease_until ?? now) > now || reading.asked_by !== null),
    notRead: reading?.words || null,
    read: reading?.read_at ? await readOf(db, forceId, network, id, reading.read_at) : null,
    local: await localOf(db, forceId, id),
    mayRead: may(actor, 'readFollowers') && reading !== undefined,
    mayRecord: may(actor, 'recordLocalReach'),
  })
}

/** The last count of each day, as days are in the force's own calendar. */
async function countsOf(db: Db, forceId: string, id: string): Promise<Page['counts']> {
  const { rows } = await sql<{ at: Date; followers: number; source: 'import' | 'network' }>`
    select * from (
      select distinct on ((c.at at time zone f.time_zone)::date) c.at, c.followers, c.source
      from account_count c join force f on f.id = c.force_id
      where c.force_id = ${forceId} and c.account_id = ${id} and c.followers is not null
      order by (c.at at time zone f.time_zone)::date desc, c.at desc limit ${mostCounts}) days order by at`.execute(db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type Read = { n: number; id: string; name: string; whole: boolean; words: string; followers: number }

async function readOf(db: Db, forceId: string, network: string, id: string, at: Date): Promise<Page['read']> {
  const { rows } = await sql<Read>`
    select r.n, r.account_id as id, a.name, r.whole, r.words, r.followers from follower_read r
      join account a on a.force_id = r.force_id and a.id = r.account_id
    where r.force_id = ${forceId} and r.network = ${network} order by lower(a.name), a.id`.execute(db)
  const own = rows.find((row) => row.id === id)
  if (!own) return null
  const named = (of: readonly Read[]): Named[] => of.map((row) => ({ id: row.id, name: row.name }))
  const patterns = await patternsOf(db, forceId, network, own.n)
  const only = patterns.find((pattern) => pattern.accounts.length === 1)?.people ?? 0
  const shared = patterns.filter((pattern) => pattern.accounts.length > 1)
  const others = (accounts: readonly number[]) => named(rows.filter((r) => r.n !== own.n && accounts.includes(r.n)))
  const shown = shared.slice(0, mostPatterns).map(({ accounts, people }) => ({ others: others(accounts), people }))
  const { whole, words, followers } = own
  const isWhole = (row: Read) => row.whole
  return {
    ...{ at: at.toISOString(), whole, words, followers, only, patterns: shown },
    accounts: named(rows.filter(isWhole)),
    unread: named(rows.filter((row) => !row.whole)),
    rest: followers - only - shown.reduce((sum, pattern) => sum + pattern.people, 0),
  }
}

/** The patterns that an account stands in: that of its own alone, and the largest of the others. */
async function patternsOf(db: Db, forceId: string, network: string, n: number) {
  const { rows } = await sql<{ accounts: number[]; people: number }>`
    select accounts, people from follower_pattern
    where force_id = ${forceId} and network = ${network} and ${n}::smallint = any(accounts)
    order by cardinality(accounts) > 1, people desc, n limit ${mostPatterns + 1}`.execute(db)
  return rows
}

async function localOf(db: Db, forceId: string, id: string): Promise<Page['local']> {
  const rows = await db
    .selectFrom('local_reach')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('account_id', '=', id)
    .orderBy('as_of', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(24)
    .execute()
  const person = await peopleBy(
    db,
    forceId,
    rows.map((row) => row.by_id),
  )
  return rows.map((row) => ({
    ...{ inArea: row.in_area, of: row.of_all, asOf: row.as_of, source: row.source, at: row.at.toISOString() },
    by: said(person(row.by_id)),
  }))
}
