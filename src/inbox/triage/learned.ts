import { type Category, categories } from './category.ts'
import type { Mark } from './evidence.ts'

/** How much each mark weighs, as counted from labelled messages. Whoever doubts a suggestion can read the number that led to it. */
export type Learned = {
  danger: { always: number; weights: Readonly<Record<string, number>> }
  /** One number for each category, in the order of `categories`. */
  category: { always: readonly number[]; weights: Readonly<Record<string, readonly number[]>> }
}

/** How a message came in is a mark like any other. */
export const kindMark = (kind: string): string => `kind ${kind}`

/**
 * How much speaks for danger, in log-odds: the stretch of sentences in which most does. What is said before or after it takes nothing
 * away, so a danger is not talked under.
 */
export function dangerIn(
  { danger }: Learned,
  sentences: readonly (readonly Mark[])[],
  kind: string,
): { score: number; first: number; last: number } {
  let best = { score: Number.NEGATIVE_INFINITY, first: 0, last: 0 }
  let run = { score: 0, first: 0 }
  for (const [at, marks] of sentences.entries()) {
    const score = marks.reduce((sum, { name }) => sum + (danger.weights[name] ?? 0), 0)
    run = run.score > 0 ? { score: run.score + score, first: run.first } : { score, first: at }
    if (run.score > best.score) best = { score: run.score, first: run.first, last: at }
  }
  return { ...best, score: best.score + danger.always + (danger.weights[kindMark(kind)] ?? 0) }
}

/** How much speaks for each category, in log-odds. */
export function categoriesOf(
  { category }: Learned,
  sentences: readonly (readonly Mark[])[],
  kind: string,
): Map<Category, number> {
  const sums = [...category.always]
  for (const name of new Set([kindMark(kind), ...sentences.flat().map((mark) => mark.name)]))
    for (const [at, weight] of (category.weights[name] ?? []).entries()) sums[at] = (sums[at] ?? 0) + weight
  return new Map(categories.map((one, at) => [one, sums[at] ?? 0]))
}
