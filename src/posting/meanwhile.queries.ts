import type { Commanding } from '../audit/audit.commands.ts'
import { type Outcome, refuse } from '../foundation/outcome.ts'
import { forceOf } from './facts.queries.ts'
import { meanwhileOf, meanwhileWords } from './meanwhile.ts'
import { type PostRow, sawMeanwhile } from './post.store.ts'
import { postRefusals as no } from './refusals.ts'
import { sentences } from './sentence.ts'

/**
 * Why an answer does not go on, or null: something came that neither whoever put it forward nor whoever acts now has seen. `seen`: how
 * much of it stood on their screen; what was seen is written down, so that nothing holds it later.
 */
export async function unseenMeanwhile(
  c: Commanding,
  post: PostRow,
  seen: number | undefined,
  then: string,
): Promise<Outcome<never> | null> {
  const { all, unseen } = meanwhileOf(post)
  if (unseen.length === 0) return null
  if (seen === all.length) {
    await sawMeanwhile(c, post, all.length)
    return null
  }
  const { zone } = await forceOf(c.tx, post.force_id)
  const says = meanwhileWords(unseen, zone, c.now)
  return refuse(no.meanwhile, { n: all.length, says }, sentences(...says, `Nothing was sent. Read it, then ${then}`))
}
