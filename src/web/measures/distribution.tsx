import { Dot, stacked } from './dots.tsx'
import { type Definition, type Figure, figureWords, middleOf } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

const [width, height, left, right, floor] = [262, 87, 7, 255, 67]
const roomAbove = 60

const shareEnds = [0.2, 0.4, 0.6, 1]

/** Where a value stands, and what the axis says. Shares end where the largest fits; lengths of time are drawn so that early days are wide. */
const scaleOf = (d: Definition, figures: readonly Figure[]) => {
  const largest = Math.max(d.line?.at ?? 0, ...figures.map((f) => f.figure))
  const most = d.unit === 'share' ? (shareEnds.find((end) => largest <= end) ?? 1) : Math.max(1, largest)
  const share = (value: number) => (d.unit === 'share' ? value / most : Math.log1p(value) / Math.log1p(most))
  const x = (value: number) => left + share(Math.min(Math.max(value, 0), most)) * (right - left)
  const ticks =
    d.unit === 'share'
      ? [0, 0.25, 0.5, 0.75, 1].map((t) => t * most)
      : [0, 7, 30, 90, 365, 1000].filter((t) => t <= most)
  return { x, ticks }
}

/** Every account as a dot over its figure: nobody hides in an average. The ones to look at are diamonds. */
export const Distribution = ({ d, figures }: { d: Definition; figures: readonly Figure[] }) => {
  if (figures.length === 0) return <p className={css.empty}>{w.noneToDraw}</p>
  const { x, ticks } = scaleOf(d, figures)
  const r = figures.length > 150 ? 2.2 : 3.3
  const dots = stacked(figures, x, { r, floor, room: roomAbove })
  const middle = middleOf(figures.map((f) => f.figure))
  const look = figures.filter((f) => f.look).length
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={w.chart(d.name, figures.length, figureWords(d, middle), look)}
    >
      <path d={`M${left} ${floor}H${right}`} className={css.axis} />
      {ticks.map((t) => (
        <g key={t}>
          <path d={`M${x(t)} ${floor}v4`} className={css.axis} />
          <text x={x(t)} y={83} textAnchor={t === 0 ? 'start' : x(t) > right - 12 ? 'end' : 'middle'}>
            {d.unit === 'share' ? figureWords(d, t) : t}
          </text>
        </g>
      ))}
      {d.line && (
        <>
          <path d={`M${x(d.line.at)} 4V${floor}`} className={css.line} />
          <text x={x(d.line.at) + 4} y={11}>
            {d.line.words}
          </text>
        </>
      )}
      {middle !== null && <path d={`M${x(middle) - 4} 75l4-4 4 4z`} className={css.middle} />}
      {dots.map(({ of, x: at, y }) => (
        <Dot key={of.accountId} x={Math.min(Math.max(at, left), right)} y={y} r={r} marked={of.look} />
      ))}
    </svg>
  )
}

const days = [
  { to: 1, name: '0–1' },
  { to: 7, name: '2–7' },
  { to: 30, name: '8–30' },
  { to: 90, name: '31–90' },
  { to: Number.POSITIVE_INFINITY, name: 'over 90' },
] as const

/** How many accounts have been silent for how long; those to look at stand on top, in another tone and with lines. */
export const SilentDays = ({ figures }: { figures: readonly Figure[] }) => {
  if (figures.length === 0) return <p className={css.empty}>{w.noneToDraw}</p>
  const bars = days.map(({ to, name }, n) => {
    const here = figures.filter((f) => f.figure <= to && f.figure > (days[n - 1]?.to ?? -1))
    return { name, all: here.length, look: here.filter((f) => f.look).length }
  })
  const most = Math.max(1, ...bars.map((b) => b.all))
  const tall = (n: number) => (n / most) * 46
  const said = bars.map((b) => `${b.name} days ${b.all}, ${w.look(b.look)}`).join('; ')
  return (
    <svg className={css.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
      {bars.map((b, n) => {
        const at = left + n * 50
        return (
          <g key={b.name}>
            <rect
              x={at}
              y={floor - tall(b.all - b.look)}
              width={42}
              height={tall(b.all - b.look)}
              className={css.bar}
            />
            <rect x={at} y={floor - tall(b.all)} width={42} height={tall(b.look)} className={css.barLook} />
            <text x={at + 21} y={floor - tall(b.all) - 4} textAnchor="middle">
              {b.all}
            </text>
            <text x={at + 21} y={83} textAnchor="middle">
              {b.name}
            </text>
          </g>
        )
      })}
      <path d={`M${left} ${floor}H${right}`} className={css.axis} />
    </svg>
  )
}
