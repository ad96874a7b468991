import type { ExportReader, Found } from '../export.ts'
import { instantOfSeconds, isObject, type Loose, listOf, objectOf, textOf } from '../loose.ts'
import { attachedAt, mediaOf, type Published, uncounted } from '../published.ts'
import { hashtagsIn, linksIn, repairMojibake } from '../said.ts'

const pictures = /(?:^|\/)((?:posts\/media|photos_and_videos)\/.+\.(?:jpe?g|png|webp|gif))$/i

/** The download of a Facebook page or profile as JSON. Its texts are UTF-8 read as Latin-1, and its posts carry no id. */
export const reader: ExportReader = {
  words:
    'In Facebook, as the page: Settings, Download your information, format JSON, all of its time, at least Posts. Upload the zip as it is.',
  endings: ['.zip', '.json'],
  entries: [
    {
      like: 'posts/profile_posts_1.json',
      name: /(^|\/)posts\/(your_posts|profile_posts|page_posts)[\w_]*\.json$/,
      form: 'elements',
      needed: true,
    },
  ],
  pictures,
  begin: () => ({ read: (_entry, value) => (isObject(value) ? fromPost(value) : []) }),
}

function fromPost(post: Loose): Found[] {
  const saidAt = instantOfSeconds(post.timestamp)
  if (!saidAt) return [{ kind: 'broken', expected: 'a post with its timestamp' }]
  const words = repairMojibake(listOf(post.data).flatMap((d) => textOf(objectOf(d).post) ?? [])[0] ?? '')
  const attached = listOf(post.attachments).flatMap((a) => listOf(objectOf(a).data).map(objectOf))
  const media = attached.filter((a) => isObject(a.media)).map((a) => objectOf(a.media))
  const outside = attached.flatMap((a) => textOf(objectOf(a.external_context).url) ?? [])
  if (words === '' && media.length === 0 && outside.length === 0) return [] // "changed the cover", "was at": nobody said anything
  const published: Published = {
    externalId: `${post.timestamp}-${shortSum(words + (textOf(media[0]?.uri) ?? '') + (outside[0] ?? ''))}`,
    saidAt,
    kind:
      / shared a (post|memory|link from|photo from|video from)/.test(textOf(post.title) ?? '') && words === ''
        ? 'reshare'
        : 'original',
    words,
    language: null,
    to: null,
    hashtags: hashtagsIn(words),
    mentions: listOf(post.tags).flatMap((t) => repairMojibake(textOf(objectOf(t).name) ?? '') || []),
    links: [...new Set([...linksIn(words), ...outside])],
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

/** The export names no ids: the second and the words together are the same in every export of the same post. */
function shortSum(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
