/**
 * Of so many comparisons some always look like a finding, by luck. By Benjamini and Hochberg (1995): the n-th least likely of them by luck stands
 * where luck gives it, or one after it, no more than n in all of them times this share. Of what stands, about one in twenty is luck.
 */
const falseShare = 0.05

/** What luck may give at most to what stands; null: nothing stands. `lucks`: how likely luck alone gives each, 0 to 1. */
export const luckLine = (lucks: readonly number[]): number | null =>
  lucks.toSorted((a, b) => a - b).findLast((luck, n, all) => luck <= (falseShare * (n + 1)) / all.length) ?? null

/** Which of these comparisons stand as findings when all of them are looked at together; one that could not be told never does. */
export function standing<R extends { luck: number | null }>(rows: readonly R[]): (R & { stands: boolean })[] {
  const line = luckLine(rows.flatMap((r) => r.luck ?? []))
  return rows.map((r) => ({ ...r, stands: r.luck !== null && line !== null && r.luck <= line }))
}
