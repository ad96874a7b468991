import { z } from 'zod'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { forbidden } from '../change.commands.ts'
import { registerRefusals as no } from '../register.refusals.ts'
import { accountById } from '../register.store.ts'
import { takeIntoCustody, takesKeys } from './custody.commands.ts'
import { drawer, takeNote } from './custody.store.ts'
import { signInAt } from './sign-in.client.ts'

/** A person who went to the network has so long to come back. */
const longest = 15 * 60_000

const journey = z.object({ accountId: z.string(), personId: z.string() })

/** Opens the sign-in of a network; handed in, so that a test can play the network. */
type Open = typeof signInAt

/** Where a person goes to sign in at the network; they, and nobody else, may come back with the answer. */
export async function beginSignIn(
  world: World,
  actor: Actor,
  id: string,
  open: Open = signInAt,
): Promise<Outcome<{ url: string }>> {
  const not = forbidden(actor, 'giveKeys')
  if (not) return not
  const account = await accountById(world.db, actor.forceId, id)
  if (!account) return refuse(no.noAccount)
  if (!takesKeys(account.status)) return refuse(no.accountClosed)
  const signIn = await open(world, actor.forceId, account.network)
  if (!signIn) return refuse(no.noSignInThere)
  const state = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url')
  const going = { accountId: id, personId: actor.personId ?? '' }
  await drawer(world, actor.forceId, 'return').set(state, JSON.stringify(going))
  try {
    // An account that was connected before is found under whatever handle it goes by now.
    return ok({ url: (await signIn.begin(account.external_id ?? account.handle, state)).href })
  } catch (error) {
    world.log.fault('sign-in at a network could not begin', error, { account: id })
    return refuse(no.networkSilent)
  }
}

type Returned = { network: string; params: URLSearchParams }

/** A person is back. What the network gave is kept only when it is this account's; otherwise it is given back. */
export async function finishSignIn(
  world: World,
  actor: Actor,
  { network, params }: Returned,
  open: Open = signInAt,
): Promise<Outcome<{ id: string; handle: string }>> {
  const not = forbidden(actor, 'giveKeys')
  if (not) return not
  const signIn = await open(world, actor.forceId, network)
  if (!signIn) return refuse(no.noSignInThere)
  const back = await signIn.finish(params).catch(() => null)
  if (!back) return refuse(no.signInLost)
  const since = new Date(world.clock.now().getTime() - longest)
  const note = await takeNote(world, actor.forceId, 'return', back.state, since)
  const going = note === undefined ? null : journey.parse(JSON.parse(note))
  const account = going && (await accountById(world.db, actor.forceId, going.accountId))
  const taken =
    !account || going.personId !== actor.personId || account.network !== network
      ? refuse(no.signInLost)
      : await takeIntoCustody(world, actor, account, back.identity, back.secret)
  if (!taken.ok && !(await isInUse(world, actor.forceId, back.identity.externalId)))
    await signIn.end(back.secret).catch(() => {})
  return taken
}

/** A sign-in that another account of ours lives by is not given back. */
const isInUse = async (world: World, forceId: string, externalId: string): Promise<boolean> => {
  const row = await world.db
    .selectFrom('account')
    .innerJoin('custody', (j) =>
      j.onRef('custody.force_id', '=', 'account.force_id').onRef('custody.account_id', '=', 'account.id'),
    )
    .select('account.id')
    .where('account.force_id', '=', forceId)
    .where('account.external_id', '=', externalId)
    .executeTakeFirst()
  return row !== undefined
}
