import { funnelAt, scaleOf } from '../../../measures/variation/vary.ts'
import { Drawing } from '../../parts/drawing.tsx'
import { Dot, stacked } from '../dots.tsx'
import { figureWords, readable } from '../figures.ts'
import css from '../measures.module.css'
import { isOut, type Measured, type Variation, variationWords as w } from './variation-words.ts'

/** Room for the words beside the axis, left and right. */
const [left, beside] = [42, 52]
const ends = [0.1, 0.2, 0.4, 0.6, 1]
const sizeOf = (v: Variation) => (v.points.length > 150 ? 1.8 : v.points.length > 60 ? 2.4 : 3.2)

type Part = { m: Measured; v: Variation; width: number }

/** Shares over how many rows they are of: the limits narrow to the right. */
const Funnel = ({ m, v, width }: Part) => {
  const [top, floor, right] = [8, 116, width - beside]
  const most = Math.max(...v.points.map((p) => p.of), 10)
  const least = Math.max(1, Math.min(...v.points.map((p) => p.of)))
  const largest = Math.max(...v.points.map((p) => p.figure), (v.middle ?? 0) * 1.5)
  const end = ends.find((e) => largest <= e) ?? 1
  const x = (rows: number) =>
    most === least ? right : left + (Math.log(Math.max(rows, least) / least) / Math.log(most / least)) * (right - left)
  const y = (share: number) => floor - (Math.min(share, end) / end) * (floor - top)
  const steps = Array.from({ length: 25 }, (_, n) => least * (most / least) ** (n / 24))
  const { ordinary } = v
  const curve = (of: 'low' | 'high') =>
    ordinary
      ? `M${steps.map((rows) => `${x(rows).toFixed(1)} ${y(funnelAt(ordinary, rows)[of]).toFixed(1)}`).join('L')}`
      : ''
  const at = ordinary && { high: y(funnelAt(ordinary, most).high), low: y(funnelAt(ordinary, most).low) }
  return (
    <>
      <path d={`M${left} ${y(end)}H${right}M${left} ${y(end / 2)}H${right}`} className={css.grid} />
      <path d={`M${left} ${floor}H${right}`} className={css.axis} />
      {[0, end / 2, end].map((t) => (
        <text key={t} x={left - 4} y={y(t) + 4} textAnchor="end">
          {figureWords(m, t)}
        </text>
      ))}
      <text x={left} y={133}>
        {least.toLocaleString('en-GB')}
      </text>
      <text x={right} y={133} textAnchor="end">
        {most === least ? '' : most.toLocaleString('en-GB')} {w.rowsAxis}
      </text>
      {at && v.middle !== null && (
        <>
          <path d={curve('high')} className={css.line} />
          <path d={curve('low')} className={css.line} />
          <path d={`M${left} ${y(v.middle)}H${right}`} className={css.axis} />
          <text x={right + 8} y={Math.max(at.high, top) + 3}>
            {w.limit}
          </text>
          {y(v.middle) - at.high > 9 && at.low - y(v.middle) > 9 && (
            <text x={right + 8} y={y(v.middle) + 4}>
              {w.middle}
            </text>
          )}
          {at.low < floor - 6 && at.low - at.high > 12 && (
            <text x={right + 8} y={at.low + 4}>
              {w.limit}
            </text>
          )}
        </>
      )}
      {v.points.map((p) => (
        <Dot key={p.id} marked={isOut(p)} x={x(p.of)} y={y(p.figure)} r={sizeOf(v)} />
      ))}
    </>
  )
}

/** Lengths and amounts along a line, dots that meet on one another; both limits dashed. */
const Line = ({ m, v, width }: Part) => {
  const [floor, right] = [62, width - beside]
  const scale = scaleOf(m)
  const far = Math.max(...v.points.map((p) => p.figure), ...v.points.map((p) => p.high ?? 0))
  const most = m.unit === 'share' ? (ends.find((e) => far <= e) ?? 1) : Math.max(1, far)
  const on = (value: number) => (m.unit === 'share' ? value : scale.to(value))
  const x = (value: number) => left + (on(Math.min(value, most)) / on(most)) * (right - left)
  const r = sizeOf(v)
  const dots = stacked(v.points, x, { r, floor, room: floor - 22 })
  const ticks = m.unit === 'share' ? [0, most / 2, most] : [0, 1, 7, 30, 90, 365, 1000, 10_000].filter((t) => t <= most)
  const some = v.points[0]
  return (
    <>
      <path d={`M${left} ${floor}H${right}`} className={css.axis} />
      {readable(m, ticks, x).map(({ at, words }) => (
        <text key={at} x={x(at)} y={78} textAnchor="middle">
          {words}
        </text>
      ))}
      {some &&
        [some.low, some.high].map(
          (limit, n) =>
            limit !== null &&
            limit > 0 &&
            limit <= most && (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lower and the upper
              <g key={n}>
                <path d={`M${x(limit)} 14V${floor}`} className={css.line} />
                <text x={x(limit)} y={10} textAnchor="middle">
                  {w.limit}
                </text>
              </g>
            ),
        )}
      {v.middle !== null && <path d={`M${x(v.middle) - 4} ${floor + 8}l4-7 4 7z`} className={css.middle} />}
      {dots.map((d) => (
        <Dot key={d.of.id} marked={isOut(d.of)} x={d.x} y={d.y} r={r} />
      ))}
    </>
  )
}

type ChartProps = { m: Measured; v: Variation; name: string; one: string }

/** Every account, or force, of one kind, with the limits within which difference is ordinary. */
export const VariationChart = ({ m, v, name, one }: ChartProps) => {
  const Kind = v.funnel ? Funnel : Line
  return (
    <Drawing label={w.chart(name, m, v, one)} height={v.funnel ? 138 : 84}>
      {(width) => <Kind m={m} v={v} width={width} />}
    </Drawing>
  )
}
