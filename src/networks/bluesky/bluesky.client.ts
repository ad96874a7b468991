import { z } from 'zod'
import type { Ending, Look, Proof } from '../ending.ts'
import type { Custody, Frozen, Line, OutgoingPiece, Picture } from '../network.ts'
import { endingOf, laterShortly, type NotDone, unsure } from './answers.ts'
import { type Asked, ask, type Request, type Tools } from './call.client.ts'
import { chatIn, chatPlaceOf, frozenChatOf, lookForChat, objectionToChat, sendChat } from './chat.client.ts'
import { facetsIn } from './facets.client.ts'
import { count, followers } from './followers.client.ts'
import { hear } from './hear.client.ts'
import { moderate } from './moderate.client.ts'
import { type BlueskyOAuth, openOAuthSession } from './oauth.client.ts'
import { recheck } from './recheck.client.ts'
import { openPasswordSession, type Session, type Who } from './session.client.ts'
import {
  type Blob,
  collection,
  type Facet,
  isSameRecord,
  objectionTo,
  pageOf,
  placeOf,
  recordOf,
  stableJson,
} from './translate.ts'

const written = z.object({
  uri: z.string(),
  cid: z.string().min(1),
  commit: z.object({ rev: z.string() }).optional(),
  validationStatus: z.string().optional(),
})
const held = z.object({ uri: z.string(), cid: z.string().min(1), value: z.unknown() })
const uploaded = z.object({
  blob: z.object({
    $type: z.literal('blob'),
    ref: z.object({ $link: z.string() }),
    mimeType: z.string(),
    size: z.number(),
  }),
})
const resolved = z.object({ did: z.string().startsWith('did:') })
const signedIn = z.object({ did: z.string(), handle: z.string(), active: z.boolean().optional() })

const quiet = 'Bluesky is not answering at the moment. Nothing was published; we try again shortly.'
const gaveUp = 'There was no time left to send this. Nothing was published; we try again shortly.'

/**
 * One account's line to its Bluesky server, by app password or, when `secret.signIn` is `oauth`, by the sign-in that `oauth` keeps.
 * A write goes out once under its record key; only a refused token makes it go out again, and the key makes that harmless.
 */
export const openLine = (custody: Custody, tools: Tools, oauth: BlueskyOAuth | null = null): Line => {
  const session =
    custody.secret.signIn === 'oauth' ? openOAuthSession(custody, oauth, tools) : openPasswordSession(custody, tools)
  const line = new Calls(session, tools)
  return {
    whoAmI: (signal) => line.whoAmI(signal),
    freeze: (piece, signal) => line.freeze(piece, signal),
    send: (frozen, key, signal) => line.send(frozen, key, signal),
    look: (frozen, key, signal) => line.look(frozen, key, signal),
    remove: (externalId, signal) => line.remove(externalId, signal),
    hear: (cursor, signal) => hear(session, tools, cursor, signal),
    recheck: (externalIds, signal) => recheck(session, tools, externalIds, signal),
    moderate: (act, subject, undo, reason, signal) => line.moderate(act, subject, undo, reason, signal),
    count: (signal) => count(session, tools, signal),
    followers: (cursor, signal) => followers(session, tools, cursor, signal),
  }
}

class Calls {
  readonly #session: Session
  readonly #tools: Tools

  constructor(session: Session, tools: Tools) {
    this.#session = session
    this.#tools = tools
  }

