import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Found } from './export.ts'
import { exportReaderOf } from './exports.ts'
import { networks } from './networks.ts'
import type { Published } from './published.ts'

const data = (path: string) => readFileSync(join(import.meta.dirname, '../../samples', path), 'utf8')
const published = (found: readonly Found[]): Published[] =>
  found.flatMap((f) => (f.kind === 'published' ? [f.published] : []))
/** Reads values as the archive hands them over, entry by entry. */
function read(network: string, entries: readonly (readonly [string, readonly unknown[]])[]): Found[] {
  const reader = exportReaderOf(network)
  if (!reader) throw new Error(`no reader for ${network}`)
  const reading = reader.begin()
  return entries.flatMap(([entry, values]) => values.flatMap((value) => reading.read(entry, value)))
}

test('every network has answered whether its export can be read, and says how to come by it', () => {
  for (const { id } of networks) {
    const reader = exportReaderOf(id)
    expect(reader, id).not.toBe(undefined)
    if (reader)
      expect([reader.words.length > 40, reader.endings.length > 0, reader.entries.some((e) => e.needed)]).toEqual([
        true,
        true,
        true,
      ])
  }
})

type Tweets = { tweet: Record<string, unknown> }[]
const script = (text: string): unknown[] => JSON.parse(text.slice(text.indexOf('=') + 1)) as unknown[]
const x = (name: string): unknown[] => script(data(`x-archive-redacted/${name}`))

test('X: 60 posts of a real layout, long ones whole, edited ones under their first id', () => {
  const found = read('x', [
    ['data/account.js', x('account.js')],
    ['data/note-tweet.js', x('note-tweet.js')],
    ['data/tweets.js', x('tweets.js')],
  ])
  const posts = published(found)
  expect(posts).toHaveLength(60)
  expect(found[0]).toMatchObject({
    kind: 'owner',
    externalId: '12345678',
    handle: 'testuser',
    since: '2008-10-06T22:58:01.000Z',
  })
  const kinds = Object.groupBy(posts, (p) => p.kind)
  expect([kinds.original?.length, kinds.reply?.length, kinds.quote?.length, kinds.reshare?.length]).toEqual(
    countedByHand,
  )
  const edited = posts.filter((p) => p.edited)
  expect(edited.map((p) => p.externalId).sort()).toEqual(['1609885737143278541', '1619008139820327396'])
  expect(edited.every((p) => p.words.length > 280 && !p.cut)).toBe(true)
  expect(posts.filter((p) => p.words.length > 280)).toHaveLength(7)
  expect(posts.filter((p) => p.cut).every((p) => p.kind === 'reshare' && p.words.endsWith('…'))).toBe(true)
  const first = posts[0]
  expect(first).toMatchObject({
    externalId: '1698666880653963104',
    saidAt: '2023-09-04T11:58:38.000Z',
    kind: 'reply',
    to: { externalId: '1698565365202667947', handle: 'fabesznalat7' },
    mentions: ['fabesznalat7'],
    counts: { replies: null, reshares: 0, likes: 0, quotes: null },
    language: 'en',
  })
  expect(first?.words.startsWith('Fa buan')).toBe(true)
  expect(kinds.reshare?.every((p) => p.counts.likes === null && p.to?.handle && !p.words.startsWith('RT'))).toBe(true)
  expect(posts.some((p) => /&(amp|lt|gt);|https:\/\/t\.co\/\S+$/.test(p.words) && p.media.pictures > 0)).toBe(false)
})
/** Counted in the file with a text search: beginnings `RT @`, in_reply_to_user_id, and links to a status as the last link. */
const countedByHand = handCount()
function handCount() {
  const tweets = (x('tweets.js') as Tweets).map((t) => t.tweet)
  const isRepost = (t: Record<string, unknown>) => String(t.full_text).startsWith('RT @')
  const reposts = tweets.filter(isRepost).length
  const replies = tweets.filter((t) => !isRepost(t) && 'in_reply_to_user_id' in t).length
  const quotes = tweets.filter((t) => {
    const urls = (t.entities as { urls: { expanded_url: string }[] }).urls
    return (
      !isRepost(t) &&
      !('in_reply_to_user_id' in t) &&
      /(x|twitter)\.com\/\w+\/status\/\d+$/.test(urls.at(-1)?.expanded_url ?? '')
    )
  }).length
  return [tweets.length - reposts - replies - quotes, replies, quotes, reposts]
}

