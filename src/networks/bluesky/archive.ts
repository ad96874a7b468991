import type { ExportReader, Found } from '../export.ts'
import { instantOf, isObject, type Loose, listOf, objectOf, textOf } from '../loose.ts'
import { type Attached, bareReshare, mediaOf, type Published, uncounted } from '../published.ts'

/**
 * The repository that every account can fetch: a .car of records. The archive hands over the commit first (path empty) and then each record
 * as `{ path: 'app.bsky.feed.post/3k…', record }`. A repository holds what the account itself did, so no counts of what others did.
 */
export const reader: ExportReader = {
  words:
    'In Bluesky: Settings, Account, Export my data, Download CAR file. It comes at once and holds every post that still stands.',
  endings: ['.car'],
  entries: [
    {
      like: 'app.bsky.feed.post',
      name: /^app\.bsky\.(feed\.(post|repost)|graph\.follow)\//,
      form: 'records',
      needed: true,
    },
  ],
  begin: () => {
    let did = ''
    let following = 0
    return {
      read(_entry, value) {
        if (!isObject(value) || typeof value.path !== 'string') return [{ kind: 'broken', expected: 'a record' }]
        const record = objectOf(value.record)
        if (value.path === '') {
          did = textOf(record.did) ?? ''
          return did.startsWith('did:')
            ? [{ kind: 'owner', externalId: did, handle: null, since: null }, ...takenAt(textOf(record.rev))]
            : [{ kind: 'broken', expected: 'a repository that says whose it is' }]
        }
        const [collection] = value.path.split('/')
        if (collection === 'app.bsky.graph.follow') {
          following += 1
          return [{ kind: 'counts', followers: null, following }]
        }
        const uri = `at://${did}/${value.path}`
        if (collection === 'app.bsky.feed.post') return fromPost(uri, record)
        if (collection === 'app.bsky.feed.repost') return fromRepost(uri, record)
        return []
      },
    }
  },
}

const letters = '234567abcdefghijklmnopqrstuvwxyz'

/** A revision is the time of the last change: microseconds and ten bits of a clock's name, as 13 letters. */
function takenAt(rev: string | null): Found[] {
  if (!rev || !/^[2-7a-j][2-7a-z]{12}$/.test(rev)) return []
  const value = [...rev].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
  return [{ kind: 'takenAt', at: new Date(Number((value >> 10n) / 1000n)).toISOString() }]
}

function fromPost(uri: string, record: Loose): Found[] {
  const saidAt = instantOf(record.createdAt)
  const words = typeof record.text === 'string' ? record.text : null
  if (!saidAt || words === null) return [{ kind: 'broken', expected: 'a post with text and createdAt' }]
  const parent = textOf(objectOf(objectOf(record.reply).parent).uri)
  const embeds = embedsOf(objectOf(record.embed))
  const kind = parent ? 'reply' : embeds.quoted ? 'quote' : 'original'
  const features = featuresOf(record)
  const published: Published = {
    externalId: uri,
    saidAt,
    kind,
    words,
    language: textOf(listOf(record.langs)[0]),
    to: toOf(parent ?? embeds.quoted),
    ...features,
    links: [...new Set([...features.links, ...embeds.links])],
    media: embeds.media,
    counts: uncounted,
    cut: false,
    edited: false,
  }
  return [{ kind: 'published', published }]
}

function fromRepost(uri: string, record: Loose): Found[] {
  const saidAt = instantOf(record.createdAt)
  const subject = textOf(objectOf(record.subject).uri)
  if (!saidAt || !subject) return [{ kind: 'broken', expected: 'a repost with its subject and createdAt' }]
  return [{ kind: 'published', published: bareReshare({ externalId: uri, saidAt, to: toOf(subject) }) }]
}

/** The address of a record begins with whose it is; a handle is not in it. */
const toOf = (uri: string | null): Published['to'] =>
  uri ? { externalId: uri, handle: /^at:\/\/([^/]+)\//.exec(uri)?.[1] ?? null } : null

type Embeds = { quoted: string | null; links: string[]; media: Published['media'] }

/** `app.bsky.embed.*`: a quote with media holds both, one in the other. */
function embedsOf(embed: Loose): Embeds {
  const inner = isObject(embed.media) ? embed.media : embed
  const images = listOf(inner.images).map(objectOf)
  const isVideo = textOf(inner.$type)?.startsWith('app.bsky.embed.video') ?? false
  const link = textOf(objectOf(inner.external).uri)
  const attachedOf = (kind: Attached['kind'], { alt }: Loose): Attached => ({
    kind,
    alt: textOf(alt) ?? '',
    file: null,
  })
  const videos = isVideo ? [attachedOf('video', inner)] : []
  return {
    quoted: textOf(objectOf(embed.record).uri) ?? textOf(objectOf(objectOf(embed.record).record).uri),
    links: link ? [link] : [],
    media: mediaOf([...images.map((image) => attachedOf('picture', image)), ...videos], true),
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Facets name bytes of the text; a mention's facet holds the DID, so the handle is read from the words. */
function featuresOf(record: Loose): { hashtags: string[]; mentions: string[]; links: string[] } {
  const found = { hashtags: [] as string[], mentions: [] as string[], links: [] as string[] }
  const facets = listOf(record.facets).map(objectOf)
  const bytes = facets.length > 0 ? encoder.encode(textOf(record.text) ?? '') : new Uint8Array()
  for (const facet of facets) {
    const { byteStart, byteEnd } = objectOf(facet.index)
    for (const feature of listOf(facet.features).map(objectOf)) {
      const type = textOf(feature.$type) ?? ''
      if (type.endsWith('#tag') && textOf(feature.tag)) found.hashtags.push(String(feature.tag))
      if (type.endsWith('#link') && textOf(feature.uri)) found.links.push(String(feature.uri))
      if (type.endsWith('#mention') && typeof byteStart === 'number' && typeof byteEnd === 'number')
        found.mentions.push(decoder.decode(bytes.subarray(byteStart, byteEnd)).replace(/^@/, ''))
    }
  }
  for (const tag of listOf(record.tags)) if (textOf(tag)) found.hashtags.push(String(tag))
  return found
}
