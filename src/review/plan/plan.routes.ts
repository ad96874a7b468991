import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { csvText } from '../../register/sheet/csv.ts'
import { changePlan, deletePlan, savePlan } from './plan.commands.ts'
import { planEndpoints as at } from './plan.contract.ts'
import { comparison, planFacts, planOfRound, plans } from './plan.queries.ts'
import { talkBehind } from './talk.queries.ts'

/** Hung up by the review room. */
export const planRoutes: readonly Route[] = [
  route(at.planFacts, async ({ world, actor }) => ok(await planFacts(world, actor.forceId))),
  route(at.comparePlans, async ({ world, actor }, { ids }) => {
    const rows = await comparison(world, actor, ids.split(',').filter(Boolean))
    if (!rows.ok) return rows
    const bytes = new TextEncoder().encode(csvText(rows.value))
    return ok({ bytes, mediaType: 'text/csv; charset=utf-8', name: 'plans.csv' })
  }),
  route(at.talk, ({ world, actor }, { accountId }) => talkBehind(world, actor, accountId)),
  route(at.planOfRound, ({ world, actor }, { roundId }) => planOfRound(world.db, actor.forceId, roundId)),
  route(at.plans, async ({ world, actor }) => ok(await plans(world.db, actor))),
  route(at.savePlan, ({ world, actor }, input) => savePlan(world, actor, input)),
  route(at.deletePlan, ({ world, actor }, { id }) => deletePlan(world, actor, id)),
  route(at.changePlan, ({ world, actor }, input) => changePlan(world, actor, input)),
]
