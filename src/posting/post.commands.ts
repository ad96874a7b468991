import { type Commanding, command } from '../audit/audit.commands.ts'
import { canonical, type Json } from '../foundation/canonical.ts'
import { type Outcome, ok, refuse } from '../foundation/outcome.ts'
import type { Actor, World } from '../foundation/world.ts'
import { may } from '../people/may.ts'
import { answeringOf } from './answering.ts'
import { digestText, sheetOf } from './approval/digest.ts'
import { mayEdit, type Standing, standingOf } from './approval/standing.queries.ts'
import { type Content, content as contentSchema, correctionBegins } from './content.ts'
import { mayBeOut, voidDeliveries, withdrawDeliveries } from './delivery/delivery.commands.ts'
import { draftFactsOf, speakersOf } from './facts.queries.ts'
import { said } from './facts.ts'
import {
  contentOf,
  dropAfterlook,
  insertDecision,
  insertPost,
  lockPost,
  type PostRow,
  updatePost,
} from './post.store.ts'
import { afterEdit, afterMove, titleOf } from './post.ts'
import { postRefusals as no } from './refusals.ts'

/** A locked post and the person who acts; everything that changes a post begins here. */
export type Held = { post: PostRow; me: string }

/** Locks the post, or says why not. The product itself writes nothing. */
export async function hold(c: Commanding, id: string): Promise<Outcome<Held>> {
  if (c.actor.personId === null) return refuse(no.notAllowedHere)
  const post = await lockPost(c.tx, c.actor.forceId, id)
  return post ? ok({ post, me: c.actor.personId }) : refuse(no.noPost)
}

/** An answer is kept for whoever has the conversation: nobody else changes or releases it, and nobody while nobody has it. */
export async function keptForOther(c: Commanding, post: PostRow): Promise<Outcome<never> | null> {
  if (!post.answering || post.reserved_for === c.actor.personId) return null
  const [holder] = post.reserved_for ? await speakersOf(c.tx, post.force_id, [post.reserved_for]) : []
  return refuse(
    no.keptForOther,
    undefined,
    holder
      ? `${said(holder)} has this conversation, so nothing was changed or sent. Your words are kept. Ask them, or take it over.`
      : 'Nobody has this conversation, so nothing was changed or sent. Your words are kept. Take it first.',
  )
}

/** The refusal that fits a stage from which something cannot be done. */
export const notFrom = (post: PostRow) =>
  refuse(post.stage === 'discarded' ? no.ended : post.stage === 'released' ? no.released : no.notAsked)

export async function editable(c: Commanding, s: Standing): Promise<boolean> {
  const [self] = c.actor.personId ? await speakersOf(c.tx, c.actor.forceId, [c.actor.personId]) : []
  return mayEdit(c.actor, s, c.now, self ?? null)
}

/** Both texts come back, so that nobody's words are lost; nothing was written. */
export async function changedByOther(c: Commanding, post: PostRow, yours: Content | null): Promise<Outcome<never>> {
  const [by] = post.changed_by ? await speakersOf(c.tx, post.force_id, [post.changed_by]) : []
  const who = by ? said(by) : 'Somebody else'
  return refuse(
    no.changedByOther,
    {
      edit: post.edit,
      theirs: contentOf(post),
      yours,
      by: by ? { id: by.id, rank: by.rank, name: by.name } : null,
      at: post.changed_at.toISOString(),
    },
    `${who} saved this draft after you opened it. Nothing was overwritten: both texts are kept. Choose one, or put them together.`,
  )
}

export const startDraft = (
  world: World,
  actor: Actor,
  input: { content?: Content | undefined },
): Promise<Outcome<{ id: string; version: number; edit: number }>> =>
  command(world, actor, (c) => draftInside(c, input.content ?? contentSchema.parse({ pieces: [''] })))

/** The same inside another command, as the last words of an account that closes. */
export async function draftInside(
  c: Commanding,
  content: Content,
): Promise<Outcome<{ id: string; version: number; edit: number }>> {
  if (c.actor.personId === null) return refuse(no.notAllowedHere)
  const id = await insertPost(c, c.actor.personId, content, null)
  c.record('post.drafted', `post:${id}`)
  return ok({ id, version: 1, edit: 0 })
}

