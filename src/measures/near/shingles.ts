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
      const larger = new Uint32Array(Math.ceil(this.values.length * 1.5))
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

/** A table with open places for the runs of two posts; kept, because it is needed a million times. */
let table = new Int32Array(256)

/** How much of all runs in either post is in both, from the words themselves: exact. */
export function alikeness({ words, wordStarts }: Shingled, a: number, b: number): number {
  const [aFrom, aEnd] = [wordStarts[a] ?? 0, (wordStarts[a + 1] ?? 0) - 2]
  const [bFrom, bEnd] = [wordStarts[b] ?? 0, (wordStarts[b + 1] ?? 0) - 2]
  const slots = 2 ** Math.ceil(Math.log2(2 * (aEnd - aFrom + bEnd - bFrom)))
  if (slots > table.length) table = new Int32Array(slots)
  table.fill(0, 0, slots)
  let [all, both] = [0, 0]
  for (let i = aFrom; i < aEnd; i++) {
    const slot = slotOf(words, i, slots)
    if (table[slot] !== 0) continue
    table[slot] = i + 1
    all += 1
  }
  for (let i = bFrom; i < bEnd; i++) {
    const slot = slotOf(words, i, slots)
    const there = table[slot] ?? 0
    if (there === 0) all += 1
    else if (there > 0) both += 1
    table[slot] = -(i + 1) // below nought: the second post has it, and it counts once
  }
  return both / all
}

/** Where the run that begins with this word lies, or would lie. */
function slotOf(words: Uint32Array, at: number, slots: number): number {
  const [x, y, z] = [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0]
  let slot = mixed(x, y, z) & (slots - 1)
  for (let there = table[slot] ?? 0; there !== 0; there = table[slot] ?? 0) {
    const first = Math.abs(there) - 1
    if (words[first] === x && words[first + 1] === y && words[first + 2] === z) break
    slot = (slot + 1) & (slots - 1)
  }
  return slot
}
