import { createHash } from 'node:crypto'
import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { may } from '../../people/may.ts'
import type { Override } from '../../rulebook/finding.ts'
import { isTrusted } from '../check-draft.ts'
import { unseenMeanwhile } from '../meanwhile.queries.ts'
import { changedByOther, hold, keptForOther, notFrom, withdrawIn } from '../post.commands.ts'
import { contentOf, insertAfterlook, insertCheck, insertDecision, settleAfterlook, updatePost } from '../post.store.ts'
import { afterMove } from '../post.ts'
import { postRefusals as no } from '../refusals.ts'
import { sentences } from '../sentence.ts'
import { cannotGo, freeze, openFindings, recordOverride, roleFor } from './approval.commands.ts'
import { sheetOf } from './digest.ts'
import { release } from './release.store.ts'
import { digestOf, overridesOf, type Standing, standingOf } from './standing.queries.ts'

const hour = 3_600_000

/** Whether this post is among those that somebody looks at: by the post's own identifier, so that nobody chooses and an inspector can repeat it. */
export const isSampled = (postId: string, share: number): boolean =>
  createHash('sha256').update(postId).digest().readUInt32BE(0) / 2 ** 32 < share

/** Why this one needs a second person, or null. */
function notLowRisk(c: Commanding, s: Standing): Outcome<never> | null {
  if (c.actor.personId !== s.post.author_id)
    return refuse(
      no.notLowRisk,
      undefined,
      'Only its author releases a post without approval. Ask for approval instead.',
    )
  if (!s.facts.settings.lowRiskAtOnce)
    return refuse(no.notLowRisk, undefined, 'Here every post needs a second person. Ask for approval.')
  const { outcome } = s.check('standing')
  if (outcome === 'needsApproval' || outcome === 'block')
    return refuse(
      no.notLowRisk,
      { outcome },
      'The rules found something that a second person must see. Ask for approval.',
    )
  const trusted = isTrusted(s.chosen, s.facts, s.due?.instant ?? c.now)
  return may(c.actor, 'releaseAtOnce', { isTrusted: trusted, outcome })
    ? null
    : refuse(
        no.notLowRisk,
        undefined,
        'You are not yet trusted to release alone on every one of these accounts. Ask for approval.',
      )
}

/** Once somebody has sent it back, or has been asked and not answered, it does not go out without a second person. */
async function wasSentBack(c: Commanding, postId: string): Promise<Outcome<never> | null> {
  const row = await c.tx
    .selectFrom('decision')
    .select('id')
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', postId)
    .where('kind', '=', 'sendBack')
    .executeTakeFirst()
  return row
    ? refuse(no.notLowRisk, undefined, 'Somebody sent this back, so it needs an approval now. Ask for it.')
    : null
}

export const publishAtOnce = (
  world: World,
  actor: Actor,
  input: { id: string; edit: number; seen?: number },
): Promise<Outcome<{ dueAt: string; held: number; afterlook: boolean }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    if (afterMove(post.stage, 'release') === null) return notFrom(post)
    const s = await standingOf(c.tx, post, c.now)
    if (me !== post.author_id && post.edit !== input.edit) return changedByOther(c, post, null)
    const stop =
      (await keptForOther(c, post)) ??
      (await wasSentBack(c, post.id)) ??
      notLowRisk(c, s) ??
      (post.edit === input.edit ? null : await changedByOther(c, post, null)) ??
      cannotGo(s, c.now) ??
      (await unseenMeanwhile(c, post, input.seen, 'publish it again'))
    if (stop) return stop
    const frozen = await freeze(c, s, me)
    await insertCheck(c, post.id, s.digest, s.check('standing'))
    await insertDecision(c, frozen, me, { kind: 'releaseAtOnce' })
    const out = await release(c, s, frozen, 'lowRisk')
    const sampled = isSampled(post.id, s.facts.settings.lowRiskSample)
    if (sampled)
      await insertAfterlook(c, post.id, 'lowRisk', new Date(Math.max(c.now.getTime(), out.dueAt.getTime()) + 24 * hour))
    c.record('post.releasedAtOnce', `post:${post.id}`, { version: frozen.version, digest: s.digest, sampled })
    return ok({ dueAt: out.dueAt.toISOString(), held: out.held, afterlook: sampled })
  })

type Emergency = {
  id: string
  edit: number
  reason: string
  overrides: Readonly<Record<string, string>>
  seen?: number
}

