import type { AccountClass, AccountKind } from '../register/account.ts'
import type { Item } from './item.ts'

/** Milliseconds since 1970; `from` is inside, `until` is not. */
export type Span = { from: number; until: number }

export type AccountAsMeasured = {
  id: string
  handle: string
  class: AccountClass
  kind: AccountKind
  /** Hours a week that somebody looks, as the register states; null where nothing was ever put into the register. */
  coverHours: number | null
  /** Somebody recorded why it is rightly silent between events. */
  eventDriven: boolean
  /** Who signs there now, and since when (ms). */
  roster: readonly { person: string; from: number }[]
  /** Checks of its record, each true when in order; null where it cannot be known. */
  hygiene: Readonly<Record<'owner' | 'training' | 'review' | 'cover' | 'keys', boolean | null>>
}

/** One conversation with the public. Times in ms; null: it has not happened. */
export type Talk = {
  id: string
  category: string
  openedAt: number
  firstLookAt: number | null
  lookedAt: number | null
  firstReplyAt: number | null
  incidentAt: number | null
  crimeSaid: boolean | null
  crimeRecordedAt: number | null
  waitingSince: number | null
  open: boolean
  /** How it was closed last. */
  outcome: 'answered' | 'incidentRaised' | 'referred' | 'moderated' | 'noAnswerNeeded' | null
  triaged: boolean
  turnsOfPublic: number
  turnsOfOurs: number
  /** Whether it came in while somebody was there to look. */
  inHours: boolean
}

/** One post that was released here. */
export type Released = {
  id: string
  at: number
  askedAt: number | null
  approvedAt: number | null
  objectiveId: string | null
  appeal: boolean
  reviewAt: number | null
  /** What the rules found that a person had to decide, and what was decided against them. */
  findings: number
  overrides: number
  answers: boolean
}

export type Moderated = {
  id: string
  conversationId: string
  act: 'hide' | 'report' | 'mute' | 'block'
  at: number
  appealed: boolean
  lifted: boolean
}

/** A surge of which a person said that it was a false rumour. Times in ms. */
export type Rumour = {
  id: string
  /** When its first message was said, and where; null: nothing was put together. */
  seenAt: number
  conversationId: string | null
  /** When the first line of ours was out, and which; null: none. */
  lineAt: number | null
  postId: string | null
  /** How long that took; without a line: how long it has been, up to where we count. */
  took: number
}

/** What is known of who follows an account. */
export type Followed = {
  /** Whether its network tells who follows, and whether that was ever read there. */
  told: boolean
  wasRead: boolean
  /** As read last: how many follow, how many of them no other account of ours that was read, and how many accounts were read or could not be. */
  read: { followers: number; only: number; accounts: number; unread: number } | null
  /** As a person recorded last from the network’s own page. */
  local: { inArea: number; of: number } | null
}

export const nothingKnown: Followed = { told: false, wasRead: false, read: null, local: null }

/** Everything that is counted for one account: all that it ever published up to the end of the span, and what its desk and record hold. */
export type Book = {
  account: AccountAsMeasured
  span: Span
  /** Oldest first, each id once. */
  items: readonly Item[]
  /** Those of them inside the span. */
  inSpan: readonly Item[]
  /** Ids of own posts that another account of the force said nearly so, within seven days. */
  near: ReadonlySet<string>
  /** Ids of own posts nearly like an earlier one of this account. */
  nearOwn: ReadonlySet<string>
  /** Null: this account is not heard here. */
  talks: readonly Talk[] | null
  released: readonly Released[]
  moderated: readonly Moderated[]
  followed: Followed
  /** Those that were first seen on this account. */
  rumours: readonly Rumour[]
}

/** The items of a span, of items in order: found by halving. */
export const inSpan = <I extends { at: number }>(items: readonly I[], { from, until }: Span): readonly I[] =>
  items.slice(firstAt(items, from), firstAt(items, until))

const firstAt = (items: readonly { at: number }[], at: number): number => {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

export const isIn = (at: number, { from, until }: Span): boolean => at >= from && at < until
export const dayMs = 86_400_000
