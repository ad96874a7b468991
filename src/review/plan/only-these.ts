/** Who follows which accounts on one network, as it was read last: numbers of people, never people. */
export type FollowersRead = {
  /** When it was read (ISO). */
  at: string
  /** Accounts whose followers were all read, by their number in `patterns`. */
  accounts: readonly { id: string; n: number }[]
  /** Ids of accounts of ours there that were not read, or not to the end. */
  unread: readonly string[]
  /** How many people follow exactly these: first the people, then the numbers of the accounts. */
  patterns: readonly (readonly number[])[]
}

/** `people` of the `of` who follow accounts that go follow none that stays. `unread`: accounts that stay there and were not read. */
export type Exactly = { people: number; of: number; at: string; unread: number }

/**
 * How many people follow the accounts that go and, on the same network, none that stays. Null where one of those that go was not read.
 * `all`: ids of the accounts that go and that stay; one that was read and is neither keeps nobody.
 */
export function exactlyOnly(
  all: ReadonlySet<string>,
  goes: ReadonlySet<string>,
  read: readonly FollowersRead[],
): Exactly | null {
  const known = read.map((r) => ({ ...r, going: r.accounts.filter((a) => goes.has(a.id)) }))
  const used = known.filter((r) => r.going.length > 0)
  if (goes.size === 0 || used.reduce((sum, r) => sum + r.going.length, 0) < goes.size) return null
  let [people, of] = [0, 0]
  for (const { accounts, going, patterns } of used) {
    const go = new Set(going.map((a) => a.n))
    const stay = new Set(accounts.filter((a) => all.has(a.id) && !goes.has(a.id)).map((a) => a.n))
    for (const [many = 0, ...follow] of patterns) {
      if (!follow.some((n) => go.has(n))) continue
      of += many
      if (!follow.some((n) => stay.has(n))) people += many
    }
  }
  const at = used.map((r) => r.at).reduce((a, b) => (a < b ? a : b))
  const unread = used.flatMap((r) => r.unread).filter((id) => all.has(id) && !goes.has(id)).length
  return { people, of, at, unread }
}
