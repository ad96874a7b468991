import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { wallOf } from '../../posting/schedule.ts'
import { dutyRefusals } from '../duty/duty.refusals.ts'
import { addDuty } from '../duty/rota.commands.ts'
import { surgeRefusals as no } from './surge.refusals.ts'
import { changeSurge, lockSurge } from './surge.store.ts'

/** A person begins surge mode: what says nearly the same is put together, and one answer may go to many. */
export const beginMode = (world: World, actor: Actor, input: { id: string }): Promise<Outcome<{ modeAt: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
    const surge = await lockSurge(c.tx, actor.forceId, input.id)
    if (!surge) return refuse(no.noSurge)
    if (surge.mode_at && !surge.mode_ended_at) return ok({ modeAt: surge.mode_at.toISOString() })
    if (surge.ended_at) return refuse(no.surgeOver)
    await changeSurge(c, surge.id, {
      mode_at: c.now,
      mode_by: actor.personId,
      mode_ended_at: null,
      mode_ended_by: null,
    })
    c.record('surge.modeBegun', `surge:${surge.id}`)
    return ok({ modeAt: c.now.toISOString() })
  })

/** Ends it; answers to many that were begun are carried through. */
export const endMode = (world: World, actor: Actor, input: { id: string }): Promise<Outcome<{ endedAt: string }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
    const surge = await lockSurge(c.tx, actor.forceId, input.id)
    if (!surge) return refuse(no.noSurge)
    if (!surge.mode_at || surge.mode_ended_at) return refuse(no.modeOff)
    await changeSurge(c, surge.id, { mode_ended_at: c.now, mode_ended_by: actor.personId })
    c.record('surge.modeEnded', `surge:${surge.id}`)
    return ok({ endedAt: c.now.toISOString() })
  })

type Hand = { personId: string; done: boolean; words: string }

/** More hands: puts named people on duty at the desk from now on, each by the rota's own rules. Who cannot be put on is named, with the reason. */
export async function addHands(
  world: World,
  actor: Actor,
  input: { id: string; people: readonly string[]; hours: number },
): Promise<Outcome<{ hands: Hand[] }>> {
  if (!may(actor, 'runSurge')) return refuse(no.mayNotRunSurge)
  if (!may(actor, 'changeDuty')) return refuse(dutyRefusals.mayNotChangeDuty)
  const surge = await world.db
    .selectFrom('surge')
    .select('id')
    .where('force_id', '=', actor.forceId)
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (!surge) return refuse(no.noSurge)
  const { zone } = await forceOf(world.db, actor.forceId)
  const now = world.clock.now()
  const from = wallOf(now, zone)
  const until = wallOf(new Date(now.getTime() + input.hours * 3_600_000), zone)
  const hands: Hand[] = []
  for (const personId of new Set(input.people)) {
    const put = await addDuty(world, actor, { personId, kind: 'desk', from, until })
    hands.push({ personId, done: put.ok, words: put.ok ? '' : put.refusal.words })
  }
  return ok({ hands })
}
