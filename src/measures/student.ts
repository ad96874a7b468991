/** The 97.5th hundredth of the normal distribution: an interval of 95 in 100 reaches so far to each side. */
export const nineteenInTwenty = 1.959964

/**
 * As far as `z` reaches in the normal distribution, Student's t reaches with `freedom` degrees of freedom: by the expansion of Cornish and
 * Fisher, within 0.3% from four degrees on. It is what a spread that was itself guessed from few values costs.
 */
export const studentReach = (z: number, freedom: number): number =>
  z +
  (z ** 3 + z) / (4 * freedom) +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)

/** How likely luck alone gives a t as far from nought as this, to either side; `freedom` whole, from one. Closed form: Abramowitz and Stegun 26.7.3 and 26.7.4. */
export function studentLuck(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom))
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = freedom % 2 === 1
  let term = isOdd ? cos : 1
  let sum = freedom === 1 ? 0 : term
  for (let n = isOdd ? 3 : 2; n <= freedom - 2; n += 2) {
    term *= ((n - 1) / n) * cos ** 2
    sum += term
  }
  return Math.max(0, 1 - (isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum))
}
