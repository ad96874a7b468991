import { categories } from './category.ts'
import type { Mark } from './evidence.ts'

/**
 * How much each mark speaks for each category, in thousandths of log-odds, as counted from labelled messages. One number for each category,
 * in the order of `categories`. Whoever doubts a suggestion can read the numbers that led to it.
 */
export type Learned = { always: readonly number[]; weights: ReadonlyMap<string, readonly number[]> }

/** As it is kept: a line for each mark, its numbers and then its name, so that a change shows what moved. */
export type Kept = { always: readonly number[]; weights: readonly string[] }

export function learnedFrom({ always, weights }: Kept): Learned {
  const rows = weights.map((line): [string, number[]] => {
    const parts = line.split(' ')
    return [parts.slice(categories.length).join(' '), parts.slice(0, categories.length).map(Number)]
  })
  return { always, weights: new Map(rows) }
}

export const keptFrom = ({ always, weights }: Learned): Kept => ({
  always,
  weights: [...weights].map(([name, row]) => `${row.join(' ')} ${name}`),
})

/** How a message came in is a mark like any other. */
export const kindMark = (kind: string): string => `:${kind}`

/** How much these marks, each counted once, speak for each category, in log-odds. */
export function oddsOf({ always, weights }: Learned, marks: Iterable<readonly Mark[]>, kind: string): number[] {
  const sums = [...always]
  const counted = new Set<string>()
  const count = (name: string): void => {
    const row = weights.get(name)
    if (row === undefined || counted.has(name)) return
    counted.add(name)
    for (const [at, weight] of row.entries()) sums[at] = (sums[at] ?? 0) + weight
  }
  count(kindMark(kind))
  for (const those of marks) for (const { name } of those) count(name)
  return sums.map((sum) => sum / 1_000)
}

/** How likely each of these is beside the others. */
export function sharesOf(odds: readonly number[]): number[] {
  const most = Math.max(...odds)
  const each = odds.map((one) => Math.exp(one - most))
  const all = each.reduce((sum, one) => sum + one, 0)
  return each.map((one) => one / all)
}

/** One category against all others together, in log-odds. */
function against(odds: readonly number[], at: number): number {
  const others = odds.filter((_, one) => one !== at)
  const most = Math.max(...others)
  return (odds[at] ?? 0) - most - Math.log(others.reduce((sum, one) => sum + Math.exp(one - most), 0))
}

const STRETCH = 2
/** What a stretch of a message falls short of a whole one that says the same: most of what stands around words takes their sting. */
const SHORT = 2

/** The first and the last sentence in which most speaks for danger, and how much. A danger in a long letter is not talked under. */
export function dangerIn(
  learned: Learned,
  sentences: readonly (readonly Mark[])[],
  kind: string,
): { score: number; first: number; last: number } {
  const danger = categories.indexOf('threatOrVulnerable')
  const score = (first: number, last: number): number =>
    against(oddsOf(learned, sentences.slice(first, last + 1), kind), danger)
  let best = { score: score(0, sentences.length - 1), first: 0, last: sentences.length - 1 }
  for (let first = 0; sentences.length > STRETCH && first <= sentences.length - STRETCH; first += 1) {
    const last = first + STRETCH - 1
    const here = score(first, last) - SHORT
    if (here > best.score) best = { score: here, first, last }
  }
  return best
}
