import { quantile } from '../measure.ts'

const minute = 60_000

/** The middle and the ninetieth of a hundred, in minutes, of times that are known. */
export const minutesOf = (times: readonly number[]): { middle: number; p90: number } | null => {
  const [middle, p90] = [quantile(times, 0.5), quantile(times, 0.9)]
  return middle === null || p90 === null ? null : { middle: Math.round(middle / minute), p90: Math.round(p90 / minute) }
}

/** From `from` to `to` where both are known. */
export const between = (from: number | null, to: number | null): number[] =>
  from === null || to === null ? [] : [Math.max(0, to - from)]
