/*
 * Runs of three words, and how much two posts share of them. A word is a number here (its place in a list of all words met), so that two
 * runs are the same exactly when their three numbers are; a mixed number of 32 bits stands for a run while candidates are sought.
 */

/** A post of fewer words has no run of three. */
export const fewestWords = 3
/** At least so much of all runs in either must be in both. */
export const alikeFrom = 0.6

/** Posts to be compared, laid end to end in flat arrays: a national archive would not fit as objects. */
export type Shingled = {
  count: number
  /** ms; of each post. */
  at: Float64Array<ArrayBuffer>
  /** Which account, as a number; of each post. */
  account: Uint32Array<ArrayBuffer>
  /** Where the words of each post begin; one more than there are posts. */
  wordStarts: Uint32Array<ArrayBuffer>
  words: Uint32Array<ArrayBuffer>
  /** The mixed runs of each post, each once, in rising order. */
  runStarts: Uint32Array<ArrayBuffer>
  runs: Uint32Array<ArrayBuffer>
}

/** Three word numbers as one number of 32 bits, well spread (the finish of MurmurHash3). */
export function mixed(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
  h ^= Math.imul(a + 0x7f4a7c15, b + 1) + Math.imul(c, 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A flat array that grows as it is filled. */
class Growing {
  values = new Uint32Array(1 << 16)
  length = 0
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    this.length += 1
  }
}

/** Takes posts one by one; `add` answers the number of the post, or -1 where it has too few words. */
export function shingling(): { add(account: number, at: number, plain: string): number; done(): Shingled } {
  const numbers = new Map<string, number>()
  const [words, runs, wordStarts, runStarts, accounts] = [
    new Growing(),
    new Growing(),
    new Growing(),
    new Growing(),
    new Growing(),
  ]
  const times: number[] = []
  let room = new Uint32Array(1 << 10)
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size + 1)
    return numbers.size
  }
  return {
    add(account, at, plain) {
      const all = plain.split(' ')
      if (all.length < fewestWords) return -1
      if (all.length > room.length) room = new Uint32Array(all.length * 2)
      wordStarts.push(words.length)
      runStarts.push(runs.length)
      const own = room.subarray(0, all.length - 2)
      let [first, second] = [0, 0]
      for (let i = 0; i < all.length; i++) {
        const third = numberOf(all[i] ?? '')
        words.push(third)
        if (i > 1) own[i - 2] = mixed(first, second, third)
        first = second
        second = third
      }
      own.sort()
      for (let i = 0; i < own.length; i++) if (i === 0 || own[i] !== own[i - 1]) runs.push(own[i] ?? 0)
      accounts.push(account)
      return times.push(at) - 1
    },
    done() {
      wordStarts.push(words.length)
      runStarts.push(runs.length)
      return {
        count: times.length,
        at: Float64Array.from(times),
        account: accounts.values.subarray(0, times.length),
        wordStarts: wordStarts.values.subarray(0, times.length + 1),
        words: words.values.subarray(0, words.length),
        runStarts: runStarts.values.subarray(0, times.length + 1),
        runs: runs.values.subarray(0, runs.length),
      }
    },
  }
}

/** How much of all runs in either post is in both, from the words themselves: exact. */
export function alikeness(s: Shingled, a: number, b: number): number {
  const [mine, theirs] = [exactRuns(s, a), exactRuns(s, b)]
  let both = 0
  for (const run of mine) if (theirs.has(run)) both += 1
  return both / (mine.size + theirs.size - both)
}

function exactRuns({ words, wordStarts }: Shingled, post: number): Set<string> {
  const runs = new Set<string>()
  const end = (wordStarts[post + 1] ?? 0) - 2
  for (let i = wordStarts[post] ?? 0; i < end; i++) runs.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return runs
}
