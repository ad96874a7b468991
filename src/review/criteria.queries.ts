import type { Db } from '../foundation/database.ts'
import { proposedSettings, type Settings, settings } from './criteria.ts'

export type Standing = { version: number; settings: Settings }

/** The criteria that hold now: the force's latest, or version 0, which is ours to propose. */
export async function criteriaNow(db: Db, forceId: string): Promise<Standing> {
  const row = await db
    .selectFrom('review_criteria')
    .select(['version', 'criteria'])
    .where('force_id', '=', forceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, settings: settings.parse(row.criteria) }
    : { version: 0, settings: proposedSettings }
}
