import { z } from 'zod'
import type { NotHeard, Rechecked } from '../network.ts'
import { ask, type Tools } from './call.client.ts'
import { chatPlaceOf, recheckChat } from './chat.client.ts'
import { notHeard } from './hear.client.ts'
import { messageIn } from './heard.ts'
import type { Session } from './session.client.ts'
import { placeOf } from './translate.ts'

/** app.bsky.feed.getPosts takes no more at once. */
const batch = 25
const posts = z.object({ posts: z.array(z.unknown()) })
const located = z.object({ cid: z.string(), value: z.object({ text: z.string().catch('') }) })

type Messages = Rechecked['messages']

/** Posts that are not shown may only be hidden from us, so that each of those is asked for by its address before it is called gone. */
export async function recheck(
  session: Session,
  tools: Tools,
  externalIds: readonly string[],
  signal: AbortSignal,
): Promise<Rechecked | NotHeard> {
  const ready = await session.ready(signal)
  if (ready.kind === 'later') return ready
  const uris = externalIds.filter((id) => placeOf(id) !== null)
  const messages: Messages = {}
  for (let from = 0; from < uris.length; from += batch) {
    const some = uris.slice(from, from + batch)
    const params = some.map((uri): [string, string] => ['uris', uri])
    const asked = await ask(session.send, { nsid: 'app.bsky.feed.getPosts', params }, signal)
    const found = asked.kind === 'answer' && asked.answer.status === 200 && posts.safeParse(asked.answer.body).data
    if (!found) return notHeard(asked, tools.now())
    for (const post of found.posts) {
      const seen = messageIn(post, '', tools.now())
      if (seen) messages[seen.externalId] = { state: 'live', text: seen.text, version: seen.version }
    }
    for (const uri of some.filter((one) => !(one in messages))) {
      const state = await stateOf(session, uri, signal)
      if (state) messages[uri] = state
    }
  }
  const chats = externalIds.filter((id) => chatPlaceOf(id) !== null)
  return { kind: 'seen', messages: { ...messages, ...(await recheckChat(session, chats, signal)) } }
}

async function stateOf(session: Session, uri: string, signal: AbortSignal): Promise<Messages[string] | null> {
  const place = placeOf(uri)
  if (place === null) return null
  const params = { repo: place.did, collection: place.collection, rkey: place.key }
  const asked = await ask(session.send, { nsid: 'com.atproto.repo.getRecord', params }, signal)
  if (asked.kind !== 'answer') return null
  const { status, name, message, body } = asked.answer
  // Whoever closes their account takes everything with them: then the network no longer knows the account itself.
  const isGone =
    name === 'RecordNotFound' ||
    (name === 'InvalidRequest' && /^could not (?:locate record|find repo)/iu.test(message ?? ''))
  if (isGone) return { state: 'gone' }
  const record = status === 200 ? located.safeParse(body).data : undefined
  return record ? { state: 'live', text: record.value.text.replaceAll('\u0000', ''), version: record.cid } : null
}
