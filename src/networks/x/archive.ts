import type { ExportReader, ExportReading, Found } from '../export.ts'
import { countOf, instantOf, isObject, type Loose, listOf, objectOf, textOf } from '../loose.ts'
import { type Attached, mediaOf, type Published } from '../published.ts'
import { decodeEntities } from '../said.ts'

const pictures = /(?:^|\/)data\/tweets?_media\/([^/]+\.(?:jpe?g|png|webp|gif))$/i

/** The archive that X hands out: a zip of JavaScript files. Every number in it is a string. Seen in exports of 2023 to 2025. */
export const reader: ExportReader = {
  words:
    'In X: Settings, Your account, Download an archive of your data. X says when it is ready, often after a day. Upload the zip as it is.',
  endings: ['.zip'],
  entries: [
    { like: 'data/manifest.js', name: /(^|\/)data\/manifest\.js$/, form: 'whole', needed: true },
    { like: 'data/account.js', name: /(^|\/)data\/account\.js$/, form: 'elements', needed: false },
    { like: 'data/follower.js', name: /(^|\/)data\/follower\.js$/, form: 'count', needed: false },
    { like: 'data/following.js', name: /(^|\/)data\/following\.js$/, form: 'count', needed: false },
    { like: 'data/note-tweet.js', name: /(^|\/)data\/note-tweet(-part\d+)?\.js$/, form: 'elements', needed: false },
    { like: 'data/tweets.js', name: /(^|\/)data\/tweets?(-part\d+)?\.js$/, form: 'elements', needed: true },
  ],
  pictures,
  begin: () => beginReading(),
}

/** Whole texts are kept until their cut ones come; more than this is no account's life. */
const mostNoteCharacters = 60_000_000
const mostOfASecond = 100

function beginReading(): ExportReading {
  const notes = new Map<string, string[]>()
  let kept = 0
  const keepNote = (value: Loose): Found[] => {
    const note = objectOf(value.noteTweet)
    const at = instantOf(note.createdAt)
    const words = textOf(objectOf(note.core).text)
    if (!at || !words) return [{ kind: 'broken', expected: 'a long post with its time and its words' }]
    kept += words.length
    if (kept > mostNoteCharacters) return [{ kind: 'broken', expected: 'fewer long posts than an account can write' }]
    const same = notes.get(second(at)) ?? []
    if (same.length === mostOfASecond) return [{ kind: 'broken', expected: 'fewer long posts of the same second' }]
    same.push(decodeEntities(words))
    notes.set(second(at), same)
    return []
  }
  return {
    read(entry, value) {
      const file = entry.split('/').at(-1) ?? ''
      if (file === 'follower.js') return [{ kind: 'counts', followers: countOf(value), following: null }]
      if (file === 'following.js') return [{ kind: 'counts', followers: null, following: countOf(value) }]
      if (!isObject(value)) return [{ kind: 'broken', expected: 'an object' }]
      if (file === 'manifest.js') return fromManifest(value)
      if (file === 'account.js') return fromAccount(objectOf(value.account))
      if (file.startsWith('note-tweet')) return keepNote(value)
      return fromTweet(isObject(value.tweet) ? value.tweet : value, notes)
    },
  }
}

function fromManifest(value: Loose): Found[] {
  const taken = instantOf(objectOf(value.archiveInfo).generationDate)
  const user = objectOf(value.userInfo)
  const handle = textOf(user.userName)
  if (!handle && !taken) return [{ kind: 'broken', expected: 'the description that every archive of X begins with' }]
  return [
    { kind: 'owner', externalId: textOf(user.accountId), handle, since: null },
    ...(taken ? [{ kind: 'takenAt' as const, at: taken }] : []),
  ]
}

const fromAccount = (account: Loose): Found[] => [
  {
    kind: 'owner',
    externalId: textOf(account.accountId),
    handle: textOf(account.username),
    since: instantOf(account.createdAt),
  },
]

const second = (iso: string): string => iso.slice(0, 19)

function fromTweet(tweet: Loose, notes: ReadonlyMap<string, readonly string[]>): Found[] {
  const id = textOf(tweet.id_str) ?? textOf(tweet.id)
  const at = instantOf(tweet.created_at)
  const text = typeof tweet.full_text === 'string' ? tweet.full_text : textOf(tweet.text)
  if (!id || !isId(id) || !at || text === null)
    return [{ kind: 'broken', expected: 'a post with id_str, created_at and full_text' }]
  const edit = editOf(tweet, id)
  const repost = /^RT @(\w{1,20}): ?/.exec(text)
  const note = repost ? null : noteOf(notes.get(second(at)), text)
  const words = wordsOf(tweet, note ?? text, repost)
  const isReply = !repost && textOf(tweet.in_reply_to_user_id_str ?? tweet.in_reply_to_user_id) !== null
  const quoted = repost || isReply ? null : quotedIn(tweet)
  const published: Published = {
    externalId: edit.first,
    saidAt: edit.first === id ? at : (bornAt(edit.first) ?? at),
    kind: repost ? 'reshare' : isReply ? 'reply' : quoted ? 'quote' : 'original',
    words: isReply && !note ? words.replace(/^(@\w{1,20}\s+)+/, '') : words,
    language: languageOf(tweet.lang),
    to: toOf(tweet, repost, isReply, quoted),
    ...entitiesOf(tweet),
    media: mediaIn(tweet, repost ? null : id),
    counts: {
      replies: null,
      reshares: repost ? null : countOf(tweet.retweet_count),
      likes: repost ? null : countOf(tweet.favorite_count),
      quotes: null,
    },
    cut: !note && (tweet.truncated === true || (words.endsWith('…') && (repost !== null || words.length > 200))),
    edited: edit.edited,
  }
  return [{ kind: 'published', published, ...(edit.isLast ? {} : { stateAt: at }) }]
}

