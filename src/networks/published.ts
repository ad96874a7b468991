/**
 * One thing that an account published, as an export of its network tells it, or as our own delivery does. What a network does not tell is
 * `null`, never nought: an export of X has no count of replies, and a measure must be able to say so.
 */
export type Published = {
  /** The network's own id, unique within the account. */
  externalId: string
  /** ISO instant. */
  saidAt: string
  /** A reply answers somebody, also oneself; a quote shows another's post with words of its own; a reshare has no words of its own. */
  kind: 'original' | 'reply' | 'quote' | 'reshare'
  /** As a reader saw them: entities decoded, line breaks kept. Of a reshare, what the network gave of the other's words. */
  words: string
  language: string | null
  /** Whom a reply answers, or whose post a quote or a reshare shows; handles without @. */
  to: { externalId: string | null; handle: string | null } | null
  /** Without # and @, as written. */
  hashtags: readonly string[]
  mentions: readonly string[]
  links: readonly string[]
  /** `described`: how many carry words for people who do not see them. `attached`: each by itself, where the export tells. */
  media: { pictures: number; videos: number; described: number | null; attached?: readonly Attached[] }
  counts: { replies: number | null; reshares: number | null; likes: number | null; quotes: number | null }
  /** The network gave only the beginning of the words. */
  cut: boolean
  /** It was changed after it was published; this is the last state. */
  edited: boolean
}

/**
 * One picture, film or sound of a post. `alt`: words for people who do not see it; '' where the network says there are none, null where it
 * does not say. `file`: where its bytes lie in the export, as `ExportReader.pictures` finds it; null where they are not in it.
 */
export type Attached = { kind: 'picture' | 'video' | 'animation' | 'sound'; alt: string | null; file: string | null }

/** A picture or film of which an export tells no more than where its file lies. */
export const attachedAt = (file: string, pictures: RegExp): Attached => ({
  kind: /\.(mp4|mov|m4v|avi)$/i.test(file) ? 'video' : 'picture',
  alt: null,
  file: pictures.exec(file)?.[1] ?? null,
})

/** What a post carries, counted. `tells`: whether the export says anything of words for people who do not see. */
export function mediaOf(attached: readonly Attached[], tells: boolean): Published['media'] {
  const seen = attached.filter(({ kind }) => kind !== 'sound')
  const pictures = seen.filter(({ kind }) => kind === 'picture').length
  const described = tells ? seen.filter(({ alt }) => alt).length : null
  return { pictures, videos: seen.length - pictures, described, ...(attached.length > 0 ? { attached } : {}) }
}

/** An export that counts nothing. */
export const uncounted: Published['counts'] = { replies: null, reshares: null, likes: null, quotes: null }

/** A reshare of which an export tells no more than when it was and whose post it shows. */
export const bareReshare = (of: Pick<Published, 'externalId' | 'saidAt' | 'to'>): Published => ({
  ...of,
  kind: 'reshare',
  words: '',
  language: null,
  hashtags: [],
  mentions: [],
  links: [],
  media: { pictures: 0, videos: 0, described: 0 },
  counts: uncounted,
  cut: false,
  edited: false,
})
