import { type Commanding, command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import type { ObjectiveKind } from './objective.ts'
import { strategyRefusals as r } from './strategy.contract.ts'
import { insertObjective, lockObjective, updateObjective } from './strategy.store.ts'

type Done = Outcome<Record<never, never>>

export type Setting = {
  title: string
  kind: ObjectiveKind
  area: string | null
  measure: string
  /** Null: from now on. */
  startsAt: Date | null
  /** Null: until somebody ends it. */
  endsAt: Date | null
}

const lacksArea = (kind: ObjectiveKind, area: string | null) => kind === 'localPriority' && area === null

/** Sets an objective of the force, or what a neighbourhood is promised. */
export function setObjective(world: World, actor: Actor, s: Setting): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'changeObjectives')) return refuse(r.mayNotChangeObjectives)
    if (lacksArea(s.kind, s.area)) return refuse(r.priorityNeedsArea)
    const startsAt = s.startsAt ?? c.now
    if (s.endsAt && s.endsAt <= startsAt) return refuse(r.endsBeforeItBegins)
    const id = newId(c.now)
    await insertObjective(c.tx, actor.forceId, id, { ...s, startsAt })
    c.record('objective.set', `objective:${id}`, {
      kind: s.kind,
      startsAt: startsAt.toISOString(),
      endsAt: s.endsAt?.toISOString() ?? null,
    })
    return ok({ id })
  })
}

/** The objective as the change finds it, or why nothing may be changed. */
async function open(
  c: Commanding,
  id: string,
): Promise<Outcome<NonNullable<Awaited<ReturnType<typeof lockObjective>>>>> {
  if (!may(c.actor, 'changeObjectives')) return refuse(r.mayNotChangeObjectives)
  const found = await lockObjective(c.tx, c.actor.forceId, id)
  if (!found) return refuse(r.noObjective)
  return found.ends_at && found.ends_at <= c.now ? refuse(r.objectiveEnded) : ok(found)
}

/** Puts words, place or measure right. What it is, and when it began, stays. */
export function changeObjective(
  world: World,
  actor: Actor,
  id: string,
  change: { title: string; area: string | null; measure: string },
): Promise<Done> {
  return command(world, actor, async (c) => {
    const found = await open(c, id)
    if (!found.ok) return found
    if (lacksArea(found.value.kind, change.area)) return refuse(r.priorityNeedsArea)
    await updateObjective(c.tx, actor.forceId, id, { title: change.title, area: change.area, measure: change.measure })
    c.record('objective.changed', `objective:${id}`)
    return ok({})
  })
}

/** Ends it now. Accounts and posts that served it keep their link. */
export function endObjective(world: World, actor: Actor, id: string): Promise<Done> {
  return command(world, actor, async (c) => {
    const found = await open(c, id)
    if (!found.ok) return found
    await updateObjective(c.tx, actor.forceId, id, { ends_at: c.now })
    c.record('objective.ended', `objective:${id}`)
    return ok({})
  })
}