test('X: an older version of an edited post says when it stood; what is no post is named', () => {
  const info = (own: string) => ({
    tweet: {
      id_str: own,
      created_at: 'Fri Jan 27 16:22:40 +0000 2023',
      full_text: `Version ${own}`,
      edit_info: { initial: { editTweetIds: ['1619008139820327396', '1619010406618121545'] } },
    },
  })
  const found = read('x', [
    ['data/tweets.js', [info('1619008139820327396'), info('1619010406618121545'), { tweet: {} }]],
  ])
  expect(found[0]).toMatchObject({
    stateAt: '2023-01-27T16:22:40.000Z',
    published: { externalId: '1619008139820327396' },
  })
  expect(found[1]).not.toHaveProperty('stateAt')
  expect(found[1]).toMatchObject({
    published: { externalId: '1619008139820327396', edited: true, saidAt: '2023-01-27T16:23:14.906Z' },
  })
  expect(found[2]).toEqual({ kind: 'broken', expected: 'a post with id_str, created_at and full_text' })
})

test('X: addresses are put in once, and an edit chain of no ids is none', () => {
  const tweet = {
    id_str: '1619008139820327396',
    created_at: 'Fri Jan 27 16:22:40 +0000 2023',
    full_text: 'A https://t.co/a1, https://t.co/a12 &amp; http://b.example/x',
    entities: {
      urls: [
        { url: 'https://t.co/a1', display_url: 'a.example/https://t.co/a1' },
        { url: 'https://t.co/a12', display_url: 'c.example' },
        { url: 'http://b.example/x', display_url: 'b.example/x' },
      ],
    },
    edit_info: { edit: { initialTweetId: 'first', editControlInitial: { editTweetIds: ['first', 'second'] } } },
  }
  const [post] = published(read('x', [['data/tweets.js', [{ tweet }]]]))
  expect(post).toMatchObject({
    externalId: '1619008139820327396',
    words: 'A a.example/https://t.co/a1, c.example & b.example/x',
  })
})

