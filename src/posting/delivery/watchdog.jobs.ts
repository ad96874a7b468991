import { sql } from 'kysely'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { raiseAlarm, settleAlarms } from './alarm.store.ts'
import { type DeliveryState, maximumMinutes, overdueMinutes, stateWords } from './state.ts'

/**
 * Tells somebody when anything lasts longer than it may. Runs in every process, the web's too, so that it lives when every worker
 * is dead; twice at once raises each alarm once.
 */
export const watchdog: Job = { name: 'watchdog', everyMs: 15_000, run: watch }

export async function watch(world: World): Promise<void> {
  await eachForce(world.db, (forceId) =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      await watchStates(c)
      await watchRemovals(c)
      await watchWorkers(c)
      return ok(null)
    }),
  )
}

const minutesAgo = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

async function watchStates(c: Commanding): Promise<void> {
  for (const [state, minutes] of Object.entries(maximumMinutes) as [DeliveryState, number | null][]) {
    if (minutes === null) continue
    const old = await c.tx
      .selectFrom('delivery')
      .select('id')
      .where('force_id', '=', c.actor.forceId)
      .where('state', '=', state)
      .where('state_since', '<', minutesAgo(c.now, minutes))
      .limit(200)
      .execute()
    const kind = state === 'held' ? 'heldLong' : 'tooLong'
    for (const d of old)
      await raiseAlarm(
        c,
        kind,
        `delivery:${d.id}`,
        `${stateWords[state]} for more than ${minutes < 120 ? `${minutes} minutes` : `${minutes / 60} hours`}.`,
      )
  }
}

async function watchRemovals(c: Commanding): Promise<void> {
  const slow = await c.tx
    .selectFrom('delivery')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('removal', 'in', ['asked', 'checking'])
    .where('next_at', '<', minutesAgo(c.now, 15))
    .limit(200)
    .execute()
  for (const d of slow)
    await raiseAlarm(
      c,
      'notRemoved',
      `delivery:${d.id}`,
      'Its removal was asked and nobody has carried it out for 15 minutes.',
    )
}

/** A due post that nobody takes, or no sign of life of any worker, is one alarm; it settles itself when the work goes on. */
async function watchWorkers(c: Commanding): Promise<void> {
  const subject = `force:${c.actor.forceId}`
  const overdue = await c.tx
    .selectFrom('delivery')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('force_id', '=', c.actor.forceId)
    .where('state', '=', 'waiting')
    .where('next_at', '<', minutesAgo(c.now, overdueMinutes))
    .executeTakeFirstOrThrow()
  const alive = await c.tx
    .selectFrom('beat')
    .select('process')
    .where('force_id', '=', c.actor.forceId)
    .where('kind', '=', 'worker')
    .where('at', '>', minutesAgo(c.now, 1))
    .executeTakeFirst()
  if (overdue.n === 0 && alive) return settleAlarms(c, subject, ['noWorker'])
  const words = alive
    ? `${overdue.n} posts are due and have not been taken for ${overdueMinutes} minutes.`
    : 'No sender has reported for a minute. Nothing goes out until one runs.'
  await raiseAlarm(c, 'noWorker', subject, words)
}
