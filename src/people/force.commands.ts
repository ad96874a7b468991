import { command } from '../audit/audit.commands.ts'
import { newId } from '../foundation/identity.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { type ForceSettings, readForceSettings } from './force.ts'
import { may } from './may.ts'
import { addInside, makePassword, type OneTime, withFreeEmail } from './people.commands.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { nobodyCanSignIn } from './people.queries.ts'
import { insertForce, lockForce, updateForce } from './people.store.ts'
import { renewRights } from './training/training.commands.ts'

export type NewForce = {
  name: string
  timeZone: string
  kind: 'force' | 'inspectorate'
  /** Invented, for the demo. */
  demo?: boolean
  person: { name: string; rank: string; initials: string; email: string }
}

/**
 * Adds a further force, or an inspectorate, to an installation that somebody uses already, with its first product owner and their one-time
 * password; an inspectorate's first person may compare too. For whoever runs the machine: no endpoint leads here. Refuses with
 * `peopleRefusals.notSetUp` and `emailTaken`.
 */
export async function addForce(
  world: World,
  { person, ...force }: NewForce,
): Promise<Outcome<{ forceId: string; oneTime: OneTime | null }>> {
  if (await nobodyCanSignIn(world.db)) return refuse(r.notSetUp)
  const forceId = newId(world.clock.now())
  const made = await makePassword()
  const roles = force.kind === 'inspectorate' ? (['productOwner', 'inspector'] as const) : (['productOwner'] as const)
  return withFreeEmail(() =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      await insertForce(c.tx, { id: forceId, ...force }, c.now)
      c.record('force.made', `force:${forceId}`, { timeZone: force.timeZone, kind: force.kind })
      const { oneTime } = await addInside(c, { ...person, roles: [...roles], trainedUntil: null }, made)
      return ok({ forceId, oneTime })
    }),
  )
}

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
    if (change.settings?.training !== undefined) await renewRights(c, change.settings.training, null)
    const named = (['name', 'timeZone'] as const).filter((field) => change[field] !== undefined)
    c.record('force.changed', `force:${actor.forceId}`, { fields: [...named, ...settings.map(([name]) => name)] })
    return ok({})
  })
}
