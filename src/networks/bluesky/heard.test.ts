import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cursorFrom, digestOf, inOrder, messageIn, postsBelow } from './heard.ts'

const us = 'did:plc:us'
const now = new Date('2026-11-21T09:00:00Z')
const uri = 'at://did:plc:sam/app.bsky.feed.post/3k'
const ours = { uri: `at://${us}/app.bsky.feed.post/3a`, cid: 'bafyours' }
const post = (record: unknown, more: object = {}) => ({
  uri,
  cid: 'bafy1',
  author: { did: 'did:plc:sam', handle: 'sam.test', displayName: 'Sam' },
  record,
  indexedAt: '2026-11-21T08:00:00.000Z',
  ...more,
})

it('takes what strangers write as it comes, and never throws', () => {
  const hostile: unknown[] = [
    post(null),
    post({}),
    post({ text: 7, createdAt: {}, langs: 'en', reply: 'x', embed: [], facets: 'x' }),
    post({ text: 'a\u0000b\ud800', createdAt: '9999-01-01T00:00:00Z' }),
    post({ text: '\u202Egnp.exe ‮'.repeat(100_000), createdAt: '0000-00-00' }),
    post({ text: 'x', facets: Array(10_000).fill({ index: { byteStart: -1, byteEnd: 1e99 }, features: [null] }) }),
    post({ text: 'x', embed: { images: Array(1000).fill({ alt: 5 }), record: { record: { record: {} } } } }),
    post({ text: 'x' }, { author: { did: 'did:plc:sam', handle: 5, displayName: null } }),
    post({ text: 'x' }, { indexedAt: 'never' }),
  ]
  for (const one of hostile) {
    const message = messageIn(one, us, now)
    expect(message).not.toBeNull()
    expect(message?.text.length).toBeLessThanOrEqual(10_000)
    expect(`${message?.text}${message?.author.name}`).not.toContain('\u0000')
    expect(message?.text.isWellFormed()).toBe(true)
    expect(Date.parse(message?.saidAt ?? '')).toBeLessThanOrEqual(now.getTime())
  }
  for (const none of [
    null,
    5,
    [],
    {},
    post({}, { uri: 'https://x' }),
    post({}, { author: null }),
    post({}, { cid: '' }),
  ])
    expect(messageIn(none, us, now)).toBeNull()
  fc.assert(
    fc.property(fc.anything(), (given) => messageIn(post(given), us, now) !== null && postsBelow(given) !== null),
  )
})

it('says what it is to us, the same whatever told us of it', () => {
  const kindOf = (record: object, reason?: string) => messageIn(post(record, reason ? { reason } : {}), us, now)?.kind
  const reply = { root: ours, parent: ours }
  const theirs = { root: { uri: 'at://did:plc:jo/app.bsky.feed.post/3b', cid: 'c' }, parent: { uri: 'x', cid: 'c' } }
  const embed = { $type: 'app.bsky.embed.record', record: ours }
  const both = {
    $type: 'app.bsky.embed.recordWithMedia',
    record: { record: ours },
    media: { images: [{ alt: 'A map' }] },
  }
  expect([kindOf({ reply }), kindOf({ reply }, 'mention'), kindOf({ reply, embed }, 'quote')]).toEqual([
    'reply',
    'reply',
    'reply',
  ])
  expect([kindOf({ embed }), kindOf({ embed }, 'mention'), kindOf({ embed: both })]).toEqual([
    'quote',
    'quote',
    'quote',
  ])
  expect([kindOf({}, 'mention'), kindOf({ reply: theirs }, 'mention'), kindOf({ reply: theirs })]).toEqual([
    'mention',
    'mention',
    'reply',
  ])
  expect(messageIn(post({ embed: both }), us, now)?.pictures).toEqual([{ alt: 'A map' }])
  expect(messageIn(post({}, { author: { did: us } }), us, now)).toBeNull()
})

it('walks a thread of any depth, past what is hidden or gone', () => {
  let thread: object = { post: post({ text: 'deepest' }), replies: [] }
  for (let n = 0; n < 20_000; n += 1)
    thread = { post: post({}), replies: [thread, { notFound: true }, { blocked: true }] }
  expect(postsBelow(thread).length).toBe(20_000)
})

it('orders by time, each once; the digest sees an edit but not the order', () => {
  const at = (key: string, cid: string, indexedAt: string) =>
    messageIn(post({}, { uri: `at://did:plc:sam/app.bsky.feed.post/${key}`, cid, indexedAt }), us, now)
  const list = [
    at('3b', 'c', '2026-11-21T08:02:00Z'),
    at('3a', 'c', '2026-11-21T08:01:00Z'),
    at('3b', 'c', '2026-11-21T08:02:00Z'),
  ]
  const messages = list.filter((m) => m !== null)
  expect(inOrder(messages).map((m) => m.externalId.slice(-2))).toEqual(['3a', '3b'])
  expect(digestOf(inOrder(messages))).toBe(digestOf(inOrder(messages).reverse()))
  expect(digestOf(messages.map((m) => ({ ...m, version: 'd' })))).not.toBe(digestOf(messages))
})

it('a cursor that cannot be read begins again', () => {
  const begin = cursorFrom(null, now, 1000)
  for (const bad of ['', 'x', '{}', '[]', '{"seen":"x"}']) expect(cursorFrom(bad, now, 1000)).toEqual(begin)
  const kept = { ...begin, turn: 5 }
  expect(cursorFrom(JSON.stringify(kept), now, 1000)).toEqual(kept)
})
