import type { AccountClass } from '../../register/account.ts'
import { dayMs, type Span } from '../book.ts'
import { feedFrom, formOf } from '../item.ts'
import { middleOf } from '../measure.ts'
import { plainWords } from '../reading/plain-words.ts'
import { handleKey, type Officials } from '../reading/towards.ts'
import { standing } from './discovery.ts'
import { type Against, addQuarter, type Effect, effectOf, nothingAgainst } from './effect.ts'
import { features, featuresOf, type Said } from './feature.ts'
import { type Candidate, type Lesson, lessonsOf, type Use } from './lessons.ts'

export const reactions = ['replies', 'reshares'] as const
export type Reaction = (typeof reactions)[number]
export const groups = ['corporate', 'others'] as const
export type Group = (typeof groups)[number]

/** What an account put out, with what it earned; null: the network does not tell. */
export type Put = Omit<Said, 'hour' | 'words'> & {
  id: string
  at: number
  kind: 'original' | 'quote' | 'reply' | 'reshare'
  /** Of an original or a quote. */
  words: string
  toId: string | null
  toHandle: string | null
  replies: number | null
  reshares: number | null
  /** When the network told those counts; null: not known. */
  countedAt: number | null
}

export type Earning = {
  id: string
  handle: string
  network: string
  class: AccountClass
  /** Null: not known. */
  followers: number | null
  /** It answers people more than most do: it may teach. */
  conversational: boolean
}

export type EarnedRow = Effect & {
  group: Group
  reaction: Reaction
  feature: string
  perFollowerWith: number | null
  perFollowerWithout: number | null
  followersKnown: number
  /** A finding, when everything that was compared is looked at together. */
  stands: boolean
}

export type Earned = {
  rows: EarnedRow[]
  posts: number
  accounts: number
  leftOut: Record<LeftOut, number>
  networks: Record<string, { posts: number; replies: number; reshares: number }>
  lessons: Lesson[]
}
type LeftOut = 'answers' | 'reshares' | 'automated' | 'young'

/** Counts that the network told sooner after the post are not settled yet. */
const settledAfter = 2 * dayMs
/** An answer to the public within so long after a post belongs to what followed it. */
const exchangeWithin = 2 * dayMs

/** What has to be known beside the posts. */
export type Around = { hour: (at: number) => number; places: RegExp | null; officials: Officials }

type Told = { group: Group; followers: number | null; against: Record<Reaction, Against[]> }

const quarterOf = (at: number): number => {
  const day = new Date(at)
  return day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3)
}

/** Counts what goes with replies and reshares account by account: one account's words are in memory at a time. `add` each; then `done`. */
export function earning(span: Span, around: Around) {
  const told: Told[] = []
  const uses: Use[] = []
  const candidates: Candidate[] = []
  const leftOut = { answers: 0, reshares: 0, automated: 0, young: 0 }
  const networks: Earned['networks'] = {}
  let posts = 0
  return {
    add(account: Earning, put: readonly Put[]): void {
      const within = put.filter((p) => p.at >= span.from && p.at < span.until)
      const own = ownOf(within, leftOut)
      if (own.length === 0) return
      posts += own.length
      const of = networks[account.network] ?? { posts: 0, replies: 0, reshares: 0 }
      networks[account.network] = of
      const threads = repliesToItself(put)
      const earners = own.map((p) => ({
        put: p,
        quarter: quarterOf(p.at),
        bits: featuresOf({ ...p, hour: around.hour(p.at) }, around.places),
        replies: p.replies === null ? null : Math.max(0, p.replies - (threads.get(p.id) ?? 0)),
        reshares: p.reshares,
      }))
      of.posts += own.length
      for (const reaction of reactions) of[reaction] += own.filter((p) => p[reaction] !== null).length
      const group = account.class === 'corporate' ? 'corporate' : 'others'
      told.push({
        group,
        followers: account.followers,
        against: { replies: againstOf(earners, 'replies'), reshares: againstOf(earners, 'reshares') },
      })
      if (group === 'others' && !account.conversational) return
      uses.push({
        group,
        shares: features.map((_, bit) => earners.filter((e) => (e.bits >> bit) & 1).length / own.length),
      })
      if (group === 'others') candidates.push(...exchanges(account, put, earners, around.officials))
    },
    done(): Earned {
      const rows = standing(
        groups.flatMap((group) =>
          reactions.flatMap((reaction) => features.map((f, bit) => rowOf(told, group, reaction, f.id, bit))),
        ),
      )
      return { rows, posts, accounts: told.length, leftOut, networks, lessons: lessonsOf(rows, uses, candidates) }
    },
  }
}

