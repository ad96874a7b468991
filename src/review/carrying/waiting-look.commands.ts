import type { Commanding } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { freeFrom } from '../decision.ts'
import { wasLookedAt } from '../review.store.ts'
import { type CarryingRecord, stepRows, updateCarrying, updateStep } from './carrying.store.ts'
import { dueOn, lastDayOf, stepsOf } from './steps.ts'

/**
 * The first day on which nobody can ask for a second look at the decision that stands; null when there is no decision, its owner wants none,
 * somebody has looked again, or the time is over.
 */
export async function lookOpenUntil(c: Commanding, reviewId: string | null, zone: string): Promise<string | null> {
  if (reviewId === null) return null
  const reviews = c.tx.selectFrom('review').selectAll().where('force_id', '=', c.actor.forceId)
  const review = await reviews.where('id', '=', reviewId).executeTakeFirst()
  if (!review?.decided_at || review.no_look_at !== null || (await wasLookedAt(c.tx, review))) return null
  const day = freeFrom(review.decided_at, zone)
  return day > dateIn(c.now, zone) ? day : null
}

/** Nobody will ask for a second look any more: the list that the decision began goes by the day that was chosen. */
export async function waitNoLonger(c: Commanding, reviewId: string): Promise<void> {
  const open = await c.tx
    .selectFrom('carrying_out')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('review_id', '=', reviewId)
    .where('ended_at', 'is', null)
    .where('not_before', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!open) return
  await dueSooner(c, open)
  await updateCarrying(c.tx, open, { not_before: null })
  c.record('carryingOut.waitsNoLonger', `carryingOut:${open.id}`, { review: reviewId })
}

/** Steps that are due as they were planned are due by the chosen day again; what somebody set otherwise stays. */
async function dueSooner(c: Commanding, row: CarryingRecord): Promise<void> {
  const { zone } = await forceOf(c.tx, c.actor.forceId)
  const [begun, today] = [dateIn(row.begun_at, zone), dateIn(c.now, zone)]
  const open = (await stepRows(c.tx, row)).filter((s) => s.done_at === null)
  for (const step of stepsOf(row.kind, row.into_account_id !== null)) {
    const found = open.find((s) => s.step === step.id)
    if (found?.due_on !== dueOn(step, lastDayOf(row.ends_on, row.not_before), begun)) continue
    const sooner = dueOn(step, row.ends_on, begun)
    await updateStep(c.tx, found, { due_on: sooner < today ? today : sooner })
  }
}
