import { closeSync, createWriteStream, openSync, statSync, writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createGzip, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { tarEnd, tarPieces } from '../src/archive/tar.testbed.ts'
import { reply } from './corpus-words.ts'
import { diceOf } from './dice.ts'

/** A whole export of one account, as its network hands it out, mostly pictures. */
export type ExportKind = 'x.zip' | 'mastodon.zip' | 'mastodon.tar.gz'
export const exportKinds: readonly ExportKind[] = ['x.zip', 'mastodon.zip', 'mastodon.tar.gz']

/** One file of an export and what it holds. Pictures come first, so that the posts of a large one lie behind 4 GB. */
type Held = { name: string; bytes: Buffer }

const postsOfMegabyte = 70
const picturesOfMegabyte = 3.1
const pictureBytes = 350_000

/** Writes an export of so many megabytes, roughly. Answers its size in megabytes and how many posts it has. */
export async function makeExport(
  path: string,
  kind: ExportKind,
  megabytes: number,
): Promise<{ megabytes: number; posts: number }> {
  const posts = Math.ceil(megabytes * postsOfMegabyte)
  const pictures = await picturesFor(Math.min(posts, Math.ceil(megabytes * picturesOfMegabyte)))
  const files = kind === 'x.zip' ? xFiles(posts, pictures) : mastodonFiles(posts, pictures)
  if (kind === 'mastodon.tar.gz') await writeTar(path, files)
  else writeZip(path, files)
  return { megabytes: Math.round(statSync(path).size / 1e6), posts }
}

type Pictures = { count: number; of(n: number): Buffer }

/** Photographs that no packing makes smaller; a dozen different ones take turns. */
async function picturesFor(count: number): Promise<Pictures> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      sharp({ create: { width: 1200 + n, height: 900, channels: 3, background: '#808080', noise } })
        .jpeg({ quality: 62 })
        .toBuffer(),
    ),
  )
  return { count, of: (n) => made[n % made.length] ?? Buffer.alloc(pictureBytes) }
}

const began = Date.parse('2014-03-01T08:00:00Z')
const instant = (n: number): Date => new Date(began + n * 1_200_000)
/** As X writes them: a time in the higher bits. */
const idOf = (n: number): string => String((BigInt(instant(n).getTime() - 1_288_834_974_657) << 22n) + BigInt(n % 4096))

const postsOfPart = 60_000

function* xFiles(posts: number, pictures: Pictures): Generator<Held> {
  const nameOf = (n: number) => `P${n.toString(36).padStart(10, '0')}.jpg`
  for (let n = 0; n < pictures.count; n++)
    yield { name: `data/tweets_media/${idOf(n)}-${nameOf(n)}`, bytes: pictures.of(n) }
  const info = {
    userInfo: { accountId: '1', userName: 'westport' },
    archiveInfo: { generationDate: '2025-10-22T21:07:28.142Z' },
  }
  yield { name: 'data/manifest.js', bytes: Buffer.from(`window.__THAR_CONFIG = ${JSON.stringify(info, null, 2)}`) }
  const d = diceOf(7)
  for (let part = 0; part * postsOfPart < posts; part++) {
    const some = Array.from({ length: Math.min(postsOfPart, posts - part * postsOfPart) }, (_, i) => {
      const n = part * postsOfPart + i
      return tweet(n, reply(d, 'answer', 160), n < pictures.count ? nameOf(n) : null)
    })
    const text = `window.YTD.tweets.part${part} = ${JSON.stringify(some, null, 2)}`
    yield { name: part === 0 ? 'data/tweets.js' : `data/tweets-part${part}.js`, bytes: Buffer.from(text) }
  }
}

const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number): string => String(n).padStart(2, '0')

function tweet(n: number, words: string, picture: string | null): object {
  const id = idOf(n)
  const at = instant(n)
  const media = { type: 'photo', url: 'https://t.co/a1', media_url_https: `https://pbs.twimg.example/media/${picture}` }
  return {
    tweet: {
      edit_info: { initial: { editTweetIds: [id], editableUntil: at.toISOString(), editsRemaining: '5' } },
      retweeted: false,
      source: '<a href="http://twitter.example/download" rel="nofollow">Twitter</a>',
      entities: { hashtags: [], symbols: [], user_mentions: [], urls: [], ...(picture ? { media: [media] } : {}) },
      ...(picture ? { extended_entities: { media: [media] } } : {}),
      favorite_count: String(n % 90),
      id_str: id,
      truncated: false,
      retweet_count: String(n % 30),
      id,
      created_at: `${day[at.getUTCDay()]} ${month[at.getUTCMonth()]} ${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000 ${at.getUTCFullYear()}`,
      full_text: picture ? `${words} https://t.co/a1` : words,
      lang: 'en',
    },
  }
}

