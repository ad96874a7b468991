import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'

export type CarryingRecord = Selectable<Tables['carrying_out']>
export type StepRecord = Selectable<Tables['carrying_step']>

/** A list as what stops its steps looks at it. */
export const listOf = (row: CarryingRecord) => ({
  kind: row.kind,
  joins: row.into_account_id !== null,
  endsOn: row.ends_on,
  notBefore: row.not_before,
})

/** The steps of a list that are done, by name. */
export const doneIn = (steps: readonly StepRecord[]): Set<string> =>
  new Set(steps.flatMap((s) => (s.done_at === null ? [] : [s.step])))

/** A tick that was taken back, as it is kept beside its step. Instants. */
export type TakenBack = {
  at: string
  by: string
  reason: string
  done: { at: string; by: string; evidence: string }
}

/** Written by `takeBack` in step.commands.ts alone. */
export const takenBackOf = (step: Pick<StepRecord, 'taken_back'>): TakenBack[] => step.taken_back as TakenBack[]

/** Locks the list: two people may tick at once. */
export const lockCarrying = (tx: Tx, forceId: string, id: string): Promise<CarryingRecord | undefined> =>
  tx
    .selectFrom('carrying_out')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** False when a list for the same thing is open. */
export async function insertCarrying(
  tx: Tx,
  row: Insertable<Tables['carrying_out']>,
  steps: readonly Insertable<Tables['carrying_step']>[],
): Promise<boolean> {
  const made = await tx
    .insertInto('carrying_out')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await tx
    .insertInto('carrying_step')
    .values([...steps])
    .execute()
  return true
}

export async function updateCarrying(
  tx: Tx,
  row: Pick<CarryingRecord, 'force_id' | 'id'>,
  change: Updateable<Tables['carrying_out']>,
): Promise<void> {
  await tx
    .updateTable('carrying_out')
    .set(change)
    .where('force_id', '=', row.force_id)
    .where('id', '=', row.id)
    .execute()
}

export const stepRows = (db: Db, row: Pick<CarryingRecord, 'force_id' | 'id'>): Promise<StepRecord[]> =>
  db
    .selectFrom('carrying_step')
    .selectAll()
    .where('force_id', '=', row.force_id)
    .where('carrying_out_id', '=', row.id)
    .execute()

export async function updateStep(tx: Tx, step: StepRecord, change: Updateable<Tables['carrying_step']>): Promise<void> {
  await tx
    .updateTable('carrying_step')
    .set(change)
    .where('force_id', '=', step.force_id)
    .where('carrying_out_id', '=', step.carrying_out_id)
    .where('step', '=', step.step)
    .execute()
}

export async function insertCounts(tx: Tx, rows: readonly Insertable<Tables['migration_count']>[]): Promise<void> {
  await tx
    .insertInto('migration_count')
    .values([...rows])
    .execute()
}

export async function settleCount(
  tx: Tx,
  of: Pick<Selectable<Tables['migration_count']>, 'force_id' | 'carrying_out_id' | 'day'>,
  change: Updateable<Tables['migration_count']>,
): Promise<void> {
  await tx
    .updateTable('migration_count')
    .set(change)
    .where('force_id', '=', of.force_id)
    .where('carrying_out_id', '=', of.carrying_out_id)
    .where('day', '=', of.day)
    .execute()
}

/** Whether a list that has not ended is about this account, or sends the people of another one to it. */
export const hasOpenList = async (
  db: Db,
  forceId: string,
  column: 'account_id' | 'into_account_id',
  accountId: string,
): Promise<boolean> =>
  (await db
    .selectFrom('carrying_out')
    .select('id')
    .where('force_id', '=', forceId)
    .where(column, '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined

/** Whether what a review decided has been carried out to its end, so that nobody decides otherwise any more. */
export const isCarriedOut = async (db: Db, forceId: string, reviewId: string): Promise<boolean> =>
  (await db
    .selectFrom('carrying_out')
    .select('id')
    .where('force_id', '=', forceId)
    .where('review_id', '=', reviewId)
    .where('ending', '=', 'done')
    .executeTakeFirst()) !== undefined
