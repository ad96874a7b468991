import { ok, refuse } from '../../foundation/outcome.ts'
import { type Job, type Route, route } from '../../foundation/route.ts'
import { may } from '../../people/may.ts'
import { alarmsNow, oneAlarm } from './alarms.queries.ts'
import { dutyEndpoints as at } from './duty.contract.ts'
import { handOversOf, linesOf, rotaOf, watchOfAccount, waysOfMine } from './duty.queries.ts'
import { dutyRefusals as no } from './duty.refusals.ts'
import { addEmail, addPush, removeWay, seeAlarm, testWay } from './reach.commands.ts'
import { resealWays } from './reach.store.ts'
import { addDuty, addHandOver, changeLines, endDuty, readHandOver } from './rota.commands.ts'
import { tell } from './tell.jobs.ts'
import { watchDanger, watchDesk } from './watch.jobs.ts'

export const dutyRoutes: readonly Route[] = [
  route(at.rota, async ({ world, actor, now }, { week }) => ok(await rotaOf(world, actor, week, now))),
  route(at.addDuty, ({ world, actor }, input) => addDuty(world, actor, input)),
  route(at.endDuty, ({ world, actor }, { id }) => endDuty(world, actor, id)),
  route(at.handOvers, async ({ world, actor, now }) => ok(await handOversOf(world, actor, now))),
  route(at.addHandOver, ({ world, actor }, { words }) => addHandOver(world, actor, words)),
  route(at.readHandOver, ({ world, actor }, { id }) => readHandOver(world, actor, id)),
  route(at.ways, async ({ world, actor }) => ok(await waysOfMine(world, actor))),
  route(at.addPush, ({ world, actor }, input) => addPush(world, actor, input)),
  route(at.addEmail, ({ world, actor }, { email }) => addEmail(world, actor, email)),
  route(at.testWay, ({ world, actor }, { id }) => testWay(world, actor, id)),
  route(at.removeWay, ({ world, actor }, { id }) => removeWay(world, actor, id)),
  route(at.alarms, async ({ world, actor }) => ok({ alarms: await alarmsNow(world.db, actor.forceId) })),
  route(at.alarm, async ({ world, actor }, { id }) => {
    const alarm = await oneAlarm(world.db, actor.forceId, id)
    return alarm ? ok(alarm) : refuse(no.noAlarm)
  }),
  route(at.seeAlarm, ({ world, actor }, { id }) => seeAlarm(world, actor, id)),
  route(at.lines, async ({ world, actor }) =>
    ok({ ...(await linesOf(world.db, actor.forceId)), mayChange: may(actor, 'changeDesk') }),
  ),
  route(at.changeLines, ({ world, actor }, input) => changeLines(world, actor, input)),
  route(at.watch, async ({ world, actor, now }, { id }) => {
    const watch = await watchOfAccount(world.db, actor.forceId, id, now)
    return watch ? ok(watch) : refuse(no.noSuchAccount)
  }),
]

/** Run in every process, so that alarms come even when every worker is dead. */
export const dutyJobs: readonly Job[] = [
  { name: 'danger is noticed', everyMs: 3000, run: watchDanger },
  { name: 'the desk is watched', everyMs: 15_000, run: watchDesk },
  { name: 'alarms are told', everyMs: 3000, run: tell },
  {
    name: 'ways to reach people are sealed anew',
    everyMs: 3_600_000,
    run: async (world) => {
      const lost = await resealWays(world.db, world.seal)
      if (lost > 0) world.log.fault('sealed ways that no secret opens', new Error(`${lost} cannot be opened`), { lost })
    },
  },
]
