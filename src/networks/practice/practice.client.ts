import { canonical, type Json } from '../../foundation/canonical.ts'
import type { Db } from '../../foundation/database.ts'
import { newId } from '../../foundation/identity.ts'
import type { Look, Proof } from '../ending.ts'
import { lengthOf } from '../length.ts'
import type { Custody, Frozen, Line, OutgoingPiece } from '../network.ts'
import { type Answer, endingOf } from './answers.ts'
import { followed } from './crowd.client.ts'
import { listening } from './listening.client.ts'
import * as store from './practice.store.ts'
import { traits } from './traits.ts'
import { body } from './translate.ts'
import { usualSeconds, waited } from './wait.client.ts'

export type Tools = { db: Db; now(): Date }

/**
 * One account's line to the practice network. It holds no keys and, like most networks, takes no notice of ours: a second
 * send leaves a second post. Each call is a transaction of its own, apart from whatever the caller keeps.
 */
export const openLine = ({ account }: Custody, tools: Tools): Line => {
  const network = new Practice(account, tools)
  return {
    whoAmI: async () => ({
      kind: 'is',
      identity: { externalId: `practice:${account.id}`, handle: account.handle, name: account.handle, profile: null },
    }),
    freeze: async (piece) => frozenOf(piece),
    send: async (frozen, key, signal) => endingOf(await network.write(frozen, key, signal)),
    look: (_, key, signal) => network.look(key, signal),
    remove: async (externalId, signal) => endingOf(await network.remove(externalId, signal)),
    ...listening(account, tools),
    ...followed(account, tools.db),
  }
}

const frozenOf = (piece: OutgoingPiece): Awaited<ReturnType<Line['freeze']>> => {
  const direct = piece.direct ?? null
  const { max, unit } = (direct === null ? null : traits.directMessages) ?? traits.length
  const over = lengthOf(piece.text, unit) - (max ?? 0)
  if (over > 0)
    return { kind: 'refused', words: `The text is ${over} too long for the practice network. Nothing was published.` }
  if (piece.pictures.length > (traits.pictures?.most ?? 0))
    return { kind: 'refused', words: 'The post has more pictures than the practice network takes (4).' }
  if (direct !== null && piece.pictures.length > 0)
    return { kind: 'refused', words: 'Private messages on the practice network take no pictures.' }
  const pictures = piece.pictures.map(({ alt, mediaType, width, height, bytes }) => ({
    alt,
    mediaType,
    width,
    height,
    bytes: bytes.length,
  }))
  const reply: Json = piece.reply ? { root: piece.reply.root, parent: piece.reply.parent } : null
  const { text, languages, createdAt } = piece
  return { kind: 'frozen', frozen: { json: canonical({ text, languages, createdAt, pictures, reply, direct }) } }
}

/** Thrown inside a transaction so that nothing of it is kept. */
class GaveUp extends Error {}

class Practice {
  readonly #account: Custody['account']
  readonly #tools: Tools

  constructor(account: Custody['account'], tools: Tools) {
    this.#account = account
    this.#tools = tools
  }

  async write(frozen: Frozen, key: string, signal: AbortSignal): Promise<Answer> {
    const { forceId, id } = this.#account
    try {
      if (signal.aborted) return { status: 'silence' }
      const fault = await store.takeFault(this.#tools.db, forceId, id, key)
      const before = fault && this.#insteadOf(fault)
      if (before) return before
      const answer = await this.#publish(frozen, key, signal)
      return fault ? await this.#after(fault, answer, signal) : answer
    } catch (error) {
      if (error instanceof GaveUp) return { status: 'silence' }
      throw error
    }
  }

  /** The answer of a fault that stops the post on its way; null for one that comes afterwards. */
  #insteadOf(fault: store.FaultRow): Answer | null {
    const seconds = fault.seconds || usualSeconds
    if (fault.act === 'dropBefore') return { status: 'silence' }
    if (fault.act === 'keysEnded') return { status: 401 }
    if (fault.act === 'refuse')
      return { status: 422, words: 'The practice network refused this post, because a trainer asked it to.' }
    return fault.act === 'tooMany'
      ? { status: 429, until: new Date(this.#tools.now().getTime() + seconds * 1000) }
      : null
  }

  async #after(fault: store.FaultRow, answer: Answer, signal: AbortSignal): Promise<Answer> {
    if (fault.act === 'dropAfter') return { status: 'silence' }
    if (fault.act === 'errorAfter') return { status: 500 }
    return (await waited((fault.seconds || usualSeconds) * 1000, signal)) ? answer : { status: 'silence' }
  }

  /** One transaction; nothing of it stays when the caller gives up before its end. */
  async #publish(frozen: Frozen, key: string, signal: AbortSignal): Promise<Answer> {
    const { text, languages, createdAt, reply, direct } = body.parse(JSON.parse(frozen.json))
    const at = this.#tools.now()
    const id = newId(at)
    const row = {
      force_id: this.#account.forceId,
      id,
      account_id: this.#account.id,
      key,
      name: this.#account.handle,
      text,
      languages,
      kind: direct !== null ? ('direct' as const) : reply ? ('reply' as const) : ('post' as const),
      conversation: direct,
      body: frozen.json,
      reply_to: reply?.parent.id ?? null,
      root_id: reply?.root.id ?? null,
      created_at: new Date(createdAt),
      arrived_at: at,
    }
    const isThere = await this.#tools.db.transaction().execute(async (tx) => {
      if (signal.aborted) throw new GaveUp()
      if (direct !== null && !(await store.isConversationOf(tx, row.force_id, row.account_id, direct))) return false
      await store.insertRecord(tx, row)
      if (signal.aborted) throw new GaveUp()
      return true
    })
    if (!isThere) return { status: 422, words: 'There is no such private conversation. Nothing was sent.' }
    return { status: 200, id, url: pageOf(id), proof: proofOf(row) }
  }

  /** The list is complete and fresh, so that absent is proof. */
  async look(key: string, signal: AbortSignal): Promise<Look> {
    if (signal.aborted) return { kind: 'unknown', words: 'There was no time left to look.' }
    const row = await store.recordByKey(this.#tools.db, this.#account.forceId, this.#account.id, key)
    if (!row) return { kind: 'absent', isProof: true }
    return { kind: 'found', externalId: row.id, url: pageOf(row.id), proof: proofOf(row) }
  }

  async remove(externalId: string, signal: AbortSignal): Promise<Answer> {
    const { forceId, id } = this.#account
    try {
      const done = await this.#tools.db.transaction().execute(async (tx) => {
        if (signal.aborted) throw new GaveUp()
        const removed = await store.removeRecord(tx, forceId, id, externalId, this.#tools.now())
        if (signal.aborted) throw new GaveUp()
        return removed
      })
      return done === 'removed'
        ? { status: 200, id: externalId, url: pageOf(externalId), proof: { id: externalId, removed: true } }
        : { status: 422, words: 'This is not a post of this account, so it cannot be removed from here.' }
    } catch (error) {
      if (error instanceof GaveUp) return { status: 'silence' }
      throw error
    }
  }
}

const pageOf = (id: string): string => `/practice/${id}`
const proofOf = (row: { id: string; arrived_at: Date }): Proof => ({
  id: row.id,
  arrivedAt: row.arrived_at.toISOString(),
  practice: true,
})
