import type { Job } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { deleteFile, filesHere } from './files.client.ts'
import { abandonImport } from './import.commands.ts'
import { deleteStaged, staleImports } from './import.store.ts'
import { keptDays, openImportStages } from './import.ts'
import { joinOurs } from './ours.commands.ts'
import { deleteStagedPreviews } from './preview/preview.store.ts'
import { readImports } from './reading/read.jobs.ts'

const day = 86_400_000

/** What nobody confirmed in time is given up; files and rows of imports that are over go. Safe in several processes. */
export async function sweepImports(world: World): Promise<void> {
  const before = new Date(world.clock.now().getTime() - keptDays * day)
  for (const { id: forceId } of await world.db.selectFrom('force').select('id').execute()) {
    for (const id of await staleImports(world.db, forceId, before))
      await abandonImport(world, { forceId, personId: null, roles: [] }, id)
    await deleteFiles(world, forceId)
  }
  await deleteStaged(world.db, null)
  await deleteStagedPreviews(world.db, null)
}

async function deleteFiles({ db, config }: World, forceId: string): Promise<void> {
  const here = await filesHere(config, forceId)
  if (here.length === 0) return
  const open = await db
    .selectFrom('archive_import')
    .select('id')
    .where('force_id', '=', forceId)
    .where('stage', 'in', openImportStages)
    .execute()
  for (const id of here) if (!open.some((row) => row.id === id)) await deleteFile(config, forceId, id)
}

async function joinAll(world: World): Promise<void> {
  for (const { id } of await world.db.selectFrom('force').select('id').execute()) await joinOurs(world, id)
}

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
