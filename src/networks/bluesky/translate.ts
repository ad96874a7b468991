import type { Proof } from '../ending.ts'
import { bytesOf, lengthOf } from '../length.ts'
import type { OutgoingPiece, Picture } from '../network.ts'
import { traits } from './traits.ts'

export const collection = 'app.bsky.feed.post'

/** Part of the text that leads somewhere; `start` and `end` count UTF-8 bytes. `target` is an address, a DID or a tag without #. */
export type Facet = { kind: 'link' | 'mention' | 'tag'; start: number; end: number; target: string }

/** A picture as the server names it once it has been uploaded. */
export type Blob = { $type: 'blob'; ref: { $link: string }; mimeType: string; size: number }

/** Why this piece can never be published as it stands, in words for its author; null when nothing speaks against it. */
export const objectionTo = (piece: OutgoingPiece): string | null => {
  const { length, pictures } = traits
  if (piece.text.trim() === '' && piece.pictures.length === 0) return 'The post has no text and no picture.'
  const letters = lengthOf(piece.text, length.unit)
  if (length.max !== null && letters > length.max)
    return `The text has ${letters} characters; Bluesky takes ${length.max}. Shorten it, or make it a thread.`
  if (length.maxBytes !== null && bytesOf(piece.text) > length.maxBytes)
    return 'The text uses too many combined signs for Bluesky. Take out some emoji, or make it a thread.'
  if (pictures === null || piece.pictures.length <= pictures.most)
    return piece.pictures.map(objectionToPicture).find(Boolean) ?? null
  return `The post has ${piece.pictures.length} pictures; Bluesky takes ${pictures.most}. Take some out, or make it a thread.`
}

const objectionToPicture = (picture: Picture, at: number): string | null => {
  const limits = traits.pictures
  const which = `Picture ${at + 1}`
  if (limits === null) return 'Pictures cannot be published here.'
  if (!limits.types.includes(picture.mediaType))
    return `${which} is of a kind that Bluesky does not show. Save it as JPEG or PNG.`
  if (picture.bytes.byteLength > limits.maxBytes)
    return `${which} is larger than the 2 MB that Bluesky takes. Save it smaller and add it again.`
  if (lengthOf(picture.alt, 'grapheme') > limits.altMax)
    return `The description of picture ${at + 1} has more than ${limits.altMax} characters. Shorten it.`
  return null
}

/** The record to be published. Nothing in it comes from a clock or from chance, so every attempt carries the same bytes. */
export const recordOf = (
  piece: OutgoingPiece,
  facets: readonly Facet[],
  blobs: readonly Blob[],
): Record<string, unknown> => ({
  $type: collection,
  text: piece.text,
  createdAt: piece.createdAt,
  ...(piece.languages.length > 0 ? { langs: piece.languages.slice(0, 3) } : {}),
  ...(facets.length > 0 ? { facets: facets.map(facetOf) } : {}),
  ...(piece.reply ? { reply: { root: referenceTo(piece.reply.root), parent: referenceTo(piece.reply.parent) } } : {}),
  ...(blobs.length > 0
    ? { embed: { $type: 'app.bsky.embed.images', images: blobs.map((blob, at) => imageOf(blob, piece.pictures[at])) } }
    : {}),
})

const feature = { link: 'uri', mention: 'did', tag: 'tag' } as const

export const facetOf = ({ kind, start, end, target }: Facet): object => ({
  $type: 'app.bsky.richtext.facet',
  index: { byteStart: start, byteEnd: end },
  features: [{ $type: `app.bsky.richtext.facet#${kind}`, [feature[kind]]: target }],
})

const imageOf = (blob: Blob, picture: Picture | undefined): object => ({
  image: blob,
  alt: picture?.alt ?? '',
  ...(picture && picture.width > 0 && picture.height > 0
    ? { aspectRatio: { width: picture.width, height: picture.height } }
    : {}),
})

const referenceTo = (proof: Proof): object => ({ uri: proof.uri ?? null, cid: proof.cid ?? null })

/** JSON with its keys in order, so that the same record is the same text. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Is the record that the server holds the one that we froze? */
export const isSameRecord = (frozen: string, held: unknown): boolean =>
  stableJson(JSON.parse(frozen)) === stableJson(held)

export type Place = { did: string; collection: string; key: string }

/** The parts of at://did/collection/key; null when it is not one record's address. */
export const placeOf = (uri: string): Place | null => {
  const match = /^at:\/\/(did:[a-z]+:[A-Za-z0-9._:%-]+)\/([A-Za-z0-9.-]+)\/([A-Za-z0-9._~:-]+)$/u.exec(uri)
  const [, did, nsid, key] = match ?? []
  return did && nsid && key ? { did, collection: nsid, key } : null
}

/** The page on which the public reads a post. Named by DID: a handle may be changed, and then belong to somebody else. */
export const pageOf = (did: string, key: string): string => `https://bsky.app/profile/${did}/post/${key}`
