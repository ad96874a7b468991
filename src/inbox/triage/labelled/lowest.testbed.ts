type Place = { height: number; slope: Float64Array }
/** A step that was taken, how the slope changed with it, and one over how much both agree. */
type Step = { step: Float64Array; bent: Float64Array; share: number }

const REMEMBERED = 6

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/** Adds `by` times the other to the first. */
function add(one: Float64Array, other: Float64Array, by: number): Float64Array {
  for (let at = 0; at < one.length; at += 1) one[at] = (one[at] ?? 0) + by * (other[at] ?? 0)
  return one
}

/** Which way to go: down, bent by what the last steps told of the ground (L-BFGS). */
function wayDown(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const way = slope.slice()
  const taken: number[] = []
  for (const { step, bent, share } of steps.toReversed()) {
    const much = share * dot(step, way)
    taken.unshift(much)
    add(way, bent, -much)
  }
  const last = steps.at(-1)
  const size = last ? 1 / (last.share * dot(last.bent, last.bent)) : 1 / Math.sqrt(dot(slope, slope))
  for (let at = 0; at < way.length; at += 1) way[at] = size * (way[at] ?? 0)
  for (const [at, { step, bent, share }] of steps.entries()) add(way, step, (taken[at] ?? 0) - share * dot(bent, way))
  for (let at = 0; at < way.length; at += 1) way[at] = -(way[at] ?? 0)
  return way
}

/** The lowest place of a hollow ground of so many dimensions, from zero in at most so many steps. */
export function lowest(ground: (at: Float64Array) => Place, size: number, most: number): Float64Array {
  let here: Float64Array = new Float64Array(size)
  let place = ground(here)
  const steps: Step[] = []
  for (let count = 0; count < most; count += 1) {
    const way = wayDown(place.slope, steps)
    const fall = dot(way, place.slope)
    let far = 1
    let there = add(here.slice(), way, far)
    let next = ground(there)
    while (next.height > place.height + 1e-4 * far * fall && far > 1e-9) {
      far /= 2
      there = add(here.slice(), way, far)
      next = ground(there)
    }
    const step = add(there.slice(), here, -1)
    const bent = add(next.slope.slice(), place.slope, -1)
    const bend = dot(step, bent)
    if (bend > 0) steps.push({ step, bent, share: 1 / bend })
    if (steps.length > REMEMBERED) steps.shift()
    const gained = place.height - next.height
    here = there
    place = next
    if (gained < 1e-5 * Math.abs(place.height)) break
  }
  return here
}
