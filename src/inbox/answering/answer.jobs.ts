import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { settleAnswer } from './answer.commands.ts'
import { countRisk, endedAnswers } from './answer.store.ts'

const atOnce = 200

/** Takes up how answers ended, and counts what waits at risk. Safe in several processes at once. */
export async function settleAnswers(world: World): Promise<void> {
  for (const { id: forceId } of await world.db.selectFrom('force').select('id').execute()) {
    for (const ended of await endedAnswers(world.db, forceId, atOnce)) await settleAnswer(world, forceId, ended)
    await countRisk(world.db, forceId)
  }
}

export const answerJobs: readonly Job[] = [{ name: 'desk takes up answers', everyMs: 2000, run: settleAnswers }]
