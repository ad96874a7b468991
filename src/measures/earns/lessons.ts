import type { EarnedRow } from './counting.ts'
import { verdictOf } from './effect.ts'
import { features } from './feature.ts'

/** The share of its posts that have each feature, of one account. */
export type Use = { group: 'corporate' | 'others'; shares: readonly number[] }
export type Candidate = { accountId: string; id: string; replies: number; bits: number }

/**
 * What accounts that talk with people do more often than the corporate ones, where it goes with more replies among the others. `use`: the mean
 * share of posts that have it.
 */
export type Lesson = {
  feature: string
  use: { conversational: number; corporate: number }
  accounts: { conversational: number; corporate: number }
  /** Typical ones, not the most answered: their ids, one an account. */
  examples: { accountId: string; id: string; replies: number }[]
}

/** So much more often, in shares of all posts, that it is a habit. Ours to propose. */
const habit = 0.1
const examplesShown = 3

/** In the order of the features, never by how much they earn. */
export function lessonsOf(
  rows: readonly EarnedRow[],
  uses: readonly Use[],
  candidates: readonly Candidate[],
): Lesson[] {
  const corporate = uses.filter((u) => u.group === 'corporate')
  const conversational = uses.filter((u) => u.group === 'others')
  if (corporate.length === 0 || conversational.length === 0) return []
  return features.flatMap((f, bit) => {
    const row = rows.find((r) => r.feature === f.id && r.group === 'others' && r.reaction === 'replies')
    const use = { conversational: meanUse(conversational, bit), corporate: meanUse(corporate, bit) }
    if (!row || verdictOf(row) !== 'more' || use.conversational < use.corporate + habit) return []
    const accounts = { conversational: conversational.length, corporate: corporate.length }
    return [{ feature: f.id, use, accounts, examples: typical(candidates.filter((c) => (c.bits >> bit) & 1)) }]
  })
}

const meanUse = (uses: readonly Use[], bit: number): number =>
  uses.reduce((sum, u) => sum + (u.shares[bit] ?? 0), 0) / uses.length

/** Those nearest to the middle number of replies, one an account. */
function typical(candidates: readonly Candidate[]): Lesson['examples'] {
  const replies = candidates.map((c) => c.replies).sort((a, b) => a - b)
  const middle = replies[replies.length >> 1] ?? 0
  const far = (c: Candidate) => Math.abs(c.replies - middle)
  const accounts = new Set<string>()
  return candidates
    .toSorted((a, b) => far(a) - far(b) || (a.id < b.id ? -1 : 1))
    .filter((c) => !accounts.has(c.accountId) && accounts.add(c.accountId))
    .slice(0, examplesShown)
    .map(({ accountId, id, replies: earned }) => ({ accountId, id, replies: earned }))
}

/** Accounts that answer people more than three in four of the others do, and put out enough to tell. Shares 0 to 1. */
export function conversationalOf(
  accounts: readonly { id: string; corporate: boolean; share: number; of: number }[],
): ReadonlySet<string> {
  const others = accounts.filter((a) => !a.corporate && a.of >= 20)
  const line = others.map((a) => a.share).sort((a, b) => a - b)[Math.floor(others.length * 0.75)] ?? 1
  return new Set(others.filter((a) => a.share >= line && a.share > 0).map((a) => a.id))
}
