import { type Commanding, command } from '../../audit/audit.commands.ts'
import { type Outcome, ok, refuse } from '../../foundation/outcome.ts'
import type { Actor, World } from '../../foundation/world.ts'
import { traitsOf } from '../../networks/networks.ts'
import { content as contentSchema } from '../../posting/content.ts'
import { insertPost, lockPost, updatePost } from '../../posting/post.store.ts'
import { afterMove } from '../../posting/post.ts'
import { type AtDesk, atDesk, holdingOf, unlessOthers } from '../conversation.commands.ts'
import {
  type ConversationRow,
  changeConversation,
  lockConversation,
  noteAct,
  waitsSince,
} from '../conversation.store.ts'
import { isHeldBy, isRestricted } from '../conversation.ts'
import { inboxRefusals as no } from '../inbox.refusals.ts'
import { lookAtAgain } from '../listening/heard.store.ts'
import { lookAtNow } from '../listening/look.store.ts'
import {
  answered,
  type Ended,
  endAnswer,
  firstStanding,
  insertAnswer,
  mayWaitAgain,
  messageOf,
  refusalOf,
} from './answer.store.ts'
import { answeringTo, whyNotPrivately } from './answer.ts'

type Begun = { postId: string; edit: number; begun: boolean }

/** What can be done only with a conversation in hand: it is open, and the acting one has it now. */
export async function inHand(c: Commanding, id: string): Promise<Outcome<AtDesk>> {
  const at = await atDesk(c, id)
  if (!at.ok) return at
  if (at.value.row.stage === 'closed') return refuse(no.closed)
  const free = await unlessOthers(c, at.value)
  if (!free.ok) return free
  return isHeldBy(holdingOf(at.value.row), at.value.me, c.now.toISOString()) ? at : refuse(no.notHeldByYou)
}

type BeginInput = { id: string; version: number; messageId: string | null; private: boolean; words: string }

/** Begins the one answer of a conversation, or gives back the one that was begun: there is never a second beside it. */
export const beginAnswer = (world: World, actor: Actor, input: BeginInput): Promise<Outcome<Begun>> =>
  command<Begun>(world, actor, async (c) => {
    const at = await inHand(c, input.id)
    if (!at.ok) return at
    const { row, me } = at.value
    if (row.draft_post_id) {
      const post = await lockPost(c.tx, row.force_id, row.draft_post_id)
      if (post) return ok({ postId: post.id, edit: post.edit, begun: false })
    }
    if (row.version !== input.version) return refuse(no.answeredMeanwhile, { version: row.version })
    const why = input.private ? whyNotPrivately(traitsOf(row.network), row.kind) : null
    if (why) return refuse(no.cannotSendPrivately, undefined, why)
    const postId = await begin(c, row, me, { messageId: input.messageId, words: input.words, batchId: null })
    return postId ? ok({ postId, edit: 0, begun: true }) : refuse(no.noConversation)
  })

/** Writes the draft below the message and ties it to the conversation. Null: there is no such message here. */
export async function begin(
  c: Commanding,
  row: ConversationRow,
  me: string,
  how: { messageId: string | null; words: string; batchId: string | null },
): Promise<string | null> {
  const message = await messageOf(c.tx, row.force_id, row.id, how.messageId)
  if (!message) return null
  const content = contentSchema.parse({
    pieces: [how.words],
    language: row.language,
    targets: [row.account_id],
    intent: 'engage',
  })
  const postId = await insertPost(c, me, content, null, {
    to: answeringTo(answered(message, row.thread)),
    conversationId: row.id,
    restricted: isRestricted(row.category),
    batchId: how.batchId,
  })
  await insertAnswer(c, { postId, conversationId: row.id, messageId: message.id, by: me, batchId: how.batchId })
  await lookAtNow(c, message.id)
  c.record('post.drafted', `post:${postId}`, { answers: row.id })
  await noteAct(c, row.id, 'answerBegun', { data: { post: postId, message: message.id } })
  await changeConversation(c, row, { draft_post_id: postId }, false)
  return postId
}

