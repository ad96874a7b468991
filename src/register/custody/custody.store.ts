import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { World } from '../../foundation/world.ts'

export type CustodyRecord = Selectable<Tables['custody']>
export type NoteKind = Tables['custody_note']['kind']

/** A sealed value opens only in its own place, so that one moved to another row is worthless. */
export const keysPlace = (forceId: string, accountId: string): string => `custody:${forceId}:${accountId}`
export const notePlace = (forceId: string, kind: NoteKind, key: string): string => `note:${forceId}:${kind}:${key}`

export const custodyOf = (db: Db, forceId: string, accountId: string): Promise<CustodyRecord | undefined> =>
  db
    .selectFrom('custody')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/** Keys that were not ended when they were last asked about, and have not been since then; those that wait longest first. */
export const notAskedSince = (db: Db, before: Date, most: number): Promise<CustodyRecord[]> =>
  db
    .selectFrom('custody')
    .selectAll()
    .where('state', '<>', 'ended')
    .where('checked_at', '<', before)
    .orderBy('checked_at')
    .limit(most)
    .execute()

export async function putKeys(db: Db, row: Insertable<Tables['custody']>): Promise<void> {
  const { force_id, account_id, ...rest } = row
  await db
    .insertInto('custody')
    .values(row)
    .onConflict((c) => c.columns(['force_id', 'account_id']).doUpdateSet(rest))
    .execute()
}

/** Replaces the sealed text of this very hand-over; false when other keys were given meanwhile, or none are left. */
export async function replaceSealed(
  db: Db,
  of: Pick<CustodyRecord, 'force_id' | 'account_id' | 'id'>,
  sealed: string,
): Promise<boolean> {
  const row = await db
    .updateTable('custody')
    .set({ sealed })
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('id', '=', of.id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when it is so already, or when other keys were given meanwhile. */
export async function setKeysState(
  db: Db,
  of: Pick<CustodyRecord, 'force_id' | 'account_id' | 'id'>,
  state: CustodyRecord['state'],
  words: string,
  at: Date,
): Promise<boolean> {
  const before = await db
    .selectFrom('custody')
    .select(['state', 'words'])
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .where('id', '=', of.id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return false
  await db
    .updateTable('custody')
    .set({ state, words, checked_at: at })
    .where('force_id', '=', of.force_id)
    .where('account_id', '=', of.account_id)
    .execute()
  return before.state !== state
}

export async function deleteKeys(db: Db, forceId: string, accountId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('custody')
    .where('force_id', '=', forceId)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A drawer of sealed notes of one kind. What is in it is a machine's own business, so it leaves no facts. */
export type Drawer = {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
  del(key: string): Promise<void>
}

export const drawer = ({ db, seal, clock }: World, forceId: string, kind: NoteKind): Drawer => ({
  async get(key) {
    const row = await db
      .selectFrom('custody_note')
      .select('sealed')
      .where('force_id', '=', forceId)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .executeTakeFirst()
    return row && seal.open(row.sealed, notePlace(forceId, kind, key))
  },
  async set(key, value) {
    const sealed = seal.close(value, notePlace(forceId, kind, key))
    const at = clock.now()
    await db
      .insertInto('custody_note')
      .values({ force_id: forceId, kind, key, sealed, at })
      .onConflict((c) => c.columns(['force_id', 'kind', 'key']).doUpdateSet({ sealed, at }))
      .execute()
  },
  async del(key) {
    await db
      .deleteFrom('custody_note')
      .where('force_id', '=', forceId)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .execute()
  },
})

/** Takes a note out, once: of two that ask at the same time only one gets it. Undefined also when it is older than `notBefore`. */
export async function takeNote(
  { db, seal }: World,
  forceId: string,
  kind: NoteKind,
  key: string,
  notBefore: Date,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('custody_note')
    .where('force_id', '=', forceId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .returning(['sealed', 'at'])
    .executeTakeFirst()
  return row && row.at >= notBefore ? seal.open(row.sealed, notePlace(forceId, kind, key)) : undefined
}

/** Sign-ins that nobody came back from. */
export async function deleteStaleNotes(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('custody_note').where('kind', 'in', ['state', 'return']).where('at', '<', before).execute()
}

export type Sealed = { place: string; sealed: string; replace(next: string): Promise<boolean> }

/** Everything of a force that is sealed. `replace` writes only over the very text that was read. */
export async function everySealed(db: Db, forceId: string): Promise<Sealed[]> {
  const keys = await db.selectFrom('custody').selectAll().where('force_id', '=', forceId).execute()
  const notes = await db.selectFrom('custody_note').selectAll().where('force_id', '=', forceId).execute()
  const changed = (rows: { numAffectedRows?: bigint }): boolean => (rows.numAffectedRows ?? 0n) > 0n
  return [
    ...keys.map((k) => ({
      place: keysPlace(forceId, k.account_id),
      sealed: k.sealed,
      replace: async (next: string) =>
        changed(
          await sql`update custody set sealed = ${next} where force_id = ${forceId} and account_id = ${k.account_id} and sealed = ${k.sealed}`.execute(
            db,
          ),
        ),
    })),
    ...notes.map((n) => ({
      place: notePlace(forceId, n.kind, n.key),
      sealed: n.sealed,
      replace: async (next: string) =>
        changed(
          await sql`update custody_note set sealed = ${next} where force_id = ${forceId} and kind = ${n.kind} and key = ${n.key} and sealed = ${n.sealed}`.execute(
            db,
          ),
        ),
    })),
  ]
}