/** A threat to life. Goes out now, whatever time it had and whatever needs approval; what is blocked needs its decision even now. */
export const publishEmergency = (
  world: World,
  actor: Actor,
  input: Emergency,
): Promise<Outcome<{ dueAt: string; held: number; lookBy: string }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    if (!may(c.actor, 'releaseEmergency')) return refuse(no.notAllowedHere)
    if (afterMove(post.stage, 'release') === null) return notFrom(post)
    const kept = await keptForOther(c, post)
    if (kept) return kept
    if (post.edit !== input.edit) return changedByOther(c, post, null)
    const s = await standingOf(c.tx, post, c.now, { ...contentOf(post), when: { kind: 'now' } })
    const stop = cannotGo(s, c.now) ?? (await unseenMeanwhile(c, post, input.seen, 'release it again'))
    if (stop) return stop
    const frozen = await freeze(c, s, me)
    const blocked = await decideBlocks(c, s, frozen, me, input.overrides)
    if (blocked) return blocked
    await insertCheck(c, post.id, s.digest, s.check('standing', await decidedFor(c, s)))
    if (contentOf(post).when.kind !== 'now') await updatePost(c, post, { content: s.content })
    await insertDecision(c, frozen, me, { kind: 'releaseAtOnce', reason: input.reason })
    const out = await release(c, s, frozen, 'emergency')
    const lookBy = new Date(c.now.getTime() + 4 * hour)
    await insertAfterlook(c, post.id, 'emergency', lookBy)
    c.record('post.releasedEmergency', `post:${post.id}`, { version: frozen.version, digest: s.digest })
    return ok({ dueAt: out.dueAt.toISOString(), held: out.held, lookBy: lookBy.toISOString() })
  })

/** Decisions about the very same words count, also when they were to go out at another time: in an emergency only the time has changed. */
async function decidedFor(c: Commanding, s: Standing): Promise<Override[]> {
  const asAsked = digestOf(sheetOf(contentOf(s.post), s.facts))
  const now = await overridesOf(c.tx, s.post.force_id, s.post.id, s.digest)
  return asAsked === s.digest ? now : [...now, ...(await overridesOf(c.tx, s.post.force_id, s.post.id, asAsked))]
}

/** Records the decisions that came along, and says what is still blocked. */
async function decideBlocks(
  c: Commanding,
  s: Standing,
  frozen: Standing['post'],
  me: string,
  reasons: Readonly<Record<string, string>>,
): Promise<Outcome<never> | null> {
  const blocks = openFindings(s.check('standing', await decidedFor(c, s))).filter((f) => f.severity === 'block')
  for (const finding of blocks) {
    const reason = reasons[finding.key]
    const role = reason ? roleFor(c.actor, s, finding) : null
    if (!reason || !role)
      return refuse(
        no.notDecided,
        { findings: blocks.map((f) => ({ key: f.key, says: f.says, decidedBy: f.decidedBy })) },
        sentences(
          finding.says,
          finding.decidedBy.length === 0
            ? 'Even now nobody may let this stand'
            : 'Even now this needs the decision of a named role, with a reason',
        ),
      )
    await recordOverride(c, frozen, me, finding, role, reason)
  }
  return null
}

type Looked = { removing: number; frozen: number }

export const lookAfterwards = (
  world: World,
  actor: Actor,
  input: { id: string; verdict: 'inOrder' | 'learn' | 'withdraw'; words: string },
): Promise<Outcome<Looked>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    const row = await c.tx
      .selectFrom('afterlook')
      .select('done_at')
      .where('force_id', '=', post.force_id)
      .where('post_id', '=', post.id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.done_at) return refuse(no.noAfterlook)
    if (me === post.author_id || (await releasedBy(c, post.id)) === me)
      return refuse(no.ownPost, undefined, 'You released this, so someone else looks at it.')
    if (!may(c.actor, 'afterlook', { authorId: post.author_id })) return refuse(no.notAllowedHere)
    if (input.verdict !== 'inOrder' && input.words.trim() === '')
      return refuse(no.cannotGo, undefined, 'Say what is to be learnt or why it comes down.')
    await settleAfterlook(c, post.id, me, input.verdict, input.words)
    await insertDecision(c, post, me, { kind: 'reviewAfterwards', reason: input.words })
    c.record('post.lookedAfterwards', `post:${post.id}`, { verdict: input.verdict })
    if (input.verdict !== 'withdraw') return ok({ removing: 0, frozen: 0 })
    const down = await withdrawIn(c, post, me, input.words)
    if (!down.ok && down.refusal.id === no.notReleased.id) return ok({ removing: 0, frozen: 0 }) // nothing of it is left to take down
    return down.ok ? ok({ removing: down.value.removing + down.value.withdrawn, frozen: down.value.frozen }) : down
  })

const releasedBy = async (c: Commanding, postId: string): Promise<string | null> => {
  const row = await c.tx
    .selectFrom('decision')
    .select('person_id')
    .where('force_id', '=', c.actor.forceId)
    .where('post_id', '=', postId)
    .where('kind', '=', 'releaseAtOnce')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row?.person_id ?? null
}
