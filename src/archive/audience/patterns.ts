/** How many people follow exactly these accounts (numbers, ascending) and no other that was read. */
export type Pattern = { accounts: readonly number[]; people: number }

/**
 * Counts how many people follow which accounts, account after account, each person a number that means nothing elsewhere. What is held for a
 * person is that number and which accounts they were seen at so far; what comes out are counts. Pure, for as long as nobody adds.
 */
export function patternCount() {
  const seenAt = new Map<number, number>()
  const sets: (readonly number[])[] = [[]]
  /** From which set on they hold the account that is being read, and from which set each came. */
  let [first, account] = [1, 0]
  let onward = new Map<number, number>()

  const setAfter = (before: number): number => {
    const known = onward.get(before)
    if (known !== undefined) return known
    sets.push([...(sets[before] ?? []), account])
    onward.set(before, sets.length - 1)
    return sets.length - 1
  }
  return {
    people: () => seenAt.size,
    /** What is added from now on follows this account. Accounts come in ascending order. */
    begin(number: number): void {
      account = number
      first = sets.length
      onward = new Map()
    },
    /** A network may tell somebody twice; they count once. Whether it was the first time for this account. */
    add(person: number): boolean {
      const before = seenAt.get(person) ?? 0
      if (before >= first) return false
      seenAt.set(person, setAfter(before))
      return true
    },
    /** As if the account that is being read had never been begun. */
    takeBack(): void {
      const before = new Map([...onward].map(([from, to]) => [to, from]))
      for (const [person, set] of seenAt) {
        const was = before.get(set)
        if (was === 0) seenAt.delete(person)
        else if (was !== undefined) seenAt.set(person, was)
      }
      onward = new Map()
    },
    /** The largest first. */
    patterns(): Pattern[] {
      const people = new Array<number>(sets.length).fill(0)
      for (const set of seenAt.values()) people[set] = (people[set] ?? 0) + 1
      return sets
        .map((accounts, set) => ({ accounts, people: people[set] ?? 0 }))
        .filter((pattern) => pattern.people > 0)
        .sort((a, b) => b.people - a.people)
    },
  }
}
export type PatternCount = ReturnType<typeof patternCount>