function* mastodonFiles(posts: number, pictures: Pictures): Generator<Held> {
  const nameOf = (n: number) =>
    `media_attachments/files/112/${Math.floor(n / 1000)}/${n}/original/${n.toString(16)}.jpeg`
  for (let n = 0; n < pictures.count; n++) yield { name: nameOf(n), bytes: pictures.of(n) }
  const d = diceOf(7)
  const note = (n: number) => ({
    id: `https://social.example/users/westport/statuses/${idOf(n)}/activity`,
    type: 'Create',
    published: instant(n).toISOString(),
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    object: {
      id: `https://social.example/users/westport/statuses/${idOf(n)}`,
      type: 'Note',
      published: instant(n).toISOString(),
      content: `<p>${reply(d, 'answer', 160)}</p>`,
      contentMap: { en: '' },
      attachment:
        n < pictures.count
          ? [{ mediaType: 'image/jpeg', url: `/${nameOf(n)}`, name: n % 3 === 0 ? null : 'A road' }]
          : [],
      tag: [],
    },
  })
  const orderedItems = Array.from({ length: posts }, (_, n) => note(n))
  yield { name: 'outbox.json', bytes: Buffer.from(JSON.stringify({ type: 'OrderedCollection', orderedItems })) }
  yield {
    name: 'actor.json',
    bytes: Buffer.from(JSON.stringify({ id: 'https://social.example/users/westport', preferredUsername: 'westport' })),
  }
}

/** As a program writes it that does not look back: sizes and sums stand behind each file, and in the directory, in numbers of 64 bits. */
function writeZip(path: string, files: Iterable<Held>): void {
  const out = openSync(path, 'w')
  const directory: Buffer[] = []
  let at = 0
  const write = (bytes: Buffer): void => {
    writeSync(out, bytes)
    at += bytes.length
  }
  for (const { name, bytes } of files) {
    const start = at
    const { packed, sum } = packedOf(bytes)
    write(zipHead(name))
    write(packed)
    const behind = Buffer.alloc(24)
    behind.writeUInt32LE(0x08074b50, 0)
    behind.writeUInt32LE(sum, 4)
    behind.writeBigUInt64LE(BigInt(packed.length), 8)
    behind.writeBigUInt64LE(BigInt(bytes.length), 16)
    write(behind)
    directory.push(zipEntry(name, { start, packed: packed.length, size: bytes.length, sum }))
  }
  const start = at
  for (const entry of directory) write(entry)
  write(zipEnd(directory.length, start, at - start, at))
  closeSync(out)
}

type Packed = { packed: Buffer; sum: number }

/** The few pictures are packed once. */
const known = new WeakMap<Buffer, Packed>()

function packedOf(bytes: Buffer): Packed {
  const found = known.get(bytes) ?? { packed: deflateRawSync(bytes, { level: 1 }), sum: crc32(bytes) }
  known.set(bytes, found)
  return found
}

function zipHead(name: string): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(45, 4)
  head.writeUInt16LE(8, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name)])
}

function zipEntry(name: string, of: { start: number; packed: number; size: number; sum: number }): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(45, 6)
  entry.writeUInt16LE(8, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(of.sum, 16)
  entry.fill(0xff, 20, 28)
  entry.writeUInt16LE(Buffer.byteLength(name), 28)
  entry.writeUInt16LE(28, 30)
  entry.fill(0xff, 42, 46)
  const large = Buffer.alloc(28)
  large.writeUInt16LE(1, 0)
  large.writeUInt16LE(24, 2)
  large.writeBigUInt64LE(BigInt(of.size), 4)
  large.writeBigUInt64LE(BigInt(of.packed), 12)
  large.writeBigUInt64LE(BigInt(of.start), 20)
  return Buffer.concat([entry, Buffer.from(name), large])
}

function zipEnd(count: number, start: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(at), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.fill(0xff, 84, 96)
  return end
}

function writeTar(path: string, files: Iterable<Held>): Promise<void> {
  return pipeline(Readable.from(tarOf(files), { objectMode: false }), createGzip({ level: 1 }), createWriteStream(path))
}

function* tarOf(files: Iterable<Held>): Generator<Buffer> {
  for (const { name, bytes } of files) yield* tarPieces(name, bytes)
  yield tarEnd
}
