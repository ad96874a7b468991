import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Frozen, Picture } from '../network.ts'
import { loopbackFetch } from '../testnet/loopback.guard.ts'
import type { HeldRecord } from '../testnet/pds.testbed.ts'
import { createdAt, type DeskServer, frozenFrom, pictureOf, pieceOf, soon, startDeskServer } from './desk.testbed.ts'

const facet = z.object({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }) })

let server: DeskServer

beforeAll(async () => {
  server = await startDeskServer()
})
afterAll(() => server.end())

/** A frozen piece that our own checks would have stopped, to see the server's no. */
const forged = (members: Record<string, unknown>): Frozen => ({
  json: JSON.stringify({ $type: 'app.bsky.feed.post', createdAt, text: 'Forged', ...members }),
})

const partsOf = ({ value }: HeldRecord | { value: unknown }): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {}

describe('a post', () => {
  it('carries links, mentions and hashtags at their UTF-8 places', async () => {
    const { account, line, key, seq } = await server.desk()
    const other = await server.pds.createAccount(`mention${seq}.test`)
    const text = `👮🏽‍♀️ Diolch! See https://example.police.uk/a, ask @${other.handle} or @nobody${seq}.test #Apêl`
    const frozen = await frozenFrom(line, pieceOf(text, { languages: ['cy', 'en-GB'] }))
    const ending = await line.send(frozen, key(), soon())
    const uri = `at://${account.did}/app.bsky.feed.post/${key()}`
    expect(ending).toMatchObject({
      kind: 'done',
      externalId: uri,
      url: `https://bsky.app/profile/${account.did}/post/${key()}`,
    })
    const [post, ...others] = await server.pds.posts(account.did)
    expect(others).toEqual([])
    expect(ending.kind === 'done' && ending.proof).toMatchObject({ uri, cid: post?.cid, checked: 'valid' })
    expect(JSON.stringify(partsOf(post ?? { value: null }).facets)).toContain(other.did)
    const bytes = Buffer.from(text)
    const facets = z.array(facet).parse(partsOf(post ?? { value: null }).facets)
    const marked = facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString())
    expect(marked).toEqual(['https://example.police.uk/a', `@${other.handle}`, '#Apêl'])
    expect(partsOf(post ?? { value: null })).toMatchObject({ text, createdAt, langs: ['cy', 'en-GB'] })
  })

  it('carries pictures with their descriptions, and freezes to the same bytes every time', async () => {
    const { account, line, key } = await server.desk()
    const pictures = [await pictureOf(64, 48, 'A blue sign'), await pictureOf(48, 64, 'The same sign, upright')]
    const piece = pieceOf('Two pictures', { pictures })
    const frozen = await frozenFrom(line, piece)
    expect(await frozenFrom(line, piece)).toEqual(frozen)
    expect((await line.send(frozen, key(), soon())).kind).toBe('done')
    const [post] = await server.pds.posts(account.did)
    expect(partsOf(post ?? { value: null }).embed).toMatchObject({
      images: [
        { alt: 'A blue sign', aspectRatio: { width: 64, height: 48 }, image: { mimeType: 'image/jpeg' } },
        { alt: 'The same sign, upright', aspectRatio: { width: 48, height: 64 } },
      ],
    })
  })

  it('goes out as a thread of three, each answering the one before', async () => {
    const { account, line, key } = await server.desk()
    const proofs = []
    for (const piece of [0, 1, 2]) {
      const [root, parent] = [proofs[0], proofs.at(-1)]
      const frozen = await frozenFrom(
        line,
        pieceOf(`Piece ${piece}`, { reply: root && parent ? { root, parent } : null }),
      )
      const ending = await line.send(frozen, key(piece), soon())
      if (ending.kind !== 'done') throw new Error(ending.words)
      proofs.push(ending.proof)
    }
    const posts = await server.pds.posts(account.did)
    const third = posts.find((post) => partsOf(post).text === 'Piece 2')
    expect(posts.length).toBe(3)
    expect(partsOf(third ?? { value: null }).reply).toEqual({
      root: { uri: proofs[0]?.uri, cid: proofs[0]?.cid },
      parent: { uri: proofs[1]?.uri, cid: proofs[1]?.cid },
    })
  })

  it('stays one post, however often and however parallel it is sent', async () => {
    const { account, line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Once'))
    const endings = await Promise.all(Array.from({ length: 8 }, () => line.send(frozen, key(), soon())))
    endings.push(await line.send(frozen, key(), soon()))
    expect(new Set(endings.map((ending) => ending.kind))).toEqual(new Set(['done']))
    expect(new Set(endings.map((ending) => ending.kind === 'done' && ending.proof.cid)).size).toBe(1)
    expect((await server.pds.posts(account.did)).length).toBe(1)
  })

  it('can be looked at, removed, and is then proved absent', async () => {
    const { account, line, key } = await server.desk()
    const frozen = await frozenFrom(line, pieceOf('Here and gone'))
    expect(await line.look(frozen, key(), soon())).toEqual({ kind: 'absent', isProof: true })
    const ending = await line.send(frozen, key(), soon())
    if (ending.kind !== 'done') throw new Error(ending.words)
    expect(await line.look(frozen, key(), soon())).toMatchObject({ kind: 'found', externalId: ending.externalId })
    expect((await line.remove(ending.externalId, soon())).kind).toBe('done')
    expect((await line.remove(ending.externalId, soon())).kind).toBe('done')
    expect(await line.look(frozen, key(), soon())).toEqual({ kind: 'absent', isProof: true })
    expect(await server.pds.posts(account.did)).toEqual([])
    server.proxy.use((_, path) => (path.includes('describeRepo') ? { kind: 'dropBefore' } : { kind: 'pass' }))
    expect(await line.look(frozen, key(), soon())).toEqual({ kind: 'absent', isProof: false })
  })

  it('never replaces something else that stands at its key', async () => {
    const { account, line, key } = await server.desk()
    await line.send(await frozenFrom(line, pieceOf('First')), key(), soon())
    const second = await frozenFrom(line, pieceOf('Second'))
    expect((await line.send(second, key(), soon())).kind).toBe('unknown')
    expect((await line.look(second, key(), soon())).kind).toBe('different')
    expect((await server.pds.posts(account.did)).map((post) => partsOf(post).text)).toEqual(['First'])
  })

  it('refuses to remove what is not a post of this account', async () => {
    const { account, line } = await server.desk()
    const other = `at://did:plc:someoneelse/app.bsky.feed.post/${'2'.repeat(13)}`
    expect((await line.remove(other, soon())).kind).toBe('refused')
    expect((await line.remove(`at://${account.did}/app.bsky.actor.profile/self`, soon())).kind).toBe('refused')
  })
})

