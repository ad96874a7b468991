import { ok } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import { beginAnswer, giveUpAnswer } from './answering/answer.commands.ts'
import { answerJobs } from './answering/answer.jobs.ts'
import { automaticJobs } from './answering/automatic.jobs.ts'
import { askingJobs, askingRoutes } from './asking/asking.routes.ts'
import { categorise, handOver, look, note, take } from './conversation.commands.ts'
import { conversationFor } from './conversation.queries.ts'
import { dutyJobs, dutyRoutes } from './duty/duty.routes.ts'
import * as desk from './inbox.contract.ts'
import { inboxJobs } from './inbox.jobs.ts'
import { linesRoutes } from './lines/lines.routes.ts'
import { listen } from './listening/listen.jobs.ts'
import { watchListening } from './listening/watch.jobs.ts'
import { moderationJobs, moderationRoutes, moderationWorks } from './moderation/moderation.routes.ts'
import { close, raiseIncident, recordCrime, reopen, sayCrime } from './outcome.commands.ts'
import { countsAtDesk, queueFor } from './queue.queries.ts'
import { settingsRoutes } from './settings/settings.routes.ts'
import { exportSubject, subjectExportsFor } from './subject-export.commands.ts'
import * as subject from './subject-export.contract.ts'
import { surgeJobs } from './surge/surge.jobs.ts'
import { surgeRoutes } from './surge/surge.routes.ts'

/** What the public says to us, and what became of it. */
export const inboxRoom: Room = {
  name: 'inbox',
  routes: [
    route(desk.queue, async ({ world, actor, now }, input) => ok(await queueFor(world.db, actor, now, input))),
    route(desk.deskCounts, async ({ world, actor, now }) => ok(await countsAtDesk(world.db, actor, now))),
    route(desk.conversation, ({ world, actor, now }, { id }) => conversationFor(world.db, actor, now, id)),
    route(desk.look, ({ world, actor }, input) => look(world, actor, input)),
    route(desk.take, ({ world, actor }, input) => take(world, actor, input)),
    route(desk.handOver, ({ world, actor }, input) => handOver(world, actor, input)),
    route(desk.categorise, ({ world, actor }, input) => categorise(world, actor, input)),
    route(desk.note, ({ world, actor }, input) => note(world, actor, input)),
    route(desk.raiseIncident, ({ world, actor }, input) => raiseIncident(world, actor, input)),
    route(desk.sayCrime, ({ world, actor }, input) => sayCrime(world, actor, input)),
    route(desk.recordCrime, ({ world, actor }, input) => recordCrime(world, actor, input)),
    route(desk.beginAnswer, ({ world, actor }, input) => beginAnswer(world, actor, input)),
    route(desk.giveUpAnswer, ({ world, actor }, input) => giveUpAnswer(world, actor, input)),
    route(desk.close, ({ world, actor }, input) => close(world, actor, input)),
    route(desk.reopen, ({ world, actor }, input) => reopen(world, actor, input)),
    route(subject.exportSubject, ({ world, actor }, input) => exportSubject(world, actor, input)),
    route(subject.subjectExports, ({ world, actor }, input) => subjectExportsFor(world.db, actor, input)),
    ...settingsRoutes,
    ...dutyRoutes,
    ...linesRoutes,
    ...moderationRoutes,
    ...surgeRoutes,
    ...askingRoutes,
  ],
  jobs: [
    ...inboxJobs,
    watchListening,
    ...dutyJobs,
    ...answerJobs,
    ...automaticJobs,
    ...moderationJobs,
    ...surgeJobs,
    ...askingJobs,
  ],
  works: [listen, ...moderationWorks],
}
