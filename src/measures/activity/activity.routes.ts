import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import { accountActivity, forceActivity } from './activity.contract.ts'
import { activityOf, activityOfAll } from './activity.queries.ts'

export const activityRoutes: readonly Route[] = [
  route(accountActivity, ({ world, actor, now }, { id }) => activityOf(world.db, actor.forceId, id, now)),
  route(forceActivity, async ({ world, actor, now }) => ok(await activityOfAll(world.db, actor.forceId, now))),
]
