import { dayMs } from '../book.ts'
import { emptyShelf, join, rarestOf } from './join.ts'
import type { Shingled } from './shingles.ts'

/** Who is nearly like whom, by the numbers of the posts; -1: nobody. `own`: an earlier one of the account; `other`: one of another, within seven days. */
export type Alike = { own: Int32Array<ArrayBuffer>; other: Int32Array<ArrayBuffer> }

const week = 7 * dayMs

/**
 * Marks every post that is nearly like an earlier one of its account, and every one that another account said nearly so within seven days
 * before or after. It does not list all pairs: a form of words that was used a thousand times has half a million.
 */
export function markAlike(s: Shingled): Alike {
  const [own, other] = [new Int32Array(s.count).fill(-1), new Int32Array(s.count).fill(-1)]
  const rare = rarestOf(s)
  const shelf = emptyShelf(s)
  const byTime = Uint32Array.from({ length: s.count }, (_, i) => i).sort(
    (a, b) => (s.at[a] ?? 0) - (s.at[b] ?? 0) || a - b,
  )
  join(s, rare, shelf, {
    order: byTime,
    within: week,
    wanted: (later, earlier) =>
      s.account[later] !== s.account[earlier] && (other[later] === -1 || other[earlier] === -1),
    found(later, earlier) {
      if (other[later] === -1) other[later] = earlier
      if (other[earlier] === -1) other[earlier] = later
      return false
    },
  })
  for (const order of byAccount(s, byTime)) {
    join(s, rare, shelf, {
      order,
      within: Number.POSITIVE_INFINITY,
      wanted: () => true,
      found(later, earlier) {
        own[later] = earlier
        return true
      },
    })
  }
  return { own, other }
}

/** Every pair that is alike: for a sample that is held against comparing all with all. */
export function pairsAlike(s: Shingled): [later: number, earlier: number][] {
  const pairs: [number, number][] = []
  const order = Uint32Array.from({ length: s.count }, (_, i) => i)
  join(s, rarestOf(s), emptyShelf(s), {
    order,
    within: Number.POSITIVE_INFINITY,
    wanted: () => true,
    found(later, earlier) {
      pairs.push([later, earlier])
      return false
    },
  })
  return pairs
}

function byAccount(s: Shingled, byTime: Uint32Array): Uint32Array[] {
  const orders = new Map<number, number[]>()
  for (const post of byTime) {
    const account = s.account[post] ?? 0
    const theirs = orders.get(account)
    if (theirs) theirs.push(post)
    else orders.set(account, [post])
  }
  return [...orders.values()].map((posts) => Uint32Array.from(posts))
}
