import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import { endStandardRow, insertStandard, type Standard, standardByCode, standardsOf } from './standard.store.ts'
import { startingStandards } from './starting-standards.ts'

/** Publishes a standard. Its words never change; a better one gets a code of its own. */
export function addStandard(
  world: World,
  actor: Actor,
  s: Omit<Standard, 'endedAt'>,
): Promise<Outcome<{ code: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeStandards)
    if (!(await insertStandard(c.tx, actor.forceId, s))) return refuse(no.codeThere)
    c.record('standard.published', `standard:${s.code}`)
    return ok({ code: s.code })
  })
}

/** Publishes the set that a police force can begin with, where none is published yet. */
export function beginStandards(world: World, actor: Actor): Promise<Outcome<{ added: number }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeStandards)
    if ((await standardsOf(c.tx, actor.forceId)).length > 0) return refuse(no.standardsThere)
    let added = 0
    for (const s of startingStandards) {
      if (!(await insertStandard(c.tx, actor.forceId, s))) return refuse(no.standardsThere)
      c.record('standard.published', `standard:${s.code}`)
      added += 1
    }
    return ok({ added })
  })
}

/** Ends it now. What was decided under it keeps it. */
export function endStandard(world: World, actor: Actor, code: string): Promise<Outcome<{ endedAt: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'changeDesk')) return refuse(no.mayNotChangeStandards)
    const found = await standardByCode(c.tx, actor.forceId, code)
    if (!found) return refuse(no.noStandard)
    if (found.endedAt) return refuse(no.standardEnded)
    await endStandardRow(c.tx, actor.forceId, code, c.now)
    c.record('standard.ended', `standard:${code}`)
    return ok({ endedAt: c.now.toISOString() })
  })
}
