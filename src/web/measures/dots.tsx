import css from './measures.module.css'

/** One account or force: a dot; a diamond where it is one to look at. `r`: its radius. */
export const Dot = ({ x, y, r, marked }: { x: number; y: number; r: number; marked: boolean }) =>
  marked ? (
    <path
      className={css.toLook}
      d={`M${x} ${y - r * 1.4}l${r * 1.4} ${r * 1.4}-${r * 1.4} ${r * 1.4}-${r * 1.4}-${r * 1.4}z`}
    />
  ) : (
    <circle className={css.dot} cx={x} cy={y} r={r} />
  )

/** Dots that would cover each other stand on one another; where they are too many for the room above the floor they stand closer. */
export const stacked = <F extends { figure: number }>(
  figures: readonly F[],
  x: (figure: number) => number,
  { r, floor, room }: { r: number; floor: number; room: number },
): { of: F; x: number; y: number }[] => {
  const heights = new Map<number, number>()
  const placed = figures
    .toSorted((a, b) => a.figure - b.figure)
    .map((of) => {
      const column = Math.round(x(of.figure) / (2 * r))
      const level = heights.get(column) ?? 0
      heights.set(column, level + 1)
      return { of, x: column * 2 * r, level }
    })
  const step = Math.min(2 * r, room / Math.max(1, ...heights.values()))
  return placed.map(({ level, ...dot }) => ({ ...dot, y: floor - r - 1 - level * step }))
}
