import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Seal } from '../../foundation/seal.ts'
import type { Tables } from '../../foundation/tables.ts'

export type ReachRecord = Selectable<Tables['reach']>

/** Where a push message or an e-mail goes. For nobody's eyes: sealed at rest, never in an answer, a fact or a log. */
const address = z.union([
  z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) }),
  z.object({ email: z.string() }),
])
export type Address = z.output<typeof address>

const placeOf = (forceId: string, id: string): string => `reach:${forceId}:${id}`

/** Throws when no secret of ours opens it. */
export const addressOfReach = (seal: Seal, row: Pick<ReachRecord, 'force_id' | 'id' | 'sealed'>): Address =>
  address.parse(JSON.parse(seal.open(row.sealed, placeOf(row.force_id, row.id))))

export const waysOf = (db: Db, forceId: string, personId: string): Promise<ReachRecord[]> =>
  db
    .selectFrom('reach')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** The ways of several people; of e-mail only while there is a mail server. */
export const waysOfAll = (
  db: Db,
  forceId: string,
  personIds: readonly string[],
  mail: boolean,
): Promise<ReachRecord[]> =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('reach')
        .selectAll()
        .where('force_id', '=', forceId)
        .where('person_id', 'in', [...personIds])
        .where('ended_at', 'is', null)
        .$if(!mail, (q) => q.where('way', '<>', 'email'))
        .orderBy('added_at')
        .execute()

/** One open way, or undefined; only of that person where one is named. */
export const reachById = (db: Db, forceId: string, id: string, personId?: string): Promise<ReachRecord | undefined> =>
  db
    .selectFrom('reach')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .$if(personId !== undefined, (q) => q.where('person_id', '=', personId ?? ''))
    .executeTakeFirst()

/** How many tests of a person's ways were sent since then, by ways that ended too. */
export async function testsSince(tx: Tx, forceId: string, personId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('reach')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('force_id', '=', forceId)
    .where('person_id', '=', personId)
    .where('tested_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

type NewReach = { forceId: string; personId: string; way: 'push' | 'email'; label: string; address: Address; at: Date }

export async function insertReach(tx: Tx, seal: Seal, given: NewReach): Promise<string> {
  const id = newId(given.at)
  await tx
    .insertInto('reach')
    .values({
      force_id: given.forceId,
      id,
      person_id: given.personId,
      way: given.way,
      label: given.label,
      sealed: seal.close(JSON.stringify(given.address), placeOf(given.forceId, id)),
      added_at: given.at,
    })
    .execute()
  return id
}

export async function changeReach(
  tx: Tx,
  row: Pick<ReachRecord, 'force_id' | 'id'>,
  set: { label?: string; failed_at?: Date | null; tested_at?: Date },
): Promise<void> {
  await tx.updateTable('reach').set(set).where('force_id', '=', row.force_id).where('id', '=', row.id).execute()
}

/** Ends a way and deletes its address. */
export async function endReach(tx: Tx, row: Pick<ReachRecord, 'force_id' | 'id'>, at: Date): Promise<void> {
  await tx
    .updateTable('reach')
    .set({ ended_at: at, sealed: '' })
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
}

export type PushKeys = { publicKey: string; privateKey: string }

const keyPlace = (forceId: string): string => `push key:${forceId}`

export const publicPushKey = async (db: Db, forceId: string): Promise<string | null> =>
  (await db.selectFrom('push_key').select('public_key').where('force_id', '=', forceId).executeTakeFirst())
    ?.public_key ?? null

/** Null until they are made. */
export async function pushKeys(db: Db, seal: Seal, forceId: string): Promise<PushKeys | null> {
  const row = await db.selectFrom('push_key').selectAll().where('force_id', '=', forceId).executeTakeFirst()
  return row ? { publicKey: row.public_key, privateKey: seal.open(row.sealed, keyPlace(forceId)) } : null
}

/** Keeps the keys unless some are kept already. */
export async function keepPushKeys(db: Db, seal: Seal, forceId: string, keys: PushKeys, at: Date): Promise<boolean> {
  const kept = await db
    .insertInto('push_key')
    .values({
      force_id: forceId,
      public_key: keys.publicKey,
      sealed: seal.close(keys.privateKey, keyPlace(forceId)),
      made_at: at,
    })
    .onConflict((o) => o.doNothing())
    .returning('force_id')
    .execute()
  return kept.length > 0
}

/** Seals anew what an older secret sealed. Returns how many nobody can open. */
export async function resealWays(db: Db, seal: Seal): Promise<number> {
  let lost = 0
  const anew = (sealed: string, place: string): string | null => {
    try {
      return seal.close(seal.open(sealed, place), place)
    } catch {
      lost += 1
      return null
    }
  }
  for (const row of await db.selectFrom('reach').selectAll().where('ended_at', 'is', null).execute()) {
    const sealed = seal.isOld(row.sealed) ? anew(row.sealed, placeOf(row.force_id, row.id)) : null
    if (sealed !== null)
      await db
        .updateTable('reach')
        .set({ sealed })
        .where('force_id', '=', row.force_id)
        .where('id', '=', row.id)
        .where('sealed', '=', row.sealed)
        .execute()
  }
  for (const row of await db.selectFrom('push_key').selectAll().execute()) {
    const sealed = seal.isOld(row.sealed) ? anew(row.sealed, keyPlace(row.force_id)) : null
    if (sealed !== null) await db.updateTable('push_key').set({ sealed }).where('force_id', '=', row.force_id).execute()
  }
  return lost
}
