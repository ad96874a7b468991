import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../foundation/database.ts'
import { stand } from './duty.contract.ts'

export type Stand = z.output<typeof stand>

/** How the desk stands: what waits, who may be in danger, what is over its clock, what is not heard, and what is held. */
export async function standNow(db: Db, forceId: string, now: Date): Promise<Stand> {
  const { rows } = await sql<Stand>`
    select
      count(*) filter (where waiting_since is not null)::int as "waiting",
      count(*) filter (where rank = 0)::int as "inDanger",
      count(*) filter (where due_at < ${now})::int as "overdue",
      count(*) filter (where holder_id is not null and held_until > ${now})::int as "held",
      (select count(*)::int from listening where force_id = ${forceId} and state <> 'hearing') as "notHeard",
      (select count(*)::int from hold where force_id = ${forceId} and released_at is null) as "holds"
    from conversation where force_id = ${forceId} and stage = 'open'`.execute(db)
  return rows[0] ?? { waiting: 0, inDanger: 0, overdue: 0, held: 0, notHeard: 0, holds: 0 }
}

/** What was kept with a note; null when it cannot be read. */
export const readStand = (stored: unknown): Stand | null => {
  const read = stand.safeParse(stored)
  return read.success ? read.data : null
}
