import { command } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { accountById } from '../../register/register.store.ts'
import { audienceRefusals as no } from './audience.refusals.ts'
import { insertLocal } from './local.store.ts'

type LocalReach = { id: string; inArea: number; of: number; asOf: string; source: string }

/** Records what a network's own page says of where the followers of an account are. What was recorded before stays readable. */
export const recordLocal = (
  world: World,
  actor: Actor,
  { id, inArea, of, asOf, source }: LocalReach,
): Promise<Outcome<Record<string, never>>> =>
  command(world, actor, async (c) => {
    const by = actor.personId
    if (by === null || !may(actor, 'recordLocalReach')) return refuse(no.mayNotRecord)
    if (!(await accountById(c.tx, actor.forceId, id))) return refuse(no.noAccount)
    const { zone } = await forceOf(c.tx, actor.forceId)
    if (asOf > dateIn(c.now, zone)) return refuse(no.notYet)
    if (inArea > of) return refuse(no.moreThanAll)
    await insertLocal(c, { account_id: id, in_area: inArea, of_all: of, as_of: asOf, source, by_id: by })
    c.record('localReach.recorded', `account:${id}`, { inArea, of, asOf })
    return ok({})
  })
