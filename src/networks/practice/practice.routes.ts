import { ok, refuse } from '../../foundation/outcome.ts'
import { type Room, route } from '../../foundation/route.ts'
import {
  changeAsPublic,
  clearFaults,
  clearPractice,
  type MayPractise,
  replyAsPublic,
  sayAsPublic,
  setFault,
  startStorm,
  stopStorm,
} from './practice.commands.ts'
import { practiceEndpoints as at, practiceRefusals } from './practice.contract.ts'
import { conversations, duplicates, faultsSet, storms, thread, timeline } from './practice.queries.ts'
import { playStorms } from './storm.jobs.ts'

/** The practice network's public side, where a trainer plays the public. */
export const practiceRoomWith = (may: MayPractise): Room => ({
  name: 'practice',
  jobs: [
    {
      name: 'practice storms',
      everyMs: 500,
      run: async (world) => {
        await playStorms(world)
      },
    },
  ],
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
    route(at.say, ({ world, actor }, input) => sayAsPublic(world, actor, may, input)),
    route(at.edit, ({ world, actor }, input) => changeAsPublic(world, actor, may, input)),
    route(at.takeBack, ({ world, actor }, { id }) => changeAsPublic(world, actor, may, { id, text: null })),
    route(at.conversations, async ({ world, actor }, { accountId }) =>
      ok({ posts: await conversations(world.db, actor.forceId, accountId) }),
    ),
    route(at.storms, async ({ world, actor }) => ok({ storms: await storms(world.db, actor.forceId) })),
    route(at.startStorm, ({ world, actor }, input) => startStorm(world, actor, may, input)),
    route(at.stopStorm, ({ world, actor }, { id }) => stopStorm(world, actor, may, id)),
    route(at.faults, async ({ world, actor }, { accountId }) =>
      ok({ faults: await faultsSet(world.db, actor.forceId, accountId) }),
    ),
    route(at.setFault, ({ world, actor }, input) => setFault(world, actor, may, input)),
    route(at.clearFaults, ({ world, actor }, { accountId }) => clearFaults(world, actor, may, accountId)),
    route(at.clear, ({ world, actor }) => clearPractice(world, actor, may)),
    route(at.duplicates, async ({ world, actor }) => ok({ duplicates: await duplicates(world.db, actor.forceId) })),
  ],
})