  async whoAmI(signal: AbortSignal): ReturnType<Line['whoAmI']> {
    const ready = await this.#session.ready(signal)
    if (ready.kind === 'later') return { kind: ready.keyEnded ? 'keyEnded' : 'unknown', words: ready.words }
    const asked = await ask(this.#session.send, { nsid: 'com.atproto.server.getSession' }, signal)
    const found =
      asked.kind === 'answer' && asked.answer.status === 200 ? signedIn.safeParse(asked.answer.body).data : undefined
    if (found?.active === false)
      return { kind: 'keyEnded', words: 'This account is suspended or switched off at Bluesky.' }
    if (found)
      return {
        kind: 'is',
        identity: {
          externalId: found.did,
          handle: found.handle,
          ...(await this.#profileOf(ready.who, found.handle, signal)),
        },
      }
    const ending = this.#notDone(asked)
    if (ending.kind === 'later' && ending.keyEnded) return { kind: 'keyEnded', words: ending.words }
    return ending.kind === 'refused'
      ? { kind: 'keyEnded', words: 'Bluesky no longer knows this account. Ask the person who answers for it.' }
      : { kind: 'unknown', words: quiet }
  }

  async freeze(piece: OutgoingPiece, signal: AbortSignal): ReturnType<Line['freeze']> {
    const direct = piece.direct ?? null
    const objection = direct === null ? objectionTo(piece) : objectionToChat(piece)
    if (objection) return { kind: 'refused', words: objection }
    const facets = await this.#resolve(facetsIn(piece.text), signal)
    if (!Array.isArray(facets)) return facets
    if (direct !== null) return { kind: 'frozen', frozen: frozenChatOf(piece, direct, facets) }
    const blobs: Blob[] = []
    for (const picture of piece.pictures) {
      const blob = await this.#upload(picture, signal)
      if ('kind' in blob) return blob
      blobs.push(blob)
    }
    return { kind: 'frozen', frozen: { json: stableJson(recordOf(piece, facets, blobs)) } }
  }

  async send(frozen: Frozen, key: string, signal: AbortSignal): Promise<Ending> {
    if (signal.aborted) return laterShortly(gaveUp)
    const ready = await this.#session.ready(signal)
    if (ready.kind === 'later') return ready
    const { who } = ready
    const chat = chatIn(frozen)
    if (chat) return sendChat(this.#session, chat, (asked) => this.#notDone(asked), signal)
    // The record is put in as the text that was frozen, so that no library between here and the wire can change it.
    const place = { repo: who.did, collection, rkey: key, swapRecord: null }
    const json = `${JSON.stringify(place).slice(0, -1)},"record":${frozen.json}}`
    const asked = await ask(this.#session.send, { nsid: 'com.atproto.repo.putRecord', json }, signal)
    if (asked.kind === 'answer' && asked.answer.status === 200) return doneBy(asked.answer.body, who, key)
    if (asked.kind === 'answer' && asked.answer.name === 'InvalidSwap') return this.#settle(who, frozen, key, signal)
    return this.#notDone(asked)
  }

  async look(frozen: Frozen, key: string, signal: AbortSignal): Promise<Look> {
    const who = await this.#whose(signal)
    const chat = chatIn(frozen)
    if (who && chat) return lookForChat(this.#session, who, chat, this.#tools, signal)
    return who ? this.#lookAt(who, frozen, key, signal) : { kind: 'unknown', words: quiet }
  }

  async remove(externalId: string, signal: AbortSignal): Promise<Ending> {
    if (chatPlaceOf(externalId))
      return { kind: 'refused', words: 'Bluesky cannot take back a private message once it has been sent.' }
    const place = placeOf(externalId)
    const ready = await this.#session.ready(signal)
    if (ready.kind === 'later') return ready
    if (place === null || place.did !== ready.who.did || place.collection !== collection)
      return { kind: 'refused', words: 'This is not a post of this account, so it cannot be removed from here.' }
    const json = JSON.stringify({ repo: place.did, collection: place.collection, rkey: place.key })
    const asked = await ask(this.#session.send, { nsid: 'com.atproto.repo.deleteRecord', json }, signal)
    if (asked.kind !== 'answer' || asked.answer.status !== 200) return this.#notDone(asked)
    return { kind: 'done', externalId, url: null, proof: { uri: externalId, removed: true } }
  }

  async moderate(...[act, subject, undo, reason, signal]: Parameters<Line['moderate']>): Promise<Ending> {
    const ready = await this.#session.ready(signal)
    if (ready.kind === 'later') return ready
    const notDone = (asked: Asked) => this.#notDone(asked)
    const how = { session: this.#session, us: ready.who, tools: this.#tools, notDone, signal }
    return moderate(how, act, subject, undo, reason)
  }

  /** Something else, or the very same, already stands at our key. */
  async #settle(who: Who, frozen: Frozen, key: string, signal: AbortSignal): Promise<Ending> {
    const look = await this.#lookAt(who, frozen, key, signal)
    if (look.kind === 'found') return { ...look, kind: 'done' }
    return { kind: 'unknown', words: look.kind === 'different' ? look.words : unsure }
  }

  async #lookAt(who: Who, frozen: Frozen, key: string, signal: AbortSignal): Promise<Look> {
    const asked = await this.#read(
      who,
      { nsid: 'com.atproto.repo.getRecord', params: { repo: who.did, collection, rkey: key } },
      signal,
    )
    if (asked.kind !== 'answer') return { kind: 'unknown', words: quiet }
    const { status, name, message, body } = asked.answer
    const isGone =
      name === 'RecordNotFound' || (name === 'InvalidRequest' && /^could not locate record/iu.test(message ?? ''))
    if (status === 400 && isGone) return { kind: 'absent', isProof: await this.#isHome(who, signal) }
    const record = status === 200 ? held.safeParse(body).data : undefined
    if (!record) return { kind: 'unknown', words: quiet }
    if (!isSameRecord(frozen.json, record.value))
      return {
        kind: 'different',
        words:
          'Something else stands on Bluesky in the place of this post. Please look at it there before anything else is sent.',
      }
    return {
      kind: 'found',
      externalId: record.uri,
      url: pageOf(who.did, key),
      proof: { uri: record.uri, cid: record.cid },
    }
  }

  /** Only the server that keeps the account's records can prove that one is not there; any other merely has not heard of it. */
  async #isHome(who: Who, signal: AbortSignal): Promise<boolean> {
    const asked = await this.#read(who, { nsid: 'com.atproto.repo.describeRepo', params: { repo: who.did } }, signal)
    return (
      asked.kind === 'answer' &&
      asked.answer.status === 200 &&
      resolved.safeParse(asked.answer.body).data?.did === who.did
    )
  }

  /** Records are public: a look needs no keys and works after they have ended. */
  #read(who: Who, request: Request, signal: AbortSignal): Promise<Asked> {
    return ask((path, init) => this.#tools.fetch(new URL(path, who.home), init), request, signal)
  }

  async #whose(signal: AbortSignal): Promise<Who | null> {
    const known = this.#session.known()
    if (known) return known
    const ready = await this.#session.ready(signal)
    return ready.kind === 'ready' ? ready.who : null
  }

  /** A handle that nobody has stays plain text, as approved; a server that does not answer puts the post off. */
  async #resolve(facets: readonly Facet[], signal: AbortSignal): Promise<Facet[] | NotDone> {
    const known: Facet[] = []
    for (const facet of facets) {
      if (facet.kind !== 'mention') {
        known.push(facet)
        continue
      }
      const ready = await this.#session.ready(signal)
      if (ready.kind === 'later') return ready
      const asked = await this.#read(
        ready.who,
        { nsid: 'com.atproto.identity.resolveHandle', params: { handle: facet.target } },
        signal,
      )
      if (asked.kind !== 'answer' || (asked.answer.status !== 200 && asked.answer.status !== 400))
        return this.#nothingYet(asked)
      const did = resolved.safeParse(asked.answer.body).data?.did
      if (did) known.push({ ...facet, target: did })
    }
    return known
  }

  async #upload(picture: Picture, signal: AbortSignal): Promise<Blob | NotDone> {
    const ready = await this.#session.ready(signal)
    if (ready.kind === 'later') return ready
    const bytes = { data: picture.bytes, mediaType: picture.mediaType }
    const asked = await ask(this.#session.send, { nsid: 'com.atproto.repo.uploadBlob', bytes }, signal)
    const blob =
      asked.kind === 'answer' && asked.answer.status === 200
        ? uploaded.safeParse(asked.answer.body).data?.blob
        : undefined
    return blob ?? this.#nothingYet(asked)
  }

  /** Before the write itself nothing can have been published, so a doubt is only a delay. */
  #nothingYet(asked: Asked): NotDone {
    const ending = this.#notDone(asked)
    return ending.kind === 'unknown' ? laterShortly(quiet) : ending
  }

