import { ok, refuse } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import * as at from './archive.contract.ts'
import { archiveJobs } from './archive.jobs.ts'
import { archivePage, importPage } from './archive.queries.ts'
import { archiveRefusals as no } from './archive.refusals.ts'
import { audienceJobs, audienceRoutes, audienceWorks } from './audience/audience.routes.ts'
import { abandonImport, beginImport, confirmImport, receivePiece } from './import.commands.ts'
import { archivedPicture, archivedPictures } from './preview/preview.contract.ts'
import { pictureFile, picturesOf } from './preview/preview.queries.ts'

/** All that our accounts ever published. */
export const archiveRoom: Room = {
  name: 'archive',
  routes: [
    route(at.archive, async ({ world, actor }, { account }) => ok(await archivePage(world.db, actor, account ?? null))),
    route(at.importOne, async ({ world, actor }, { id }) => {
      const found = await importPage(world.db, actor, id)
      return found ? ok(found) : refuse(no.noImport)
    }),
    route(at.beginImport, ({ world, actor }, input) => beginImport(world, actor, input)),
    route(at.receivePiece, ({ world, actor, bytes }, input) => receivePiece(world, actor, input, bytes)),
    route(at.confirmImport, ({ world, actor }, input) => confirmImport(world, actor, input)),
    route(archivedPictures, async ({ world, actor }, { account, before }) =>
      ok(await picturesOf(world.db, actor.forceId, account, before ?? null)),
    ),
    route(archivedPicture, ({ world, actor }, { id }) => pictureFile(world.db, actor.forceId, id)),
    route(at.abandonImport, ({ world, actor }, { id }) => abandonImport(world, actor, id)),
    ...audienceRoutes,
  ],
  jobs: [...archiveJobs, ...audienceJobs],
  works: audienceWorks,
}
