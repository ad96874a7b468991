import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { measuresRefusals as r } from './measures.refusals.ts'
import { endReasonRow, insertReason, isMeasured, reasonStands, replaceOfficials } from './measures.store.ts'
import { measureOf } from './measures.ts'
import { readOfficials } from './official-list.ts'

export type Why = { measure: string; account: string; reason: string; rightly: boolean }

/** Records why an account differs from its class in a measure; one reason at a time. */
export function sayWhy(world: World, actor: Actor, why: Why): Promise<Outcome<{ id: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'sayWhyDiffers') || actor.personId === null) return refuse(r.mayNotSayWhy)
    if (!measureOf(why.measure)) return refuse(r.noMeasure)
    if (!(await isMeasured(c, why.account))) return refuse(r.noAccount)
    if (await reasonStands(c, why)) return refuse(r.reasonStands)
    const id = newId(c.now)
    await insertReason(c, id, why, actor.personId)
    const { measure, account, rightly } = why
    c.record('measures.reasonRecorded', `measures:${actor.forceId}`, { reason: id, measure, account, rightly })
    return ok({ id })
  })
}

/** Ends a reason. It is kept, with when it held. */
export function endReason(world: World, actor: Actor, id: string): Promise<Outcome<Record<never, never>>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'sayWhyDiffers')) return refuse(r.mayNotSayWhy)
    if (!(await endReasonRow(c, id))) return refuse(r.noReason)
    c.record('measures.reasonEnded', `measures:${actor.forceId}`, { reason: id })
    return ok({})
  })
}

/** Puts a list of official accounts in place of the one before: all of it, or nothing. It counts from the next counting on. */
export function listOfficials(world: World, actor: Actor, list: string): Promise<Outcome<{ handles: number }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'listOfficials')) return refuse(r.mayNotList)
    const { officials, wrong } = readOfficials(list)
    const first = wrong[0]
    if (first)
      return refuse(
        r.listUnreadable,
        { lines: wrong.slice(0, 20) },
        `Line ${first.line}: ${first.words}. Nothing was saved.`,
      )
    await replaceOfficials(c, officials)
    c.record('measures.officialsListed', `measures:${actor.forceId}`, { handles: officials.length })
    return ok({ handles: officials.length })
  })
}
