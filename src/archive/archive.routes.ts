import { ok, refuse } from '../foundation/outcome.ts'
import { type Room, route } from '../foundation/route.ts'
import * as at from './archive.contract.ts'
import { archiveJobs } from './archive.jobs.ts'
import { archivePage, importPage } from './archive.queries.ts'
import { archiveRefusals as no } from './archive.refusals.ts'
import { abandonImport, beginImport, confirmImport, receivePiece } from './import.commands.ts'

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
    route(at.abandonImport, ({ world, actor }, { id }) => abandonImport(world, actor, id)),
  ],
  jobs: archiveJobs,
}
