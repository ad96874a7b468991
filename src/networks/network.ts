import type { Ending, Look, Proof } from './ending.ts'

/** What a network is and can do. What it cannot do is `null` or `false`, stated; generic code asks here and never names a network. */
export type Traits = {
  /** Identifier in tables and addresses: `bluesky`. */
  id: string
  name: string
  /** Two letters in a frame; we use no logos. */
  mark: string
  /** Names that people still write in a list of accounts. */
  alsoCalled: readonly string[]
  /** A place for training: nothing on it reaches the public. */
  practice: boolean
  /** Where the public finds an account there, by its handle without `@`; null where a handle alone does not say it. */
  profileAt: (handle: string) => string | null
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
  /** What people say to us that reaches this installation; null when nothing does, because we are not connected. */
  hears: { reply: boolean; mention: boolean; quote: boolean; direct: boolean } | null
  /** Whether it tells how many follow an account, and who they are, page by page; null when nothing is asked there from here. */
  followers: { count: boolean; who: boolean } | null
  /** How long a private message may be; null when none can be sent from here. */
  directMessages: { max: number; unit: LengthUnit } | null
  /** What can be done there, from here, to a message or to its author. */
  moderates: readonly ModerationAct[]
  /** The network has polls that a connection can publish. */
  polls: boolean
  /** How a person hands over the keys: the fields asked for, in order. */
  keyFields: readonly { name: string; label: string; secret: boolean }[]
  /** True when keys can be given by signing in at the network (OAuth). */
  signInAtNetwork: boolean
}

/**
 * hide: the message is no longer shown below our post. mute: we no longer hear its author. block: its author can no longer answer
 * us. report: the network's own moderators are asked to look.
 */
export type ModerationAct = 'hide' | 'report' | 'mute' | 'block'

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
  /** A private message: the conversation's id at the network (`HeardMessage.thread`). Then `reply` is null. Left out or null: public. */
  direct?: string | null
}

/** The exact thing that will be published: made once, kept before the first attempt, the same on every attempt. */
export type Frozen = { readonly json: string }

export type Identity = { externalId: string; handle: string; name: string }

/** `profile`: the words by which the account says who it is; null where the network did not tell them. */
export type Presence = Identity & { profile: string | null }

/** One thing that somebody said to us or about us. Everything in it was written by strangers. */
export type HeardMessage = {
  /** Unique at the network. */
  externalId: string
  /** What it is to us. One that is several things is a reply before a quote, a quote before a mention. */
  kind: 'reply' | 'mention' | 'quote' | 'direct'
  author: { externalId: string; handle: string; name: string }
  text: string
  languages: string[]
  /** ISO instant; never later than the network itself took the message in. */
  saidAt: string
  url: string | null
  /** External id of what it answers or, as a quote, shows. */
  parent: string | null
  root: string | null
  /** What belongs together: of a private message the network's conversation id, otherwise the root, or itself when it is one. */
  thread: string
  /** What `OutgoingPiece.reply` needs to answer it: `parent: proof`, `root: rootProof ?? proof`. */
  proof: Proof
  rootProof: Proof | null
  /** Changes when its author edits it. */
  version: string
  /** One for each picture that came with it. */
  pictures: { alt: string }[]
}

export type Heard = {
  kind: 'heard'
  messages: HeardMessage[]
  cursor: string
  /** There is more to be had at once: ask again without waiting. */
  more: boolean
  /** In words, what this key does not let us hear; null when everything that the network has is heard. */
  missing: string | null
}

/**
 * Nothing was heard; the old cursor stays good. `keyEnded`: nothing will be until somebody renews the keys. `notAllowed`: the keys are good and
 * were never given for this, so that asking again soon helps nobody.
 */
export type NotHeard =
  | { kind: 'later'; until: Date | null; keyEnded: boolean; words: string }
  | { kind: 'notAllowed'; words: string }
  | { kind: 'unknown'; words: string }

/** How things stand with messages heard before, by external id. One that could not be asked about is left out. */
export type Rechecked = {
  kind: 'seen'
  messages: Record<string, { state: 'live'; text: string; version: string } | { state: 'gone' }>
}

/** Of one account, as its network says now; null: it does not tell. */
export type Counted = { kind: 'counted'; followers: number | null; following: number | null; posts: number | null }

/** Some of those who follow an account, by what identifies a person on the whole network. `cursor` null: these were the last. */
export type FollowersPage = { kind: 'followers'; people: readonly string[]; cursor: string | null }

export type ModerationSubject = { externalId: string; authorExternalId: string; root: string | null }

/**
 * One account's line to its network. Only `send`, `remove` and `moderate` change anything there.
 * No member retries a write; every member gives up at `signal`.
 */
export type Line = {
  /** Who the keys belong to, or why they do not work. */
  whoAmI(
    signal: AbortSignal,
  ): Promise<{ kind: 'is'; identity: Presence } | { kind: 'keyEnded' | 'unknown'; words: string }>
  /** Resolves what must be asked beforehand (mentions, picture uploads): may be repeated freely, publishes nothing. */
  freeze(
    piece: OutgoingPiece,
    signal: AbortSignal,
  ): Promise<{ kind: 'frozen'; frozen: Frozen } | Exclude<Ending, { kind: 'done' }>>
  send(frozen: Frozen, key: string, signal: AbortSignal): Promise<Ending>
  look(frozen: Frozen, key: string, signal: AbortSignal): Promise<Look>
  remove(externalId: string, signal: AbortSignal): Promise<Ending>
  /**
   * What was said since the cursor; null: everything that the network still has, at most `hearingWindowDays` back. The caller keeps
   * the messages and the new cursor in one transaction. At least once: a cursor may be used again and brings the same again, and
   * messages come again because the newest part is always re-read, so that nothing that the network shows late is lost; dedupe by
   * external id. Oldest first within one answer. After an outage `more` leads through all pages; where these are very many,
   * answers go back in time, newest stretch first. What we said ourselves is never among them.
   */
  hear(cursor: string | null, signal: AbortSignal): Promise<Heard | NotHeard>
  /** Are these still there, and as we know them? `gone` is said only on the network's own word. */
  recheck(externalIds: readonly string[], signal: AbortSignal): Promise<Rechecked | NotHeard>
  /**
   * Leaves the act done, or with `undo` taken back, however often it is asked; only a report cannot be taken back, and one that
   * ended `unknown` must not be repeated unasked. `reason` goes to the network's moderators with a report and nowhere else.
   */
  moderate(
    act: ModerationAct,
    subject: ModerationSubject,
    undo: boolean,
    reason: string,
    signal: AbortSignal,
  ): Promise<Ending>
  count(signal: AbortSignal): Promise<Counted | NotHeard>
  /**
   * One page of who follows the account; `cursor` null: the first. Somebody may be told twice. For counting in memory only: whoever asks
   * keeps, logs and answers nothing that stands for a person.
   */
  followers(cursor: string | null, signal: AbortSignal): Promise<FollowersPage | NotHeard>
}

/** How far back `hear` goes when it begins. */
export const hearingWindowDays = 30

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
