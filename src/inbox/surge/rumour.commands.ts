import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { surgeRefusals as no } from './surge.refusals.ts'
import { changeSurge, lockSurge, type SurgeRow } from './surge.store.ts'

export type Said = { id: string; isRumour: boolean; linePostId: string | null }

/**
 * A person says that what a surge is about is not true, or takes that back; also when it is over. With the post that was our first line about
 * it, where that was no answer to many.
 */
export const sayRumour = (world: World, actor: Actor, said: Said): Promise<Outcome<Record<never, never>>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'runSurge') || actor.personId === null) return refuse(no.mayNotRunSurge)
    const surge = await lockSurge(c.tx, actor.forceId, said.id)
    if (!surge) return refuse(no.noSurge)
    const { isRumour } = said
    const line = isRumour ? said.linePostId : null
    if (line !== null && !(await isOut(c, surge, line))) return refuse(no.noLine)
    await changeSurge(c, surge.id, {
      rumour_by: isRumour ? (surge.rumour_by ?? actor.personId) : null,
      rumour_at: isRumour ? (surge.rumour_at ?? c.now) : null,
      line_post_id: line,
    })
    c.record(isRumour ? 'surge.falseRumour' : 'surge.noFalseRumour', `surge:${surge.id}`, isRumour ? { line } : {})
    return ok({})
  })

/** Whether that post was seen to be out since the surge began. */
const isOut = async (c: Commanding, surge: SurgeRow, postId: string): Promise<boolean> =>
  (await c.tx
    .selectFrom('delivery')
    .select('id')
    .where('force_id', '=', surge.force_id)
    .where('post_id', '=', postId)
    .where('sent_at', '>=', surge.began_at)
    .executeTakeFirst()) !== undefined
