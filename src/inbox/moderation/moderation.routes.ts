import { ok } from '../../foundation/outcome.ts'
import { type Job, type Room, type Route, route } from '../../foundation/route.ts'
import { may } from '../../people/may.ts'
import { decideAppeal, recordAppeal } from './appeal.commands.ts'
import { countsFile, countsOf, forThePublic } from './counts.queries.ts'
import { liftModeration, moderate, reviewModeration, settleModeration } from './moderation.commands.ts'
import * as contract from './moderation.contract.ts'
import { moderationWatch, startModerating } from './moderation.jobs.ts'
import { moderationList } from './moderation.queries.ts'
import { addStandard, beginStandards, endStandard } from './standard.commands.ts'
import * as standard from './standard.contract.ts'
import { standardsOf } from './standard.store.ts'
import { noReason } from './starting-standards.ts'
import { appealRoute } from './told.ts'

/** Standards, moderation, appeals and their counts. */
export const moderationRoutes: readonly Route[] = [
  route(standard.listStandards, async ({ world, actor }) =>
    ok({
      standards: (await standardsOf(world.db, actor.forceId)).map((s) => ({
        ...s,
        endedAt: s.endedAt?.toISOString() ?? null,
      })),
      appealRoute,
      noReason,
      mayChange: may(actor, 'changeDesk'),
      mayModerate: may(actor, 'moderate'),
    }),
  ),
  route(standard.addStandardEndpoint, ({ world, actor }, input) => addStandard(world, actor, input)),
  route(standard.beginStandardsEndpoint, ({ world, actor }) => beginStandards(world, actor)),
  route(standard.endStandardEndpoint, ({ world, actor }, { code }) => endStandard(world, actor, code)),
  route(standard.publicStandards, ({ world }, { force }) => forThePublic(world.db, force)),
  route(contract.listModeration, ({ world, actor, now }, input) => moderationList(world.db, actor, now, input)),
  route(contract.moderateEndpoint, ({ world, actor }, input) => moderate(world, actor, input)),
  route(contract.liftEndpoint, ({ world, actor }, input) => liftModeration(world, actor, input)),
  route(contract.reviewEndpoint, ({ world, actor }, input) => reviewModeration(world, actor, input)),
  route(contract.recordAppealEndpoint, ({ world, actor }, input) => recordAppeal(world, actor, input)),
  route(contract.decideAppealEndpoint, ({ world, actor }, input) => decideAppeal(world, actor, input)),
  route(contract.settleModerationEndpoint, ({ world, actor }, input) => settleModeration(world, actor, input)),
  route(contract.moderationCounts, async ({ world, actor }, { year }) =>
    ok(await countsOf(world.db, actor.forceId, year)),
  ),
  route(contract.moderationCountsFile, async ({ world, actor }, { year }) =>
    ok(await countsFile(world.db, actor.forceId, year)),
  ),
]

export const moderationJobs: readonly Job[] = [moderationWatch]
export const moderationWorks: NonNullable<Room['works']> = [startModerating]
