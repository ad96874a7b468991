import { z } from 'zod'
import { type Heard, type HeardMessage, hearingWindowDays, type NotHeard } from '../network.ts'
import { tooMany, wantsNewToken } from './answers.ts'
import { type Asked, ask, isNotCovered, type Request, type Tools } from './call.client.ts'
import { hearChat } from './chat.client.ts'
import { type Cursor, cursorFrom, digestOf, inOrder, messageIn, postsBelow } from './heard.ts'
import type { Session, Who } from './session.client.ts'
import { placeOf } from './translate.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** This much of what was seen is read again every time, because the network's index is not always in order ... */
const overlapMs = 10 * minuteMs
/** ... and once in a quarter of an hour a whole day. */
const deepEveryMs = 15 * minuteMs
const pageSize = 100
/** So many pages of notifications, threads and quiet threads in one call; the rest follows in the next. */
const mostPages = 20
const mostThreads = 12
const quietThreads = 3

const notifications = z.object({ cursor: z.string().optional(), notifications: z.array(z.unknown()) })
const notified = z.object({ indexedAt: z.iso.datetime({ offset: true }) })
const feed = z.object({ feed: z.array(z.object({ post: z.unknown(), reason: z.unknown().optional() })) })
const ownPost = z.object({
  uri: z.string(),
  author: z.object({ did: z.string() }),
  replyCount: z.number().catch(0),
  quoteCount: z.number().catch(0),
})
const threadAnswer = z.object({ thread: z.unknown() })
const quotesAnswer = z.object({ cursor: z.string().optional(), posts: z.array(z.unknown()) })

/** Why nothing could be read. A permission that is missing does not end the keys: they may still publish. */
export const notHeard = (asked: Asked, now: Date, words: NotHeardWords = listening): NotHeard => {
  const quiet = { kind: 'unknown', words: words.quiet } as const
  if (asked.kind === 'stopped') return asked.later
  if (asked.kind === 'silence') return quiet
  const { answer } = asked
  if (answer.status === 429) return { ...tooMany(answer, now), words: words.slower }
  if (answer.status === 403 || isNotCovered(asked)) return { kind: 'notAllowed', words: words.notAllowed }
  if (wantsNewToken(answer)) return { kind: 'later', until: null, keyEnded: true, words: words.ended }
  return quiet
}

export type NotHeardWords = Readonly<Record<'quiet' | 'slower' | 'ended' | 'notAllowed', string>>

const listening: NotHeardWords = {
  quiet: 'Bluesky did not answer when we listened. We ask again shortly.',
  slower: 'Bluesky asks us to slow down. What is said meanwhile is heard afterwards.',
  ended: 'Bluesky no longer accepts our keys for this account. Nothing is heard. Connect the account again.',
  notAllowed:
    'The permission given at Bluesky does not cover listening. Connect the account again to hear what people say to it.',
}

/**
 * What was said to an account. Notifications alone miss what was indexed before its parent, so that everything below our own newest
 * hundred posts is read as well: what changed at once, the rest in turn.
 */
export async function hear(
  session: Session,
  tools: Tools,
  cursorText: string | null,
  signal: AbortSignal,
): Promise<Heard | NotHeard> {
  const ready = await session.ready(signal)
  if (ready.kind === 'later') return ready
  const now = tools.now()
  const cursor = cursorFrom(cursorText, now, hearingWindowDays * dayMs)
  const hearing = { session, us: ready.who, now, signal }
  const told = await readNotifications(hearing, cursor, cursorText === null)
  if ('kind' in told) return told
  const below = await readOurPosts(hearing, cursor)
  const chat = await hearChat(session, ready.who, now, cursor.chat, signal)
  const next: Cursor = { ...told.cursor, ...below.cursor, chat: chat.state }
  return {
    kind: 'heard',
    messages: inOrder([...told.messages, ...below.messages, ...chat.messages]),
    cursor: JSON.stringify(next),
    more: told.cursor.back !== null || below.more || chat.more,
    missing: chat.missing,
  }
}

type Hearing = { session: Session; us: Who; now: Date; signal: AbortSignal }
type Told = { messages: HeardMessage[]; cursor: Pick<Cursor, 'seen' | 'back' | 'deepAt'> }

const read = ({ session, signal }: Hearing, request: Request): Promise<Asked> => ask(session.send, request, signal)

