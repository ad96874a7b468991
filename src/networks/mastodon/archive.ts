import type { ExportReader, Found } from '../export.ts'
import { countOf, instantOf, isObject, type Loose, listOf, objectOf, textOf } from '../loose.ts'
import { type Attached, bareReshare, mediaOf, type Published } from '../published.ts'
import { decodeEntities } from '../said.ts'

const pictures = /(?:^|\/)(media_attachments\/.+\.(?:jpe?g|png|webp|gif))$/i

/** The archive of a Mastodon account: activities as they were sent to other servers, and the account's own description. */
export const reader: ExportReader = {
  words:
    'In Mastodon: Preferences, Import and export, Data export, Request your archive. An e-mail says when it is ready. Upload it as it is.',
  endings: ['.zip', '.tar.gz', '.tgz', '.json'],
  entries: [
    { like: 'actor.json', name: /(^|\/)actor\.json$/, form: 'whole', needed: false },
    { like: 'outbox.json', name: /(^|\/)outbox\.json$/, form: 'elements', list: 'orderedItems', needed: true },
  ],
  pictures,
  begin: () => ({
    read(entry, value) {
      if (entry.endsWith('actor.json')) return isObject(value) ? fromActor(value) : []
      return isObject(value) ? fromActivity(value) : []
    },
  }),
}

const fromActor = (actor: Loose): Found[] => [
  {
    kind: 'owner',
    externalId: textOf(actor.id),
    handle: textOf(actor.preferredUsername),
    since: instantOf(actor.published),
  },
]

const everybody = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']

/** Everything that others were shown is addressed to everybody; what is not was for followers or for one person. */
const isPublic = (activity: Loose): boolean =>
  [activity.to, activity.cc]
    .flatMap((to) => (Array.isArray(to) ? to : [to]))
    .some((to) => typeof to === 'string' && everybody.includes(to))

function fromActivity(activity: Loose): Found[] {
  const type = textOf(activity.type)
  if (type !== 'Create' && type !== 'Announce') return type ? [] : [{ kind: 'broken', expected: 'an activity' }]
  if (!isPublic(activity)) return [{ kind: 'notPublic' }]
  return type === 'Create' ? fromNote(objectOf(activity.object)) : fromAnnounce(activity)
}

function fromNote(note: Loose): Found[] {
  const externalId = textOf(note.id)
  const saidAt = instantOf(note.published)
  if (!externalId || !saidAt) return [{ kind: 'broken', expected: 'a post with id and published' }]
  const html = typeof note.content === 'string' ? note.content : ''
  const warning = textOf(note.summary)
  const words = wordsOfHtml(html)
  const answered = textOf(note.inReplyTo)
  const quoted = textOf(note.quote) ?? textOf(note.quoteUrl) ?? textOf(note.quoteUri)
  const tags = listOf(note.tag).map(objectOf)
  const named = (type: string, sign: string) =>
    tags.filter((t) => t.type === type).flatMap((t) => textOf(t.name)?.replace(new RegExp(`^${sign}`), '') ?? [])
  const published: Published = {
    externalId,
    saidAt,
    kind: answered ? 'reply' : quoted ? 'quote' : 'original',
    words: warning ? `${warning}\n\n${words}` : words,
    language: Object.keys(objectOf(note.contentMap))[0] ?? null,
    to: toOf(answered ?? quoted),
    hashtags: named('Hashtag', '#'),
    mentions: named('Mention', '@'),
    links: linksOfHtml(html),
    media: mediaOf(listOf(note.attachment).map(objectOf).flatMap(attachedOf), true),
    counts: {
      replies: null,
      reshares: countOf(objectOf(note.shares).totalItems),
      likes: countOf(objectOf(note.likes).totalItems),
      quotes: null,
    },
    cut: false,
    edited: instantOf(note.updated) !== null && instantOf(note.updated) !== saidAt,
  }
  return [{ kind: 'published', published }]
}

function fromAnnounce(activity: Loose): Found[] {
  const externalId = textOf(activity.id)
  const saidAt = instantOf(activity.published)
  const subject = textOf(activity.object) ?? textOf(objectOf(activity.object).id)
  if (!externalId || !saidAt || !subject)
    return [{ kind: 'broken', expected: 'a boost with id, published and what it shows' }]
  return [{ kind: 'published', published: bareReshare({ externalId, saidAt, to: toOf(subject) }) }]
}

/** `https://server/users/name/statuses/1` and `https://server/@name/1` are how servers name posts; others keep the handle to themselves. */
function toOf(uri: string | null): Published['to'] {
  if (!uri) return null
  const found = /^https:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)/.exec(uri)
  return { externalId: uri, handle: found ? `${found[2]}@${found[1]}` : null }
}

const kinds: Readonly<Record<string, Attached['kind']>> = { image: 'picture', video: 'video', audio: 'sound' }

function attachedOf({ mediaType, name, url }: Loose): Attached[] {
  const kind = kinds[textOf(mediaType)?.split('/')[0] ?? '']
  return kind ? [{ kind, alt: textOf(name) ?? '', file: pictures.exec(textOf(url) ?? '')?.[1] ?? null }] : []
}

const wordsOfHtml = (html: string): string =>
  decodeEntities(
    html
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<\/p>\s*<p[^<>]*>/gi, '\n\n')
      // What a server marks as invisible in a shortened link was never seen.
      .replace(/<span class="invisible">[^<]*<\/span>/gi, '')
      .replace(/<[^<>]*>/g, ''),
  ).trim()

/** Links that are neither mentions nor hashtags. */
const linksOfHtml = (html: string): string[] =>
  [...html.matchAll(/<a\s[^<>]*>/gi)].flatMap(([tag]) => {
    const address = /href="([^"]+)"/i.exec(tag)?.[1]
    return address && !/class="[^"]*\b(mention|hashtag)\b/i.test(tag) && !/rel="[^"]*\btag\b/i.test(tag)
      ? [decodeEntities(address)]
      : []
  })
