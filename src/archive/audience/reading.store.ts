import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import { networks } from '../../networks/networks.ts'
import { isConnected } from './counting.store.ts'
import type { Pattern } from './patterns.ts'

export type Reading = Selectable<Tables['follower_reading']>
/** `words`: why not everybody was read; null where everybody was. */
export type ReadAccount = { id: string; words: string | null }

const toldBy = networks.filter((n) => n.followers?.who).map((n) => n.id)
/** Is account `a` one whose followers are read? */
const isRead = sql<boolean>`a.network = any(${toldBy}::text[]) and ${isConnected}`

/** Networks that tell who follows, and where the force has an account that is connected, are due from now on. */
export async function beginReading(db: Db, forceId: string, now: Date): Promise<void> {
  await sql`insert into follower_reading (force_id, network, next_at)
    select distinct a.force_id, a.network, ${now}::timestamptz from account a where a.force_id = ${forceId} and ${isRead}
    on conflict do nothing`.execute(db)
}

/** Claims one network that is due; undefined: none is. */
export async function claimReading(
  db: Db,
  forceId: string,
  lease: { token: string; now: Date; until: Date },
): Promise<Reading | undefined> {
  const { rows } = await sql<Reading>`
    update follower_reading set lease_token = ${lease.token}, lease_until = ${lease.until}
    where force_id = ${forceId} and network = (select network from follower_reading
      where force_id = ${forceId} and next_at <= ${lease.now} and (lease_until is null or lease_until < ${lease.now})
      order by next_at, network limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0]
}

/** False: somebody else reads this network by now. `until` null: gives it back. */
export async function holdReading(db: Db, of: Reading, until: Date | null): Promise<boolean> {
  const held = await db
    .updateTable('follower_reading')
    .set(until === null ? { lease_token: null, lease_until: null } : { lease_until: until })
    .where('force_id', '=', of.force_id)
    .where('network', '=', of.network)
    .where('lease_token', '=', of.lease_token)
    .executeTakeFirst()
  return held.numUpdatedRows > 0n
}

export async function accountsToRead(db: Db, forceId: string, network: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a where a.force_id = ${forceId} and a.network = ${network} and ${isRead} order by a.id`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export const lockReading = (c: Commanding, network: string) =>
  c.tx
    .selectFrom('follower_reading')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('network', '=', network)
    .forUpdate()
    .executeTakeFirst()

type Change = Partial<Pick<Reading, 'next_at' | 'asked_by' | 'words' | 'lease_token' | 'lease_until' | 'read_at'>>

export async function setReading(c: Commanding, network: string, change: Change): Promise<void> {
  await c.tx
    .updateTable('follower_reading')
    .set(change)
    .where('force_id', '=', c.actor.forceId)
    .where('network', '=', network)
    .execute()
}

const atOnce = 5000

/** Puts what was read in place of what was read before. The accounts of the patterns are places in `accounts`. */
export async function replaceRead(
  c: Commanding,
  network: string,
  accounts: readonly ReadAccount[],
  patterns: readonly Pattern[],
): Promise<void> {
  const { forceId } = c.actor
  for (const table of ['follower_pattern', 'follower_read'] as const)
    await c.tx.deleteFrom(table).where('force_id', '=', forceId).where('network', '=', network).execute()
  const followers = new Map<number, number>()
  for (const { accounts: set, people } of patterns)
    for (const n of set) followers.set(n, (followers.get(n) ?? 0) + people)
  const row = ({ id, words }: ReadAccount, n: number) => ({
    ...{ force_id: forceId, network, n, account_id: id },
    ...{ followers: followers.get(n) ?? 0, whole: words === null, words: words ?? '' },
  })
  if (accounts.length > 0) await c.tx.insertInto('follower_read').values(accounts.map(row)).execute()
  for (let from = 0; from < patterns.length; from += atOnce) {
    const some = patterns.slice(from, from + atOnce).map((pattern, i) => ({ ...pattern, n: from + i }))
    await sql`insert into follower_pattern (force_id, network, n, accounts, people)
      select ${forceId}, ${network}, r.n, r.accounts, r.people
      from json_to_recordset(${JSON.stringify(some)}::json) as r (n int, accounts smallint[], people int)`.execute(c.tx)
  }
}
