import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { PlaceVoice } from '../account.ts'
import type { Signing } from '../signature.ts'

export type ContributorRecord = Selectable<Tables['contributor']>
export type SignatureRecord = Selectable<Tables['signature']>
export type DelegationRecord = Selectable<Tables['delegation']>

/** What never began ends where it would have begun. */
const endAfter = (row: { from_at: Date }, at: Date): Date => new Date(Math.max(row.from_at.getTime(), at.getTime()))

const notOver = (at: Date) => sql<boolean>`(until_at is null or until_at > ${at})`

export const contributorById = (db: Db, forceId: string, id: string): Promise<ContributorRecord | undefined> =>
  db.selectFrom('contributor').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export const contributorsOf = (db: Db, forceId: string, accountId: string): Promise<ContributorRecord[]> =>
  db
    .selectFrom('contributor')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .orderBy('from_at')
    .execute()

/** Places that have not ended by then, of a person, everywhere. */
export const placesOfPerson = (db: Db, forceId: string, personId: string, at: Date): Promise<ContributorRecord[]> =>
  db
    .selectFrom('contributor')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('person_id', '=', personId)
    .where(notOver(at))
    .orderBy('id')
    .execute()

export async function insertContributor(db: Db, row: Insertable<Tables['contributor']>): Promise<void> {
  await db.insertInto('contributor').values(row).execute()
}

export async function setTrusted(db: Db, row: ContributorRecord, trusted: boolean): Promise<void> {
  await db
    .updateTable('contributor')
    .set({ trusted })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
}

export async function setVoice(db: Db, row: ContributorRecord, voice: PlaceVoice): Promise<void> {
  await db
    .updateTable('contributor')
    .set({ voice })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
}

/** Consents that this person gave on this account. */
export async function endConsentsBy(db: Db, row: ContributorRecord, at: Date): Promise<void> {
  await db
    .updateTable('delegation')
    .set({ until_at: sql`greatest(${at}::timestamptz, from_at)` })
    .where('force_id', '=', row.force_id)
    .where('account_id', '=', row.account_id)
    .where('by_person_id', '=', row.person_id)
    .where('until_at', '>', at)
    .execute()
}

/** Ends a place, and the signatures and consents that hang on it. */
export async function endPlace(db: Db, row: ContributorRecord, at: Date): Promise<void> {
  await db
    .updateTable('contributor')
    .set({ until_at: endAfter(row, at) })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
  await endSignatures(db, row, at)
  await db
    .updateTable('delegation')
    .set({ until_at: sql`greatest(${at}::timestamptz, from_at)` })
    .where('force_id', '=', row.force_id)
    .where('account_id', '=', row.account_id)
    .where((e) => e.or([e('by_person_id', '=', row.person_id), e('to_person_id', '=', row.person_id)]))
    .where('until_at', '>', at)
    .execute()
}

export async function endSignatures(
  db: Db,
  of: Pick<ContributorRecord, 'force_id' | 'account_id' | 'person_id'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('signature')
    .set({ until_at: sql`greatest(${at}::timestamptz, from_at)` })
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('person_id', '=', of.person_id)
    .where(notOver(at))
    .execute()
}

/** Every signature ever used on an account, oldest first. */
export const signaturesOf = (db: Db, forceId: string, accountId: string): Promise<SignatureRecord[]> =>
  db
    .selectFrom('signature')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .orderBy('from_at')
    .orderBy('id')
    .execute()

export async function insertSignature(db: Db, row: Insertable<Tables['signature']>): Promise<void> {
  await db.insertInto('signature').values(row).execute()
}

export const signingOf = (row: SignatureRecord): Signing & { id: string } => ({
  id: row.id,
  personId: row.person_id,
  mark: row.mark,
  from: row.from_at,
  until: row.until_at,
})

export const delegationById = (db: Db, forceId: string, id: string): Promise<DelegationRecord | undefined> =>
  db.selectFrom('delegation').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export async function insertDelegation(db: Db, row: Insertable<Tables['delegation']>): Promise<void> {
  await db.insertInto('delegation').values(row).execute()
}

export async function endDelegation(db: Db, row: DelegationRecord, at: Date): Promise<void> {
  await db
    .updateTable('delegation')
    .set({ until_at: endAfter(row, at) })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
}
