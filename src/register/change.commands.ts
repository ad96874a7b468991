import { type Commanding, command } from '../audit/audit.commands.ts'
import { type Outcome, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import type { PlainAct } from '../people/act.ts'
import { may } from '../people/may.ts'
import { registerRefusals as no } from './register.refusals.ts'
import { lockRegister } from './register.store.ts'

const refusalOf = {
  changeRegister: no.mayNotChangeRegister,
  grantContributor: no.mayNotGrant,
  giveKeys: no.mayNotGiveKeys,
} as const

export type RegisterAct = keyof typeof refusalOf & PlainAct

/** Null when the actor may do it. */
export const forbidden = (actor: Actor, act: RegisterAct): Outcome<never> | null =>
  may(actor, act) ? null : refuse(refusalOf[act])

/** A command that holds the register; refused beforehand when the actor may not. */
export async function changing<T>(
  world: World,
  actor: Actor,
  act: RegisterAct | null,
  change: (c: Commanding) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const not = act && forbidden(actor, act)
  if (not) return not
  return command(world, actor, async (c) => {
    await lockRegister(c.tx, actor.forceId)
    return change(c)
  })
}
