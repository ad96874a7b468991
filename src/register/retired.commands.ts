import type { Commanding } from '../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { AccountMove, AccountStatus } from './account.ts'
import { moveInside } from './register.commands.ts'
import { registerRefusals as no } from './register.refusals.ts'
import { lockRegister } from './register.store.ts'
import { isRetired } from './retired.queries.ts'

/** The way to closed from where an account stands. */
const wayOut: Readonly<Record<AccountStatus, readonly AccountMove[]>> = {
  proposed: ['turnDown'],
  live: ['beginClosing', 'close'],
  underReview: ['beginClosing', 'close'],
  closing: ['close'],
  unofficial: ['leave'],
  closed: [],
}

/**
 * Leaves a network inside another command, which knows that its actor may: every account there is closed by the register's own moves, with the reason, and nothing is
 * opened there again. `note`: what the public list says. Gives the ids of the accounts that were closed.
 */
export async function retireNetwork(
  c: Commanding,
  given: { network: string; note: string; reason: string },
): Promise<Outcome<{ closed: string[] }>> {
  const { forceId, personId } = c.actor
  if (personId === null) return refuse(no.mayNotChangeRegister)
  await lockRegister(c.tx, forceId)
  if (await isRetired(c.tx, forceId, given.network)) return refuse(no.networkRetired)
  const accounts = await c.tx
    .selectFrom('account')
    .select(['id', 'status'])
    .where('force_id', '=', forceId)
    .where('network', '=', given.network)
    .where('status', '<>', 'closed')
    .orderBy('id')
    .execute()
  for (const { id, status } of accounts)
    for (const move of wayOut[status]) {
      const moved = await moveInside(c, { id, move, reason: given.reason })
      if (!moved.ok) return moved
    }
  await c.tx
    .insertInto('retired_network')
    .values({ force_id: forceId, network: given.network, note: given.note, at: c.now, by_id: personId })
    .execute()
  c.record('network.retired', `network:${given.network}`, { closed: accounts.map((a) => a.id) })
  return ok({ closed: accounts.map((a) => a.id) })
}
