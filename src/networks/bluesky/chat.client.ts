import { z } from 'zod'
import type { Ending, Look } from '../ending.ts'
import { bytesOf, lengthOf } from '../length.ts'
import { type Frozen, type HeardMessage, hearingWindowDays, type OutgoingPiece } from '../network.ts'
import { type Asked, ask, isNotCovered, type Request, type Tools } from './call.client.ts'
import type { Cursor } from './heard.ts'
import type { Session, Who } from './session.client.ts'
import { traits } from './traits.ts'
import { type Facet, facetOf, stableJson } from './translate.ts'

/** Private messages live at a service of their own; the account's server passes the call on. */
const chatService = { 'atproto-proxy': 'did:web:api.bsky.chat#bsky_chat' }

const word = z.string().catch('')
const clean = (text: string): string => text.slice(0, 10_000).toWellFormed().replaceAll('\u0000', '')
const member = z.object({ did: z.string(), handle: word, displayName: word })
const convo = z.object({
  id: z.string().min(1).max(200),
  rev: z.string(),
  members: z.array(member).catch([]),
  kind: z.object({ $type: word }).optional().catch(undefined),
})
const convoList = z.object({ cursor: z.string().optional(), convos: z.array(z.unknown()) })
const messageList = z.object({ cursor: z.string().optional(), messages: z.array(z.unknown()) })
const message = z.object({
  $type: z.string().optional(),
  id: z.string().min(1).max(200),
  rev: word,
  text: z.string(),
  sender: z.object({ did: z.string() }),
  sentAt: z.iso.datetime({ offset: true }),
  replyTo: z.object({ id: z.string() }).optional().catch(undefined),
})
const deleted = z.object({ $type: z.literal('chat.bsky.convo.defs#deletedMessageView'), id: z.string() })

type Convo = z.output<typeof convo>
type State = Cursor['chat']

const pageSize = 100
const mostPages = 10
const mostConvos = 20
/** A key that covers more may have been given meanwhile. */
const askAgainMs = 2 * 60_000

const notCovered =
  'Private messages are neither heard nor sent: the key of this account does not cover them. Sign in at Bluesky on the account’s page, or give an app password that allows direct messages.'
const notAnswering =
  'Private messages were not heard just now: Bluesky’s service for them did not answer. We ask again.'

export const chatIdOf = (convoId: string, id: string): string => `chat/${convoId}/${id}`
export const chatPlaceOf = (externalId: string): { convoId: string; id: string } | null => {
  const [, convoId, id] = /^chat\/([^/]+)\/([^/]+)$/u.exec(externalId) ?? []
  return convoId && id ? { convoId, id } : null
}

type HeardChat = { messages: HeardMessage[]; state: State; more: boolean; missing: string | null }

/** What was said in private since then. A key that does not cover it is asked for again only now and then. */
export async function hearChat(
  session: Session,
  us: Who,
  now: Date,
  state: State,
  signal: AbortSignal,
): Promise<HeardChat> {
  const none = { messages: [], state, more: false }
  if (state.refusedAt !== null && now.getTime() - Date.parse(state.refusedAt) < askAgainMs)
    return { ...none, missing: notCovered }
  const chat = new Chat(session, us, now, signal)
  const changed = await chat.changed(state.convos)
  if (!Array.isArray(changed))
    return isNotCovered(changed)
      ? { ...none, state: { ...state, refusedAt: now.toISOString() }, missing: notCovered }
      : { ...none, missing: notAnswering }
  const convos = { ...state.convos }
  const messages: HeardMessage[] = []
  let isWhole = true
  for (const one of changed.slice(0, mostConvos)) {
    const said = await chat.said(one, state.convos[one.id] ?? '')
    if (said === null) isWhole = false
    else {
      messages.push(...said)
      delete convos[one.id]
      convos[one.id] = one.rev
    }
  }
  // The newest stand last; a conversation that was forgotten is only read again.
  const kept = Object.fromEntries(Object.entries(convos).slice(-500))
  const next = { convos: kept, refusedAt: null }
  return { messages, state: next, more: changed.length > mostConvos, missing: isWhole ? null : notAnswering }
}

class Chat {
  readonly #session: Session
  readonly #us: Who
  readonly #now: Date
  readonly #signal: AbortSignal

