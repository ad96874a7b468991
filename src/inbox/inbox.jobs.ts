import { command } from '../audit/audit.commands.ts'
import { eachOf } from '../foundation/jobs.ts'
import { ok } from '../foundation/outcome.ts'
import type { Job } from '../foundation/route.ts'
import type { World } from '../foundation/world.ts'
import { noteLapse } from './conversation.commands.ts'
import { changeConversation, giveTo, lapsed } from './conversation.store.ts'

const atOnce = 200

/** Frees what its holder left without a sign of life, and ends offers that ran out. Answers that were begun stay. */
export async function freeLapsed(world: World): Promise<void> {
  const now = world.clock.now()
  const forces = await world.db
    .selectFrom('conversation')
    .select('force_id')
    .distinct()
    .where('stage', '=', 'open')
    .where((e) =>
      e.or([
        e.and([e('holder_id', 'is not', null), e('held_until', '<=', now)]),
        e.and([e('offered_to_id', 'is not', null), e('offered_until', '<=', now)]),
      ]),
    )
    .execute()
  await eachOf(forces, ({ force_id }) => freeIn(world, force_id))
}

const freeIn = (world: World, forceId: string) =>
  command(world, { forceId, personId: null, roles: [] }, async (c) => {
    for (const row of await lapsed(c, atOnce)) {
      const noOffer =
        row.offered_until && row.offered_until <= c.now ? { offered_to_id: null, offered_until: null } : {}
      if (row.holder_id !== null && row.held_until !== null && row.held_until <= c.now) {
        await noteLapse(c, row)
        await giveTo(c, row, null, null, noOffer)
      } else {
        await changeConversation(c, row, noOffer, false)
        c.record('conversation.offerEnded', `conversation:${row.id}`)
      }
    }
    return ok({})
  })

export const inboxJobs: readonly Job[] = [{ name: 'desk frees what lapsed', everyMs: 15_000, run: freeLapsed }]
