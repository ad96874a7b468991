import { eachForce, eachOf } from '../foundation/jobs.ts'
import type { Job } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { askDaily, resealOld } from './custody/custody.commands.ts'
import { deleteStaleNotes } from './custody/custody.store.ts'
import { partWith } from './roster/roster.commands.ts'
import { outdatedSignatures } from './roster/roster.queries.ts'
import { renewSignatures } from './roster/signing.commands.ts'

const hour = 3_600_000

/** Follows what changed about people: promotions and new names into signatures, leavers out of places and offices. */
export async function followPeople(world: World): Promise<void> {
  await eachForce(world.db, async (forceId) => {
    await eachOf(await leavers(world, forceId), (personId) => partWith(world, forceId, personId))
    const outdated = await outdatedSignatures(world.db, forceId, world.clock.now())
    await eachOf(new Set(outdated.map((o) => o.personId)), (personId) => renewSignatures(world, forceId, personId))
  })
}

/** People who have left and still have a place or an office. */
async function leavers({ db, clock }: World, forceId: string): Promise<string[]> {
  const now = clock.now()
  const rows = await db
    .selectFrom('person as p')
    .select('p.id')
    .where('p.force_id', '=', forceId)
    .where('p.left_at', '<=', now)
    .where((e) =>
      e.or([
        e.exists(
          e
            .selectFrom('contributor as c')
            .select('c.id')
            .whereRef('c.force_id', '=', 'p.force_id')
            .whereRef('c.person_id', '=', 'p.id')
            .where((f) => f.or([f('c.until_at', 'is', null), f('c.until_at', '>', now)])),
        ),
        e.exists(
          e
            .selectFrom('office as o')
            .select('o.id')
            .whereRef('o.force_id', '=', 'p.force_id')
            .whereRef('o.holder_id', '=', 'p.id'),
        ),
      ]),
    )
    .execute()
  return rows.map((row) => row.id)
}

export const registerJobs: readonly Job[] = [
  { name: 'register follows people', everyMs: 60_000, run: followPeople },
  { name: 'accounts are asked what they are called', everyMs: 60_000, run: askDaily },
  {
    name: 'custody is sealed anew',
    everyMs: hour,
    run: async (world) => {
      const { lost } = await resealOld(world)
      if (lost > 0)
        world.log.fault('sealed values that no secret opens', new Error(`${lost} cannot be opened`), { lost })
      await deleteStaleNotes(world.db, new Date(world.clock.now().getTime() - hour))
    },
  },
]
