import { hostname } from 'node:os'
import { newId } from './identity.ts'
import type { Job } from './route.ts'
import type { World } from './world.ts'

/** Says every few seconds that this process lives, for each force. Others judge by it whether somebody is at work. */
export function beatOf(world: World, kinds: readonly ('web' | 'worker')[]): Job {
  const startedAt = world.clock.now()
  const name = `${hostname()}-${process.pid}-${newId(startedAt).slice(-4)}`
  return {
    name: 'beat',
    everyMs: 5000,
    async run({ db, clock }) {
      const at = clock.now()
      for (const { id } of await db.selectFrom('force').select('id').execute()) {
        for (const kind of kinds) {
          await db
            .insertInto('beat')
            .values({ force_id: id, process: `${name}-${kind}`, kind, started_at: startedAt, at })
            .onConflict((c) => c.columns(['force_id', 'process']).doUpdateSet({ at }))
            .execute()
        }
        await db
          .deleteFrom('beat')
          .where('force_id', '=', id)
          .where('at', '<', new Date(at.getTime() - 7 * 86_400_000))
          .execute()
      }
    },
  }
}
