import { expect, test } from 'vitest'
import { reader } from './archive.ts'

test('Bluesky: posts, answers, quotes and reposts from records', () => {
  const record = (path: string, of: object) => ({
    path: `app.bsky.feed.${path}`,
    record: { createdAt: '2024-05-01T18:30:00.000Z', ...of },
  })
  const uri = 'at://did:plc:ann/app.bsky.feed.post/7'
  const reading = reader.begin()
  const values = [
    { path: '', record: { did: 'did:plc:us', rev: '3kruf2fmjoc2b' } },
    record('post/1', {
      text: 'Hello @ann.example #road',
      langs: ['cy'],
      reply: { parent: { uri } },
      facets: [
        {
          index: { byteStart: 6, byteEnd: 18 },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:ann' }],
        },
        {
          index: { byteStart: 19, byteEnd: 24 },
          features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'road' }],
        },
      ],
    }),
    record('post/2', {
      text: 'See',
      embed: {
        $type: 'app.bsky.embed.recordWithMedia',
        record: { record: { uri } },
        media: { $type: 'app.bsky.embed.images', images: [{ alt: 'A' }, { alt: '' }] },
      },
    }),
    record('repost/3', { subject: { uri } }),
    record('post/4', {}),
  ]
  const found = values.flatMap((value) => reading.read('', value))
  expect(found[0]).toMatchObject({ kind: 'owner', externalId: 'did:plc:us' })
  expect(found[1]).toMatchObject({ kind: 'takenAt', at: expect.stringMatching(/^2024-/) })
  const [reply, quote, repost] = found.flatMap((f) => (f.kind === 'published' ? [f.published] : []))
  expect(reply).toMatchObject({
    externalId: 'at://did:plc:us/app.bsky.feed.post/1',
    kind: 'reply',
    mentions: ['ann.example'],
    hashtags: ['road'],
    language: 'cy',
    to: { externalId: uri, handle: 'did:plc:ann' },
  })
  expect(quote).toMatchObject({ kind: 'quote', media: { pictures: 2, videos: 0, described: 1 } })
  expect(repost).toMatchObject({ kind: 'reshare', to: { externalId: uri } })
  expect(found.at(-1)).toEqual({ kind: 'broken', expected: 'a post with text and createdAt' })
})
