import type { ExportReader, Found } from '../export.ts'
import { instantOfSeconds, isObject, type Loose, listOf, objectOf, textOf } from '../loose.ts'
import { attachedAt, mediaOf, type Published, uncounted } from '../published.ts'
import { hashtagsIn, linksIn, mentionsIn, repairMojibake } from '../said.ts'

const pictures = /(?:^|\/)((?:media|photos)\/.+\.(?:jpe?g|png|webp|gif))$/i

/** The download of an Instagram account as JSON. Its texts are UTF-8 read as Latin-1; reels stand both by themselves and among the posts. */
export const reader: ExportReader = {
  words:
    'In Instagram: Accounts Centre, Your information and permissions, Download your information, format JSON, all of its time. Upload the zip as it is.',
  endings: ['.zip', '.json'],
  entries: [
    { like: 'media/posts_1.json', name: /(^|\/)posts(_\d+)?\.json$/, form: 'elements', needed: true },
    { like: 'media/reels.json', name: /(^|\/)reels(_\d+)?\.json$/, form: 'elements', needed: false },
  ],
  pictures,
  begin: () => ({ read: (_entry, value) => (isObject(value) ? fromPost(value) : []) }),
}

function fromPost(post: Loose): Found[] {
  const media = listOf(post.media).map(objectOf)
  const [first] = media
  const saidAt = instantOfSeconds(post.creation_timestamp ?? first?.creation_timestamp)
  const uri = textOf(first?.uri)
  if (!saidAt || !uri) return [{ kind: 'broken', expected: 'a post with media and their creation_timestamp' }]
  // The words of a post with several media stand outside; those of a single one inside.
  const words = repairMojibake(textOf(post.title) ?? textOf(first?.title) ?? '')
  const published: Published = {
    externalId: idIn(uri),
    saidAt,
    kind: 'original',
    words,
    language: null,
    to: null,
    hashtags: hashtagsIn(words),
    mentions: mentionsIn(words),
    links: linksIn(words),
    media: mediaOf(
      media.map(({ uri }) => attachedAt(textOf(uri) ?? '', pictures)),
      false,
    ),
    counts: uncounted,
    cut: false,
    edited: false,
  }
  return [{ kind: 'published', published }]
}

/** The network's own id of the first picture ends the name of its file; it is the same in every export. */
const idIn = (uri: string): string => /_?(\d{10,})\.\w+$/.exec(uri)?.[1] ?? uri.split('/').at(-1) ?? uri
