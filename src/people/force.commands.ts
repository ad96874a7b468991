import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { type ForceSettings, readForceSettings } from './force.ts'
import { may } from './may.ts'
import { withFreeEmail } from './people.commands.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { nobodyCanSignIn } from './people.queries.ts'
import { holdFirstRun, insertForce, insertPerson, lockForce, updateForce, updatePerson } from './people.store.ts'
import { insertSignIn } from './sign-in.store.ts'

type Given<T> = { [K in keyof T]?: T[K] | undefined }

/** Changes what is given. A setting is replaced whole. */
export function changeForce(
  world: World,
  actor: Actor,
  change: { name?: string | undefined; timeZone?: string | undefined; settings?: Given<ForceSettings> | undefined },
): Promise<Outcome<Record<never, never>>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'changeForceSettings')) return refuse(r.mayNotChangeForce)
    const force = await lockForce(c.tx, actor.forceId)
    const settings = Object.entries(change.settings ?? {}).filter(([, value]) => value !== undefined)
    await updateForce(c.tx, actor.forceId, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      ...(settings.length === 0
        ? {}
        : { settings: JSON.stringify({ ...readForceSettings(force.settings), ...Object.fromEntries(settings) }) }),
    })
    const named = (['name', 'timeZone'] as const).filter((field) => change[field] !== undefined)
    c.record('force.changed', `force:${actor.forceId}`, { fields: [...named, ...settings.map(([name]) => name)] })
    return ok({})
  })
}

/**
 * The code that proves that whoever sets up Front Counter can see where it runs. Made from the secret, so that every process knows the
 * same one and nothing has to be kept; worth nothing once somebody can sign in. For main to print while `nobodyCanSignIn`.
 */
export function firstRunCode(world: Pick<World, 'config'>): string {
  const bytes = Buffer.from(hkdfSync('sha256', world.config.secrets[0], 'front-counter', 'first run', 12))
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
  if (!sameWords(given.code.trim(), firstRunCode(world))) return refuse(r.wrongCode)
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
