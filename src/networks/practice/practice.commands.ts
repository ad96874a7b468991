import { command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../networks.ts'
import type { PracticeAct } from './fault.ts'
import { practiceRefusals as no } from './practice.contract.ts'
import * as store from './practice.store.ts'

/** Who may do what here; handed in, because this room stands beside the one that knows. */
export type MayPractise = (actor: Actor, act: 'playPublic' | 'makeFaults') => boolean

type Reply = { id: string; name: string; text: string }

/** Says something below a practice post as an invented member of the public. */
export function replyAsPublic(
  world: World,
  actor: Actor,
  may: MayPractise,
  { id: replyTo, name, text }: Reply,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'playPublic')) return Promise.resolve(refuse(no.mayNotPlay))
  return command(world, actor, async (c) => {
    const above = await store.recordById(c.tx, actor.forceId, replyTo)
    if (!above || above.removed_at) return refuse(no.recordGone)
    const id = newId(c.now)
    const row = { force_id: actor.forceId, id, account_id: null, key: null, name, text, reply_to: replyTo }
    await store.insertRecord(c.tx, { ...row, created_at: c.now, arrived_at: c.now })
    c.record('practice.publicReplied', `practice:${id}`, { replyTo })
    return ok({ id })
  })
}

export type NewFault = { accountId: string; key: string | null; act: PracticeAct; times: number; seconds: number }

/** Makes the next `times` calls for an account go wrong. `seconds`: how long `slow` waits and how long `tooMany` asks us to wait. */
export function setFault(
  world: World,
  actor: Actor,
  may: MayPractise,
  given: NewFault,
): Promise<Outcome<{ id: string }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    const account = await c.tx
      .selectFrom('account')
      .select('network')
      .where('force_id', '=', actor.forceId)
      .where('id', '=', given.accountId)
      .executeTakeFirst()
    if (!account || !traitsOf(account.network)?.practice) return refuse(no.noPracticeAccount)
    const { accountId, key, act, times, seconds } = given
    const id = newId(c.now)
    const row = { force_id: actor.forceId, id, account_id: accountId, key, act, times, seconds }
    if (!(await store.insertFault(c.tx, row))) return refuse(no.tooManyFaults)
    c.record('practice.faultSet', `practice:${accountId}`, { fault: id, act, times, seconds })
    return ok({ id })
  })
}

export function clearFaults(
  world: World,
  actor: Actor,
  may: MayPractise,
  accountId: string | null,
): Promise<Outcome<{ cleared: number }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    const cleared = await store.deleteFaults(c.tx, actor.forceId, accountId)
    c.record('practice.faultsCleared', `practice:${accountId ?? 'all'}`, { cleared })
    return ok({ cleared })
  })
}

/** Empties the practice network of a force. What our own tables say of those posts stays. */
export function clearPractice(world: World, actor: Actor, may: MayPractise): Promise<Outcome<{ cleared: number }>> {
  if (!may(actor, 'makeFaults')) return Promise.resolve(refuse(no.mayNotMakeFaults))
  return command(world, actor, async (c) => {
    await store.deleteFaults(c.tx, actor.forceId, null)
    const cleared = await store.deleteRecords(c.tx, actor.forceId)
    c.record('practice.cleared', 'practice:all', { cleared })
    return ok({ cleared })
  })
}
