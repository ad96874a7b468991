import { type Selectable, sql } from 'kysely'
import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import { networks } from '../../networks/networks.ts'
import { accountStatuses, maySpeak } from '../../register/account.ts'
import { needsKeys } from '../../register/custody/custody.ts'
import type { ListenPace } from './pace.ts'

export type Listening = Selectable<Tables['listening']> & { network: string }

/** Networks that tell us what people say, and those among them that ask for keys. */
const heardOn = networks.filter((n) => n.connected && n.hears !== null).map((n) => n.id)
const keyedOn = networks.filter((n) => needsKeys(n)).map((n) => n.id)
const speaking = accountStatuses.filter(maySpeak)

/** Is account `a` one that is listened to? */
export const isHeard = sql<boolean>`a.status = any(${speaking}::text[]) and a.network = any(${heardOn}::text[])`

/** An account that was never connected is not yet listened to; one whose keys ended is. */
const mayBegin = sql<boolean>`${isHeard} and (a.network <> all(${keyedOn}::text[])
  or exists (select 1 from custody k where k.force_id = a.force_id and k.account_id = a.id))`

/** Accounts that should be listened to and have no row yet. */
export const notYetListening = async (db: Db, forceId: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from account a where a.force_id = ${forceId} and ${mayBegin}
    and not exists (select 1 from listening l where l.force_id = a.force_id and l.account_id = a.id) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

export async function beginListening(c: Commanding): Promise<void> {
  const { rows } = await sql<{ account_id: string }>`
    insert into listening (force_id, account_id, state, next_at, begun_at)
    select a.force_id, a.id, 'hearing', ${c.now}, ${c.now} from account a where a.force_id = ${c.actor.forceId} and ${mayBegin}
    on conflict do nothing returning account_id`.execute(c.tx)
  for (const row of rows) c.record('listening.began', `account:${row.account_id}`)
}

/** Accounts whose keys have ended are due at once when other keys were given, or these were seen to work, since they were last tried. */
const keysChanged = (pace: ListenPace) => sql<boolean>`l.state = 'ended' and exists (
  select 1 from custody k where k.force_id = l.force_id and k.account_id = l.account_id and k.state <> 'ended'
    and greatest(k.set_at, k.checked_at) > l.next_at - ${`${pace.endedMs} milliseconds`}::interval)`

const isDue = (now: Date, pace: ListenPace) => sql<boolean>`${isHeard} and (l.next_at <= ${now} or ${keysChanged(pace)})
  and (l.lease_until is null or l.lease_until < ${now})`

/** Asked before claiming, so that an idle worker writes nothing. */
export async function isAnyDue(db: Db, forceId: string, pace: ListenPace, now: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
    where l.force_id = ${forceId} and ${isDue(now, pace)} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Claims what is due in one statement: of two workers that ask at once, only one gets each. `next_at` says already when it would be due again.
 * `only`: these accounts alone; null: all.
 */
export async function claimDue(
  c: Commanding,
  token: string,
  pace: ListenPace,
  most: number,
  only: readonly string[] | null,
): Promise<Listening[]> {
  const among = only === null ? sql`` : sql`and l.account_id = any(${[...only]}::text[])`
  const { rows } = await sql<Listening>`
    update listening l set lease_token = ${token}, lease_until = ${new Date(c.now.getTime() + pace.leaseMs)},
      next_at = ${new Date(c.now.getTime() + pace.everyMs.other)}
    from account a where a.force_id = l.force_id and a.id = l.account_id and (l.force_id, l.account_id) in (
      select l.force_id, l.account_id from listening l join account a on a.force_id = l.force_id and a.id = l.account_id
      where l.force_id = ${c.actor.forceId} ${among} and ${isDue(c.now, pace)}
      order by l.next_at, l.account_id limit ${most} for update of l skip locked)
    returning l.*, a.network`.execute(c.tx)
  return rows
}

/** Something was said on this network: its accounts are due now. One that is being asked is asked again afterwards. */
export async function wakeNetwork(db: Db, forceId: string, network: string, now: Date): Promise<void> {
  await sql`update listening l set next_at = ${now} from account a
    where l.force_id = ${forceId} and a.force_id = l.force_id and a.id = l.account_id and a.network = ${network}
      and l.state = 'hearing' and l.next_at > ${now}`.execute(db)
}

/** Locks the row if this lease is still on it; null: somebody else has the account now, and nothing may be kept. */
export async function lockLeased(c: Commanding, of: Listening): Promise<Listening | null> {
  const row = await c.tx
    .selectFrom('listening')
    .selectAll()
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('lease_token', '=', of.lease_token)
    .forUpdate()
    .executeTakeFirst()
  return row ? { ...row, network: of.network } : null
}

type Change = Partial<Omit<Selectable<Tables['listening']>, 'force_id' | 'account_id'>>

export async function setListening(c: Commanding, accountId: string, change: Change): Promise<void> {
  await c.tx
    .updateTable('listening')
    .set(change)
    .where('force_id', '=', c.actor.forceId)
    .where('account_id', '=', accountId)
    .execute()
}
