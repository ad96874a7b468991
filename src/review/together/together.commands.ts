import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome as Answer, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { Subject } from '../criteria.ts'
import { decideInside } from '../decide.commands.ts'
import { keyOf } from '../decision.ts'
import { reviewRefusals as no } from '../review.refusals.ts'
import { lockReviews, type ReviewRecord } from '../review.store.ts'
import { scorecard } from '../scorecard.ts'
import { looksWaiting } from '../waiting/waiting.queries.ts'
import { besideOf } from './together.queries.ts'
import { aloneWords, whyAlone } from './together.ts'

type Together = { round: string; reviews: readonly string[]; on: string | null; reason: string }

/** Decides several accounts as is recommended of all of them, for one reason: a decision of its own for each, all of them or none. */
export const decideTogether = (world: World, actor: Actor, given: Together): Promise<Answer<{ decided: number }>> =>
  command(world, actor, async (c) => {
    if (!may(actor, 'decideReview', { own: false })) return refuse(no.mayNotDecideReview)
    const ids = [...new Set(given.reviews)]
    // All of them before their round, so that nobody who decides one of them waits for us while we wait for them.
    const reviews = await lockReviews(c.tx, actor.forceId, given.round, ids)
    if (reviews.length < ids.length) return refuse(no.noReview)
    if (new Set(reviews.map((r) => `${subjectOf(r)} ${r.recommendation}`)).size > 1) return refuse(no.notTogether)
    const singly = await decidedSingly(c, reviews)
    if (singly.length > 0)
      return refuse(no.notTogether, undefined, `Decide by itself: ${singly.join('; ')}. Nothing was decided.`)
    for (const review of reviews) {
      const { recommendation: outcome, recommended_into: into } = review
      const decided = await decideInside(c, review.id, {
        outcome,
        into,
        on: given.on,
        reason: given.reason,
        whyOther: null,
      })
      if (!decided.ok) return refuse(decided.refusal, decided.facts, `${review.name}: ${decided.refusal.words}`)
    }
    return ok({ decided: reviews.length })
  })

const subjectOf = (r: ReviewRecord): Subject => scorecard.parse(r.scorecard).subject

/** Those that cannot be among the others, each with why. */
async function decidedSingly(c: Commanding, reviews: readonly ReviewRecord[]): Promise<string[]> {
  const beside = await besideOf(c.tx, c.actor)
  const chosen = new Set(reviews.map(keyOf))
  const waits = new Set((await looksWaiting(c.tx, c.actor.forceId)).map((look) => look.review_id))
  return reviews.flatMap((r) => {
    const why = whyAlone(
      {
        key: keyOf(r),
        subject: subjectOf(r),
        recommendation: r.recommendation,
        decided: r.decided_at !== null,
        lookWaits: waits.has(r.id),
        ...beside(r.account_id),
      },
      chosen,
    )
    return why ? [`${r.name}, ${aloneWords[why]}`] : []
  })
}
