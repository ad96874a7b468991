import type { z } from 'zod'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../may.ts'
import { forceAndSettings } from '../people.queries.ts'
import type { trainingEndpoints } from './training.contract.ts'
import { keptTraining } from './training.store.ts'
import { standingAt, subjects } from './training.ts'

type Training = z.input<typeof trainingEndpoints.training.output>

/** Everybody who is here, by name, with what they were trained in. */
export async function trainingOf({ db }: World, actor: Actor, now: Date): Promise<Training> {
  const { settings } = await forceAndSettings(db, actor.forceId)
  const kept = await keptTraining(db, actor.forceId, null)
  const rows = await db
    .selectFrom('person')
    .select(['id', 'rank', 'name', 'trained_until'])
    .where('force_id', '=', actor.forceId)
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return {
    asks: settings.training,
    people: rows.map((p) => ({
      person: { id: p.id, rank: p.rank, name: p.name },
      subjects: subjects.map((subject) => {
        const until = kept.get(p.id)?.get(subject) ?? null
        return { subject, until: until?.toISOString() ?? null, standing: standingAt(until, now) }
      }),
      until: p.trained_until?.toISOString() ?? null,
      standing: standingAt(p.trained_until, now),
      mayRecord: may(actor, 'recordTraining', { personId: p.id }),
      isYou: p.id === actor.personId,
    })),
    mayChange: may(actor, 'changeForceSettings'),
  }
}
