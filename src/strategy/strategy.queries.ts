import type { Db } from '../foundation/database.ts'
import type { Actor } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { inForceAt } from './objective.ts'

/** Objectives first, then local priorities by place; `inForce` leaves out what has ended and keeps what has not begun. */
export async function listTheObjectives(db: Db, actor: Actor, which: 'inForce' | 'all', now: Date) {
  const all = db.selectFrom('objective').selectAll().where('force_id', '=', actor.forceId)
  const wanted = which === 'all' ? all : all.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
  const rows = await wanted.orderBy('kind', 'desc').orderBy('area').orderBy('starts_at').orderBy('id').execute()
  const objectives = rows.map((o) => ({
    id: o.id,
    title: o.title,
    kind: o.kind,
    area: o.area,
    measure: o.measure,
    startsAt: o.starts_at.toISOString(),
    endsAt: o.ends_at?.toISOString() ?? null,
    inForce: inForceAt({ startsAt: o.starts_at, endsAt: o.ends_at }, now),
  }))
  return { objectives, mayChange: may(actor, 'changeObjectives') }
}
