import { newId } from '../../foundation/identity.ts'
import { eachForce } from '../../foundation/jobs.ts'
import type { World } from '../../foundation/world.ts'
import { type Lines, openLines } from '../../register/custody/lines.client.ts'
import { answerOf } from './asking.client.ts'
import { keepCount, keepNotCounted, notCounted, settleNotCounted } from './counting.commands.ts'
import { type Asking, beginAsking, claimAsking, noLongerCounted } from './counting.store.ts'

/** Few enough that no network minds, many enough that a force of 2,000 accounts is counted within a day. */
const atOnce = 10
const leaseMs = 600_000

/**
 * Asks for the followers of every connected account that is due: each once a day, at a time of its own. As many processes as wanted may do so.
 * Returns how many were asked.
 */
export async function countFollowers(world: World, lineOf: Lines['lineOf'] = openLines(world).lineOf): Promise<number> {
  let asked = 0
  await eachForce(world.db, async (forceId) => {
    const now = world.clock.now()
    await beginAsking(world.db, forceId, now)
    const lease = { token: newId(now), now, until: new Date(now.getTime() + leaseMs), most: atOnce }
    for (const due of await claimAsking(world.db, forceId, lease)) {
      await countOne(world, due, lineOf).catch((error: unknown) =>
        world.log.fault('counting followers failed', error, { account: due.account_id }),
      )
      asked += 1
    }
    const over = await noLongerCounted(world.db, forceId, notCounted)
    if (over.length > 0) await settleNotCounted(world, forceId, over)
  })
  return asked
}

/** A fault of one account keeps no other from being counted. */
async function countOne(world: World, due: Asking, lineOf: Lines['lineOf']): Promise<void> {
  const told = await answerOf(lineOf, due, due.account_id, (line, signal) => line.count(signal))
  await (told.kind === 'counted' ? keepCount(world, due, told) : keepNotCounted(world, due, told))
}