async function readNotifications(hearing: Hearing, cursor: Cursor, isFirst: boolean): Promise<Told | NotHeard> {
  const isDeep = !isFirst && hearing.now.getTime() - Date.parse(cursor.deepAt) >= deepEveryMs
  const overlap = isDeep ? dayMs : overlapMs
  const to = cursor.back?.to ?? new Date(Date.parse(cursor.seen) - overlap).toISOString()
  const messages: HeardMessage[] = []
  let { seen } = cursor
  let at = cursor.back?.at
  for (let page = 0; page < mostPages; page += 1) {
    const reasons = ['reply', 'mention', 'quote'].map((reason): [string, string] => ['reasons', reason])
    const params: [string, string][] = [['limit', String(pageSize)], ...reasons, ...(at ? [cursorParam(at)] : [])]
    const asked = await read(hearing, { nsid: 'app.bsky.notification.listNotifications', params })
    const body = bodyOf(asked, notifications)
    if (!body) return notHeard(asked, hearing.now)
    const times = body.notifications.flatMap((one) => {
      const told = notified.safeParse(one).data
      return told ? [new Date(told.indexedAt).toISOString()] : []
    })
    messages.push(...messagesIn(body.notifications, hearing))
    seen = times.filter((time) => time <= hearing.now.toISOString()).reduce((a, b) => (a > b ? a : b), seen)
    at = body.cursor
    if (!at || times.some((time) => time < to)) return { messages, cursor: { seen, back: null, deepAt: deep() } }
  }
  return { messages, cursor: { seen, back: at ? { at, to } : null, deepAt: deep() } }

  function deep(): string {
    return isDeep ? hearing.now.toISOString() : cursor.deepAt
  }
}

const cursorParam = (at: string): [string, string] => ['cursor', at]

const messagesIn = (posts: readonly unknown[], { us, now }: Hearing): HeardMessage[] =>
  posts.map((post) => messageIn(post, us.did, now)).filter((message) => message !== null)

const bodyOf = <Shape extends z.ZodType>(asked: Asked, shape: Shape): z.output<Shape> | undefined =>
  asked.kind === 'answer' && asked.answer.status === 200 ? shape.safeParse(asked.answer.body).data : undefined

type Below = { messages: HeardMessage[]; cursor: Pick<Cursor, 'posts' | 'turn'>; more: boolean }

/** Trouble with one thread never stops the others: it is read next time. */
async function readOurPosts(hearing: Hearing, cursor: Cursor): Promise<Below> {
  const params = { actor: hearing.us.did, limit: '100', filter: 'posts_with_replies' }
  const body = bodyOf(await read(hearing, { nsid: 'app.bsky.feed.getAuthorFeed', params }), feed)
  const turn = cursor.turn + 1
  if (!body) return { messages: [], cursor: { posts: cursor.posts, turn }, more: false }
  const ours = body.feed.flatMap(({ post }) => {
    const own = ownPost.safeParse(post).data
    const key = own && placeOf(own.uri)?.key
    return own && key && own.author.did === hearing.us.did
      ? [{ key, uri: own.uri, quotes: own.quoteCount, counts: `${own.replyCount}.${own.quoteCount}` }]
      : []
  })
  const known = Object.fromEntries(ours.flatMap(({ key }) => (cursor.posts[key] ? [[key, cursor.posts[key]]] : [])))
  const changed = ours.filter(({ key, counts }) => known[key]?.counts !== counts)
  const resting = ours
    .filter((post) => !changed.includes(post))
    .sort((a, b) => (known[a.key]?.turn ?? 0) - (known[b.key]?.turn ?? 0))
  const messages: HeardMessage[] = []
  for (const post of [...changed.slice(0, mostThreads), ...resting.slice(0, quietThreads)]) {
    const found = await readBelow(hearing, post)
    if (!found) continue
    const digest = digestOf(found)
    if (known[post.key]?.digest !== digest) messages.push(...found)
    known[post.key] = { counts: post.counts, digest, turn }
  }
  return { messages, cursor: { posts: known, turn }, more: changed.length > mostThreads }
}

/** Everything below one post of ours and everything that quotes it; null when it could not be read. */
async function readBelow(hearing: Hearing, post: { uri: string; quotes: number }): Promise<HeardMessage[] | null> {
  const params = { uri: post.uri, depth: '100', parentHeight: '0' }
  const asked = await read(hearing, { nsid: 'app.bsky.feed.getPostThread', params })
  const isGone = asked.kind === 'answer' && asked.answer.name === 'NotFound'
  const thread = bodyOf(asked, threadAnswer)
  if (!thread && !isGone) return null
  const found = messagesIn(postsBelow(thread?.thread), hearing)
  let at: string | undefined
  for (let page = 0; page < mostPages && post.quotes > 0; page += 1) {
    const of = { uri: post.uri, limit: String(pageSize), ...(at ? { cursor: at } : {}) }
    const quotes = bodyOf(await read(hearing, { nsid: 'app.bsky.feed.getQuotes', params: of }), quotesAnswer)
    if (!quotes) return null
    found.push(...messagesIn(quotes.posts, hearing))
    at = quotes.cursor
    if (!at) break
  }
  return found
}