  constructor(session: Session, us: Who, now: Date, signal: AbortSignal) {
    this.#session = session
    this.#us = us
    this.#now = now
    this.#signal = signal
  }

  #read(nsid: string, params: Record<string, string>): Promise<Asked> {
    return ask(this.#session.send, { nsid, params, headers: chatService }, this.#signal)
  }

  /** Conversations, accepted or only asked for, in which something happened. */
  async changed(known: State['convos']): Promise<Convo[] | Asked> {
    const found = new Map<string, Convo>()
    for (const status of [{}, { status: 'request' }]) {
      let at: string | undefined
      for (let page = 0; page < mostPages; page += 1) {
        const asked = await this.#read('chat.bsky.convo.listConvos', {
          limit: String(pageSize),
          ...status,
          ...(at ? { cursor: at } : {}),
        })
        const body =
          asked.kind === 'answer' && asked.answer.status === 200 && convoList.safeParse(asked.answer.body).data
        if (!body) return asked
        const convos = body.convos.flatMap((one) => convo.safeParse(one).data ?? [])
        const fresh = convos.filter((one) => known[one.id] !== one.rev)
        for (const one of fresh) if (!one.kind?.$type.endsWith('#groupConvo')) found.set(one.id, one)
        at = body.cursor
        if (!at || (convos.length > 0 && fresh.length === 0)) break
      }
    }
    return [...found.values()].reverse()
  }

  /** The newest page always, older ones as far as they are new; null when it could not be read. */
  async said({ id, members }: Convo, since: string): Promise<HeardMessage[] | null> {
    const start = this.#now.getTime() - hearingWindowDays * 86_400_000
    const said: HeardMessage[] = []
    let at: string | undefined
    for (let page = 0; page < mostPages; page += 1) {
      const params = { convoId: id, limit: String(pageSize), ...(at ? { cursor: at } : {}) }
      const asked = await this.#read('chat.bsky.convo.getMessages', params)
      const body =
        asked.kind === 'answer' && asked.answer.status === 200 && messageList.safeParse(asked.answer.body).data
      if (!body) return null
      const views = body.messages.flatMap((one) => message.safeParse(one).data ?? [])
      for (const one of views)
        if (one.sender.did !== this.#us.did && Date.parse(one.sentAt) >= start) said.push(heardOf(id, members, one))
      at = body.cursor
      if (!at || views.some((one) => one.rev <= since || Date.parse(one.sentAt) < start)) break
    }
    return said
  }
}

const heardOf = (convoId: string, members: Convo['members'], one: z.output<typeof message>): HeardMessage => {
  const author = members.find(({ did }) => did === one.sender.did)
  const handle = clean(author?.handle ?? '') || one.sender.did
  return {
    externalId: chatIdOf(convoId, one.id),
    kind: 'direct',
    author: { externalId: one.sender.did, handle, name: clean(author?.displayName ?? '') || handle },
    text: clean(one.text),
    languages: [],
    saidAt: new Date(one.sentAt).toISOString(),
    url: null,
    parent: one.replyTo ? chatIdOf(convoId, one.replyTo.id) : null,
    root: null,
    thread: convoId,
    proof: { convoId, messageId: one.id },
    rootProof: null,
    // Private messages cannot be edited.
    version: one.id,
    pictures: [],
  }
}

/** How private messages stand; what was not met within ten pages is left out. */
export async function recheckChat(session: Session, externalIds: readonly string[], signal: AbortSignal) {
  const states: Record<string, { state: 'live'; text: string; version: string } | { state: 'gone' }> = {}
  const wanted = new Set(externalIds)
  for (const convoId of new Set(externalIds.flatMap((id) => chatPlaceOf(id)?.convoId ?? []))) {
    let at: string | undefined
    for (let page = 0; page < mostPages; page += 1) {
      const params = { convoId, limit: String(pageSize), ...(at ? { cursor: at } : {}) }
      const request: Request = { nsid: 'chat.bsky.convo.getMessages', params, headers: chatService }
      const asked = await ask(session.send, request, signal)
      const body =
        asked.kind === 'answer' && asked.answer.status === 200 && messageList.safeParse(asked.answer.body).data
      if (!body) break
      for (const one of body.messages) {
        const gone = deleted.safeParse(one).data
        const live = gone ? undefined : message.safeParse(one).data
        const id = chatIdOf(convoId, gone?.id ?? live?.id ?? '')
        if (!wanted.has(id)) continue
        states[id] = live ? { state: 'live', text: clean(live.text), version: live.id } : { state: 'gone' }
      }
      at = body.cursor
      if (!at || externalIds.every((id) => chatPlaceOf(id)?.convoId !== convoId || id in states)) break
    }
  }
  return states
}

