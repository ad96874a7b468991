import { command } from '../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { type ForceSettings, readForceSettings } from './force.ts'
import { may } from './may.ts'
import { peopleRefusals as r } from './people.contract.ts'
import { lockForce, updateForce } from './people.store.ts'
import { renewRights } from './training/training.commands.ts'

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
