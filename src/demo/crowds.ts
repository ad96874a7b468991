/** An account of the demo on the practice network, and how many follow it. */
export type Followed = { id: string; followers: number }
/** So many invented people who follow exactly these accounts. */
type Crowd = { id: string; accounts: string[]; people: number }

/** Of those who follow an account: how many follow also the force's largest, the next one, or both. The rest follow it alone, about 64 in 100. */
const parts = { largest: 0.22, next: 0.05, both: 0.06 }

/**
 * An invented public that gives every account as many followers as it has. About as many follow one account alone as was found of British
 * police accounts (64%); the same accounts give the same crowds.
 */
export function crowdsOf(accounts: readonly Followed[]): Crowd[] {
  const [largest, ...others] = accounts.toSorted((a, b) => b.followers - a.followers || (a.id < b.id ? -1 : 1))
  if (!largest) return []
  const left = new Map(accounts.map((a) => [a.id, a.followers]))
  const crowds: Crowd[] = []
  const gather = (share: number, of: number, ...ids: string[]): void => {
    const people = Math.min(Math.floor(share * of), ...ids.map((id) => left.get(id) ?? 0))
    if (people <= 0) return
    for (const id of ids) left.set(id, (left.get(id) ?? 0) - people)
    crowds.push({ id: `crowd-${String(crowds.length).padStart(3, '0')}`, accounts: ids, people })
  }
  for (const [n, { id, followers }] of others.entries()) {
    gather(parts.largest, followers, largest.id, id)
    const next = others[n + 1]
    if (!next) continue
    gather(parts.next, next.followers, id, next.id)
    gather(parts.both, next.followers, largest.id, id, next.id)
  }
  for (const { id } of accounts) gather(1, left.get(id) ?? 0, id)
  return crowds
}
