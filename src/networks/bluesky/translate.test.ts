import { describe, expect, it } from 'vitest'
import type { OutgoingPiece } from '../network.ts'
import { isSameRecord, objectionTo, pageOf, placeOf, recordOf, stableJson } from './translate.ts'

const piece: OutgoingPiece = {
  text: 'Hello',
  languages: ['en', 'cy', 'pl', 'ur'],
  pictures: [],
  createdAt: '2026-11-21T09:00:00.000Z',
  reply: null,
}

describe('recordOf', () => {
  it('holds only what was approved, and leaves out what is not there', () => {
    expect(recordOf({ ...piece, languages: [] }, [], [])).toEqual({
      $type: 'app.bsky.feed.post',
      text: 'Hello',
      createdAt: '2026-11-21T09:00:00.000Z',
    })
    expect(recordOf(piece, [], []).langs).toEqual(['en', 'cy', 'pl'])
  })

  it('names the first and the previous piece of a thread by address and hash only', () => {
    const proof = { uri: 'at://did:plc:a/app.bsky.feed.post/2', cid: 'bafy', rev: 'x' }
    const reference = { uri: proof.uri, cid: proof.cid }
    expect(recordOf({ ...piece, reply: { root: proof, parent: proof } }, [], []).reply).toEqual({
      root: reference,
      parent: reference,
    })
  })
})

it('stableJson is the same text whatever the order of keys; order in lists stays', () => {
  expect(stableJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  expect(isSameRecord('{"a":1,"b":[1,2]}', { b: [1, 2], a: 1 })).toBe(true)
  expect(isSameRecord('{"a":1,"b":[1,2]}', { b: [2, 1], a: 1 })).toBe(false)
})

it('placeOf reads the address of a record and nothing else', () => {
  expect(placeOf('at://did:plc:abc/app.bsky.feed.post/3abc')).toEqual({
    did: 'did:plc:abc',
    collection: 'app.bsky.feed.post',
    key: '3abc',
  })
  for (const text of [
    '',
    'https://bsky.app',
    'at://did:plc:abc/app.bsky.feed.post',
    'at://did:plc:abc/a/b/c',
    'at://alice.test/a.b/c',
  ])
    expect(placeOf(text)).toBeNull()
})

it('pageOf leads to the post under whatever handle its account goes by', () => {
  expect(pageOf('did:plc:a', '3k')).toBe('https://bsky.app/profile/did:plc:a/post/3k')
})

it('objectionTo finds nothing against a plain post or a picture alone', () => {
  const picture = { bytes: new Uint8Array(10), mediaType: 'image/png', alt: 'A dot', width: 1, height: 1 }
  expect(objectionTo(piece)).toBeNull()
  expect(objectionTo({ ...piece, text: '', pictures: [picture] })).toBeNull()
  expect(objectionTo({ ...piece, text: '🇬🇧'.repeat(300) })).toBeNull()
})
