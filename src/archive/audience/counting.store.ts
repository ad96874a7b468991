import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import { networks } from '../../networks/networks.ts'
import { accountStatuses, maySpeak } from '../../register/account.ts'
import { needsKeys } from '../../register/custody/custody.ts'

export type Asking = Selectable<Tables['follower_asking']> & { network: string }

const countedOn = networks.filter((n) => n.followers?.count).map((n) => n.id)
const keyedOn = networks.filter((n) => needsKeys(n)).map((n) => n.id)
const speaking = accountStatuses.filter(maySpeak)

/** Whether account `a` speaks for the force and is connected; one whose keys have ended was. */
export const isConnected = sql<boolean>`a.status = any(${speaking}::text[]) and (a.network <> all(${keyedOn}::text[])
  or exists (select 1 from custody k where k.force_id = a.force_id and k.account_id = a.id))`

/** Is account `a` one whose followers are counted? */
const isCounted = sql<boolean>`a.network = any(${countedOn}::text[]) and ${isConnected}`

/** Accounts that should be counted and have no row yet are due now. */
export async function beginAsking(db: Db, forceId: string, now: Date): Promise<void> {
  await sql`insert into follower_asking (force_id, account_id, next_at)
    select a.force_id, a.id, ${now} from account a where a.force_id = ${forceId} and ${isCounted}
      and not exists (select 1 from follower_asking f where f.force_id = a.force_id and f.account_id = a.id)
    on conflict do nothing`.execute(db)
}

/** Claims what is due in one statement: of two workers that ask at once, only one gets each. */
export async function claimAsking(
  db: Db,
  forceId: string,
  lease: { token: string; now: Date; until: Date; most: number },
): Promise<Asking[]> {
  const { rows } = await sql<Asking>`
    update follower_asking f set lease_token = ${lease.token}, lease_until = ${lease.until}
    from account a where a.force_id = f.force_id and a.id = f.account_id and (f.force_id, f.account_id) in (
      select f.force_id, f.account_id from follower_asking f join account a on a.force_id = f.force_id and a.id = f.account_id
      where f.force_id = ${forceId} and ${isCounted} and f.next_at <= ${lease.now} and (f.lease_until is null or f.lease_until < ${lease.now})
      order by f.next_at, f.account_id limit ${lease.most} for update of f skip locked)
    returning f.*, a.network`.execute(db)
  return rows
}

/** Locks the row if this lease is still on it; undefined: somebody else has the account now, and nothing may be kept. */
export const lockAsking = (c: Commanding, of: Asking) =>
  c.tx
    .selectFrom('follower_asking')
    .selectAll()
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('lease_token', '=', of.lease_token)
    .forUpdate()
    .executeTakeFirst()

type Change = Omit<Selectable<Tables['follower_asking']>, 'force_id' | 'account_id' | 'lease_token' | 'lease_until'>

/** Notes how an asking ended, and gives the account back. */
export async function endAsking(c: Commanding, accountId: string, change: Change): Promise<void> {
  await c.tx
    .updateTable('follower_asking')
    .set({ ...change, lease_token: null, lease_until: null })
    .where('force_id', '=', c.actor.forceId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Accounts with an open alarm of this kind that are not counted any more. */
export async function noLongerCounted(db: Db, forceId: string, kind: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a join alarm m on m.force_id = a.force_id and m.subject = 'account:' || a.id
    where a.force_id = ${forceId} and m.kind = ${kind} and m.settled_at is null and not (${isCounted})`.execute(db)
  return rows.map((row) => row.id)
}
