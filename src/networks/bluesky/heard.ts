import { z } from 'zod'
import type { HeardMessage } from '../network.ts'
import { pageOf, placeOf } from './translate.ts'

/** Everything here was written by strangers: what is not as it should be becomes empty, and nothing throws. */
const longest = 10_000

/** What no table can hold and no screen can show is taken out. */
const clean = (text: string): string => text.slice(0, longest).toWellFormed().replaceAll('\u0000', '')

const text = z.string().catch('').transform(clean)
const reference = z.object({ uri: z.string().min(1).max(500), cid: z.string().min(1).max(200) })
const images = z.array(z.object({ alt: text })).catch([])
const embed = z
  .object({
    images: images.optional(),
    media: z.object({ images: images.optional() }).optional().catch(undefined),
    record: z
      .union([reference, z.object({ record: reference })])
      .optional()
      .catch(undefined),
  })
  .catch({})

const record = z
  .object({
    text,
    createdAt: text,
    langs: z.array(z.string().max(40)).max(20).catch([]),
    reply: z.object({ root: reference, parent: reference }).nullable().catch(null),
    embed,
  })
  .catch({ text: '', createdAt: '', langs: [], reply: null, embed: {} })

/** A post as the AppView shows it, also within a notification. */
const view = z.object({
  uri: z.string().min(1).max(500),
  cid: z.string().min(1).max(200),
  author: z.object({ did: z.string().startsWith('did:').max(300), handle: text, displayName: text }),
  record,
  indexedAt: text,
  reason: z.string().optional().catch(undefined),
})

const timeOf = (words: string): number => {
  const time = Date.parse(words)
  return Number.isFinite(time) && time > 0 ? time : Number.NaN
}

/** When it was said: as its author claims, but never later than the network took it in. */
const saidAt = (claimed: string, indexed: string, now: Date): string => {
  const known = [timeOf(claimed), timeOf(indexed), now.getTime()].filter((time) => !Number.isNaN(time))
  return new Date(Math.min(...known)).toISOString()
}

const isBy = (uri: string | undefined, did: string): boolean => uri !== undefined && placeOf(uri)?.did === did

/** What somebody said; null when it is not a post, or our own. */
export const messageIn = (given: unknown, us: string, now: Date): HeardMessage | null => {
  const post = view.safeParse(given).data
  if (!post || post.author.did === us) return null
  const place = placeOf(post.uri)
  if (place === null || place.collection !== 'app.bsky.feed.post') return null
  const { reply, embed: shown } = post.record
  const quoted = shown.record === undefined ? undefined : 'record' in shown.record ? shown.record.record : shown.record
  const isReply = isBy(reply?.parent.uri, us) || isBy(reply?.root.uri, us) || (post.reason ?? 'reply') === 'reply'
  const isQuote = isBy(quoted?.uri, us) || post.reason === 'quote'
  const kind = reply && isReply ? 'reply' : isQuote ? 'quote' : 'mention'
  const handle = post.author.handle || post.author.did
  return {
    externalId: post.uri,
    kind,
    author: { externalId: post.author.did, handle, name: post.author.displayName || handle },
    text: post.record.text,
    languages: post.record.langs.map(clean),
    saidAt: saidAt(post.record.createdAt, post.indexedAt, now),
    url: pageOf(post.author.did, place.key),
    parent: kind === 'quote' ? (quoted?.uri ?? null) : (reply?.parent.uri ?? null),
    root: reply?.root.uri ?? null,
    thread: reply?.root.uri ?? post.uri,
    proof: { uri: post.uri, cid: post.cid },
    rootProof: reply ? { uri: reply.root.uri, cid: reply.root.cid } : null,
    version: post.cid,
    pictures: [...(shown.images ?? []), ...(shown.media?.images ?? [])].slice(0, 20),
  }
}

const node = z.object({ post: z.unknown(), replies: z.array(z.unknown()).catch([]) })

/** Every post below the top of a thread, however deep; what is hidden from us or gone is passed over. */
export const postsBelow = (thread: unknown): unknown[] => {
  const found: unknown[] = []
  const open: unknown[] = node.safeParse(thread).data?.replies ?? []
  for (let at = 0; at < open.length; at += 1) {
    const next = node.safeParse(open[at]).data
    if (!next) continue
    if (next.post !== undefined) found.push(next.post)
    open.push(...next.replies)
  }
  return found
}

/** Same for the same messages in the same versions, in whatever order. */
export const digestOf = (messages: readonly HeardMessage[]): string => {
  let sum = messages.length
  for (const { externalId, version } of messages) {
    let hash = 0x811c9dc5
    for (const letter of `${externalId} ${version}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    sum = (sum + (hash >>> 0)) % 0xffffffff
  }
  return sum.toString(36)
}

/** Each once, oldest first. */
export const inOrder = (messages: readonly HeardMessage[]): HeardMessage[] =>
  [...new Map(messages.map((message) => [message.externalId, message])).values()].sort((a, b) =>
    a.saidAt < b.saidAt ? -1 : a.saidAt > b.saidAt ? 1 : a.externalId < b.externalId ? -1 : 1,
  )

const cursorShape = z.object({
  /** Time of the newest notification seen. */
  seen: z.iso.datetime(),
  /** Notifications still to be read, going back from `at` until `to`. */
  back: z.object({ at: z.string(), to: z.iso.datetime() }).nullable(),
  /** When a whole day was last read again. */
  deepAt: z.iso.datetime(),
  /** Our recent posts by record key: how many answers and quotes they had, and the digest of what stood below them. */
  posts: z.record(z.string(), z.object({ counts: z.string(), digest: z.string(), turn: z.number() })),
  turn: z.number(),
  /** Private conversations by id: how far each was read. `refusedAt`: when the key was last found not to cover them. */
  chat: z.object({ convos: z.record(z.string(), z.string()), refusedAt: z.iso.datetime().nullable() }),
})
export type Cursor = z.output<typeof cursorShape>

/** A cursor that cannot be read is a beginning: rather everything again than something lost. */
export const cursorFrom = (json: string | null, now: Date, windowMs: number): Cursor => {
  const start = new Date(now.getTime() - windowMs).toISOString()
  const fresh: Cursor = {
    seen: start,
    back: null,
    deepAt: now.toISOString(),
    posts: {},
    turn: 0,
    chat: { convos: {}, refusedAt: null },
  }
  if (json === null) return fresh
  try {
    return cursorShape.safeParse(JSON.parse(json)).data ?? fresh
  } catch {
    return fresh
  }
}
