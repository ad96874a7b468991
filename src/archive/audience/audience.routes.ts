import { type Job, type Room, type Route, route } from '../../foundation/route.ts'
import * as at from './audience.contract.ts'
import { audiencePage } from './audience.queries.ts'
import { countFollowers } from './counting.jobs.ts'
import { recordLocal } from './local.commands.ts'
import { askReading } from './reading.commands.ts'
import { readFollowersOnAndOn } from './reading.jobs.ts'

/** Hung up by the archive room. */
export const audienceRoutes: readonly Route[] = [
  route(at.audience, ({ world, actor }, { id }) => audiencePage(world, actor, id)),
  route(at.readFollowers, ({ world, actor }, input) => askReading(world, actor, input)),
  route(at.recordLocal, ({ world, actor }, input) => recordLocal(world, actor, input)),
]

export const audienceJobs: readonly Job[] = [
  {
    name: 'followers are counted',
    everyMs: 60_000,
    run: async (world) => {
      await countFollowers(world)
    },
  },
]

export const audienceWorks: NonNullable<Room['works']> = [readFollowersOnAndOn]