type Saved = { version: number; edit: number; stage: PostRow['stage']; savedAt: string; approvalEnded: boolean }

const plain = (content: Content): string => canonical(JSON.parse(JSON.stringify(content)) as Json)

/** Saves a draft. Cheap while nothing is frozen; no fact is written unless an asking ends, because a fact a keystroke would say nothing. */
export const saveDraft = (
  world: World,
  actor: Actor,
  input: { id: string; edit: number; content: Content },
): Promise<Outcome<Saved>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    const before = contentOf(post)
    const standing = await standingOf(c.tx, post, c.now, before)
    if (!(await editable(c, standing))) return refuse(no.notYours)
    const kept = await keptForOther(c, post)
    if (kept) return kept
    if (afterMove(post.stage, 'edit') === null) return notFrom(post)
    const same = plain(before) === plain(input.content)
    if (same)
      return ok({
        version: post.version,
        edit: post.edit,
        stage: post.stage,
        savedAt: post.changed_at.toISOString(),
        approvalEnded: false,
      })
    if (post.edit !== input.edit) return changedByOther(c, post, input.content)
    const frozen = post.digest !== ''
    const writes = isWriting(before, input.content)
    const next = afterEdit(
      { stage: post.stage, version: post.version, frozen },
      frozen && (writes || (await coveredChanged(c, standing, input.content))),
    )
    if (!next) return notFrom(post)
    const digest = next.version === post.version ? post.digest : ''
    const writers = writes ? [...new Set([...post.writers, me])] : post.writers
    await updatePost(c, post, {
      content: input.content,
      by: me,
      writers,
      stage: next.stage,
      version: next.version,
      digest,
    })
    if (next.version !== post.version)
      c.record('post.edited', `post:${post.id}`, { version: next.version, from: post.stage, to: next.stage })
    return ok({
      version: next.version,
      edit: post.edit + 1,
      stage: next.stage,
      savedAt: c.now.toISOString(),
      approvalEnded: next.ended,
    })
  })

/**
 * Whether this change puts words or choices of somebody into the post. Dates to look again and objectives are not that, and neither
 * are reasons given where there were none; other reasons than those that were read are.
 */
function isWriting(before: Content, after: Content): boolean {
  const written = ({ reviewAt: _, objectiveId: __, intent: ___, rationale, ...rest }: Content) =>
    plain({ ...rest, rationale: before.rationale && rationale } as Content)
  return written(before) !== written(after)
}

async function coveredChanged(c: Commanding, before: Standing, content: Content): Promise<boolean> {
  const { post } = before
  const facts = await draftFactsOf(c.tx, post.force_id, content, post.author_id, c.now, [], answeringOf(post))
  const speaker = (content.speaksForId ?? '') !== (before.content.speaksForId ?? '')
  return speaker || digestText(sheetOf(content, facts)) !== digestText(before.sheet)
}

export const discardPost = (
  world: World,
  actor: Actor,
  input: { id: string },
): Promise<Outcome<{ stage: PostRow['stage'] }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post } = held.value
    if (!(await editable(c, await standingOf(c.tx, post, c.now)))) return refuse(no.notYours)
    const kept = await keptForOther(c, post)
    if (kept) return kept
    const stage = afterMove(post.stage, 'discard')
    if (!stage) return notFrom(post)
    await updatePost(c, post, { stage })
    c.record('post.discarded', `post:${post.id}`, { from: post.stage })
    return ok({ stage })
  })

/** The same inside another command, of a draft alone: what somebody was asked about, or what is out, stays as it is. */
export async function discardInside(c: Commanding, id: string): Promise<void> {
  const post = await lockPost(c.tx, c.actor.forceId, id)
  const stage = post?.stage === 'draft' ? afterMove('draft', 'discard') : null
  if (!post || !stage) return
  await updatePost(c, post, { stage })
  c.record('post.discarded', `post:${id}`, { from: post.stage })
}

