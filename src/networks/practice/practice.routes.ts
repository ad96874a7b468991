import type { Db } from '../../foundation/database.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import { type Room, route } from '../../foundation/route.ts'
import type { Actor, World } from '../../foundation/world.ts'
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

/** Whether this is an account of the force on the practice network; handed in, because the register stands above. */
type IsOnPractice = (db: Db, forceId: string, accountId: string) => Promise<boolean>

/** What is played on one account, which has to be there. */
const onAccountWith =
  (may: MayPractise, isOnPractice: IsOnPractice) =>
  <I extends { accountId: string }, T>(
    act: Parameters<MayPractise>[1],
    play: (world: World, actor: Actor, may: MayPractise, input: I) => Promise<Outcome<T>>,
  ) =>
  async ({ world, actor }: { world: World; actor: Actor }, input: I): Promise<Outcome<T>> =>
    may(actor, act) && !(await isOnPractice(world.db, actor.forceId, input.accountId))
      ? refuse(practiceRefusals.noPracticeAccount)
      : play(world, actor, may, input)

/** The practice network's public side, where a trainer plays the public. */
export const practiceRoomWith = (may: MayPractise, isOnPractice: IsOnPractice): Room => {
  const onAccount = onAccountWith(may, isOnPractice)
  return {
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
      route(at.say, onAccount('playPublic', sayAsPublic)),
      route(at.edit, ({ world, actor }, input) => changeAsPublic(world, actor, may, input)),
      route(at.takeBack, ({ world, actor }, { id }) => changeAsPublic(world, actor, may, { id, text: null })),
      route(at.conversations, async ({ world, actor }, { accountId }) =>
        ok({ posts: await conversations(world.db, actor.forceId, accountId) }),
      ),
      route(at.storms, async ({ world, actor }) => ok({ storms: await storms(world.db, actor.forceId) })),
      route(at.startStorm, onAccount('playPublic', startStorm)),
      route(at.stopStorm, ({ world, actor }, { id }) => stopStorm(world, actor, may, id)),
      route(at.faults, async ({ world, actor }, { accountId }) =>
        ok({ faults: await faultsSet(world.db, actor.forceId, accountId) }),
      ),
      route(at.setFault, onAccount('makeFaults', setFault)),
      route(at.clearFaults, ({ world, actor }, { accountId }) => clearFaults(world, actor, may, accountId)),
      route(at.clear, ({ world, actor }) => clearPractice(world, actor, may)),
      route(at.duplicates, async ({ world, actor }) => ok({ duplicates: await duplicates(world.db, actor.forceId) })),
    ],
  }
}
