import { newId } from '../../foundation/identity.ts'
import type { World } from '../../foundation/world.ts'
import type { Counted, NotHeard } from '../../networks/network.ts'
import { type Lines, openLines } from '../../register/custody/lines.client.ts'
import { keepCount, keepNotCounted, notCounted, settleNotCounted } from './counting.commands.ts'
import { type Asking, beginAsking, claimAsking, noLongerCounted } from './counting.store.ts'

/** Few enough that no network minds, many enough that a force of 2,000 accounts is counted within a day. */
const atOnce = 10
const leaseMs = 600_000
export const callMs = 25_000

/**
 * Asks for the followers of every connected account that is due: each once a day, at a time of its own. As many processes as wanted may do so.
 * Returns how many were asked.
 */
export async function countFollowers(world: World, lineOf: Lines['lineOf'] = openLines(world).lineOf): Promise<number> {
  let asked = 0
  for (const { id: forceId } of await world.db.selectFrom('force').select('id').execute()) {
    const now = world.clock.now()
    await beginAsking(world.db, forceId, now)
    const lease = { token: newId(now), now, until: new Date(now.getTime() + leaseMs), most: atOnce }
    for (const due of await claimAsking(world.db, forceId, lease)) {
      const told = await toldOf(due, lineOf)
      await (told.kind === 'counted' ? keepCount(world, due, told) : keepNotCounted(world, due, told))
      asked += 1
    }
    const over = await noLongerCounted(world.db, forceId, notCounted)
    if (over.length > 0) await settleNotCounted(world, forceId, over)
  }
  return asked
}

/** A fault while asking is no answer. */
async function toldOf(due: Asking, lineOf: Lines['lineOf']): Promise<Counted | NotHeard> {
  try {
    const line = await lineOf(due.force_id, due.account_id, due.network)
    if ('count' in line) return await line.count(AbortSignal.timeout(callMs))
    return { kind: 'later', until: null, keyEnded: true, words: line.words }
  } catch {
    return { kind: 'unknown', words: 'The network could not be asked.' }
  }
}
