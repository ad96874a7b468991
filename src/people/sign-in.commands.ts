import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { command } from '../audit/audit.commands.ts'
import { generalRefusals } from '../foundation/endpoint.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { countTry, updatePerson } from './people.store.ts'
import { triesAllowed } from './person.ts'
import { endSessions, updatePassword } from './sign-in.store.ts'

export type Known = { forceId: string; personId: string }

const itself = (forceId: string): Actor => ({ forceId, personId: null, roles: [] })
const as = (who: Known): Actor => ({ ...who, roles: [] })

/** Counts a try before it is made, so that many at once cannot slip through. False: too many, do not try. */
export async function mayTry(world: World, who: Known): Promise<boolean> {
  const counted = await command(world, itself(who.forceId), async (c) =>
    ok(await countTry(c.tx, who.forceId, who.personId, c.now)),
  )
  return counted.ok && counted.value <= triesAllowed.most
}

/** The right password was given: the tries before it count no more. */
export const forgetTries = (world: World, who: Known) =>
  command(world, itself(who.forceId), async (c) => {
    await updatePerson(c.tx, who.forceId, who.personId, { tries: 0, tries_from: null })
    return ok(null)
  })

/** `how`: what finished the sign-in. */
export const noteSignedIn = (world: World, who: Known, how: 'password' | 'code' | 'backupCode') =>
  command(world, as(who), async (c) => {
    await updatePerson(c.tx, who.forceId, who.personId, { signed_in_at: c.now, tries: 0, tries_from: null })
    c.record('person.signedIn', `person:${who.personId}`, { how })
    return ok(null)
  })

/** `personId` null: nobody here has that address. */
export const noteSignInFailed = (world: World, forceId: string, personId: string | null) =>
  command(world, itself(forceId), async (c) => {
    c.record('person.signInFailed', personId === null ? 'person' : `person:${personId}`)
    return ok(null)
  })

export const noteSecondFactor = (
  world: World,
  who: Known,
  what: 'secondFactorSet' | 'secondFactorEnded' | 'backupCodesRenewed',
) =>
  command(world, as(who), async (c) => {
    c.record(`person.${what}`, `person:${who.personId}`)
    return ok(null)
  })

/** Changes the actor's own password. `session`: the token of the device in hand, which stays signed in; every other ends. */
export async function changePassword(
  world: World,
  actor: Actor,
  given: { present: string; next: string },
  session: string | null,
): Promise<Outcome<Record<never, never>>> {
  if (actor.personId === null) return refuse(generalRefusals.notSignedIn)
  const who = { forceId: actor.forceId, personId: actor.personId }
  const credential = await credentialOf(world, who)
  if (!credential?.password) return refuse(generalRefusals.notSignedIn)
  if (!(await mayTry(world, who))) return refuse(generalRefusals.tooOften)
  if (!(await verifyPassword({ hash: credential.password, password: given.present }))) return refuse(r.wrongPassword)
  if (given.present === given.next) return refuse(r.samePassword)
  const hash = await hashPassword(given.next)
  return command(world, actor, async (c) => {
    await updatePassword(c.tx, credential.user_id, hash, c.now)
    await endSessions(c.tx, credential.user_id, session)
    await updatePerson(c.tx, who.forceId, who.personId, { one_time_until: null, tries: 0, tries_from: null })
    c.record('person.passwordChanged', `person:${who.personId}`)
    return ok({})
  })
}

const credentialOf = (world: World, who: Known) =>
  world.db
    .selectFrom('person as p')
    .innerJoin('auth_account as a', 'a.user_id', 'p.auth_user_id')
    .where('p.force_id', '=', who.forceId)
    .where('p.id', '=', who.personId)
    .where('a.provider_id', '=', 'credential')
    .select(['a.password', 'a.user_id'])
    .executeTakeFirst()
