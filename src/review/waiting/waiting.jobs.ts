import { command } from '../../audit/audit.commands.ts'
import { dateIn } from '../../foundation/clock.ts'
import { eachForce } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { keepAlarms } from '../../posting/delivery/alarm.store.ts'
import { forceOf } from '../../posting/facts.queries.ts'
import { isAtWork } from '../carrying/carrying.jobs.ts'
import { alarmAbout, beginWithinDays, inTimeUntil, lookWithinDays } from '../decision.ts'
import { outcome, outcomeWords } from '../outcome.ts'
import { looksWaiting, toBegin } from './waiting.queries.ts'

/** Rings for decisions that nobody begins to carry out, and for second looks that nobody decides; settles what waits no longer. */
export async function ringWaiting(world: World): Promise<void> {
  await eachForce(world.db, (forceId) =>
    command(world, { forceId, personId: null, roles: [] }, async (c) => {
      const { zone } = await forceOf(c.tx, forceId)
      const late = (at: Date | null, days: number): boolean =>
        at !== null && inTimeUntil(at, days, zone) < dateIn(c.now, zone)
      const begin = (await toBegin(c.tx, forceId)).filter((r) => late(r.decided_at, beginWithinDays))
      const looks = (await looksWaiting(c.tx, forceId)).filter((s) => late(s.asked_at, lookWithinDays))
      await keepAlarms(
        c,
        'notBegun',
        begin.map((r) => ({
          about: alarmAbout(r),
          words: `“${outcomeWords[outcome.parse(r.outcome)]}” was decided about ${r.name}, and nobody has begun its list within ${beginWithinDays} days.`,
        })),
        isAtWork(c.now, zone),
      )
      await keepAlarms(
        c,
        'lookWaits',
        looks.map(({ review: r }) => ({
          about: alarmAbout(r),
          words: `A second look at ${r.name} was asked for, and nobody has decided it within ${lookWithinDays} days.`,
        })),
        isAtWork(c.now, zone),
      )
      return ok(null)
    }),
  )
}

export const waitingJobs: readonly Job[] = [
  { name: 'what waits in reviews rings', everyMs: 10 * 60_000, run: ringWaiting },
]
