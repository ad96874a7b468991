import { alikeFrom, alikeness, type Shingled } from './shingles.ts'

/*
 * Finds every pair of posts that are alike enough, without comparing all with all (prefix filtering, as in PPJoin by Xiao et al., 2008).
 * Two posts that share six tenths of their runs must share one of their rarest few, so it is enough to look up those; a post much longer or
 * shorter is passed over; what is left is counted, and then proved by the words themselves. Nothing is guessed, so nothing is missed.
 */

export type Search = {
  /** Which posts, in the order in which they are met. */
  order: Uint32Array
  /** ms; a post is only compared with those at most so much earlier in the order. Needs an order by time. */
  within: number
  /** Whether these two, of which the second was met earlier, are to be compared at all. */
  wanted(later: number, earlier: number): boolean
  /** They are alike. Answers whether the later one needs no more. */
  found(later: number, earlier: number): boolean
}

const buckets = 1 << 22

/** The rarest runs of each post: so many that two posts alike enough must share at least one of theirs. */
export type Rarest = { starts: Uint32Array; runs: Uint32Array }

/** Made once for all searches of the same posts. How common a run is, is only known roughly: any order serves, a rare-first one is quick. */
export function rarestOf({ count, runs, runStarts }: Shingled): Rarest {
  const common = new Uint32Array(buckets)
  for (let i = 0; i < runs.length; i++) {
    const bucket = (runs[i] ?? 0) & (buckets - 1)
    common[bucket] = (common[bucket] ?? 0) + 1
  }
  const starts = new Uint32Array(count + 1)
  for (let post = 0; post < count; post++) {
    const own = (runStarts[post + 1] ?? 0) - (runStarts[post] ?? 0)
    starts[post + 1] = (starts[post] ?? 0) + own - Math.ceil(alikeFrom * own - 1e-9) + 1
  }
  const rare = new Uint32Array(starts[count] ?? 0)
  let room = new Float64Array(1 << 10)
  for (let post = 0; post < count; post++) {
    const from = runStarts[post] ?? 0
    const own = (runStarts[post + 1] ?? 0) - from
    if (own > room.length) room = new Float64Array(own * 2)
    for (let i = 0; i < own; i++) {
      const run = runs[from + i] ?? 0
      room[i] = Math.min(common[run & (buckets - 1)] ?? 0, 1 << 20) * 2 ** 32 + run
    }
    sortFirst(room, own)
    const [start, end] = [starts[post] ?? 0, starts[post + 1] ?? 0]
    for (let i = start; i < end; i++) rare[i] = (room[i - start] ?? 0) % 2 ** 32
  }
  return { starts, runs: rare }
}

/** The first so many of an array into rising order. A post has some thirty runs, and for so few putting each in its place is quickest. */
function sortFirst(values: Float64Array, count: number): void {
  if (count > 64) {
    values.subarray(0, count).sort()
    return
  }
  for (let i = 1; i < count; i++) {
    const value = values[i] ?? 0
    let at = i
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0
    values[at] = value
  }
}

/** The lists of who was met with a run: newest first, one list a bucket. Kept between searches, because it is large. */
export type Shelf = {
  heads: Int32Array
  next: Int32Array
  posts: Uint32Array
  /** Where among the rarest runs of all posts the one stands by which it was put here. */
  places: Uint32Array
  used: number
  touched: number[]
  /** At which turn each post was last compared. */
  seen: Int32Array
  turn: number
}

export const emptyShelf = (s: Pick<Shingled, 'count'>): Shelf => ({
  heads: new Int32Array(buckets).fill(-1),
  next: new Int32Array(1 << 12),
  posts: new Uint32Array(1 << 12),
  places: new Uint32Array(1 << 12),
  used: 0,
  touched: [],
  seen: new Int32Array(s.count),
  turn: 0,
})

function clear(shelf: Shelf): void {
  for (const bucket of shelf.touched) shelf.heads[bucket] = -1
  shelf.touched = []
  shelf.used = 0
}

