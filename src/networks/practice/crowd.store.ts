import { type Insertable, sql } from 'kysely'
import type { Db } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Custody } from '../network.ts'

type Of = Custody['account']

/** The crowds that follow an account, from one on, in the order of their ids. */
export async function crowdsFrom(db: Db, { forceId, id }: Of, from: string): Promise<{ id: string; people: number }[]> {
  const { rows } = await sql<{ id: string; people: number }>`
    select id, people from practice_crowd where force_id = ${forceId} and ${id} = any(accounts) and id >= ${from} order by id`.execute(
    db,
  )
  return rows
}

/** How many follow an account, and what stands there of it for everybody. */
export async function countsOf(db: Db, { forceId, id }: Of): Promise<{ followers: number; posts: number }> {
  const { rows } = await sql<{ followers: number; posts: number }>`
    select (select coalesce(sum(people), 0)::int from practice_crowd where force_id = ${forceId} and ${id} = any(accounts)) as followers,
      (select count(*)::int from practice_record where force_id = ${forceId} and account_id = ${id} and removed_at is null
        and conversation is null) as posts`.execute(db)
  return rows[0] ?? { followers: 0, posts: 0 }
}

/** Puts an invented public in place of the one before. */
export async function replaceCrowds(
  db: Db,
  forceId: string,
  crowds: readonly Omit<Insertable<Tables['practice_crowd']>, 'force_id'>[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('practice_crowd').where('force_id', '=', forceId).execute()
    if (crowds.length > 0)
      await tx
        .insertInto('practice_crowd')
        .values(crowds.map((crowd) => ({ force_id: forceId, ...crowd })))
        .execute()
  })
}
