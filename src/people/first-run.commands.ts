import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { World } from '../foundation/world.ts'
import { withFreeEmail } from './people.commands.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { nobodyCanSignIn } from './people.queries.ts'
import { holdFirstRun, insertForce, insertPerson, updatePerson } from './people.store.ts'
import { insertSignIn } from './sign-in.store.ts'

/**
 * The code that proves that whoever sets up Front Counter can see where it runs; null once somebody can sign in, when it is worth
 * nothing. Made from the secret, so that every process knows the same one and nothing has to be kept. For main to print.
 */
export async function firstRunCode(world: Pick<World, 'config' | 'db'>): Promise<string | null> {
  return (await nobodyCanSignIn(world.db)) ? setUpCode(world.config.secrets[0]) : null
}

/** Four groups of six letters and figures, 96 bits. */
export function setUpCode(secret: string): string {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'front-counter', 'first run', 12))
  return bytes.toString('hex').match(/.{6}/g)?.join('-') ?? ''
}

export type FirstRun = {
  code: string
  force: { name: string; timeZone: string }
  person: { name: string; rank: string; initials: string; email: string; password: string }
}

/** Makes the force and its first product owner, once: when two do it at the same time, the second is refused. */
export async function firstRun(world: World, given: FirstRun): Promise<Outcome<{ forceId: string; personId: string }>> {
  if (!(await nobodyCanSignIn(world.db))) return refuse(r.alreadySetUp)
  if (!sameWords(given.code.trim(), setUpCode(world.config.secrets[0]))) return refuse(r.wrongCode)
  const hash = await hashPassword(given.person.password)
  const forceId = newId(world.clock.now())
  return withFreeEmail(() =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      await holdFirstRun(c.tx)
      if (!(await nobodyCanSignIn(c.tx))) return refuse(r.alreadySetUp)
      const [personId, userId] = [newId(c.now), newId(c.now)]
      const { password: _, ...person } = given.person
      await insertForce(c.tx, { id: forceId, ...given.force }, c.now)
      await insertPerson(c.tx, forceId, personId, { ...person, roles: ['productOwner'], trainedUntil: null }, c.now)
      await insertSignIn(c.tx, { id: userId, name: person.name, email: person.email, hash }, c.now)
      await updatePerson(c.tx, forceId, personId, { auth_user_id: userId })
      c.record('force.made', `force:${forceId}`, { timeZone: given.force.timeZone })
      c.record('person.added', `person:${personId}`, { roles: ['productOwner'], signIn: true })
      return ok({ forceId, personId })
    }),
  )
}

function sameWords(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
