import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Heard, HeardMessage, Line } from '../network.ts'
import { startAppView, type TestAppView } from '../testnet/appview.testbed.ts'
import { testKeys } from '../testnet/custody.testbed.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import { type Account, bearer } from '../testnet/pds.testbed.ts'
import { openLine } from './bluesky.client.ts'

let net: TestAppView
let seq = 0

beforeAll(async () => {
  net = await startAppView()
}, 180_000)
afterAll(() => net[Symbol.asyncDispose]())

const soon = (): AbortSignal => AbortSignal.timeout(60_000)

type Post = { uri: string; cid: string }
const posted = z.object({ uri: z.string(), cid: z.string() })

const say = async (who: Account, text: string, more: object = {}): Promise<Post> => {
  const record = { $type: 'app.bsky.feed.post', text, createdAt: new Date().toISOString(), ...more }
  const json = { repo: who.did, collection: 'app.bsky.feed.post', record }
  return posted.parse(await net.call('com.atproto.repo.createRecord', { json, authorization: bearer(who) }))
}
const below = (root: Post, parent: Post = root) => ({ reply: { root, parent } })
const showing = (post: Post) => ({ embed: { $type: 'app.bsky.embed.record', record: post } })
const naming = (who: Account, text: string) => ({
  facets: [
    {
      index: { byteStart: 0, byteEnd: Buffer.byteLength(text) },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: who.did }],
    },
  ],
})

type Desk = { account: Account; line: Line; setNow(at: Date): void; filter: { hide: string | null } }