export const giveUpAnswer = (
  world: World,
  actor: Actor,
  input: { id: string },
): Promise<Outcome<{ gaveUp: boolean }>> =>
  command<{ gaveUp: boolean }>(world, actor, async (c) => {
    const at = await inHand(c, input.id)
    if (!at.ok) return at
    const { row } = at.value
    const post = row.draft_post_id ? await lockPost(c.tx, row.force_id, row.draft_post_id) : undefined
    const stage = post && afterMove(post.stage, 'discard')
    if (!post || !stage) return ok({ gaveUp: false })
    await updatePost(c, post, { stage })
    c.record('post.discarded', `post:${post.id}`, { from: post.stage })
    await endAnswer(c, { conversationId: row.id, postId: post.id, sentAt: null })
    await noteAct(c, row.id, 'answerGivenUp', { data: { post: post.id } })
    await changeConversation(c, row, { draft_post_id: null }, false)
    return ok({ gaveUp: true })
  })

/** Whoever wrote it finds in the conversation who refused it for good, and why: the answer itself is gone from there. */
async function noteRefusal(c: Commanding, { conversationId, postId }: Ended): Promise<void> {
  const by = await refusalOf(c.tx, c.actor.forceId, postId)
  if (!by) return
  const refuser = { ...c, actor: { ...c.actor, personId: by.personId } }
  await noteAct(refuser, conversationId, 'answerRefused', { words: by.reason, data: { post: postId } })
}

/** Writes down that an answer was seen to be out, or that it never goes out: stops the reply clock and makes room for another. */
export const settleAnswer = (world: World, forceId: string, ended: Ended): Promise<Outcome<null>> =>
  command(world, { forceId, personId: null, roles: [] }, async (c) => {
    const row = await lockConversation(c.tx, forceId, ended.conversationId)
    if (!row || !(await endAnswer(c, ended))) return ok(null)
    const free = row.draft_post_id === ended.postId ? { draft_post_id: null } : {}
    if (!ended.sentAt) {
      await noteRefusal(c, ended)
      await changeConversation(c, row, free, false)
      return ok(null)
    }
    c.record('conversation.answered', `conversation:${row.id}`, { post: ended.postId })
    const waiting = await waitsSince(c.tx, row)
    await changeConversation(
      c,
      row,
      {
        ...free,
        first_reply_at: row.first_reply_at ?? ended.sentAt,
        waiting_since: waiting,
        last_from: waiting ? 'public' : 'us',
      },
      true,
    )
    return ok(null)
  })

/** Our answer was taken down: whoever asked waits again from when they asked, and the clock of the reply runs on. What was closed as answered is open again. */
export const waitAgain = (world: World, forceId: string, id: string): Promise<Outcome<null>> =>
  command(world, { forceId, personId: null, roles: [] }, async (c) => {
    const row = await lockConversation(c.tx, forceId, id)
    if (!row || row.waiting_since !== null || !(await mayWaitAgain(c.tx, forceId, id))) return ok(null)
    const waiting_since = await waitsSince(c.tx, row)
    if (waiting_since === null) return ok(null)
    const first_reply_at = await firstStanding(c.tx, forceId, id, row.reopened_at ?? row.opened_at)
    const waits = { waiting_since, first_reply_at, last_from: 'public' as const }
    if (row.stage === 'closed') {
      await noteAct(c, id, 'reopened', { words: 'Our answer was taken down, so nobody has answered them.' })
      await changeConversation(c, row, { ...waits, stage: 'open', stage_since: c.now }, true)
      await lookAtAgain(c, [id])
    } else await changeConversation(c, row, waits, true)
    c.record('conversation.waitsAgain', `conversation:${id}`)
    return ok(null)
  })
