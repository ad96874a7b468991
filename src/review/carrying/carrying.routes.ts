import { command } from '../../audit/audit.commands.ts'
import { ok, refuse } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { csvText } from '../../register/sheet/csv.ts'
import { beginAlone, stopCarryingOut } from './carrying.commands.ts'
import { carryingEndpoints as at } from './carrying.contract.ts'
import { carryingOuts, carryingPage, stepLines } from './carrying.queries.ts'
import { carryingRefusals as no } from './carrying.refusals.ts'
import { draftGoodbye } from './goodbye.commands.ts'
import { beginRetirement, settleWaiting } from './retirement.commands.ts'
import { changeStep, doStep, takeBack } from './step.commands.ts'
import { closeUnused } from './unused.commands.ts'
import { closingOf } from './unused.queries.ts'

/** Hung up by the review room. */
export const carryingRoutes: readonly Route[] = [
  route(at.carryingOuts, async ({ world, actor }) => ok(await carryingOuts(world, actor))),
  // Before `:id`, which would take this name for one.
  route(at.carryingFile, async ({ world, actor }) => {
    const bytes = new TextEncoder().encode(csvText(await stepLines(world, actor)))
    return ok({ bytes, mediaType: 'text/csv; charset=utf-8', name: 'carrying-out.csv' })
  }),
  route(at.carryingOut, async ({ world, actor }, { id }) => {
    const page = await carryingPage(world, actor, id)
    return page ? ok(page) : refuse(no.noCarryingOut)
  }),
  route(at.beginCarryingOut, ({ world, actor }, input) => beginAlone(world, actor, input)),
  route(at.beginRetirement, ({ world, actor }, input) => beginRetirement(world, actor, input)),
  route(at.doStep, ({ world, actor }, input) => doStep(world, actor, input)),
  route(at.takeStepBack, ({ world, actor }, input) => takeBack(world, actor, input)),
  route(at.ofAccount, async ({ world, actor }, { accountId }) => ok(await closingOf(world, actor, accountId))),
  route(at.closeUnused, ({ world, actor }, input) => closeUnused(world, actor, input)),
  route(at.changeStep, ({ world, actor }, input) => changeStep(world, actor, input)),
  route(at.draftGoodbye, ({ world, actor }, { id }) => command(world, actor, (c) => draftGoodbye(c, id))),
  route(at.settleWaiting, ({ world, actor }, input) => settleWaiting(world, actor, input)),
  route(at.stopCarryingOut, ({ world, actor }, input) => stopCarryingOut(world, actor, input)),
]
