import { newId } from '../../foundation/identity.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { noteLeft, sendLot, takeLot } from './batch.commands.ts'
import { actorOf, answersAt, type BatchRow, batchById, claimBatch, releaseBatch } from './batch.store.ts'
import { mostInBatch } from './batch.ts'
import { giveUpUnsent } from './decide.commands.ts'
import { groupSurges } from './group.commands.ts'
import { watchSurges } from './notice.commands.ts'

/** Carries every answer to many on from where it stands. Safe in several processes at once: one of them has it, for a minute at a time. */
export async function carryBatches(world: World): Promise<void> {
  const open = await world.db
    .selectFrom('surge_batch')
    .selectAll()
    .where('stage', 'in', ['taking', 'sending'])
    .where((e) => e.or([e('lease_until', 'is', null), e('lease_until', '<=', world.clock.now())]))
    .orderBy('at')
    .limit(20)
    .execute()
  for (const batch of open) await carry(world, batch)
}

async function carry(world: World, batch: BatchRow): Promise<void> {
  const token = newId(world.clock.now())
  const mine = () => claimBatch(world.db, batch, token, world.clock.now())
  if (!(await mine())) return
  const actor = await actorOf(world.db, batch.force_id, batch.by_id)
  if (!actor) return leave(world, batch, token)
  let more = true
  while (more && (await mine())) {
    const taken = await takeLot(world, actor, batch.id)
    more = taken.ok && taken.value
  }
  const now = await batchById(world.db, batch.force_id, batch.id)
  if (now?.stage === 'sending') while ((await mine()) && (await sendLot(world, actor, now)));
  await releaseBatch(world.db, batch, token)
}

/** Who asked for it has left the force: nothing more goes out in their name. */
async function leave(world: World, batch: BatchRow, token: string): Promise<void> {
  for (const a of await answersAt(world.db, batch, ['draft'], mostInBatch))
    await noteLeft(world, batch, {
      conversation: a.conversationId,
      why: 'refused',
      words: 'Who began it has left the force.',
    })
  await giveUpUnsent(world, { forceId: batch.force_id, personId: null, roles: [] }, batch)
  await releaseBatch(world.db, batch, token)
}

/** Run in every process, so that a surge is noticed also when every worker is dead. */
export const surgeJobs: readonly Job[] = [
  { name: 'a surge is noticed', everyMs: 15_000, run: watchSurges },
  { name: 'a surge is grouped', everyMs: 3000, run: groupSurges },
  { name: 'one answer goes to many', everyMs: 1000, run: carryBatches },
]
