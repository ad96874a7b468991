import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../foundation/database.ts'
import { newId } from '../foundation/identity.ts'
import type { Tables } from '../foundation/tables.ts'
import type { Actor } from '../foundation/world.ts'

export type AccountRecord = Selectable<Tables['account']>
export type OfficeRecord = Selectable<Tables['office']>

/**
 * Lets one change of a force's register happen at a time: changes are rare, and handles, titles and signatures must be unique over time,
 * which no index can say. Reading and delivering do not wait.
 */
export async function lockRegister(tx: Tx, forceId: string): Promise<void> {
  await tx.selectFrom('force').select('id').where('id', '=', forceId).forNoKeyUpdate().executeTakeFirst()
}

export const accountById = (tx: Db, forceId: string, id: string): Promise<AccountRecord | undefined> =>
  tx.selectFrom('account').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

/** Every account, also the closed and the unofficial ones, by name. */
export const accountsOf = (db: Db, forceId: string): Promise<AccountRecord[]> =>
  db.selectFrom('account').selectAll().where('force_id', '=', forceId).orderBy('name').orderBy('id').execute()

export async function handleIsTaken(
  tx: Tx,
  account: { force_id: string; id: string; network: string; handle: string },
): Promise<boolean> {
  const same = await tx
    .selectFrom('account')
    .select('handle')
    .where('force_id', '=', account.force_id)
    .where('network', '=', account.network)
    .where('status', '<>', 'closed')
    .where('id', '<>', account.id)
    .where((e) => e(e.fn('lower', ['handle']), '=', e.fn('lower', [e.val(account.handle)])))
    .executeTakeFirst()
  return same !== undefined
}

export async function insertAccount(tx: Tx, account: Insertable<Tables['account']>): Promise<void> {
  await tx.insertInto('account').values(account).execute()
}

/** Many at once, in as few statements as the number of their values allows. */
export async function insertAccounts(tx: Tx, accounts: readonly Insertable<Tables['account']>[]): Promise<void> {
  for (let from = 0; from < accounts.length; from += 1000)
    await tx
      .insertInto('account')
      .values(accounts.slice(from, from + 1000))
      .execute()
}

/** Counts the version up, so that a screen that was opened before is told. */
export async function updateAccount(
  tx: Tx,
  account: Pick<AccountRecord, 'force_id' | 'id' | 'version'>,
  change: Updateable<Tables['account']>,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ ...change, version: account.version + 1 })
    .where('force_id', '=', account.force_id)
    .where('id', '=', account.id)
    .execute()
}

/** Not a change of the record: a form that somebody has open still saves. */
export async function setProfile(
  tx: Tx,
  account: Pick<AccountRecord, 'force_id' | 'id'>,
  profile: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ profile, profile_at: at })
    .where('force_id', '=', account.force_id)
    .where('id', '=', account.id)
    .execute()
}

export async function putConvention(tx: Tx, row: Insertable<Tables['register_convention']>): Promise<void> {
  const { force_id: _, ...rest } = row
  await tx
    .insertInto('register_convention')
    .values(row)
    .onConflict((c) => c.column('force_id').doUpdateSet(rest))
    .execute()
}

/** Keeps why; the words stay in the table, so that the chain of facts holds none. */
export async function noteDecision(
  tx: Tx,
  actor: Actor,
  decision: { account_id: string; what: Tables['account_decision']['what']; reason: string; at: Date },
): Promise<void> {
  const row = { ...decision, force_id: actor.forceId, id: newId(decision.at), person_id: actor.personId }
  await tx.insertInto('account_decision').values(row).execute()
}

/** Who the account is at its network, as the network itself said. */
export async function setExternalId(tx: Tx, account: AccountRecord, externalId: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ external_id: externalId })
    .where('force_id', '=', account.force_id)
    .where('id', '=', account.id)
    .execute()
}

export async function setObjectives(tx: Tx, forceId: string, accountId: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('account_objective').where('force_id', '=', forceId).where('account_id', '=', accountId).execute()
  const rows = [...new Set(ids)].map((objective_id) => ({ force_id: forceId, account_id: accountId, objective_id }))
  if (rows.length > 0) await tx.insertInto('account_objective').values(rows).execute()
}

/** What accounts serve that had no objective before. */
export async function addObjectives(tx: Tx, rows: readonly Insertable<Tables['account_objective']>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('account_objective')
      .values(rows.slice(from, from + 1000))
      .execute()
}

export async function objectivesExist(tx: Tx, forceId: string, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return true
  const found = await tx
    .selectFrom('objective')
    .select('id')
    .where('force_id', '=', forceId)
    .where('id', 'in', wanted)
    .execute()
  return found.length === wanted.length
}

export const officeById = (tx: Db, forceId: string, id: string): Promise<OfficeRecord | undefined> =>
  tx.selectFrom('office').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

/** False when an office of this title is there already. */
export async function insertOffice(tx: Tx, office: Insertable<Tables['office']>): Promise<boolean> {
  const made = await tx
    .insertInto('office')
    .values(office)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function setHolder(tx: Tx, office: OfficeRecord, holderId: string | null, at: Date): Promise<void> {
  await tx
    .updateTable('office')
    .set({ holder_id: holderId, since: at })
    .where('force_id', '=', office.force_id)
    .where('id', '=', office.id)
    .execute()
}

/** Flags what the office owns; returns the ids. */
export async function flagOwnedBy(tx: Tx, office: OfficeRecord, at: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('account')
    .set({ owner_changed_at: at })
    .where('force_id', '=', office.force_id)
    .where('owner_office_id', '=', office.id)
    .where('status', '<>', 'closed')
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export const officesHeldBy = (tx: Tx, forceId: string, personId: string): Promise<OfficeRecord[]> =>
  tx
    .selectFrom('office')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('holder_id', '=', personId)
    .orderBy('id')
    .execute()

export type PersonRecord = { id: string; name: string; rank: string; initials: string; left_at: Date | null }

/** Read only: people are another room's. */
export const personById = (tx: Tx, forceId: string, id: string): Promise<PersonRecord | undefined> =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'rank', 'initials', 'left_at'])
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Messages on each of these accounts that mention a risk and that nobody has answered, as the desk counts them; none on all others. Touches only what differs. */
export const keepUnansweredRisk = (db: Db, forceId: string, counts: readonly { id: string; n: number }[]) =>
  sql`update account a set unanswered_risk = coalesce(n.n, 0)
    from account b left join json_to_recordset(${JSON.stringify(counts)}::json) as n(id text, n int) on n.id = b.id
    where a.force_id = ${forceId} and b.force_id = a.force_id and b.id = a.id and a.unanswered_risk <> coalesce(n.n, 0)`.execute(
    db,
  )