function put(shelf: Shelf, bucket: number, post: number, place: number): void {
  if (shelf.used === shelf.next.length) grow(shelf)
  const head = shelf.heads[bucket] ?? -1
  if (head === -1) shelf.touched.push(bucket)
  shelf.next[shelf.used] = head
  shelf.posts[shelf.used] = post
  shelf.places[shelf.used] = place
  shelf.heads[bucket] = shelf.used
  shelf.used += 1
}

function grow(shelf: Shelf): void {
  const size = Math.ceil(shelf.used * 1.5)
  const [next, posts, places] = [new Int32Array(size), new Uint32Array(size), new Uint32Array(size)]
  next.set(shelf.next)
  posts.set(shelf.posts)
  places.set(shelf.places)
  Object.assign(shelf, { next, posts, places })
}

/** Goes through the posts once, comparing each with those met before. */
export function join(s: Shingled, rare: Rarest, shelf: Shelf, search: Search): void {
  for (const post of search.order) {
    const [start, end] = [rare.starts[post] ?? 0, rare.starts[post + 1] ?? 0]
    shelf.turn += 1
    for (let i = start; i < end; i++) if (meet(s, rare, shelf, search, post, i)) break
    for (let i = start; i < end; i++) put(shelf, (rare.runs[i] ?? 0) & (buckets - 1), post, i)
  }
  clear(shelf)
}

/** Compares with everybody who has the run at this place; answers whether the post needs no more. */
function meet(s: Shingled, rare: Rarest, shelf: Shelf, search: Search, post: number, place: number): boolean {
  const oldest = (s.at[post] ?? 0) - search.within
  const run = rare.runs[place] ?? 0
  const bucket = run & (buckets - 1)
  const own = (s.runStarts[post + 1] ?? 0) - (s.runStarts[post] ?? 0)
  const left = own - (place - (rare.starts[post] ?? 0))
  for (let at = shelf.heads[bucket] ?? -1; at !== -1; at = shelf.next[at] ?? -1) {
    const other = shelf.posts[at] ?? 0
    if ((s.at[other] ?? 0) < oldest) {
      cut(shelf, bucket, at)
      return false
    }
    const there = shelf.places[at] ?? 0
    if (shelf.seen[other] === shelf.turn || rare.runs[there] !== run) continue
    shelf.seen[other] = shelf.turn
    // This run is the first that both have, in an order that is the same for all: no more can be shared than what follows it in either.
    const theirs = (s.runStarts[other + 1] ?? 0) - (s.runStarts[other] ?? 0)
    const most = Math.min(left, theirs - (there - (rare.starts[other] ?? 0)))
    if (most < fewestShared(own, theirs) || !search.wanted(post, other)) continue
    if (!mayBeAlike(s, post, other) || alikeness(s, post, other) < alikeFrom) continue
    if (search.found(post, other)) return true
  }
  return false
}

/** How many runs two posts of so many must share to be alike; more than either has where their lengths rule it out. */
const fewestShared = (one: number, other: number): number =>
  Math.ceil((alikeFrom / (1 + alikeFrom)) * (one + other) - 1e-9)

/** What stands behind a list's first too old entry is older still: the list ends before it. */
function cut(shelf: Shelf, bucket: number, at: number): void {
  if (shelf.heads[bucket] === at) {
    shelf.heads[bucket] = -1
    return
  }
  let before = shelf.heads[bucket] ?? -1
  while (before !== -1 && shelf.next[before] !== at) before = shelf.next[before] ?? -1
  if (before !== -1) shelf.next[before] = -1
}

/** By the mixed runs: false only where they cannot be alike. A run that two different ones share can only let too many through. */
function mayBeAlike({ runs, runStarts }: Shingled, a: number, b: number): boolean {
  let i = runStarts[a] ?? 0
  let j = runStarts[b] ?? 0
  const [iEnd, jEnd] = [runStarts[a + 1] ?? 0, runStarts[b + 1] ?? 0]
  const needed = fewestShared(iEnd - i, jEnd - j)
  let both = 0
  while (i < iEnd && j < jEnd) {
    if (both + Math.min(iEnd - i, jEnd - j) < needed) return false
    const [x, y] = [runs[i] ?? 0, runs[j] ?? 0]
    if (x === y) both += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return both >= needed
}
