import { command } from '../../audit/audit.commands.ts'
import { eachOf } from '../../foundation/jobs.ts'
import { ok } from '../../foundation/outcome.ts'
import type { World } from '../../foundation/world.ts'
import { moveIn } from './asking.commands.ts'
import { lockQuestion } from './asking.store.ts'

/**
 * Opens and closes by time; what a person opened again after its end, a person closes. One whose post is not released when its time has come
 * stays planned, and its page says so. Safe in several processes.
 */
export async function moveByTime(world: World): Promise<void> {
  const now = world.clock.now()
  const due = await world.db
    .selectFrom('public_question')
    .select(['force_id', 'id', 'stage'])
    .where((e) =>
      e.or([
        e.and([e('stage', '=', 'planned'), e('opens_at', '<=', now), e('post_id', 'is not', null)]),
        e.and([e('stage', '=', 'open'), e('closes_at', '<=', now)]),
      ]),
    )
    .execute()
  await eachOf(due, ({ force_id, id }) =>
    command(world, { forceId: force_id, personId: null, roles: [] }, async (c) => {
      const row = await lockQuestion(c.tx, force_id, id)
      if (row?.stage === 'open' && row.closes_at && row.closes_at <= c.now)
        return row.stage_since && row.stage_since >= row.closes_at ? ok(null) : moveIn(c, row, 'close')
      // What was closed again before anybody could answer is not opened by a time that is long past.
      const isDue = row?.stage === 'planned' && row.opens_at !== null && row.opens_at <= c.now
      return row && isDue && !(row.closes_at && row.closes_at <= c.now) ? moveIn(c, row, 'open') : ok(null)
    }),
  )
}
