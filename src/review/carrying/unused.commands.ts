import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { maySpeak } from '../../register/account.ts'
import { moveInside } from '../../register/register.commands.ts'
import { accountById, lockRegister } from '../../register/register.store.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import { hasOpenList } from './carrying.store.ts'
import { isUnused } from './unused.queries.ts'

/** Closes an account that never published anything: nobody follows a list to say goodbye to nobody. */
export const closeUnused = (
  world: World,
  actor: Actor,
  { accountId: id, reason }: { accountId: string; reason: string },
): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
    await lockRegister(c.tx, actor.forceId)
    const account = await accountById(c.tx, actor.forceId, id)
    if (!account || !maySpeak(account.status)) return refuse(no.notToClose)
    for (const column of ['account_id', 'into_account_id'] as const)
      if (await hasOpenList(c.tx, actor.forceId, column, id)) return refuse(no.carriedAlready)
    if (!(await isUnused(c.tx, actor.forceId, id))) return refuse(no.publishedThere)
    for (const move of account.status === 'closing' ? (['close'] as const) : (['beginClosing', 'close'] as const)) {
      const moved = await moveInside(c, { id, move, reason })
      if (!moved.ok) return moved
    }
    return ok({ id })
  })
