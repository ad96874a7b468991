import { ok } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import { changeObjective, endObjective, setObjective } from './strategy.commands.ts'
import {
  changeObjectiveEndpoint,
  endObjectiveEndpoint,
  listObjectives,
  setObjectiveEndpoint,
} from './strategy.contract.ts'
import { listTheObjectives } from './strategy.queries.ts'

const day = (given: string | null) => (given === null ? null : new Date(given))

export const strategyRoom: Room = {
  name: 'strategy',
  jobs: [],
  routes: [
    route(listObjectives, async ({ world, actor, now }, { which }) =>
      ok(await listTheObjectives(world.db, actor, which, now)),
    ),
    route(setObjectiveEndpoint, ({ world, actor }, input) =>
      setObjective(world, actor, { ...input, startsAt: day(input.startsAt), endsAt: day(input.endsAt) }),
    ),
    route(changeObjectiveEndpoint, ({ world, actor }, { id, ...change }) => changeObjective(world, actor, id, change)),
    route(endObjectiveEndpoint, ({ world, actor }, { id }) => endObjective(world, actor, id)),
  ],
}
