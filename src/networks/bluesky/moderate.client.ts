import { z } from 'zod'
import type { Ending } from '../ending.ts'
import { keyOf } from '../key.ts'
import type { ModerationAct, ModerationSubject } from '../network.ts'
import { unsure } from './answers.ts'
import { type Asked, ask, isNotCovered, type Request, type Tools } from './call.client.ts'
import { chatPlaceOf } from './chat.client.ts'
import type { Session, Who } from './session.client.ts'
import { placeOf } from './translate.ts'

const gateCollection = 'app.bsky.feed.threadgate'
const blockCollection = 'app.bsky.graph.block'
/** app.bsky.feed.threadgate takes no more. */
const mostHidden = 300
/** Somebody else may change the same record meanwhile. */
const mostTries = 4

const heldRecord = z.object({ cid: z.string(), value: z.looseObject({}) })
const hidden = z.array(z.string()).catch([])
const posted = z.object({ uri: z.string(), cid: z.string() })

type Moderating = { session: Session; us: Who; tools: Tools; notDone(asked: Asked): Ending; signal: AbortSignal }

const refused = (words: string): Ending => ({ kind: 'refused', words })
const isOk = (asked: Asked): boolean => asked.kind === 'answer' && asked.answer.status === 200
const call = ({ session, signal }: Moderating, request: Request): Promise<Asked> => ask(session.send, request, signal)

/** Hides, mutes, blocks or reports, or takes the first three back. */
export async function moderate(
  m: Moderating,
  act: ModerationAct,
  subject: ModerationSubject,
  undo: boolean,
  reason: string,
): Promise<Ending> {
  if (act === 'hide') return hide(m, subject, undo)
  if (act === 'mute') return mute(m, subject.authorExternalId, undo)
  if (act === 'block') return block(m, subject.authorExternalId, undo)
  return undo
    ? refused('A report cannot be taken back. Write to Bluesky’s moderators instead.')
    : report(m, subject, reason)
}

async function hide(m: Moderating, { externalId, root }: ModerationSubject, undo: boolean): Promise<Ending> {
  const place = root === null ? null : placeOf(root)
  if (root === null || place === null || place.did !== m.us.did)
    return refused('Bluesky lets us hide only what stands below a post of our own. Nothing was done.')
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const gate = await recordAt(m, gateCollection, place.key)
    if ('kind' in gate) return gate.kind === 'answer' && isNotCovered(gate) ? refused(connectAgain) : m.notDone(gate)
    const now = hidden.parse(gate.held?.value.hiddenReplies ?? [])
    if (now.includes(externalId) !== undo) return doneAt(externalId, { act: 'hide', undone: undo })
    if (!undo && now.length >= mostHidden)
      return refused(`${mostHidden} answers are hidden below this post already; Bluesky takes no more.`)
    const record = {
      ...(gate.held?.value ?? { $type: gateCollection, post: root, createdAt: m.tools.now().toISOString() }),
      hiddenReplies: undo ? now.filter((uri) => uri !== externalId) : [...now, externalId],
    }
    const asked = await put(m, gateCollection, place.key, record, gate.held?.cid ?? null)
    if (isOk(asked)) return doneAt(externalId, { act: 'hide', undone: undo })
    if (!isSwapped(asked)) return isNotCovered(asked) ? refused(connectAgain) : m.notDone(asked)
  }
  return { kind: 'unknown', words: unsure }
}

async function mute(m: Moderating, did: string, undo: boolean): Promise<Ending> {
  const nsid = undo ? 'app.bsky.graph.unmuteActor' : 'app.bsky.graph.muteActor'
  const asked = await call(m, { nsid, json: JSON.stringify({ actor: did }), mayBeEmpty: true })
  if (isOk(asked)) return doneAt(did, { act: 'mute', undone: undo })
  return isNotCovered(asked) ? refused(connectAgain) : m.notDone(asked)
}

