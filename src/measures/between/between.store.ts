import type { Commanding } from '../../audit/audit.commands.ts'
import type { Db } from '../../foundation/database.ts'

/** The consents that stand at an instant, of the forces that let this inspectorate compare them. */
const standing = (db: Db, inspectorateId: string, now: Date) =>
  db
    .selectFrom('compare_consent as c')
    .innerJoin('force as i', 'i.id', 'c.inspectorate_id')
    .where('c.inspectorate_id', '=', inspectorateId)
    .where('i.kind', '=', 'inspectorate')
    .where('c.ended_at', 'is', null)
    .where('c.from_at', '<=', now)
    .where('c.until_at', '>', now)

export const forcesLetting = (db: Db, inspectorateId: string, now: Date) =>
  standing(db, inspectorateId, now)
    .innerJoin('force as f', 'f.id', 'c.force_id')
    .select(['f.id', 'f.name'])
    .orderBy('f.name')
    .orderBy('f.id')
    .execute()

/** The consent of one force by which it may be read now; none: it may not. */
export const consentOf = (c: Commanding, forceId: string, inspectorateId: string) =>
  standing(c.tx, inspectorateId, c.now).where('c.force_id', '=', forceId).select('c.id').executeTakeFirst()

export const isInspectorate = async (c: Commanding, id: string): Promise<boolean> =>
  (await c.tx
    .selectFrom('force')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'inspectorate')
    .executeTakeFirst()) !== undefined

/** Closes one that ran out, so that a new one may stand in its place. */
export const endRunOut = (c: Commanding, inspectorateId: string) =>
  c.tx
    .updateTable('compare_consent')
    .set((x) => ({ ended_at: x.ref('until_at') }))
    .where('force_id', '=', c.actor.forceId)
    .where('inspectorate_id', '=', inspectorateId)
    .where('ended_at', 'is', null)
    .where('until_at', '<=', c.now)
    .execute()

/** Whether it was put in: not where one stands already. */
export async function insertConsent(
  c: Commanding,
  id: string,
  of: { inspectorate: string; until: Date },
  by: string,
): Promise<boolean> {
  const { forceId } = c.actor
  const put = await c.tx
    .insertInto('compare_consent')
    .values({
      force_id: forceId,
      id,
      inspectorate_id: of.inspectorate,
      from_at: c.now,
      until_at: of.until,
      given_by: by,
      given_at: c.now,
    })
    .onConflict((x) => x.doNothing())
    .returning('id')
    .executeTakeFirst()
  return put !== undefined
}

/** Whether there was one that stood. */
export async function endConsent(c: Commanding, id: string, by: string): Promise<boolean> {
  const ended = await c.tx
    .updateTable('compare_consent')
    .set({ ended_at: c.now, ended_by: by })
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('until_at', '>', c.now)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
