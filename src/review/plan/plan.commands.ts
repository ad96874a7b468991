import { type Commanding, command } from '../../audit/audit.commands.ts'
import { newId } from '../../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { maySpeak } from '../../register/account.ts'
import { roundById } from '../told.queries.ts'
import type { Going } from './loss.ts'
import { planRefusals as no } from './plan.refusals.ts'
import { deletePlanRow, insertPlan, planById, renamePlan, setPlanAccounts } from './plan.store.ts'

type Chosen = { name: string; accounts: readonly Going[] }

/** Saves a set of accounts under a name. Nothing happens to them by this. */
export const savePlan = (
  world: World,
  actor: Actor,
  given: Chosen & { roundId: string | null },
): Promise<Outcome<{ id: string; version: number }>> =>
  command(world, actor, async (c) => {
    if (actor.personId === null || !may(actor, 'planAccounts')) return refuse(no.mayNotPlan)
    if (given.roundId !== null && !(await roundById(c.tx, actor.forceId, given.roundId))) return refuse(no.noRound)
    const going = await fitting(c, given.accounts)
    if (!going.ok) return going
    const id = newId(c.now)
    const place = { force_id: actor.forceId, id }
    await insertPlan(c.tx, { ...place, name: given.name, round_id: given.roundId, by_id: actor.personId, at: c.now })
    await setPlanAccounts(c.tx, actor.forceId, id, going.value)
    c.record('plan.saved', `plan:${id}`, { accounts: going.value.length, round: given.roundId })
    return ok({ id, version: 1 })
  })

/** Other accounts, or another name, in place of those before; refused when somebody else changed it meanwhile. */
export const changePlan = (
  world: World,
  actor: Actor,
  given: Chosen & { id: string; version: number },
): Promise<Outcome<{ id: string; version: number }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'planAccounts')) return refuse(no.mayNotPlan)
    const plan = await planById(c.tx, actor.forceId, given.id)
    if (!plan) return refuse(no.noPlan)
    const going = await fitting(c, given.accounts)
    if (!going.ok) return going
    if (!(await renamePlan(c.tx, plan, given.version, given.name))) return refuse(no.planChanged)
    await setPlanAccounts(c.tx, actor.forceId, plan.id, going.value)
    c.record('plan.changed', `plan:${plan.id}`, { accounts: going.value.length })
    return ok({ id: plan.id, version: given.version + 1 })
  })

/** Deletes a plan, by whoever saved it or communications. Refused while something else of the force's points to it. */
export const deletePlan = (world: World, actor: Actor, id: string): Promise<Outcome<{ id: string }>> =>
  command(world, actor, async (c) => {
    const plan = await planById(c.tx, actor.forceId, id)
    if (!plan) return refuse(no.noPlan)
    if (!may(actor, 'deletePlan', { made: plan.by_id === actor.personId })) return refuse(no.mayNotDeletePlan)
    if (!(await deletePlanRow(c.tx, plan))) return refuse(no.planPointedAt)
    c.record('plan.deleted', `plan:${id}`, { by: plan.by_id, round: plan.round_id })
    return ok({ id })
  })

/** Each account once; all of them speak for the force, and what they join stays and is not being closed. */
async function fitting(c: Commanding, accounts: readonly Going[]): Promise<Outcome<Going[]>> {
  const going = [...new Map(accounts.map((g) => [g.accountId, g])).values()]
  const rows = await c.tx
    .selectFrom('account')
    .select(['id', 'status'])
    .where('force_id', '=', c.actor.forceId)
    .execute()
  const speaking = rows.filter((a) => maySpeak(a.status))
  const speaks = new Set(speaking.map((a) => a.id))
  const goes = new Set(going.map((g) => g.accountId))
  if (going.some((g) => !speaks.has(g.accountId))) return refuse(no.notPlannable)
  const stays = new Set(speaking.filter((a) => a.status !== 'closing' && !goes.has(a.id)).map((a) => a.id))
  const joined = going.flatMap((g) => g.intoAccountId ?? [])
  return joined.every((id) => stays.has(id)) ? ok(going) : refuse(no.joinsWhatGoes)
}