/** A whole number of 64 bits. */
const isId = (id: string): boolean => /^\d{1,20}$/.test(id)

/** An edited post keeps the id it was first published with; every version is in the archive, and the last is the one that stands. */
function editOf(tweet: Loose, id: string): { first: string; edited: boolean; isLast: boolean } {
  const info = objectOf(tweet.edit_info)
  const edit = objectOf(info.edit)
  const chain = listOf((isObject(info.initial) ? info.initial : objectOf(edit.editControlInitial)).editTweetIds)
  const first = [textOf(edit.initialTweetId), textOf(chain[0])].find((of) => of !== null && isId(of)) ?? id
  const last = textOf(chain.at(-1)) ?? id
  return { first, edited: chain.length > 1 || first !== id, isLast: last === id }
}

/** Ids since November 2010 begin with the millisecond in which they were made. */
function bornAt(id: string): string | null {
  const ms = (BigInt(id) >> 22n) + 1_288_834_974_657n
  return id.length > 14 && ms < 32_503_680_000_000n ? new Date(Number(ms)).toISOString() : null
}

/** The ids of long posts never match those of their cut ones; the second in which both were made does. */
function noteOf(notes: readonly string[] | undefined, text: string): string | null {
  if (!notes) return null
  const plain = decodeEntities(text).replace(/^(@\w{1,20}\s+)+/, '')
  const same = notes.find((note) => note.startsWith(plain.slice(0, 40)))
  return same ?? (text.endsWith('…') && notes.length === 1 ? (notes[0] ?? null) : null)
}

/** An address as X shortens it, or whatever stands for one in older posts. */
const addresses = /https?:\/\/(?:t\.co\/\w+|[^\s<>"]+)/g

/** Links as a reader saw them; those of pictures were not seen at all. */
function wordsOf(tweet: Loose, text: string, repost: RegExpExecArray | null): string {
  const shown = new Map<string, string>()
  for (const url of listOf(objectOf(tweet.entities).urls).map(objectOf))
    shown.set(textOf(url.url) ?? '', textOf(url.display_url) ?? textOf(url.url) ?? '')
  for (const media of mediaList(tweet)) shown.set(textOf(media.url) ?? '', '')
  const words = repost ? text.slice(repost[0].length) : text
  return decodeEntities(words.replace(addresses, (address) => shown.get(address) ?? address)).trim()
}

const mediaList = (tweet: Loose): Loose[] => {
  const extended = listOf(objectOf(tweet.extended_entities).media)
  return (extended.length > 0 ? extended : listOf(objectOf(tweet.entities).media)).map(objectOf)
}

const kinds: Readonly<Record<string, Attached['kind']>> = { video: 'video', animated_gif: 'animation' }

/** The file of a picture is named after the post and the picture. `id` null: it is somebody else's, and not in the archive. */
function mediaIn(tweet: Loose, id: string | null): Published['media'] {
  const list = mediaList(tweet)
  const tells = list.some((media) => 'ext_alt_text' in media)
  const attachedOf = (media: Loose): Attached => {
    const kind = kinds[textOf(media.type) ?? ''] ?? 'picture'
    const name = textOf(media.media_url_https)?.split('/').at(-1)
    const file = kind === 'picture' && id && name ? `${id}-${name}` : null
    return { kind, alt: tells ? (textOf(media.ext_alt_text) ?? '') : null, file }
  }
  return mediaOf(list.map(attachedOf), tells)
}

function entitiesOf(tweet: Loose): Pick<Published, 'hashtags' | 'mentions' | 'links'> {
  const entities = objectOf(tweet.entities)
  const of = (list: unknown, field: string) => listOf(list).flatMap((e) => textOf(objectOf(e)[field]) ?? [])
  return {
    hashtags: of(entities.hashtags, 'text'),
    mentions: of(entities.user_mentions, 'screen_name'),
    links: of(entities.urls, 'expanded_url'),
  }
}

/** A quote ends with the address of the post it shows. */
function quotedIn(tweet: Loose): Published['to'] {
  const last = textOf(objectOf(listOf(objectOf(tweet.entities).urls).at(-1)).expanded_url) ?? ''
  const found = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(\w{1,20})\/status\/(\d+)(?:\?\S*)?$/.exec(last)
  return found ? { handle: found[1] ?? null, externalId: found[2] ?? null } : null
}

function toOf(
  tweet: Loose,
  repost: RegExpExecArray | null,
  isReply: boolean,
  quoted: Published['to'],
): Published['to'] {
  if (repost) return { externalId: null, handle: repost[1] ?? null }
  if (!isReply) return quoted
  return {
    externalId: textOf(tweet.in_reply_to_status_id_str) ?? textOf(tweet.in_reply_to_status_id),
    handle: textOf(tweet.in_reply_to_screen_name),
  }
}

const renamed: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi' }

/** `und` and the letters that begin with q say why X saw no language. */
function languageOf(value: unknown): string | null {
  const lang = textOf(value)
  if (!lang || lang === 'und' || lang === 'zxx' || lang === 'art' || /^q[a-t][a-z]$/.test(lang)) return null
  return renamed[lang] ?? lang
}
