import { sql } from 'kysely'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../may.ts'
import { peopleRefusals } from '../people.contract.ts'
import { forceAndSettings } from '../people.queries.ts'
import { lockPerson, updatePerson } from '../people.store.ts'
import { trainingRefusals as no } from './training.contract.ts'
import { insertTraining, keptTraining } from './training.store.ts'
import { agreementDays, rightsUntil, type Subject, type TrainingAsked } from './training.ts'

/** Works out anew until when everybody of the force, or one person, may write; people whose date stays are left alone. */
export async function renewRights(c: Commanding, asks: TrainingAsked, personId: string | null): Promise<void> {
  const { forceId } = c.actor
  const kept = await keptTraining(c.tx, forceId, personId)
  const people = await c.tx
    .selectFrom('person')
    .select(['id', 'trained_until'])
    .where('force_id', '=', forceId)
    .where('left_at', 'is', null)
    .where(sql<boolean>`(${personId}::text is null or id = ${personId})`)
    .execute()
  const from = asks.from === null ? null : new Date(`${asks.from}T00:00:00Z`)
  for (const person of people) {
    const until = rightsUntil(kept.get(person.id) ?? new Map(), { asked: asks.asked, from })
    if (until?.getTime() !== person.trained_until?.getTime())
      await updatePerson(c.tx, forceId, person.id, { trained_until: until })
  }
}

/**
 * Somebody who is new, and trained until a day as whoever adds them says: in what the force asks, or in media law where it asks nothing.
 * Whoever is not trained may write as long as the force lets them without it.
 */
export async function beginTraining(c: Commanding, personId: string, until: Date | null): Promise<void> {
  const { forceId } = c.actor
  const asks = (await forceAndSettings(c.tx, forceId)).settings.training
  const taught = asks.asked.filter((subject) => subject !== 'agreement')
  if (until !== null)
    for (const subject of taught.length === 0 ? (['mediaLaw'] as const) : taught) {
      await insertTraining(c.tx, { forceId, personId, subject, until, by: c.actor.personId, at: c.now })
      c.record('training.recorded', `person:${personId}`, { subject, until: until.toISOString() })
    }
  if (until !== null || asks.from !== null) await renewRights(c, asks, personId)
}

type Given = { personId: string; subject: Subject; until: Date }

async function record(c: Commanding, { personId, subject, until }: Given): Promise<Outcome<Record<never, never>>> {
  const { forceId } = c.actor
  const person = await lockPerson(c.tx, forceId, personId)
  if (!person) return refuse(peopleRefusals.noPerson)
  if (person.left_at) return refuse(peopleRefusals.hasLeft)
  if (until <= c.now) return refuse(no.trainingOver)
  await insertTraining(c.tx, { forceId, personId, subject, until, by: c.actor.personId, at: c.now })
  const { settings } = await forceAndSettings(c.tx, forceId)
  await renewRights(c, settings.training, personId)
  c.record('training.recorded', `person:${personId}`, { subject, until: until.toISOString() })
  return ok({})
}

/** Somebody else was trained, until a day. */
export const recordTraining = (world: World, actor: Actor, given: Given): Promise<Outcome<Record<never, never>>> =>
  command(world, actor, async (c) =>
    may(actor, 'recordTraining', { personId: given.personId }) ? record(c, given) : refuse(no.mayNotRecordTraining),
  )

/** Somebody agrees for themselves, for a year from now. */
export const agree = (world: World, actor: Actor): Promise<Outcome<Record<never, never>>> =>
  command(world, actor, async (c) =>
    actor.personId === null
      ? refuse(peopleRefusals.noPerson)
      : record(c, {
          personId: actor.personId,
          subject: 'agreement',
          until: new Date(c.now.getTime() + agreementDays * 86_400_000),
        }),
  )
