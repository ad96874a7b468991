import { mayBeOut } from '../delivery/delivery.commands.ts'
import { deliveryRefusals as no } from '../delivery/delivery.contract.ts'
import type { Recheck } from '../delivery/hold.commands.ts'
import { heldMeanwhile } from '../meanwhile.ts'
import { notSpeaking, overridesOf, standingOf } from './standing.queries.ts'

/**
 * Looks at a held post again before it is put back: is it still exactly what was approved, may its people still speak there, and do
 * the rules of today find nothing that is blocked and undecided? And did nothing come meanwhile to what it answers?
 */
export const recheck: Recheck = async (c, postId) => {
  const post = await c.tx
    .selectFrom('post')
    .selectAll()
    .where('force_id', '=', c.actor.forceId)
    .where('id', '=', postId)
    .executeTakeFirst()
  if (!post) return no.rulesStopIt.words
  const standing = await standingOf(c.tx, post, c.now)
  const overrides = await overridesOf(c.tx, post.force_id, postId, post.digest)
  const stands =
    standing.digest === post.digest &&
    standing.troubles.length === 0 &&
    notSpeaking(standing, c.now).length === 0 &&
    standing.check('standing', overrides).outcome !== 'block'
  if (!stands) return no.rulesStopIt.words
  // The rest of what is half out goes with what is out.
  return (await mayBeOut(c, postId)) ? null : heldMeanwhile(post, standing.facts.zone, c.now)
}
