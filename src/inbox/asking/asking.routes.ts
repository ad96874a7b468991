import { ok } from '../../foundation/outcome.ts'
import { type Job, type Route, route } from '../../foundation/route.ts'
import { changePlan, countVotes, draftOf, move, plan, tie } from './asking.commands.ts'
import * as at from './asking.contract.ts'
import { moveByTime } from './asking.jobs.ts'
import { questionFor, questionsFor } from './asking.queries.ts'
import { addTheme, answerTheme, renameTheme, sortMessages } from './theme.commands.ts'

/** Questions to the public, and what became of the answers. */
export const askingRoutes: readonly Route[] = [
  route(at.listQuestions, async ({ world, actor, now }) => ok(await questionsFor(world.db, actor, now))),
  route(at.questionEndpoint, ({ world, actor, now }, input) => questionFor(world.db, actor, now, input)),
  route(at.planQuestion, ({ world, actor }, input) => plan(world, actor, input)),
  route(at.changeQuestion, ({ world, actor }, input) => changePlan(world, actor, input)),
  route(at.draftQuestion, ({ world, actor }, input) => draftOf(world, actor, input)),
  route(at.tieQuestion, ({ world, actor }, input) => tie(world, actor, input)),
  route(at.moveQuestion, ({ world, actor }, input) => move(world, actor, input)),
  route(at.countVotes, ({ world, actor }, input) => countVotes(world, actor, input)),
  route(at.addTheme, ({ world, actor }, input) => addTheme(world, actor, input)),
  route(at.renameTheme, ({ world, actor }, input) => renameTheme(world, actor, input)),
  route(at.sortMessages, ({ world, actor }, input) => sortMessages(world, actor, input)),
  route(at.answerTheme, ({ world, actor }, input) => answerTheme(world, actor, input)),
]

export const askingJobs: readonly Job[] = [{ name: 'questions open and close', everyMs: 15_000, run: moveByTime }]
