import { studentReach } from '../student.ts'

/**
 * Where ordinary difference ends. Values stand on a scale on which chance is as wide everywhere: the angle of a share (arc sine of its root),
 * the logarithm of a length of time. What accounts of one kind differ by beyond chance is learned from themselves: it is as large as makes the
 * middle two thirds of them look ordinary (Huber's second proposal), so that a few who stand far out neither widen the limits nor move the
 * middle. Limits reach three spreads, and further where few accounts tell how wide one is.
 */
export type Scale = { to: (value: number) => number; from: (at: number) => number }

/** `at` on the scale. `chance`: the variance that chance alone gives there; 0: the value is no sample. */
export type Point = { at: number; chance: number }

/** `extra`: the variance beyond chance. `accounts`: how many told it. */
export type Ordinary = { middle: number; extra: number; accounts: number }

export const shareScale: Scale = {
  to: (share) => Math.asin(Math.sqrt(Math.min(1, Math.max(0, share)))),
  from: (at) => Math.sin(Math.min(Math.PI / 2, Math.max(0, at))) ** 2,
}
export const lengthScale: Scale = {
  to: (value) => Math.log1p(Math.max(0, value)),
  from: (at) => Math.expm1(Math.max(0, at)),
}

/** On the scale of shares, chance of so many rows. */
export const chanceOf = (rows: number): number => 1 / (4 * rows)

/** Fewer of a kind do not tell what is ordinary among them. */
export const fewestAccounts = 8

const [clip, meanOfClipped] = [1, 0.516058] // in spreads; and the mean square of a normal value cut off there
const spreads = 3

/** Null: they are too few, or more than half of them say the very same, so that nothing tells what is ordinary. */
export function ordinaryOf(points: readonly Point[]): Ordinary | null {
  if (points.length < fewestAccounts) return null
  const all = points.map((p) => p.at)
  let [low, high] = [0, (Math.max(...all) - Math.min(...all)) ** 2]
  if (spreadUnder(points, 0) <= meanOfClipped) high = 0
  for (let n = 0; n < 50 && high - low > 1e-12; n++) {
    const extra = (low + high) / 2
    if (spreadUnder(points, extra) > meanOfClipped) low = extra
    else high = extra
  }
  if (high < 1e-9 && points.every((p) => p.chance === 0)) return null
  return { middle: middleUnder(points, high), extra: high, accounts: points.length }
}

/** Both ends on the scale, for a value of that chance. */
export const limitsAt = (o: Ordinary, chance: number): { low: number; high: number } => {
  const reach = studentReach(spreads, o.accounts - 1) * Math.sqrt(o.extra + chance)
  return { low: o.middle - reach, high: o.middle + reach }
}

/** The mean square of how far points stand from their middle, in spreads, each cut off. */
function spreadUnder(points: readonly Point[], extra: number): number {
  const middle = middleUnder(points, extra)
  const sum = points.reduce((total, p) => total + Math.min(clip ** 2, inSpreads(p, middle, extra) ** 2), 0)
  return sum / (points.length - 1)
}

function inSpreads({ at, chance }: Point, middle: number, extra: number): number {
  const far = Math.abs(at - middle)
  return far === 0 ? 0 : far / Math.sqrt(chance + extra)
}

/** Their mean, a sure value for more than an unsure one, one far out for no more than one at the cut. */
function middleUnder(points: readonly Point[], extra: number): number {
  let middle = points.map((p) => p.at).sort((a, b) => a - b)[points.length >> 1] ?? 0
  for (let n = 0; n < 8; n++) {
    let [sum, weight] = [0, 0]
    for (const p of points) {
      const spread = p.chance + extra
      if (spread === 0) continue
      const w = Math.min(1, clip / inSpreads(p, middle, extra)) / spread
      sum += w * p.at
      weight += w
    }
    if (weight === 0) break
    middle = sum / weight
  }
  return middle
}
