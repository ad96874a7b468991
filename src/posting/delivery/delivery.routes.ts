import { ok } from '../../foundation/outcome.ts'
import { type Route, route } from '../../foundation/route.ts'
import {
  listHolds,
  placeHoldEndpoint,
  publishingHealth,
  putBackEndpoint,
  releaseHoldEndpoint,
  settleAlarmEndpoint,
  settleEndpoint,
} from './delivery.contract.ts'
import { healthNow, holdsNow } from './delivery.queries.ts'
import { placeHold, putBack, type Recheck, releaseHold } from './hold.commands.ts'
import { type Settling, settleAlarm, settleDelivery } from './settle.commands.ts'

/** Posting hangs these on the server with its own way to look at a post again. */
export const deliveryRoutes = (recheck: Recheck): readonly Route[] => [
  route(listHolds, async ({ world, actor, now }) => ok(await holdsNow(world.db, actor, now))),
  route(placeHoldEndpoint, ({ world, actor }, hold) => placeHold(world, actor, hold)),
  route(releaseHoldEndpoint, ({ world, actor }, { id }) => releaseHold(world, actor, id)),
  route(putBackEndpoint, async ({ world, actor }, { id, now }) => {
    const outcome = await putBack(world, actor, id, now, recheck)
    return outcome.ok ? ok({ state: outcome.value.state, dueAt: outcome.value.dueAt.toISOString() }) : outcome
  }),
  route(settleEndpoint, ({ world, actor }, { id, act, url, reason }) =>
    settleDelivery(world, actor, id, (act === 'itIsThere' ? { act, url } : { act }) as Settling, reason),
  ),
  route(settleAlarmEndpoint, ({ world, actor }, { id, reason }) => settleAlarm(world, actor, id, reason)),
  route(publishingHealth, async ({ world, actor, now }) => ok(await healthNow(world.db, actor, now))),
]