/** An account of ours with a line to it. `hide`: a post that every answer of the AppView leaves out, as if not yet indexed. */
const openDesk = async (): Promise<Desk> => {
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

const member = (): Promise<Account> => {
  seq += 1
  return net.createAccount(`member${seq}.test`)
}

const heardBy = async (line: Line, cursor: string | null): Promise<Heard> => {
  const answer = await line.hear(cursor, soon())
  if (answer.kind !== 'heard') throw new Error(answer.words)
  return answer
}

/** As a desk does it: every page, each message kept once. */
const listen = async (line: Line, from: string | null) => {
  const kept = new Map<string, HeardMessage>()
  let answer = await heardBy(line, from)
  for (const message of answer.messages) kept.set(message.externalId, message)
  for (let page = 0; answer.more && page < 50; page += 1) {
    answer = await heardBy(line, answer.cursor)
    for (const message of answer.messages) kept.set(message.externalId, message)
  }
  return { kept, cursor: answer.cursor, missing: answer.missing }
}

it('hears a reply, a mention, a quote and what stands deeper, each once', async () => {
  const { account, line } = await openDesk()
  const [sam, jo] = [await member(), await member()]
  const ours = await say(account, 'The A38 is closed at Mill Lane.')
  await net.settle()
  const reply = await say(sam, 'Since when? 🚧', { ...below(ours), langs: ['en'] })
  const quote = await say(jo, 'Look at this', showing(ours))
  const mention = await say(jo, '@desk please help', naming(account, '@desk'))
  await net.settle()
  const deep = await say(jo, 'Since six, I think.', below(ours, reply))
  await net.settle()
  const { kept, missing } = await listen(line, null)
  const seen = [...kept.values()].map((m) => [m.externalId, m.kind, m.parent, m.root, m.thread])
  expect(seen).toEqual(
    expect.arrayContaining([
      [reply.uri, 'reply', ours.uri, ours.uri, ours.uri],
      [quote.uri, 'quote', ours.uri, null, quote.uri],
      [mention.uri, 'mention', null, null, mention.uri],
      [deep.uri, 'reply', reply.uri, ours.uri, ours.uri],
    ]),
  )
  expect(seen.length).toBe(4)
  expect(kept.get(reply.uri)).toMatchObject({
    text: 'Since when? 🚧',
    languages: ['en'],
    author: { externalId: sam.did, handle: sam.handle },
    proof: { uri: reply.uri, cid: reply.cid },
    rootProof: { uri: ours.uri, cid: ours.cid },
    version: reply.cid,
    url: `https://bsky.app/profile/${sam.handle}/post/${reply.uri.split('/').at(-1)}`,
  })
  expect(missing).toContain('Private messages')
})

it('hears every answer even when it was indexed before what it answers', async () => {
  const { account, line } = await openDesk()
  const sam = await member()
  const expected = new Set<string>()
  for (let n = 0; n < 10; n += 1) {
    const ours = await say(account, `Post ${n}`)
    expected.add((await say(sam, `At once ${n}`, below(ours))).uri)
  }
  await net.settle()
  expect(new Set((await listen(line, null)).kept.keys())).toEqual(expected)
})

it('loses nothing when the keys are broken for a day and 120 messages arrive', async () => {
  const { account, line } = await openDesk()
  const [sam, jo] = [await member(), await member()]
  const ours = await say(account, 'A day begins.')
  await net.settle()
  await say(sam, 'Before', below(ours))
  await net.settle()
  const before = await listen(line, null)
  expect(before.kept.size).toBe(1)
  const expected: string[] = []
  for (let n = 0; n < 120; n += 1) {
    const kind = n % 3 === 0 ? below(ours) : n % 3 === 1 ? showing(ours) : naming(account, '@desk')
    expected.push((await say(n % 2 ? sam : jo, `@desk number ${n}`, kind)).uri)
  }
  await net.settle()
  const after = await listen(line, before.cursor)
  expect(expected.filter((uri) => !after.kept.has(uri))).toEqual([])
  const again = await listen(line, before.cursor)
  expect([...again.kept.keys()].sort()).toEqual([...after.kept.keys()].sort())
  const times = (await heardBy(line, before.cursor)).messages.map((m) => m.saidAt)
  expect(times).toEqual([...times].sort())
})

it('finds what the network shows late, although newer was heard before it', async () => {
  const { account, line, filter, setNow } = await openDesk()
  const sam = await member()
  const ours = await say(account, 'Witnesses, please.')
  await net.settle()
  const late = await say(sam, '@desk I saw it', naming(account, '@desk'))
  const lateReply = await say(sam, 'I saw it too', below(ours))
  const newer = await say(sam, 'Me too', below(ours))
  await net.settle()
  filter.hide = late.uri
  const first = await listen(line, null)
  expect(first.kept.has(newer.uri) && !first.kept.has(late.uri)).toBe(true)
  filter.hide = null
  expect((await listen(line, first.cursor)).kept.has(late.uri)).toBe(true)
  filter.hide = lateReply.uri
  const second = await listen(line, null)
  expect(second.kept.has(lateReply.uri)).toBe(false)
  // Even a day later, below our own post, where the newest notifications no longer reach.
  filter.hide = null
  setNow(new Date(Date.now() + 26 * 3_600_000))
  expect((await listen(line, second.cursor)).kept.has(lateReply.uri)).toBe(true)
})

it('knows what was deleted and what was edited', async () => {
  const { account, line } = await openDesk()
  const sam = await member()
  const ours = await say(account, 'How was it?')
  await net.settle()
  const [stays, goes, changes] = [
    await say(sam, 'Stays', below(ours)),
    await say(sam, 'Goes', below(ours)),
    await say(sam, 'Changes', below(ours)),
  ]
  await net.settle()
  const ids = [stays, goes, changes].map(({ uri }) => uri)
  const recheck = async () => {
    const answer = await line.recheck([...ids, 'nonsense', 'chat/none/none'], soon())
    return answer.kind === 'seen' ? answer.messages : answer.words
  }
  const live = ({ cid }: Post, text: string) => ({ state: 'live', text, version: cid })
  expect(await recheck()).toEqual({
    [stays.uri]: live(stays, 'Stays'),
    [goes.uri]: live(goes, 'Goes'),
    [changes.uri]: live(changes, 'Changes'),
  })
  const at = ({ uri }: Post) => ({ repo: sam.did, collection: 'app.bsky.feed.post', rkey: uri.split('/').at(-1) })
  await net.call('com.atproto.repo.deleteRecord', { json: at(goes), authorization: bearer(sam) })
  const record = { $type: 'app.bsky.feed.post', text: 'Changed', createdAt: new Date().toISOString(), ...below(ours) }
  const edited = posted.parse(
    await net.call('com.atproto.repo.putRecord', { json: { ...at(changes), record }, authorization: bearer(sam) }),
  )
  await net.settle()
  expect(await recheck()).toEqual({
    [stays.uri]: live(stays, 'Stays'),
    [goes.uri]: { state: 'gone' },
    [changes.uri]: live(edited, 'Changed'),
  })
  // Somebody who blocks us has not deleted anything.
  const block = { $type: 'app.bsky.graph.block', subject: account.did, createdAt: new Date().toISOString() }
  const json = { repo: sam.did, collection: 'app.bsky.graph.block', record: block }
  await net.call('com.atproto.repo.createRecord', { json, authorization: bearer(sam) })
  await net.settle()
  expect(await recheck()).toMatchObject({ [stays.uri]: { state: 'live' }, [goes.uri]: { state: 'gone' } })
})

it('answers below what was said', async () => {
  const { account, line } = await openDesk()
  const sam = await member()
  const mention = await say(sam, '@desk is the road open?', naming(account, '@desk'))
  await net.settle()
  const heard = (await listen(line, null)).kept.get(mention.uri)
  if (!heard) throw new Error('the mention was not heard')
  const made = await line.freeze(
    {
      text: 'It is open again.',
      languages: ['en'],
      pictures: [],
      createdAt: new Date().toISOString(),
      reply: { root: heard.rootProof ?? heard.proof, parent: heard.proof },
    },
    soon(),
  )
  if (made.kind !== 'frozen') throw new Error(made.words)
  const sent = await line.send(made.frozen, '3mabcdefghi2a', soon())
  expect(sent.kind).toBe('done')
  await net.settle()
  const thread = JSON.stringify(
    await net.call('app.bsky.feed.getPostThread', { params: { uri: mention.uri }, authorization: bearer(sam) }),
  )
  expect(thread).toContain('It is open again.')
  const next = await say(
    sam,
    'Thank you!',
    below(mention, {
      uri: sent.kind === 'done' ? sent.externalId : '',
      cid: sent.kind === 'done' ? String(sent.proof.cid) : '',
    }),
  )
  await net.settle()
  const { kept } = await listen(line, null)
  expect([...kept.keys()].sort()).toEqual([mention.uri, next.uri].sort())
  expect(kept.get(next.uri)).toMatchObject({ kind: 'reply', thread: mention.uri })
})

it('says when the keys have ended', async () => {
  const { account, line } = await openDesk()
  await listen(line, null)
  await net.call('com.atproto.server.revokeAppPassword', {
    json: { name: 'front-counter' },
    authorization: bearer(account),
  })
  const keys = testKeys(account.handle, {
    service: net.url,
    handle: account.handle,
    appPassword: 'gone-gone-gone-gone',
  })
  const stale = openLine(keys.custody(), { fetch: loopbackFetch, now: () => new Date(), allowLoopback: true })
  expect(await stale.hear(null, soon())).toMatchObject({ kind: 'later', keyEnded: true })
  expect(await stale.recheck([], soon())).toMatchObject({ kind: 'later', keyEnded: true })
})

it('hide, mute, block and report reach the network; twice is once; three can be taken back', async () => {
  const { account, line } = await openDesk()
  const sam = await member()
  const ours = await say(account, 'Ours')
  await net.settle()
  const [rude, worse] = [await say(sam, 'Rude', below(ours)), await say(sam, 'Worse', below(ours))]
  await net.settle()
  const about = (post: Post) => ({ externalId: post.uri, authorExternalId: sam.did, root: ours.uri })
  const twice = async (act: 'hide' | 'mute' | 'block', undo: boolean, post = rude) => {
    for (let n = 0; n < 2; n += 1)
      expect(await line.moderate(act, about(post), undo, '', soon())).toMatchObject({ kind: 'done' })
  }
  const records = async (collection: string) => {
    const params = { repo: account.did, collection }
    const list = z.object({ records: z.array(z.object({ value: z.record(z.string(), z.unknown()) })) })
    return list.parse(await net.call('com.atproto.repo.listRecords', { params })).records.map(({ value }) => value)
  }
  await twice('hide', false)
  await Promise.all([twice('hide', false, worse), twice('hide', false, rude)])
  expect(await records('app.bsky.feed.threadgate')).toMatchObject([
    { post: ours.uri, hiddenReplies: [rude.uri, worse.uri] },
  ])
  await twice('hide', true, rude)
  expect(await records('app.bsky.feed.threadgate')).toMatchObject([{ hiddenReplies: [worse.uri] }])
  expect(await line.moderate('hide', { ...about(rude), root: rude.uri }, false, '', soon())).toMatchObject({
    kind: 'refused',
  })
  await twice('block', false)
  expect(await records('app.bsky.graph.block')).toMatchObject([{ subject: sam.did }])
  await twice('block', true)
  expect(await records('app.bsky.graph.block')).toEqual([])
  await twice('mute', false)
  await net.settle()
  const third = await say(sam, '@desk again', naming(account, '@desk'))
  await net.settle()
  expect((await listen(line, null)).kept.has(third.uri)).toBe(false)
  await twice('mute', true)
  await net.settle()
  expect((await listen(line, null)).kept.has(third.uri)).toBe(true)
  expect(await line.moderate('report', about(rude), false, 'Abuse of an officer', soon())).toMatchObject({
    kind: 'done',
  })
  expect(await line.moderate('report', about(rude), true, '', soon())).toMatchObject({ kind: 'refused' })
})
