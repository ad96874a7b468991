import type { Insertable, Selectable } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../foundation/database.ts'
import type { Tables } from '../../foundation/tables.ts'
import type { Going } from './loss.ts'

export type PlanRecord = Selectable<Tables['review_plan']>

export const planById = (db: Db, forceId: string, id: string): Promise<PlanRecord | undefined> =>
  db.selectFrom('review_plan').selectAll().where('force_id', '=', forceId).where('id', '=', id).executeTakeFirst()

export async function insertPlan(tx: Tx, row: Insertable<Tables['review_plan']>): Promise<void> {
  await tx.insertInto('review_plan').values(row).execute()
}

/** False when it was changed since it was read. */
export async function renamePlan(tx: Tx, plan: PlanRecord, version: number, name: string): Promise<boolean> {
  const changed = await tx
    .updateTable('review_plan')
    .set({ name, version: version + 1 })
    .where('force_id', '=', plan.force_id)
    .where('id', '=', plan.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Puts these accounts in the place of those before. */
export async function setPlanAccounts(tx: Tx, forceId: string, planId: string, going: readonly Going[]): Promise<void> {
  await tx.deleteFrom('plan_account').where('force_id', '=', forceId).where('plan_id', '=', planId).execute()
  if (going.length === 0) return
  const rows = going.map((g) => ({
    force_id: forceId,
    plan_id: planId,
    account_id: g.accountId,
    into_account_id: g.intoAccountId,
  }))
  await tx.insertInto('plan_account').values(rows).execute()
}

/** What the store says when something else points to a row. */
const pointedAt = z.object({ code: z.literal('23503') })

/** False when something else points to it: then the command refuses, which undoes the first half. */
export async function deletePlanRow(tx: Tx, { force_id, id }: PlanRecord): Promise<boolean> {
  await tx.deleteFrom('plan_account').where('force_id', '=', force_id).where('plan_id', '=', id).execute()
  try {
    await tx.deleteFrom('review_plan').where('force_id', '=', force_id).where('id', '=', id).execute()
    return true
  } catch (error) {
    if (pointedAt.safeParse(error).success) return false
    throw error
  }
}
