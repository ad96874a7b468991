import type { Recheck } from '../delivery/hold.commands.ts'
import { notSpeaking, overridesOf, standingOf } from './standing.queries.ts'

/**
 * Looks at a held post again before it is put back: is it still exactly what was approved, may its people still speak there, and do
 * the rules of today find nothing that is blocked and undecided?
 */
export const recheck: Recheck = async (c, postId) => {
  const post = await c.tx
    .selectFrom('post')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', postId)
    .executeTakeFirst()
  if (!post) return false
  const standing = await standingOf(c.tx, post, c.now)
  if (standing.digest !== post.digest || standing.troubles.length > 0) return false
  if (notSpeaking(standing, c.now).length > 0) return false
  return standing.check('standing', await overridesOf(c.tx, post.force_id, postId, post.digest)).outcome !== 'block'
}
