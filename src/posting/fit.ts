import { bytesOf, lengthOf, splitThread } from '../networks/length.ts'
import type { Traits } from '../networks/network.ts'
import { traitsOf } from '../networks/networks.ts'
import { asPublished, signed } from '../register/signature.ts'
import { type Content, correctionBegins } from './content.ts'
import type { AccountFacts } from './facts.ts'

type Place = Pick<AccountFacts, 'id' | 'network' | 'handle' | 'signaturePlace' | 'signatures'>
type Words = Pick<Content, 'pieces' | 'variants' | 'pictures'>

type FittedPicture = { id: string; alt: string }
/** One piece as it would be published; counted by the network's own unit, signature and all. */
type FittedPiece = {
  text: string
  pictures: readonly FittedPicture[]
  count: number
  max: number | null
  over: number
}
export type Fitted = {
  accountId: string
  network: string
  handle: string
  signature: { personId: string; mark: string } | null
  pieces: readonly FittedPiece[]
  /** Why it cannot go out there as it stands, in words for the author. */
  troubles: readonly string[]
  /** Those of them that the rule about length (R84) tells as well, with the place in the words. */
  tooLong: readonly string[]
}

/** The words that an account gets: its own, or the common ones. */
export const wordsFor = (content: Words, accountId: string): readonly string[] =>
  content.variants[accountId] ?? content.pieces

const nameOf = (traits: Traits | null, place: Place): string => traits?.name ?? place.network

/** The signature of this person on this account; null where the account takes none or the person has none. */
export const signatureOn = (place: Place, personId: string): { personId: string; mark: string } | null => {
  if (place.signaturePlace === 'none') return null
  const found = place.signatures.find((s) => s.personId === personId)
  return found ? { personId, mark: found.mark } : null
}

/**
 * What an account would publish: signature before the first piece or after the last, each piece with its pictures, counted. A
 * network without threads gets all pieces as one post, a blank line between them. `isPrivate`: as a private message there.
 */
export function compose(content: Words, place: Place, speakerId: string, isPrivate = false): Fitted {
  const known = traitsOf(place.network)
  const traits = known && isPrivate ? privately(known) : known
  const signature = signatureOn(place, speakerId)
  const asThread = traits?.threads ?? false
  const given = wordsFor(content, place.id)
  const plain = asThread ? given : [given.filter((text) => text.trim() !== '').join('\n\n')]
  const pieces = sign(plain, signature?.mark ?? null, place).map((text, n) =>
    fitPiece(text, picturesOf(content, n, plain.length), traits),
  )
  const tooLong = traits ? tooLongFor(pieces, traits) : []
  const troubles = [...troublesOf(pieces, plain, traits, place), ...tooLong]
  return { accountId: place.id, network: place.network, handle: place.handle, signature, pieces, troubles, tooLong }
}

/** The same network as a place for private messages: another length, nothing but words. */
const privately = (traits: Traits): Traits => ({
  ...traits,
  length: {
    unit: traits.directMessages?.unit ?? traits.length.unit,
    max: traits.directMessages?.max ?? 0,
    maxBytes: null,
  },
  pictures: null,
  threads: false,
})

function sign(pieces: readonly string[], mark: string | null, place: Place): string[] {
  const at = place.signaturePlace === 'suffix' ? pieces.length - 1 : 0
  return pieces.map((text, n) => (n === at ? signed(text.trim(), mark, place.signaturePlace).trim() : text.trim()))
}

/** A picture of a piece that is not there goes with the last. */
const picturesOf = (content: Words, n: number, pieces: number): FittedPicture[] =>
  content.pictures.filter((p) => Math.min(p.piece, pieces - 1) === n).map(({ id, alt }) => ({ id, alt: alt.trim() }))

function fitPiece(text: string, pictures: readonly FittedPicture[], traits: Traits | null): FittedPiece {
  const count = traits ? lengthOf(text, traits.length.unit) : lengthOf(text, 'grapheme')
  const max = traits?.length.max ?? null
  return { text, pictures, count, max, over: max === null ? 0 : Math.max(0, count - max) }
}

