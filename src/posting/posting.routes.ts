import { ok } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { openLines } from '../register/custody/lines.client.ts'
import { approvePost, askApproval, decideFinding, refusePost, sendBackPost } from './approval/approval.commands.ts'
import * as approval from './approval/approval.contract.ts'
import { approvalOf, approvalsFor } from './approval/approval.queries.ts'
import { recheck } from './approval/recheck.commands.ts'
import { lookAfterwards, publishAtOnce, publishEmergency } from './approval/release.commands.ts'
import { composing } from './compose.queries.ts'
import { startDelivering } from './delivery/deliver.jobs.ts'
import { deliveryRoutes } from './delivery/delivery.routes.ts'
import { watchdog } from './delivery/watchdog.jobs.ts'
import { addPicture } from './picture/picture.commands.ts'
import * as picture from './picture/picture.contract.ts'
import { pictureFile } from './picture/picture.queries.ts'
import { correctPost, discardPost, reopenPost, saveDraft, startDraft, withdrawPost } from './post.commands.ts'
import * as post from './post.contract.ts'
import { postsList } from './post.queries.ts'
import { postRecord } from './record/record.queries.ts'
import * as today from './today/today.contract.ts'
import { countsFor, todayFor } from './today/today.queries.ts'

/** Sends what is due, with the register's keys, for as long as the process runs. */
async function deliver(world: World): Promise<{ stop(): Promise<void> }> {
  const { lineOf, forget } = openLines(world)
  return startDelivering(world, lineOf, forget)
}

/** Drafts, approvals, pictures, what is read about them, and their delivery. */
export const postingRoom: Room = {
  name: 'posting',
  routes: [
    route(post.composeContext, ({ world, actor, now }, input) => composing(world.db, actor, now, input.post ?? null)),
    route(post.startDraft, ({ world, actor }, input) => startDraft(world, actor, input)),
    route(post.listPosts, async ({ world, actor, now }, input) => ok(await postsList(world.db, actor, now, input))),
    route(post.onePost, ({ world, actor, now }, input) => postRecord(world.db, actor, now, input.id)),
    route(post.saveDraft, ({ world, actor }, input) => saveDraft(world, actor, input)),
    route(post.discardPost, ({ world, actor }, input) => discardPost(world, actor, input)),
    route(post.publishAtOnce, ({ world, actor }, input) => publishAtOnce(world, actor, input)),
    route(post.publishEmergency, ({ world, actor }, input) => publishEmergency(world, actor, input)),
    route(post.reopenPost, ({ world, actor }, input) => reopenPost(world, actor, input)),
    route(post.correctPost, ({ world, actor }, input) => correctPost(world, actor, input)),
    route(post.withdrawPost, ({ world, actor }, input) => withdrawPost(world, actor, input)),
    route(approval.askApproval, ({ world, actor }, input) => askApproval(world, actor, input)),
    route(approval.approvePost, ({ world, actor }, input) => approvePost(world, actor, input)),
    route(approval.sendBackPost, ({ world, actor }, input) => sendBackPost(world, actor, input)),
    route(approval.refusePost, ({ world, actor }, input) => refusePost(world, actor, input)),
    route(approval.decideFinding, ({ world, actor }, input) => decideFinding(world, actor, input)),
    route(approval.lookedAfterwards, ({ world, actor }, input) => lookAfterwards(world, actor, input)),
    route(approval.listApprovals, async ({ world, actor, now }) => ok(await approvalsFor(world.db, actor, now))),
    route(approval.oneApproval, ({ world, actor, now }, input) => approvalOf(world.db, actor, now, input.id)),
    route(picture.uploadPicture, ({ world, actor, bytes }, input) =>
      addPicture(world, actor, bytes, input.post ?? null),
    ),
    route(picture.picture, ({ world, actor }, input) => pictureFile(world.db, actor.forceId, input.id)),
    route(today.today, async ({ world, actor, now }) => ok(await todayFor(world.db, actor, now))),
    route(today.counts, async ({ world, actor, now }) => ok(await countsFor(world.db, actor, now))),
    ...deliveryRoutes(recheck),
  ],
  jobs: [watchdog],
  works: [deliver],
}
