import { eachForce, eachOf } from '../../foundation/jobs.ts'
import type { Job } from '../../foundation/route.ts'
import type { World } from '../../foundation/world.ts'
import { settleAnswer, waitAgain } from './answer.commands.ts'
import { countRisk, endedAnswers, waitingAgain } from './answer.store.ts'

const atOnce = 200
/** However long nobody worked: an answer that was taken down is noticed. */
const takenDownDays = 30

/** Takes up how answers ended, and counts what waits at risk. Safe in several processes at once. */
export async function settleAnswers(world: World): Promise<void> {
  const since = new Date(world.clock.now().getTime() - takenDownDays * 86_400_000)
  await eachForce(world.db, (forceId) =>
    eachOf(
      [
        async () =>
          eachOf(await endedAnswers(world.db, forceId, atOnce), (ended) => settleAnswer(world, forceId, ended)),
        async () => eachOf(await waitingAgain(world.db, forceId, since), (id) => waitAgain(world, forceId, id)),
        () => countRisk(world.db, forceId),
      ],
      (step) => step(),
    ),
  )
}

export const answerJobs: readonly Job[] = [{ name: 'desk takes up answers', everyMs: 2000, run: settleAnswers }]
