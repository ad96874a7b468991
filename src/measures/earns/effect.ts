import { nineteenInTwenty, studentLuck, studentReach } from '../student.ts'

/** One post: its features as bits, and what it earned. */
export type Earner = { bits: number; value: number }

/** What one account's posts with a feature did against its posts without, only in quarters in which it wrote both. */
export type Against = {
  /** Pairs won, ties half. */
  wins: number
  pairs: number
  withIt: number
  without: number
  earnedWith: number
  earnedWithout: number
}

export const nothingAgainst = (features: number): Against[] =>
  Array.from({ length: features }, () => ({
    wins: 0,
    pairs: 0,
    withIt: 0,
    without: 0,
    earnedWith: 0,
    earnedWithout: 0,
  }))

/** Adds the posts of one account in one quarter. Wins are read from the ranks, each tie at the middle of its ranks. */
export function addQuarter(into: readonly Against[], posts: readonly Earner[]): void {
  const sorted = [...posts].sort((a, b) => a.value - b.value)
  const ranks = middleRanks(sorted)
  const all = sorted.reduce((sum, p) => sum + p.value, 0)
  for (const [bit, against] of into.entries()) {
    let [n, ranked, earned] = [0, 0, 0]
    for (let i = 0; i < sorted.length; i++) {
      const post = sorted[i]
      if (!post || ((post.bits >> bit) & 1) === 0) continue
      n += 1
      ranked += ranks[i] ?? 0
      earned += post.value
    }
    const others = sorted.length - n
    if (n === 0 || others === 0) continue
    against.wins += ranked - (n * (n + 1)) / 2
    against.pairs += n * others
    against.withIt += n
    against.without += others
    against.earnedWith += earned
    against.earnedWithout += all - earned
  }
}

function middleRanks(sorted: readonly Earner[]): number[] {
  const ranks: number[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to + 1 < sorted.length && sorted[to + 1]?.value === sorted[from]?.value) to += 1
    for (let i = from; i <= to; i++) ranks.push((from + to) / 2 + 1)
    from = to + 1
  }
  return ranks
}

/** An account tells with so many posts of either kind, and a group with so many accounts. Both ours to propose. */
const fewest = { posts: 5, accounts: 5 } as const

export type Effect = {
  accounts: number
  withIt: number
  without: number
  /** 0 to 1; a half: neither earns more. Null: too few to say. */
  effect: number | null
  /** Null with an effect: its accounts are too alike to tell how sure it is. */
  low: number | null
  high: number | null
  /** How likely luck alone gives an effect as far from a half; null with `low`. */
  luck: number | null
}

/** Shares that differ by less are the same; a sum of them is rounded. */
const same = 1e-9

/**
 * The probability that a post with the feature earns more than one without, of the same account and quarter (the common-language effect; twice
 * it less one is Cliff's delta). Each account tells one share and counts alike, so that no large account decides; the interval is Student's over
 * those shares, so the account is what was sampled and not the post. Closed form: no dice.
 */
export function effectOf(accounts: readonly Against[]): Effect {
  const telling = accounts.filter((a) => a.withIt >= fewest.posts && a.without >= fewest.posts)
  const sizes = {
    accounts: telling.length,
    withIt: telling.reduce((sum, a) => sum + a.withIt, 0),
    without: telling.reduce((sum, a) => sum + a.without, 0),
  }
  if (telling.length < fewest.accounts) return { ...sizes, ...untold, effect: null }
  const shares = telling.map((a) => a.wins / a.pairs)
  const k = shares.length
  const mean = shares.reduce((sum, s) => sum + s, 0) / k
  const spread = Math.sqrt(shares.reduce((sum, s) => sum + (s - mean) ** 2, 0) / (k - 1))
  // Where all say the very same, Student's interval has no width: that is no certainty, but nothing to tell it by.
  if (spread < same) return { ...sizes, ...untold, effect: mean }
  const error = spread / Math.sqrt(k)
  const reach = studentReach(nineteenInTwenty, k - 1) * error
  const luck = studentLuck((mean - 0.5) / error, k - 1)
  return { ...sizes, effect: mean, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach), luck }
}

const untold = { low: null, high: null, luck: null }

export type Verdict = 'more' | 'less' | 'unclear' | 'alike' | 'few'

/** Whether it goes with more or with less: only where it stands among all that was compared. */
export const verdictOf = (e: Pick<Effect, 'effect' | 'low'> & { stands: boolean }): Verdict => {
  if (e.effect === null) return 'few'
  if (e.low === null) return 'alike'
  return !e.stands ? 'unclear' : e.effect > 0.5 ? 'more' : 'less'
}
