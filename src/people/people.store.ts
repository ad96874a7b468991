import { sql, type Updateable } from 'kysely'
import type { Tx } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'
import { triesAllowed } from './person.ts'

type PersonChanges = Updateable<Tables['person']>

export type NewPerson = {
  name: string
  rank: string
  initials: string
  email: string | null
  roles: readonly string[]
  trainedUntil: Date | null
}

/** Holds the row to the end of the transaction. */
export const lockPerson = (tx: Tx, forceId: string, id: string) =>
  tx
    .selectFrom('person')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type PersonRow = NonNullable<Awaited<ReturnType<typeof lockPerson>>>

export async function insertPerson(tx: Tx, forceId: string, id: string, p: NewPerson, at: Date): Promise<void> {
  const row = {
    force_id: forceId,
    id,
    name: p.name,
    rank: p.rank,
    initials: p.initials,
    email: p.email,
    roles: [...p.roles],
  }
  await tx
    .insertInto('person')
    .values({ ...row, trained_until: p.trainedUntil, joined_at: at })
    .execute()
}

export async function updatePerson(tx: Tx, forceId: string, id: string, changes: PersonChanges): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('person').set(changes).where('force_id', '=', forceId).where('id', '=', id).execute()
}

/** The product owners who can sign in; held, so that two of them cannot end each other at the same time. */
export async function lockAdministrators(tx: Tx, forceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('force_id', '=', forceId)
    .where('left_at', 'is', null)
    .where('auth_user_id', 'is not', null)
    .where(sql<boolean>`'productOwner' = any(roles)`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((r) => r.id)
}

/** Counts one more try with this person's password, in one statement, and says how many there were in the present stretch. */
export async function countTry(tx: Tx, forceId: string, id: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - triesAllowed.minutes * 60_000)
  const fresh = sql<boolean>`tries_from is null or tries_from <= ${since}`
  const row = await tx
    .updateTable('person')
    .set({
      tries: sql<number>`case when ${fresh} then 1 else tries + 1 end`,
      tries_from: sql<Date>`case when ${fresh} then ${now} else tries_from end`,
    })
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirst()
  return row?.tries ?? 0
}

/** One force after the other may begin; the second waits here and then sees the first. */
export const holdFirstRun = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('front-counter first run'))`.execute(tx)

export async function insertForce(
  tx: Tx,
  force: { id: string; name: string; timeZone: string; kind?: 'force' | 'inspectorate'; demo?: boolean },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('force')
    .values({
      id: force.id,
      name: force.name,
      time_zone: force.timeZone,
      kind: force.kind ?? 'force',
      demo: force.demo ?? false,
      created_at: at,
    })
    .execute()
}

export const lockForce = (tx: Tx, forceId: string) =>
  tx.selectFrom('force').selectAll().where('id', '=', forceId).forUpdate().executeTakeFirstOrThrow()

export async function updateForce(
  tx: Tx,
  forceId: string,
  changes: { name?: string; time_zone?: string; settings?: string },
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('force').set(changes).where('id', '=', forceId).execute()
}
