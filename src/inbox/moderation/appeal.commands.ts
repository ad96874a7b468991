import { command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import { beginLift } from './lift.commands.ts'
import { moderationRefusals as no } from './moderation.refusals.ts'
import * as store from './moderation.store.ts'
import { mayLift, referenceOf } from './moderation.ts'
import { unreadableDecision } from './readable.queries.ts'
import { inLanguage, tellAppeal } from './told.ts'

/** Keeps the appeal in the words of the one who was moderated. It waits for somebody who did not take the decision. */
export function recordAppeal(
  world: World,
  actor: Actor,
  g: { id: string; words: string },
): Promise<Outcome<{ appealAt: string }>> {
  return command(world, actor, async (c) => {
    if (!may(actor, 'moderate')) return refuse(no.mayNotModerate)
    const m = await store.lockModeration(c.tx, actor.forceId, g.id)
    if (!m) return refuse(no.noModeration)
    const shut = await unreadableDecision(c, m)
    if (shut) return shut
    if (!mayLift(m.act)) return refuse(no.reportStays)
    if (m.appeal_at) return refuse(no.appealThere)
    if (m.state === 'lifted') return refuse(no.nothingToLift)
    await store.change(c.tx, m, { appeal_at: c.now, appeal_words: g.words })
    c.record('moderation.appealed', `moderation:${m.id}`)
    return ok({ appealAt: c.now.toISOString() })
  })
}

/** Decides an appeal. What is lifted is undone on the network by the job; what ran out meanwhile stays lifted. */
export function decideAppeal(
  world: World,
  actor: Actor,
  g: { id: string; outcome: 'upheld' | 'lifted'; reason: string },
): Promise<Outcome<{ tellThem: string }>> {
  return command(world, actor, async (c) => {
    const m = await store.lockModeration(c.tx, actor.forceId, g.id)
    if (m && m.by_id === actor.personId) return refuse(no.ownDecision)
    if (!may(actor, 'decideAppeal', { byId: m?.by_id ?? '' })) return refuse(no.mayNotDecideAppeal)
    if (!m) return refuse(no.noModeration)
    const shut = await unreadableDecision(c, m)
    if (shut) return shut
    if (!m.appeal_at) return refuse(no.noAppeal)
    if (m.appeal_decided_at) return refuse(no.appealDecided)
    await store.change(c.tx, m, {
      appeal_outcome: g.outcome,
      appeal_by: actor.personId,
      appeal_decided_at: c.now,
      appeal_reason: g.reason,
    })
    c.record('moderation.appealDecided', `moderation:${m.id}`, { outcome: g.outcome })
    if (g.outcome === 'lifted') await beginLift(c, m, 'appeal', g.reason)
    const conversation = await c.tx
      .selectFrom('conversation')
      .select('language')
      .where('force_id', '=', actor.forceId)
      .where('id', '=', m.conversation_id)
      .executeTakeFirstOrThrow()
    return ok({
      tellThem: tellAppeal(inLanguage(conversation.language), { outcome: g.outcome, reference: referenceOf(m.id) }),
    })
  })
}