describe('a definite no', () => {
  const noisy = async (): Promise<Picture> => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const bytes = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise } })
      .png()
      .toBuffer()
    return { bytes, mediaType: 'image/png', alt: 'Noise', width: 900, height: 900 }
  }

  it('comes before anything is sent, in words for the author', async () => {
    const { line } = await server.desk()
    const big = await noisy()
    expect(big.bytes.byteLength).toBeGreaterThan(2_000_000)
    const small = await pictureOf(8, 8, 'A dot')
    const pieces = [
      [pieceOf('x'.repeat(301)), /301 characters; Bluesky takes 300/],
      [pieceOf('👨‍👩‍👧‍👦'.repeat(200)), /combined signs/],
      [pieceOf('  '), /no text and no picture/],
      [pieceOf('Five', { pictures: [small, small, small, small, small] }), /5 pictures; Bluesky takes 4/],
      [pieceOf('Big', { pictures: [small, big] }), /Picture 2 is larger than the 2 MB/],
      [pieceOf('Alt', { pictures: [{ ...small, alt: 'a'.repeat(2001) }] }), /description of picture 1/],
      [pieceOf('Kind', { pictures: [{ ...small, mediaType: 'image/tiff' }] }), /Save it as JPEG or PNG/],
    ] as const
    for (const [piece, words] of pieces)
      expect(await line.freeze(piece, soon())).toEqual({ kind: 'refused', words: expect.stringMatching(words) })
    expect(server.proxy.seen).toEqual([])
  })

  it('comes from the server, in words for the author', async () => {
    const { account, line, key } = await server.desk()
    const big = await noisy()
    const upload = await loopbackFetch(`${server.pds.url}/xrpc/com.atproto.repo.uploadBlob`, {
      method: 'POST',
      headers: { 'content-type': big.mediaType, authorization: `Bearer ${account.accessJwt}` },
      body: new Uint8Array(big.bytes),
    })
    const { blob } = z.object({ blob: z.record(z.string(), z.unknown()) }).parse(await upload.json())
    const embedOf = (image: unknown, count = 1): Record<string, unknown> => ({
      embed: { $type: 'app.bsky.embed.images', images: Array.from({ length: count }, () => ({ image, alt: '' })) },
    })
    const ref = { $link: 'bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }
    const missing = { $type: 'blob', ref, mimeType: 'image/jpeg', size: 10 }
    const cases = [
      [forged({ text: 'x'.repeat(301) }), /longer than Bluesky takes/],
      [forged({ text: '👨‍👩‍👧‍👦'.repeat(299) }), /longer than Bluesky takes/],
      [forged(embedOf(blob)), /larger than the 2 MB/],
      [forged(embedOf(missing)), /no longer holds a picture/],
      [forged(embedOf(missing, 5)), /more pictures than Bluesky takes/],
      [forged({ createdAt: 'yesterday' }), /^Bluesky refused this and nothing was published\. It said: /],
    ] as const
    for (const [frozen, words] of cases)
      expect(await line.send(frozen, key(), soon())).toEqual({ kind: 'refused', words: expect.stringMatching(words) })
    expect(await server.pds.posts(account.did)).toEqual([])
  })
})