  #notDone(asked: Asked): NotDone {
    if (asked.kind === 'stopped') return asked.later
    return asked.kind === 'silence'
      ? { kind: 'unknown', words: unsure }
      : endingOf(asked.answer, this.#tools.now(), this.#session.secrets())
  }

  async #profileOf(who: Who, handle: string, signal: AbortSignal): Promise<{ name: string; profile: string | null }> {
    const params = { repo: who.did, collection: 'app.bsky.actor.profile', rkey: 'self' }
    const asked = await this.#read(who, { nsid: 'com.atproto.repo.getRecord', params }, signal)
    const record = z.object({
      value: z.object({ displayName: z.string().catch(''), description: z.string().catch('') }),
    })
    const found =
      asked.kind === 'answer' && asked.answer.status === 200 ? record.safeParse(asked.answer.body).data : undefined
    return { name: found?.value.displayName || handle, profile: found?.value.description ?? null }
  }
}

/** Success counts only with the address that we asked for and the record's own hash. */
const doneBy = (body: unknown, who: Who, key: string): Ending => {
  const answer = written.safeParse(body).data
  const uri = `at://${who.did}/${collection}/${key}`
  if (answer?.uri !== uri) return { kind: 'unknown', words: unsure }
  const proof: Proof = {
    uri,
    cid: answer.cid,
    rev: answer.commit?.rev ?? null,
    checked: answer.validationStatus ?? null,
  }
  return { kind: 'done', externalId: uri, url: pageOf(who.did, key), proof }
}