test('Mastodon: words in which no tag ends are read as fast as any; a time without a zone is UTC', () => {
  const note = (change: object) => ({
    type: 'Create',
    to: ['as:Public'],
    object: { id: 's1', published: '2024-05-01T18:30:00', content: '<p>Road</p>', ...change },
  })
  const here = process.env.TZ
  process.env.TZ = 'Pacific/Auckland'
  const [post] = published(
    read('mastodon', [['outbox.json', [note({ content: `<p>Road</p>${'<a '.repeat(300_000)}` })]]]),
  )
  if (here === undefined) delete process.env.TZ
  else process.env.TZ = here
  expect(post?.saidAt).toBe('2024-05-01T18:30:00.000Z')
  expect(post?.words.startsWith('Road<a')).toBe(true)
  for (const said of ['0000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '+012026-01-01T00:00:00Z'])
    expect(read('mastodon', [['outbox.json', [note({ published: said })]]])).toEqual([
      { kind: 'broken', expected: 'a post with id and published' },
    ])
})

test('Instagram: one post however many pictures it has; reels are the same post again', () => {
  const mixed = JSON.parse(data('instagram-export-redacted/test_mixed_media/posts.json')) as unknown[]
  const reels = (
    JSON.parse(data('instagram-export-redacted/test_mixed_media/reels.json')) as { ig_reels_media: unknown[] }
  ).ig_reels_media
  const posts = published(
    read('instagram', [
      ['media/posts_1.json', mixed],
      ['media/reels.json', reels],
    ]),
  )
  expect(posts).toHaveLength(mixed.length + reels.length)
  expect(posts[0]).toMatchObject({
    externalId: '17926160567808540',
    saidAt: '2024-07-07T20:35:31.000Z',
    kind: 'original',
  })
  expect((posts[0]?.media.pictures ?? 0) + (posts[0]?.media.videos ?? 0)).toBe(
    (mixed[0] as { media: unknown[] }).media.length,
  )
  expect(new Set(posts.map((p) => p.externalId)).size).toBe(mixed.length)
  const [video] = published(
    read('instagram', [
      ['posts.json', JSON.parse(data('instagram-export-redacted/test_video/posts.json')) as unknown[]],
    ]),
  )
  expect(video?.media.videos).toBe(1)
  expect(video?.words).not.toBe('')
})

test('Facebook: words repaired, ids that are the same in every export, and what nobody said left out', () => {
  const post = {
    timestamp: 1720384529,
    data: [{ post: 'NoswaithÂ\u00a0dda â\u0080\u0093 #Westport' }],
    attachments: [
      {
        data: [
          { media: { uri: 'ours/posts/media/a/1.jpg' } },
          { external_context: { url: 'https://westshire.example' } },
        ],
      },
    ],
  }
  const found = read('facebook', [
    ['posts/profile_posts_1.json', [post, post, { timestamp: 1720384530, title: 'Changed the cover' }, {}]],
  ])
  const [one, two, ...rest] = published(found)
  expect(one).toEqual(two)
  expect(rest).toEqual([])
  expect(one).toMatchObject({
    words: 'Noswaith\u00a0dda – #Westport',
    hashtags: ['Westport'],
    links: ['https://westshire.example'],
    media: {
      pictures: 1,
      videos: 0,
      described: null,
      attached: [{ kind: 'picture', alt: null, file: 'posts/media/a/1.jpg' }],
    },
  })
  expect(found.at(-1)).toEqual({ kind: 'broken', expected: 'a post with its timestamp' })
})

test('Mastodon: what was said to everybody, as text; nothing that was said to few', () => {
  const note = {
    id: 'https://social.example/users/westport/statuses/1',
    published: '2024-05-01T18:30:00Z',
    updated: '2024-05-01T19:00:00Z',
    content:
      '<p>Road &amp; bridge<br>closed</p><p><a href="https://westshire.example/r"><span class="invisible">https://</span>westshire.example/r</a> <a href="x" class="mention hashtag" rel="tag">#Road</a></p>',
    contentMap: { en: '' },
    inReplyTo: 'https://other.example/@ann/7',
    tag: [
      { type: 'Hashtag', name: '#Road' },
      { type: 'Mention', name: '@ann@other.example' },
    ],
    attachment: [
      { mediaType: 'image/png', name: 'A map', url: 'https://files.example/system/media_attachments/files/1/a.png' },
      { mediaType: 'video/mp4' },
      { mediaType: 'audio/ogg', name: 'A horn' },
    ],
    likes: { totalItems: 3 },
  }
  const everybody = ['https://www.w3.org/ns/activitystreams#Public']
  const found = read('mastodon', [
    [
      'actor.json',
      [
        {
          id: 'https://social.example/users/westport',
          preferredUsername: 'westport',
          published: '2020-01-01T00:00:00Z',
        },
      ],
    ],
    [
      'outbox.json',
      [
        { type: 'Create', to: everybody, object: note },
        {
          type: 'Announce',
          cc: everybody,
          id: 'a1',
          published: '2024-05-02T00:00:00Z',
          object: 'https://other.example/users/ann/statuses/8',
        },
        { type: 'Create', to: ['https://social.example/users/westport/followers'], object: note },
      ],
    ],
  ])
  expect(found[0]).toMatchObject({ kind: 'owner', handle: 'westport', since: '2020-01-01T00:00:00.000Z' })
  expect(found[1]).toEqual({
    kind: 'published',
    published: {
      externalId: note.id,
      saidAt: '2024-05-01T18:30:00.000Z',
      kind: 'reply',
      words: 'Road & bridge\nclosed\n\nwestshire.example/r #Road',
      language: 'en',
      to: { externalId: 'https://other.example/@ann/7', handle: 'ann@other.example' },
      hashtags: ['Road'],
      mentions: ['ann@other.example'],
      links: ['https://westshire.example/r'],
      media: {
        pictures: 1,
        videos: 1,
        described: 1,
        attached: [
          { kind: 'picture', alt: 'A map', file: 'media_attachments/files/1/a.png' },
          { kind: 'video', alt: '', file: null },
          { kind: 'sound', alt: 'A horn', file: null },
        ],
      },
      counts: { replies: null, reshares: null, likes: 3, quotes: null },
      cut: false,
      edited: true,
    },
  })
  expect(found[2]).toMatchObject({ published: { kind: 'reshare', words: '', to: { handle: 'ann@other.example' } } })
  expect(found[3]).toEqual({ kind: 'notPublic' })
})