const frozenChat = z.object({
  convoId: z.string(),
  createdAt: z.iso.datetime(),
  message: z.object({ text: z.string() }).loose(),
})
export type ChatPiece = z.output<typeof frozenChat>

/** Why a private message can never be sent as it stands, in words; null when nothing speaks against it. */
export const objectionToChat = (piece: OutgoingPiece): string | null => {
  const limits = traits.directMessages
  if (piece.text.trim() === '') return 'The private message has no text.'
  if (piece.pictures.length > 0) return 'Private messages on Bluesky take no pictures. Take them out.'
  if (limits && (lengthOf(piece.text, limits.unit) > limits.max || bytesOf(piece.text) > limits.max * 10))
    return `The private message is longer than the ${limits.max} characters that Bluesky takes. Shorten it.`
  return null
}

export const frozenChatOf = (piece: OutgoingPiece, convoId: string, facets: readonly Facet[]): Frozen => ({
  json: stableJson({
    convoId,
    createdAt: piece.createdAt,
    message: { text: piece.text, ...(facets.length > 0 ? { facets: facets.map(facetOf) } : {}) },
  }),
})

/** Null when what was frozen is a public post. */
export const chatIn = (frozen: Frozen): ChatPiece | null => frozenChat.safeParse(JSON.parse(frozen.json)).data ?? null

/** Sent once; the service knows no key of ours, so that a doubt is settled by looking. `notDone` reads any other answer. */
export async function sendChat(
  session: Session,
  { convoId, message: words }: ChatPiece,
  notDone: (asked: Asked) => Ending,
  signal: AbortSignal,
): Promise<Ending> {
  const post = (nsid: string, body: object): Promise<Asked> =>
    ask(session.send, { nsid, json: JSON.stringify(body), headers: chatService }, signal)
  // Who asked to talk to us is answered: the conversation is accepted. It does no harm to one that is already.
  await post('chat.bsky.convo.acceptConvo', { convoId })
  const asked = await post('chat.bsky.convo.sendMessage', { convoId, message: words })
  if (isNotCovered(asked)) return { kind: 'refused', words: notCovered }
  if (asked.kind !== 'answer' || asked.answer.status !== 200) return notDone(asked)
  const sent = message.safeParse(asked.answer.body).data
  if (!sent) return { kind: 'unknown', words: notKnown }
  return { kind: 'done', externalId: chatIdOf(convoId, sent.id), url: null, proof: { convoId, messageId: sent.id } }
}

const notKnown = 'Bluesky did not say whether it took this private message. We are checking the conversation.'
const clockDoubtMs = 2 * 60_000

/** Our words since they were frozen. That they are not there is no proof: we cannot know how fresh the list is. */
export async function lookForChat(
  session: Session,
  us: Who,
  { convoId, createdAt, message: words }: ChatPiece,
  tools: Tools,
  signal: AbortSignal,
): Promise<Look> {
  const since = Math.min(Date.parse(createdAt), tools.now().getTime()) - clockDoubtMs
  let at: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const params = { convoId, limit: String(pageSize), ...(at ? { cursor: at } : {}) }
    const request: Request = { nsid: 'chat.bsky.convo.getMessages', params, headers: chatService }
    const asked = await ask(session.send, request, signal)
    const body = asked.kind === 'answer' && asked.answer.status === 200 && messageList.safeParse(asked.answer.body).data
    if (!body) return { kind: 'unknown', words: notKnown }
    const views = body.messages.flatMap((one) => message.safeParse(one).data ?? [])
    const ours = views.find((m) => m.sender.did === us.did && m.text === words.text && Date.parse(m.sentAt) >= since)
    if (ours) {
      const proof = { convoId, messageId: ours.id }
      return { kind: 'found', externalId: chatIdOf(convoId, ours.id), url: null, proof }
    }
    at = body.cursor
    if (!at || views.some((m) => Date.parse(m.sentAt) < since)) return { kind: 'absent', isProof: false }
  }
  return { kind: 'unknown', words: notKnown }
}
