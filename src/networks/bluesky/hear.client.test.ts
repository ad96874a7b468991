import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKeys } from '../testnet/custody.testbed.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import { bearer } from '../testnet/pds.testbed.ts'
import {
  begin,
  below,
  heardBy,
  listen,
  member,
  naming,
  net,
  openDesk,
  type Post,
  posted,
  say,
  showing,
  soon,
} from './appview-desk.testbed.ts'
import { openLine } from './bluesky.client.ts'

beforeAll(begin, 180_000)
afterAll(() => net[Symbol.asyncDispose]())

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
    url: `https://bsky.app/profile/${sam.did}/post/${reply.uri.split('/').at(-1)}`,
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

it('what somebody said is gone with their account, and there again with it', async () => {
  const { account, line } = await openDesk()
  const [sam, jo] = [await member(), await member()]
  const ours = await say(account, 'Who saw it?')
  await net.settle()
  const [asleep, closed] = [await say(sam, 'I did', below(ours)), await say(jo, 'Me too', below(ours))]
  await net.settle()
  const states = async () => {
    await net.settle()
    const answer = await line.recheck([asleep.uri, closed.uri], soon())
    return answer.kind === 'seen' ? [asleep, closed].map(({ uri }) => answer.messages[uri]?.state) : answer.words
  }
  expect(await states()).toEqual(['live', 'live'])
  const admin = `Basic ${Buffer.from('admin:admin-pass').toString('base64')}`
  await net.call('com.atproto.server.deactivateAccount', { json: {}, authorization: bearer(sam) })
  await net.call('com.atproto.admin.deleteAccount', { json: { did: jo.did }, authorization: admin })
  expect(await states()).toEqual(['gone', 'gone'])
  const again = { method: 'POST', headers: { authorization: bearer(sam) } }
  expect((await loopbackFetch(`${net.url}/xrpc/com.atproto.server.activateAccount`, again)).ok).toBe(true)
  expect(await states()).toEqual(['live', 'gone'])
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
