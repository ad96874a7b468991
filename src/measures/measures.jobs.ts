import { zonedIn } from '../foundation/clock.ts'
import { eachOf } from '../foundation/jobs.ts'
import type { Job } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { countForce } from './counting/count.commands.ts'
import { forcesToCount } from './counting/when.queries.ts'
import { countEarns } from './earns/earns.commands.ts'

const minute = 60_000

/** The last midnight of the force's own clock: figures cover whole days. */
export const midnightOf = (now: Date, zone: string): Date => new Date(zonedIn(now, zone).startOfDay().epochMilliseconds)

/** Counts each force once a day, and again after an import. Several processes may ask: one counts. */
export async function countWhatIsDue(world: World): Promise<void> {
  await eachOf(await forcesToCount(world.db), async ({ forceId, zone, until, isStale }) => {
    const midnight = midnightOf(world.clock.now(), zone)
    if (until !== null && until >= midnight && !isStale) return
    const product = { forceId, personId: null, roles: [] }
    const counted = await countForce(world, product, midnight)
    if (counted.ok) await countEarns(world, product, midnight)
  })
}

export const measuresJobs: readonly Job[] = [{ name: 'measures are counted', everyMs: 5 * minute, run: countWhatIsDue }]