async function block(m: Moderating, did: string, undo: boolean): Promise<Ending> {
  const rkey = blockKeyOf(m.us.did, did)
  if (undo) {
    const json = JSON.stringify({ repo: m.us.did, collection: blockCollection, rkey })
    const asked = await call(m, { nsid: 'com.atproto.repo.deleteRecord', json })
    if (isOk(asked)) return doneAt(did, { act: 'block', undone: true })
    return isNotCovered(asked) ? refused(connectAgain) : m.notDone(asked)
  }
  const record = { $type: blockCollection, subject: did, createdAt: m.tools.now().toISOString() }
  const asked = await put(m, blockCollection, rkey, record, null)
  if (isOk(asked)) return doneAt(did, { act: 'block', undone: false })
  if (!isSwapped(asked)) return isNotCovered(asked) ? refused(connectAgain) : m.notDone(asked)
  const held = await recordAt(m, blockCollection, rkey)
  return !('kind' in held) && held.held?.value.subject === did
    ? doneAt(did, { act: 'block', undone: false })
    : { kind: 'unknown', words: unsure }
}

/** The same for the same two for ever, so that a block stands once. */
const blockKeyOf = (us: string, did: string): string =>
  keyOf({ postId: did, network: blockCollection, accountId: us, piece: 0, dueAt: new Date('2026-01-01T00:00:00Z') })

async function report(m: Moderating, { externalId, authorExternalId }: ModerationSubject, reason: string) {
  const { subject, asked: trouble } = await reportedAs(m, externalId, authorExternalId)
  if (!subject) return m.notDone(trouble)
  const body = { reasonType: 'com.atproto.moderation.defs#reasonOther', reason: reason.slice(0, 2000), subject }
  const asked = await call(m, { nsid: 'com.atproto.moderation.createReport', json: JSON.stringify(body) })
  if (isOk(asked)) return doneAt(externalId, { act: 'report', undone: false })
  return isNotCovered(asked) ? refused(connectAgain) : m.notDone(asked)
}

/** The very version that was heard; the author alone when the post has gone meanwhile. */
async function reportedAs(m: Moderating, externalId: string, did: string): Promise<Reported> {
  const chat = chatPlaceOf(externalId)
  if (chat)
    return { subject: { $type: 'chat.bsky.convo.defs#messageRef', did, convoId: chat.convoId, messageId: chat.id } }
  const asked = await call(m, { nsid: 'app.bsky.feed.getPosts', params: [['uris', externalId]] })
  if (!isOk(asked)) return { asked }
  const answer = z.object({ posts: z.array(posted) }).safeParse(asked.kind === 'answer' ? asked.answer.body : null)
  const post = answer.data?.posts[0]
  return {
    subject: post
      ? { $type: 'com.atproto.repo.strongRef', uri: post.uri, cid: post.cid }
      : { $type: 'com.atproto.admin.defs#repoRef', did },
  }
}

type Reported = { subject: Record<string, string>; asked?: never } | { subject?: never; asked: Asked }

const connectAgain =
  'The permission given at Bluesky does not cover this. Connect the account again, then repeat it. Nothing was done.'

const doneAt = (externalId: string, proof: Record<string, string | boolean>): Ending => ({
  kind: 'done',
  externalId,
  url: null,
  proof,
})

const isSwapped = (asked: Asked): boolean => asked.kind === 'answer' && asked.answer.name === 'InvalidSwap'

const put = (m: Moderating, collection: string, rkey: string, record: object, swapRecord: string | null) => {
  const json = JSON.stringify({ repo: m.us.did, collection, rkey, swapRecord, record })
  return call(m, { nsid: 'com.atproto.repo.putRecord', json })
}

type HeldOrNone = { held: z.output<typeof heldRecord> | null }

async function recordAt(m: Moderating, collection: string, rkey: string): Promise<HeldOrNone | Asked> {
  const params = { repo: m.us.did, collection, rkey }
  const asked = await call(m, { nsid: 'com.atproto.repo.getRecord', params })
  if (asked.kind !== 'answer') return asked
  const { status, name, message } = asked.answer
  if (name === 'RecordNotFound' || (name === 'InvalidRequest' && /^could not locate record/iu.test(message ?? '')))
    return { held: null }
  const held = status === 200 ? heldRecord.safeParse(asked.answer.body).data : undefined
  return held ? { held } : asked
}
