import type { Ending, Look, Proof } from './ending.ts'

/** What a network is and can do. What it cannot do is `null` or `false`, stated; generic code asks here and never names a network. */
export type Traits = {
  /** Identifier in tables and addresses: `bluesky`. */
  id: string
  name: string
  /** Two letters in a frame; we use no logos. */
  mark: string
  /** A place for training: nothing on it reaches the public. */
  practice: boolean
  /** True when a delivery can reach it from this installation; false for networks that the register only lists. */
  connected: boolean
  length: { unit: LengthUnit; max: number | null; maxBytes: number | null }
  pictures: { most: number; maxBytes: number; maxSide: number; types: readonly string[]; altMax: number } | null
  threads: boolean
  /** The same write under the same key leaves one post, however often it arrives. */
  repeatSafe: boolean
  /** Posts can be changed in place after publishing. */
  edit: boolean
  remove: boolean
  /** How a person hands over the keys: the fields asked for, in order. */
  keyFields: readonly { name: string; label: string; secret: boolean }[]
  /** True when keys can be given by signing in at the network (OAuth). */
  signInAtNetwork: boolean
}

/** grapheme: as a reader counts; weighted: X's own table; character: code points. */
export type LengthUnit = 'grapheme' | 'weighted' | 'character'

export type Picture = { bytes: Uint8Array; mediaType: string; alt: string; width: number; height: number }

/** One piece, ready for a network. `reply` names the first and the previous piece of a thread by their proofs. */
export type OutgoingPiece = {
  text: string
  languages: readonly string[]
  pictures: readonly Picture[]
  /** ISO instant, frozen with the piece so that every attempt carries the same bytes. */
  createdAt: string
  reply: { root: Proof; parent: Proof } | null
}

/** The exact thing that will be published: made once, kept before the first attempt, the same on every attempt. */
export type Frozen = { readonly json: string }

export type Identity = { externalId: string; handle: string; name: string }

/**
 * One account's line to its network. Only `send` and `remove` change anything there.
 * No member retries a write; every member gives up at `signal`.
 */
export type Line = {
  /** Who the keys belong to, or why they do not work. */
  whoAmI(
    signal: AbortSignal,
  ): Promise<{ kind: 'is'; identity: Identity } | { kind: 'keyEnded' | 'unknown'; words: string }>
  /** Resolves what must be asked beforehand (mentions, picture uploads): may be repeated freely, publishes nothing. */
  freeze(
    piece: OutgoingPiece,
    signal: AbortSignal,
  ): Promise<{ kind: 'frozen'; frozen: Frozen } | Exclude<Ending, { kind: 'done' }>>
  send(frozen: Frozen, key: string, signal: AbortSignal): Promise<Ending>
  look(frozen: Frozen, key: string, signal: AbortSignal): Promise<Look>
  remove(externalId: string, signal: AbortSignal): Promise<Ending>
}

/** What a line is opened with. `secret` is the unsealed key; `keep` seals a renewed one before it is used. */
export type Custody = {
  account: { forceId: string; id: string; handle: string }
  secret: Readonly<Record<string, string>>
  keep(secret: Readonly<Record<string, string>>): Promise<void>
}

/**
 * The key of a piece: the same on every attempt, different for every other piece. 13 characters of base32-sortable, so that
 * it is also a valid AT Protocol record key. Hash of (post id, network, account, piece).
 */
export type KeyOf = { postId: string; network: string; accountId: string; piece: number; dueAt: Date }
