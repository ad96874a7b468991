import { words } from '../words.ts'
import css from './bars.module.css'

/** One week; null is a week we know nothing of, drawn hatched and never as zero. */
export type Week = { first: number; second: number } | null

export type BarsProps = {
  weeks: readonly Week[]
  /** stacked: second on top of first, in the pale colour (own words and reshares). pairs: side by side (posts and replies). */
  form: 'stacked' | 'pairs'
  /** What is counted, for the text form: `Own words and reshares on @HarrowfieldPol`. */
  name: string
  /** The same in every row that is compared; by default the largest of these weeks. */
  top?: number
  width?: number
  height?: number
}

const largest = (weeks: readonly Week[], form: BarsProps['form']): number =>
  Math.max(
    1,
    ...weeks.map((w) => (w === null ? 0 : form === 'stacked' ? w.first + w.second : Math.max(w.first, w.second))),
  )

const Gap = ({ x, width, height }: { x: number; width: number; height: number }) => (
  <path
    d={`M${x} ${height - 2}l${width} -${width}M${x} ${height - 7}l${width} -${width}M${x} ${height - 12}l${width} -${width}`}
    className={css.gap}
  />
)

/** Thirteen weeks in one row of a table, from zero, with a text form. */
export const Bars = ({ weeks, form, name, top, width = form === 'stacked' ? 80 : 190, height = 24 }: BarsProps) => {
  const room = height - 1
  const most = top ?? largest(weeks, form)
  const tall = (n: number): number => (n === 0 ? 0 : Math.max(1.5, (n / most) * room))
  const step = width / Math.max(1, weeks.length)
  const bar = form === 'stacked' ? step * 0.72 : step * 0.4
  const figures = weeks
    .map((w) =>
      w === null ? words.bars.gap : form === 'stacked' ? `${w.first + w.second}` : `${w.first} and ${w.second}`,
    )
    .join(', ')
  return (
    <svg
      className={css.bars}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.bars.sentence(name, figures)}
    >
      {weeks.map((w, i) => {
        const x = i * step
        if (w === null) return <Gap key={x} x={x} width={bar} height={height} />
        const [a, b] = [tall(w.first), tall(w.second)]
        return (
          <g key={x}>
            <rect x={x} y={room - a} width={bar} height={a} className={css.first} />
            {form === 'stacked' ? (
              <rect x={x} y={room - a - b} width={bar} height={b} className={css.reshares} />
            ) : (
              <rect x={x + bar} y={room - b} width={bar} height={b} className={css.second} />
            )}
          </g>
        )
      })}
      <path d={`M0 ${room + 0.5}H${width}`} className={css.axis} />
    </svg>
  )
}
