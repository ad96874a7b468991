import type { Db } from '../foundation/database.ts'
import { type Convention, convention, ordinaryConvention } from './convention.ts'

/** The force's own convention, or what holds until there is one. */
export async function conventionOf(db: Db, forceId: string): Promise<Convention> {
  const row = await db
    .selectFrom('force as f')
    .leftJoin('register_convention as c', 'c.force_id', 'f.id')
    .select(['f.name', 'c.convention'])
    .where('f.id', '=', forceId)
    .executeTakeFirst()
  const kept = convention.safeParse(row?.convention)
  return kept.success ? kept.data : ordinaryConvention(row?.name ?? '')
}
