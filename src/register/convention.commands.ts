import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { openLine } from '../networks/networks.client.ts'
import { traitsOf } from '../networks/networks.ts'
import { changing, forbidden } from './change.commands.ts'
import type { Convention } from './convention.ts'
import { needsKeys } from './custody/custody.ts'
import { lineTools, openCustody } from './custody/lines.client.ts'
import { registerRefusals as no } from './register.refusals.ts'
import * as store from './register.store.ts'

/** Writes the force's own convention; it holds from now, for every name and profile that is looked at. */
export const changeConvention = (
  world: World,
  actor: Actor,
  given: Convention,
): Promise<Outcome<Record<never, never>>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    await store.putConvention(c.tx, {
      force_id: actor.forceId,
      convention: JSON.stringify(given),
      changed_by: actor.personId ?? '',
      changed_at: c.now,
    })
    c.record('register.conventionChanged', 'account:convention', { classes: given.naming.placeIn })
    return ok({})
  })

/** Writes down the words by which an account says who it is, as somebody read them at the network. */
export const noteProfile = (
  world: World,
  actor: Actor,
  { id, profile }: { id: string; profile: string },
): Promise<Outcome<{ id: string }>> =>
  changing(world, actor, 'changeRegister', async (c) => {
    const account = await store.accountById(c.tx, actor.forceId, id)
    if (!account) return refuse(no.noAccount)
    await store.setProfile(c.tx, account, profile, c.now)
    c.record('account.profileNoted', `account:${id}`, { by: 'hand' })
    return ok({ id })
  })

/** How long we wait for a network that is asked for a profile. */
const patience = 20_000

/** Asks the network what the profile says, outside any transaction, and keeps the answer. */
export async function readProfile(
  world: World,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string; profile: string }>> {
  const not = forbidden(actor, 'changeRegister')
  if (not) return not
  const account = await store.accountById(world.db, actor.forceId, id)
  if (!account) return refuse(no.noAccount)
  if (!needsKeys(traitsOf(account.network))) return refuse(no.noProfileThere)
  const custody = await openCustody(world, actor.forceId, id).catch(() => null)
  if (!custody) return refuse(no.noKeys)
  const line = openLine(account.network, custody, await lineTools(world, actor.forceId, account.network))
  const who = await line.whoAmI(AbortSignal.timeout(patience))
  if (who.kind !== 'is') return refuse(no.networkSilent)
  const { profile } = who.identity
  if (profile === null) return refuse(no.noProfileThere)
  return changing(world, actor, 'changeRegister', async (c) => {
    await store.setProfile(c.tx, account, profile, c.now)
    c.record('account.profileNoted', `account:${id}`, { by: 'network' })
    return ok({ id, profile })
  })
}
