/** Where a message belongs. Pure: the same messages in any order, however often, lie together in the same way. */

/** What placing needs to know of a message; ids are the network's own. */
export type Placing = {
  externalId: string
  kind: 'reply' | 'mention' | 'quote' | 'direct'
  author: string
  parent: string | null
  root: string | null
  thread: string
}

/** What is known beforehand, for a whole answer of the network at once. Conversations by our ids, everything else by the network's. */
export type Surroundings = {
  /** Messages of the public that are here. */
  messages: ReadonlyMap<string, string>
  /** Our answers, with the conversation that each stands in. */
  answers: ReadonlyMap<string, string>
  /** Our other posts: the id of the post, of each of its pieces. */
  pieces: ReadonlyMap<string, string>
  /** Open conversations of one author at one place, by `spotKey`. */
  spots: ReadonlyMap<string, string>
  /** Private conversations. */
  threads: ReadonlyMap<string, string>
  /** Where messages stand that name this one as what they answer, or as the beginning of it all. */
  below: ReadonlyMap<string, readonly string[]>
  /** Conversations that a person has had in hand: they are never drawn into another one. */
  inHand: ReadonlySet<string>
}

export type Places = {
  /** For each message the conversation: our id, or one of `fresh`. */
  home: ReadonlyMap<string, string>
  /** New conversations, in the order in which they begin. */
  fresh: readonly string[]
  /** Conversations that turned out to be part of another one. */
  joined: ReadonlyMap<string, string>
}

/** One author below one of our posts, whichever of its pieces; or below something that has not reached us. */
export const spotKey = (author: string, parent: string, postId: string | null): string =>
  JSON.stringify([author, postId === null ? 'at' : 'post', postId ?? parent])

/** Those that are neither a message nor an answer that we know have a spot; null: they need none. */
const spotOf = (m: Placing, s: Surroundings): string | null =>
  m.parent === null || s.answers.has(m.parent) ? null : spotKey(m.author, m.parent, s.pieces.get(m.parent) ?? null)

/** Says for each message where it belongs, and which conversations a late one shows to be one. */
export function place(messages: readonly Placing[], s: Surroundings): Places {
  const groups = new Groups(s.inHand)
  const here = new Map(s.messages)
  const spots = new Map(s.spots)
  const threads = new Map(s.threads)
  const below = new Map([...s.below].map(([id, conversations]) => [id, [...conversations]]))
  const at = new Map<string, string>()
  for (const m of messages) {
    if (here.has(m.externalId)) continue
    const known =
      m.kind === 'direct' ? [threads.get(m.thread)] : [...above(m, here, s, spots), ...(below.get(m.externalId) ?? [])]
    const home = groups.uniteAll(known.filter((id) => id !== undefined)) ?? groups.fresh()
    at.set(m.externalId, home)
    here.set(m.externalId, home)
    if (m.kind === 'direct') {
      threads.set(m.thread, home)
      continue
    }
    const spot = spotOf(m, s)
    if (spot !== null && !spots.has(spot)) spots.set(spot, home)
    for (const named of [m.parent, m.root]) if (named !== null) below.set(named, [...(below.get(named) ?? []), home])
  }
  return groups.settled(at)
}

/** What it answers decides; where that has not reached us, what it all began with and what its author said there before. */
function above(
  m: Placing,
  here: ReadonlyMap<string, string>,
  s: Surroundings,
  spots: ReadonlyMap<string, string>,
): (string | undefined)[] {
  const parent = m.parent === null ? undefined : (here.get(m.parent) ?? s.answers.get(m.parent))
  if (parent !== undefined) return [parent]
  const spot = spotOf(m, s)
  const isBelowOurs = m.parent !== null && s.pieces.has(m.parent)
  return [isBelowOurs || m.root === null ? undefined : here.get(m.root), spot === null ? undefined : spots.get(spot)]
}

/** Conversations that may turn out to be one. */
class Groups {
  readonly #into = new Map<string, string>()
  readonly #fresh: string[] = []
  readonly #inHand: ReadonlySet<string>

  constructor(inHand: ReadonlySet<string>) {
    this.#inHand = inHand
  }

  fresh(): string {
    const id = `fresh:${this.#fresh.length}`
    this.#fresh.push(id)
    return id
  }

  /** The first of them, with the others drawn in where nobody has them in hand; undefined when there are none. */
  uniteAll(ids: readonly string[]): string | undefined {
    const [first, ...others] = ids
    if (first === undefined) return undefined
    let home = this.#find(first)
    for (const other of others) home = this.#unite(home, this.#find(other))
    return home
  }

  settled(at: ReadonlyMap<string, string>): Places {
    const home = new Map([...at].map(([message, id]) => [message, this.#find(id)]))
    const joined = new Map<string, string>()
    for (const id of this.#into.keys()) if (!this.#isFresh(id)) joined.set(id, this.#find(id))
    return { home, fresh: this.#fresh.filter((id) => !this.#into.has(id)), joined }
  }

  /** What a person has in hand stays, then what is here already, then the older. */
  #unite(home: string, other: string): string {
    if (home === other) return home
    const [homeRank, otherRank] = [this.#rank(home), this.#rank(other)]
    if (homeRank === 0 && otherRank === 0) return home
    const keepsHome = homeRank === otherRank ? home <= other : homeRank < otherRank
    const [stays, goes] = keepsHome ? [home, other] : [other, home]
    this.#into.set(goes, stays)
    return stays
  }

  #rank(id: string): number {
    return this.#inHand.has(id) ? 0 : this.#isFresh(id) ? 2 : 1
  }

  #isFresh(id: string): boolean {
    return id.startsWith('fresh:')
  }

  #find(id: string): string {
    const next = this.#into.get(id)
    return next === undefined ? id : this.#find(next)
  }
}