function troublesOf(
  pieces: readonly FittedPiece[],
  plain: readonly string[],
  traits: Traits | null,
  place: Place,
): string[] {
  const name = nameOf(traits, place)
  const found: string[] = []
  if (!traits) return [`We know no network called ${place.network}.`]
  if (!traits.connected) found.push(`${name} is listed but not connected, so nothing can be sent there from here.`)
  for (const [n, piece] of pieces.entries()) {
    const which = pieces.length > 1 ? `Piece ${n + 1}` : 'It'
    if ((plain[n] ?? '').trim() === '' && piece.pictures.length === 0)
      found.push(pieces.length > 1 ? `${which} has no words.` : 'There are no words yet.')
    if (piece.over === 0 && traits.length.maxBytes !== null && bytesOf(piece.text) > traits.length.maxBytes)
      found.push(`${which} is too long for ${name}, because of the signs in it.`)
    found.push(...pictureTroubles(piece, traits))
  }
  const begun = Object.values(correctionBegins).find((words) => plain.join(' ').trim() === words)
  if (begun) found.push(`Nothing but “${begun}” is written. Say what was wrong and what is right.`)
  return found
}

function tooLongFor(pieces: readonly FittedPiece[], traits: Traits): string[] {
  const altMax = traits.pictures?.altMax ?? null
  return pieces.flatMap((piece, n) => [
    ...(piece.over > 0 ? [overWords(pieces.length > 1 ? `Piece ${n + 1}` : 'It', piece.over, traits.name)] : []),
    ...(altMax !== null && piece.pictures.some((p) => lengthOf(p.alt, 'grapheme') > altMax)
      ? [`A picture’s alt text is longer than ${traits.name} takes (${altMax} characters).`]
      : []),
  ])
}

const overWords = (which: string, over: number, name: string): string =>
  `${which} is ${over} ${over === 1 ? 'character' : 'characters'} too long for ${name}, with your signature.`

function pictureTroubles(piece: FittedPiece, traits: Traits): string[] {
  if (piece.pictures.length === 0) return []
  const may = traits.pictures
  if (!may) return [`Pictures cannot be sent to ${traits.name} from here.`]
  return piece.pictures.length > may.most
    ? [`${traits.name} takes ${may.most} pictures at once, not ${piece.pictures.length}.`]
    : []
}

/**
 * Cuts words into a thread that fits every one of these accounts with the speaker's signature. `unsplittable` names a link or name that is
 * too long by itself; a place without threads or without a limit asks for no cut.
 */
export function splitForAll(
  text: string,
  places: readonly Place[],
  speakerId: string,
): { kind: 'pieces'; pieces: readonly string[] } | { kind: 'unsplittable'; part: string } {
  let pieces: readonly string[] = [text]
  for (const place of places) {
    const traits = traitsOf(place.network)
    if (!traits?.threads || traits.length.max === null) continue
    const room = roomFor(traits, place, speakerId)
    const next: string[] = []
    for (const piece of pieces) {
      const split = splitThread(piece, room.max, traits.length.unit, room.maxBytes)
      if (split.kind === 'unsplittable') return split
      next.push(...split.pieces)
    }
    pieces = next
  }
  return { kind: 'pieces', pieces: pieces.length === 0 ? [''] : pieces }
}

/** What is left for words when every piece keeps room for the signature; which piece bears it is not known before the cut. */
function roomFor(traits: Traits, place: Place, speakerId: string): { max: number; maxBytes: number | null } {
  const mark = signatureOn(place, speakerId)?.mark
  const published = mark ? asPublished(mark, place.signaturePlace) : null
  const extra = published ? `${published} ` : ''
  const max = (traits.length.max ?? 0) - lengthOf(extra, traits.length.unit)
  return {
    max: Math.max(1, max),
    maxBytes: traits.length.maxBytes === null ? null : traits.length.maxBytes - bytesOf(extra),
  }
}