/** Takes a released post back before anything left. Its approval ends, and the next asking is about a new version. */
export const reopenPost = (
  world: World,
  actor: Actor,
  input: { id: string; reason?: string | undefined },
): Promise<Outcome<{ version: number; edit: number; voided: number }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    const standing = await standingOf(c.tx, post, c.now)
    const mayTakeBack = (await editable(c, standing)) || may(c.actor, 'withdraw', { authorId: post.author_id })
    if (!mayTakeBack) return refuse(no.notYours)
    const stage = afterMove(post.stage, 'reopen')
    if (!stage) return refuse(no.notReleased)
    const { voided, frozen } = await voidDeliveries(c, post.id)
    if (frozen > 0 || voided === 0) return refuse(no.leftAlready)
    await insertDecision(c, post, me, { kind: 'reopen', reason: input.reason ?? '' })
    await dropAfterlook(c, post.id)
    const version = post.version + 1
    await updatePost(c, post, { stage, version, digest: '', path: null, due_at: null })
    c.record('post.reopened', `post:${post.id}`, { version, voided })
    return ok({ version, edit: post.edit, voided })
  })

/** Accounts on which something of this post is out and not removed. */
const placesOut = async (c: Commanding, postId: string): Promise<string[]> => {
  const rows = await c.tx
    .selectFrom('piece as p')
    .innerJoin('delivery as d', (j) => j.onRef('d.force_id', '=', 'p.force_id').onRef('d.id', '=', 'p.delivery_id'))
    .select('d.account_id')
    .distinct()
    .where('d.force_id', '=', c.actor.forceId)
    .where('d.post_id', '=', postId)
    .where('p.external_id', 'is not', null)
    .where('p.removed_at', 'is', null)
    .execute()
  return rows.map((r) => r.account_id)
}

export const correctPost = (
  world: World,
  actor: Actor,
  input: { id: string; reason: string; pieces?: string[] | undefined },
): Promise<Outcome<{ id: string; version: number; edit: number }>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    if (!may(c.actor, 'correct', { authorId: post.author_id })) return refuse(no.notYours)
    if (answeringOf(post)?.direct != null) return refuse(no.saidInPrivate)
    const out = await placesOut(c, post.id)
    if (out.length === 0) return refuse(no.notSent)
    const first = contentOf(post)
    const content = contentSchema.parse({
      pieces: input.pieces ?? [`${correctionBegins[first.language]} `],
      language: first.language,
      targets: first.targets.filter((t) => out.includes(t)),
      intent: first.intent,
      objectiveId: first.objectiveId,
      speaksForId: first.speaksForId,
    })
    const id = await insertPost(c, me, content, { id: post.id, reason: input.reason })
    c.record('post.drafted', `post:${id}`, { corrects: post.id })
    c.record('post.correctionBegun', `post:${post.id}`, { by: id })
    return ok({ id, version: 1, edit: 0 })
  })

type Withdrawn = { withdrawn: number; removing: number; frozen: number }

/** In the caller's transaction, so that an afterlook can withdraw as well. Refuses when all that there is is just being sent. */
export async function withdrawIn(
  c: Commanding,
  post: PostRow,
  me: string,
  reason: string,
): Promise<Outcome<Withdrawn>> {
  const count = await withdrawDeliveries(c, post.id, reason)
  if (count.withdrawn + count.removing === 0) {
    // Who may withdraw it may not always read it.
    const what = post.answering ? 'this answer' : `“${titleOf(contentOf(post).pieces)}”`
    return count.frozen > 0
      ? refuse(no.beingSent)
      : refuse(no.notReleased, undefined, `Nothing of ${what} waits or is live any more.`)
  }
  if (!(await mayBeOut(c, post.id))) await dropAfterlook(c, post.id)
  await insertDecision(c, post, me, { kind: 'withdraw', reason })
  c.record('post.withdrawn', `post:${post.id}`, count)
  return ok(count)
}

export const withdrawPost = (
  world: World,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<Outcome<Withdrawn>> =>
  command(world, actor, async (c) => {
    const held = await hold(c, input.id)
    if (!held.ok) return held
    const { post, me } = held.value
    if (!may(c.actor, 'withdraw', { authorId: post.author_id })) return refuse(no.notYours)
    if (post.stage !== 'released') return refuse(no.notReleased)
    return withdrawIn(c, post, me, input.reason)
  })
