import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { answerGroup } from './batch.commands.ts'
import { batchFor, checkWords } from './batch.queries.ts'
import { approveBatch, closeBatch, giveUpBatch, sendBackBatch } from './decide.commands.ts'
import { addHands, beginMode, endMode } from './mode.commands.ts'
import { sayRumour } from './rumour.commands.ts'
import * as at from './surge.contract.ts'
import { groupFor, surgeFor } from './surge.queries.ts'

/** A sudden rise in what reaches us, and one answer to many. */
export const surgeRoutes: readonly Route[] = [
  route(at.surgeNow, async ({ world, actor, now }) => ok(await surgeFor(world.db, actor, now))),
  route(at.beginModeEndpoint, ({ world, actor }, input) => beginMode(world, actor, input)),
  route(at.endModeEndpoint, ({ world, actor }, input) => endMode(world, actor, input)),
  route(at.sayRumourEndpoint, ({ world, actor }, input) => sayRumour(world, actor, input)),
  route(at.addHandsEndpoint, ({ world, actor }, input) => addHands(world, actor, input)),
  route(at.groupEndpoint, ({ world, actor, now }, { id }) => groupFor(world.db, actor, now, id)),
  route(at.checkGroupEndpoint, ({ world, actor, now }, input) => checkWords(world.db, actor, now, input)),
  route(at.answerGroupEndpoint, ({ world, actor }, { id, words, how }) =>
    answerGroup(world, actor, { groupId: id, words, how }),
  ),
  route(at.batchEndpoint, ({ world, actor, now }, { id }) => batchFor(world.db, actor, now, id)),
  route(at.approveBatchEndpoint, ({ world, actor }, input) => approveBatch(world, actor, input)),
  route(at.sendBackBatchEndpoint, ({ world, actor }, input) => sendBackBatch(world, actor, input)),
  route(at.giveUpBatchEndpoint, ({ world, actor }, input) => giveUpBatch(world, actor, input)),
  route(at.closeBatchEndpoint, ({ world, actor }, input) => closeBatch(world, actor, input)),
]
