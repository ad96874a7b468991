import { command } from '../audit/audit.commands.ts'
import { eachForce, eachOf } from '../foundation/jobs.ts'
import { ok } from '../foundation/outcome.ts'
import type { Job } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { keepAlarms } from '../posting/delivery/alarm.store.ts'
import { deleteFile, filesHere } from './files.client.ts'
import { abandonImport } from './import.commands.ts'
import { deleteStaged, openImports, staleImports, unreadImports } from './import.store.ts'
import { keptDays } from './import.ts'
import { joinOurs } from './ours.commands.ts'
import { deleteStagedPreviews } from './preview/preview.store.ts'
import { readImports } from './reading/read.jobs.ts'

const day = 86_400_000

/** What nobody confirmed in time is given up; files and rows of imports that are over go. Safe in several processes. */
export async function sweepImports(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - keptDays * day)
  await eachForce(world.db, async (forceId) => {
    await eachOf(await staleImports(world.db, forceId, before), (id) => abandonImport(world, productOf(forceId), id))
    await deleteFiles(world, forceId)
    await watchUnread(world, forceId)
  })
  await deleteStaged(world.db, null)
  await deleteStagedPreviews(world.db, null)
}

async function deleteFiles({ db, config }: World, forceId: string): Promise<void> {
  const here = await filesHere(config, forceId)
  if (here.length === 0) return
  const open = await openImports(db, forceId)
  for (const id of here) if (!open.includes(id)) await deleteFile(config, forceId, id)
}

const productOf = (forceId: string) => ({ forceId, personId: null, roles: [] })

/** A file that nobody reads is an alarm, as its reader may be gone with the folder in which it lies; it settles itself when it is read. */
async function watchUnread(world: World, forceId: string): Promise<void> {
  await command(world, productOf(forceId), async (c) => {
    const waiting = (await unreadImports(c)).map(({ id, file_name }) => ({
      about: `archive:${id}`,
      words: `${file_name} was uploaded for the archive and nobody reads it.`,
    }))
    await keepAlarms(c, 'archiveUnread', waiting)
    return ok(null)
  })
}

const joinAll = (world: World): Promise<void> => eachForce(world.db, (forceId) => joinOurs(world, forceId))

export const archiveJobs: readonly Job[] = [
  {
    name: 'files for the archive are read',
    everyMs: 2000,
    run: async (world) => {
      await readImports(world)
    },
  },
  { name: 'imports are swept', everyMs: 60_000, run: sweepImports },
  { name: 'our own posts join the archive', everyMs: 60_000, run: joinAll },
]
