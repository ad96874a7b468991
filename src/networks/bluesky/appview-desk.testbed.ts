import { z } from 'zod'
import type { Heard, HeardMessage, Line } from '../network.ts'
import { startAppView, type TestAppView } from '../testnet/appview.testbed.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import { type Account, bearer } from '../testnet/pds.testbed.ts'
import { openLine } from './bluesky.client.ts'

/** The network that a file of tests listens to. */
export let net: TestAppView
let seq = 0

export const begin = async (): Promise<void> => {
  net = await startAppView()
}

export const soon = (): AbortSignal => AbortSignal.timeout(60_000)

export type Post = { uri: string; cid: string }
export const posted = z.object({ uri: z.string(), cid: z.string() })

export const say = async (who: Account, text: string, more: object = {}): Promise<Post> => {
  const record = { $type: 'app.bsky.feed.post', text, createdAt: new Date().toISOString(), ...more }
  const json = { repo: who.did, collection: 'app.bsky.feed.post', record }
  return posted.parse(await net.call('com.atproto.repo.createRecord', { json, authorization: bearer(who) }))
}
export const below = (root: Post, parent: Post = root) => ({ reply: { root, parent } })
export const showing = (post: Post) => ({ embed: { $type: 'app.bsky.embed.record', record: post } })
export const naming = (who: Account, text: string) => ({
  facets: [
    {
      index: { byteStart: 0, byteEnd: Buffer.byteLength(text) },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: who.did }],
    },
  ],
})

export type Desk = { account: Account; line: Line; setNow(at: Date): void; filter: { hide: string | null } }

/** An account of ours with a line to it. `hide`: a post that every answer of the AppView leaves out, as if not yet indexed. */
export const openDesk = async (): Promise<Desk> => {
  seq += 1
  const account = await net.createAccount(`desk${seq}.test`)
  const appPassword = await net.createAppPassword(account)
  const keys = testKeys(account.handle, { service: net.url, handle: account.handle, appPassword })
  const filter: Desk['filter'] = { hide: null }
  let now: Date | null = null
  const filtered: typeof fetch = async (input, init) => {
    const response = await loopbackFetch(input, init)
    if (filter.hide === null || !response.ok) return response
    const without = JSON.stringify(leaveOut(await response.json(), filter.hide))
    return new Response(without, { status: 200, headers: { 'content-type': 'application/json' } })
  }
  const line = openLine(keys.custody(), { fetch: filtered, now: () => now ?? new Date(), allowLoopback: true })
  const setNow = (at: Date) => {
    now = at
  }
  return { account, line, setNow, filter }
}

const leaveOut = (value: unknown, uri: string): unknown => {
  if (Array.isArray(value)) return value.filter((one) => !isOf(one, uri)).map((one) => leaveOut(one, uri))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, leaveOut(part, uri)]))
}
const isOf = (value: unknown, uri: string): boolean => {
  const known = z
    .object({ uri: z.string().optional(), post: z.object({ uri: z.string() }).optional() })
    .safeParse(value)
  return known.data?.uri === uri || known.data?.post?.uri === uri
}

export const member = (): Promise<Account> => {
  seq += 1
  return net.createAccount(`member${seq}.test`)
}

export const heardBy = async (line: Line, cursor: string | null): Promise<Heard> => {
  const answer = await line.hear(cursor, soon())
  if (answer.kind !== 'heard') throw new Error(answer.words)
  return answer
}

/** As a desk does it: every page, each message kept once. */
export const listen = async (line: Line, from: string | null) => {
  const kept = new Map<string, HeardMessage>()
  let answer = await heardBy(line, from)
  for (const message of answer.messages) kept.set(message.externalId, message)
  for (let page = 0; answer.more && page < 50; page += 1) {
    answer = await heardBy(line, answer.cursor)
    for (const message of answer.messages) kept.set(message.externalId, message)
  }
  return { kept, cursor: answer.cursor, missing: answer.missing }
}