/** Own words to everybody, whose counts are settled. A feed says one thing again and again: it would speak for its links. */
function ownOf(within: readonly Put[], leftOut: Record<LeftOut, number>): Put[] {
  const forms = new Map<string, number>()
  const formed = new Map<Put, string>()
  for (const p of within) {
    if (p.kind !== 'original' && p.kind !== 'quote') continue
    const form = formOf(plainWords(p.words).join(' '))
    formed.set(p, form)
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  return within.filter((p) => {
    const form = formed.get(p)
    const why: LeftOut | null =
      p.kind === 'reply'
        ? 'answers'
        : form === undefined
          ? 'reshares'
          : form !== '' && (forms.get(form) ?? 0) >= feedFrom
            ? 'automated'
            : p.countedAt !== null && p.countedAt - p.at < settledAfter
              ? 'young'
              : null
    if (why) leftOut[why] += 1
    return why === null
  })
}

/** How often an account answered each of its own posts: a thread is no reply of the public. */
function repliesToItself(put: readonly Put[]): Map<string, number> {
  const ids = new Set(put.map((p) => p.id))
  const times = new Map<string, number>()
  for (const p of put)
    if (p.kind === 'reply' && p.toId !== null && ids.has(p.toId)) times.set(p.toId, (times.get(p.toId) ?? 0) + 1)
  return times
}

type Read = { put: Put; quarter: number; bits: number; replies: number | null; reshares: number | null }

function againstOf(earners: readonly Read[], reaction: Reaction): Against[] {
  const into = nothingAgainst(features.length)
  const known = earners.flatMap((e) => {
    const value = e[reaction]
    return value === null ? [] : [{ quarter: e.quarter, bits: e.bits, value }]
  })
  for (const quarter of Map.groupBy(known, (e) => e.quarter).values()) addQuarter(into, quarter)
  return into
}

function rowOf(told: readonly Told[], group: Group, reaction: Reaction, feature: string, bit: number) {
  const of = told.filter((t) => t.group === group)
  const against = of.flatMap((t) => t.against[reaction][bit] ?? [])
  const rates = of.flatMap(({ followers, against: all }) => {
    const a = all[reaction][bit]
    if (!a || a.pairs === 0 || followers === null || followers === 0) return []
    const each = 100_000 / followers
    return [{ withIt: (a.earnedWith / a.withIt) * each, without: (a.earnedWithout / a.without) * each }]
  })
  return {
    group,
    reaction,
    feature,
    ...effectOf(against),
    perFollowerWith: middleOf(rates.map((r) => r.withIt)),
    perFollowerWithout: middleOf(rates.map((r) => r.without)),
    followersKnown: rates.length,
  }
}

/** Posts that people answered and below which the account answered people soon: a real exchange. */
function exchanges(account: Earning, put: readonly Put[], earners: readonly Read[], officials: Officials): Candidate[] {
  const ids = new Set(put.map((p) => p.id))
  const answered = put
    .filter((p) => p.kind === 'reply' && !(p.toId !== null && ids.has(p.toId)) && p.toHandle !== null)
    .filter((p) => {
      const to = handleKey(p.toHandle ?? '')
      return to !== handleKey(account.handle) && !officials.has(to)
    })
    .map((p) => p.at)
    .sort((a, b) => a - b)
  return earners.flatMap((e) => {
    if (!e.replies || !answered.some((at) => at > e.put.at && at <= e.put.at + exchangeWithin)) return []
    return [{ accountId: account.id, id: e.put.id, replies: e.replies, bits: e.bits }]
  })
}
