import { ok, refuse } from '../../foundation/outcome.ts'
import { type Room, route } from '../../foundation/route.ts'
import { clearFaults, clearPractice, type MayPractise, replyAsPublic, setFault } from './practice.commands.ts'
import { practiceEndpoints as at, practiceRefusals } from './practice.contract.ts'
import { duplicates, faultsSet, thread, timeline } from './practice.queries.ts'

/** The practice network's public side, where a trainer plays the public. */
export const practiceRoomWith = (may: MayPractise): Room => ({
  name: 'practice',
  jobs: [],
  routes: [
    route(at.timeline, async ({ world, actor }, input) =>
      ok({
        ...(await timeline(world.db, actor.forceId, input)),
        mayPlay: may(actor, 'playPublic'),
        mayMakeFaults: may(actor, 'makeFaults'),
      }),
    ),
    route(at.thread, async ({ world, actor }, { id }) => {
      const posts = await thread(world.db, actor.forceId, id)
      return posts ? ok({ posts }) : refuse(practiceRefusals.recordGone)
    }),
    route(at.reply, ({ world, actor }, input) => replyAsPublic(world, actor, may, input)),
    route(at.faults, async ({ world, actor }, { accountId }) =>
      ok({ faults: await faultsSet(world.db, actor.forceId, accountId) }),
    ),
    route(at.setFault, ({ world, actor }, input) => setFault(world, actor, may, input)),
    route(at.clearFaults, ({ world, actor }, { accountId }) => clearFaults(world, actor, may, accountId)),
    route(at.clear, ({ world, actor }) => clearPractice(world, actor, may)),
    route(at.duplicates, async ({ world, actor }) => ok({ duplicates: await duplicates(world.db, actor.forceId) })),
  ],
})
