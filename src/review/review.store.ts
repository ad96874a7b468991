import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Commanding } from '../audit/audit.commands.ts'
import type { Db, Tx } from '../foundation/database.ts'
import type { Tables } from '../foundation/tables.ts'

export type RoundRecord = Selectable<Tables['review_round']>
export type ReviewRecord = Selectable<Tables['review']>
export type SecondLookRecord = Selectable<Tables['second_look']>

/** False when a round is open already. */
export async function insertRound(tx: Tx, row: Insertable<Tables['review_round']>): Promise<boolean> {
  const made = await tx
    .insertInto('review_round')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Locked, so that it does not end while somebody decides. */
export const lockRound = (tx: Tx, forceId: string, id: string): Promise<RoundRecord | undefined> =>
  tx
    .selectFrom('review_round')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function endRoundRow(tx: Tx, round: RoundRecord, by: string, at: Date): Promise<void> {
  await tx
    .updateTable('review_round')
    .set({ ended_by: by, ended_at: at })
    .where('force_id', '=', round.force_id)
    .where('id', '=', round.id)
    .execute()
}

/** A review as a round begins it. Scorecard and reasons are written as they are. */
export type NewReview = {
  id: string
  place: number
  accountId: string | null
  lookAlikeId: string | null
  name: string
  handle: string
  network: string
  class: string | null
  area: string | null
  scorecard: unknown
  recommendation: string
  recommendedInto: string | null
  reasons: unknown
}

const atOnce = 500

/** So many in one statement that a force has few of them. */
export async function insertReviews(c: Commanding, roundId: string, rows: readonly NewReview[]): Promise<void> {
  for (let n = 0; n < rows.length; n += atOnce)
    await sql`
      insert into review (force_id, id, round_id, place, account_id, look_alike_id, name, handle, network, class, area, scorecard,
        recommendation, recommended_into, reasons)
      select ${c.actor.forceId}, r."id", ${roundId}, r."place", r."accountId", r."lookAlikeId", r."name", r."handle", r."network", r."class",
        r."area", r."scorecard", r."recommendation", r."recommendedInto", r."reasons"
      from json_to_recordset(${JSON.stringify(rows.slice(n, n + atOnce))}::json) as r ("id" text, "place" int, "accountId" text,
        "lookAlikeId" text, "name" text, "handle" text, "network" text, "class" text, "area" text, "scorecard" jsonb,
        "recommendation" text, "recommendedInto" text, "reasons" jsonb)`.execute(c.tx)
}

/** Locked: two people may decide at once. */
export const lockReview = (tx: Tx, forceId: string, id: string): Promise<ReviewRecord | undefined> =>
  tx
    .selectFrom('review')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The same of several in one round, each in its turn by id. */
export const lockReviews = (
  tx: Tx,
  forceId: string,
  roundId: string,
  ids: readonly string[],
): Promise<ReviewRecord[]> =>
  tx
    .selectFrom('review')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('round_id', '=', roundId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

export async function updateReview(tx: Tx, review: ReviewRecord, change: Updateable<Tables['review']>): Promise<void> {
  await tx
    .updateTable('review')
    .set(change)
    .where('force_id', '=', review.force_id)
    .where('id', '=', review.id)
    .execute()
}

export async function insertVoice(tx: Tx, row: Insertable<Tables['review_voice']>): Promise<void> {
  await tx.insertInto('review_voice').values(row).execute()
}

/** False when one waits already. */
export async function insertSecondLook(tx: Tx, row: Insertable<Tables['second_look']>): Promise<boolean> {
  const made = await tx
    .insertInto('second_look')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const waitingLook = (db: Db, forceId: string, reviewId: string): Promise<SecondLookRecord | undefined> =>
  db
    .selectFrom('second_look')
    .selectAll()
    .where('force_id', '=', forceId)
    .where('review_id', '=', reviewId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()

/** Whether a second look at the decision that stands was asked for: one is enough. */
export const wasLookedAt = async (db: Db, review: ReviewRecord): Promise<boolean> =>
  (await db
    .selectFrom('second_look')
    .select('id')
    .where('force_id', '=', review.force_id)
    .where('review_id', '=', review.id)
    .where('asked_at', '>=', review.decided_at)
    .executeTakeFirst()) !== undefined

export async function settleLook(
  tx: Tx,
  look: SecondLookRecord,
  change: Updateable<Tables['second_look']>,
): Promise<void> {
  await tx
    .updateTable('second_look')
    .set(change)
    .where('force_id', '=', look.force_id)
    .where('id', '=', look.id)
    .execute()
}

/** How many accounts of a round nobody decided, and how many second looks wait in it. */
export async function openIn(tx: Tx, round: RoundRecord): Promise<{ undecided: number; looks: number }> {
  const { rows } = await sql<{ undecided: number; looks: number }>`
    select count(*) filter (where r.decided_at is null)::int as undecided, count(s.id)::int as looks
    from review r left join second_look s on s.force_id = r.force_id and s.review_id = r.id and s.decided_at is null
    where r.force_id = ${round.force_id} and r.round_id = ${round.id}`.execute(tx)
  return rows[0] ?? { undecided: 0, looks: 0 }
}

/** False when this version was written meanwhile. */
export async function insertCriteria(tx: Tx, row: Insertable<Tables['review_criteria']>): Promise<boolean> {
  const made = await tx
    .insertInto('review_criteria')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}
