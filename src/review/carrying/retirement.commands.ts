import { command } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { withdrawOne } from '../../posting/delivery/delivery.commands.ts'
import { placeHold } from '../../posting/delivery/hold.commands.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { lockRegister } from '../../register/register.store.ts'
import { isRetired } from '../../register/retired.queries.ts'
import { writeList } from './carrying.commands.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'

type Retirement = { network: string; on: string; note: string }

/** Begins the list by which the force leaves a network. Nothing is closed before its last step. `note`: what the public list will say. */
export const beginRetirement = (world: World, actor: Actor, given: Retirement): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    if (actor.personId === null || !may(actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
    await lockRegister(c.tx, actor.forceId)
    const { zone } = await forceOf(c.tx, actor.forceId)
    const today = dateIn(c.now, zone)
    if (given.on < today) return refuse(no.dayPast)
    const there = await c.tx
      .selectFrom('account')
      .select('id')
      .where('force_id', '=', actor.forceId)
      .where('network', '=', given.network)
      .where('status', '<>', 'closed')
      .executeTakeFirst()
    if (!there || (await isRetired(c.tx, actor.forceId, given.network))) return refuse(no.networkUnknown)
    const begun = {
      kind: 'platformRetirement' as const,
      account: null,
      on: given.on,
      into: null,
      today,
      notBefore: null,
    }
    return writeList(c, begun, { network: given.network, note: given.note })
  })

type Settled = { id: string; how: 'hold' | 'withdraw'; reason: string }

/** What becomes of posts that wait to go out on a network that is being left: held, so that somebody decides about each, or withdrawn. */
export async function settleWaiting(
  world: World,
  actor: Actor,
  { id, how, reason }: Settled,
): Promise<Outcome<{ settled: number }>> {
  if (!may(actor, 'carryOut', { answers: false })) return refuse(no.mayNotCarryOut)
  const list = await world.db
    .selectFrom('carrying_out')
    .select(['network', 'ended_at'])
    .where('force_id', '=', actor.forceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!list?.network) return refuse(no.noCarryingOut)
  if (list.ended_at !== null) return refuse(no.carryingOver)
  if (how === 'withdraw') return withdrawThere(world, actor, { id, network: list.network, reason })
  const placed = await placeHold(world, actor, { scope: 'network', target: list.network, reason })
  return placed.ok ? ok({ settled: placed.value.held }) : placed
}

const withdrawThere = (
  world: World,
  actor: Actor,
  { id, network, reason }: { id: string; network: string; reason: string },
): Promise<Outcome<{ settled: number }>> =>
  command(world, actor, async (c) => {
    const waiting = await c.tx
      .selectFrom('delivery')
      .selectAll()
      .where('force_id', '=', actor.forceId)
      .where('network', '=', network)
      .where('state', 'in', ['waiting', 'held', 'needs-person'])
      .orderBy('id')
      .forUpdate()
      .execute()
    let settled = 0
    for (const d of waiting) if ((await withdrawOne(c, d, reason)) !== 'frozen') settled += 1
    if (settled === 0) return refuse(no.nothingWaits)
    c.record('carryingOut.waitingWithdrawn', `carryingOut:${id}`, { network, deliveries: settled })
    return ok({ settled })
  })
