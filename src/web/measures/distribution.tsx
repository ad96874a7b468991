import { middleOf } from '../../measures/measure.ts'
import { Drawing } from '../parts/drawing.tsx'
import { Dot, stacked } from './dots.tsx'
import { type Definition, type Figure, figureWords, readable } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

const [height, edge, floor] = [128, 7, 104]
/** Below the words at the top. */
const roomAbove = 86

const shareEnds = [0.2, 0.4, 0.6, 1]

/** Where a value stands, and what the axis says. Shares end where the largest fits; lengths of time are drawn so that early days are wide. */
const scaleOf = (d: Definition, figures: readonly Figure[], width: number) => {
  const largest = Math.max(d.line?.at ?? 0, ...figures.map((f) => f.figure))
  const most = d.unit === 'share' ? (shareEnds.find((end) => largest <= end) ?? 1) : Math.max(1, largest)
  const share = (value: number) => (d.unit === 'share' ? value / most : Math.log1p(value) / Math.log1p(most))
  const x = (value: number) => edge + share(Math.min(Math.max(value, 0), most)) * (width - 2 * edge)
  const ticks =
    d.unit === 'share'
      ? [0, 0.25, 0.5, 0.75, 1].map((t) => t * most)
      : [0, 7, 30, 90, 365, 1000].filter((t) => t <= most)
  return { x, ticks }
}

type Of = { d: Definition; figures: readonly Figure[] }

const Dots = ({ d, figures, width }: Of & { width: number }) => {
  const { x, ticks } = scaleOf(d, figures, width)
  const right = width - edge
  const r = figures.length > 150 ? 2.2 : 3.3
  const dots = stacked(figures, x, { r, floor, room: roomAbove })
  const middle = middleOf(figures.map((f) => f.figure))
  const toLeft = d.line !== null && d.line !== undefined && x(d.line.at) > width * 0.6
  return (
    <>
      <path d={`M${edge} ${floor}H${right}`} className={css.axis} />
      {readable(d, ticks, x).map(({ at, words }) => (
        <g key={at}>
          <path d={`M${x(at)} ${floor}v4`} className={css.axis} />
          <text x={x(at)} y={123} textAnchor={at === 0 ? 'start' : x(at) > right - 24 ? 'end' : 'middle'}>
            {words}
          </text>
        </g>
      ))}
      {d.line && (
        <>
          <path d={`M${x(d.line.at)} 4V${floor}`} className={css.line} />
          <text x={x(d.line.at) + (toLeft ? -4 : 4)} y={12} textAnchor={toLeft ? 'end' : 'start'}>
            {d.line.words}
          </text>
        </>
      )}
      {middle !== null && <path d={`M${x(middle) - 4} ${floor + 7}l4-6 4 6z`} className={css.middle} />}
      {dots.map(({ of, x: at, y }) => (
        <Dot key={of.accountId} x={Math.min(Math.max(at, edge), right)} y={y} r={r} marked={of.look} />
      ))}
    </>
  )
}

/** Every account as a dot over its figure: nobody hides in an average. The ones to look at are diamonds. */
export const Distribution = ({ d, figures }: Of) => {
  if (figures.length === 0) return <p className={css.empty}>{w.noneToDraw}</p>
  const middle = figureWords(d, middleOf(figures.map((f) => f.figure)))
  const look = figures.filter((f) => f.look).length
  return (
    <Drawing label={w.chart(d.name, figures.length, middle, look)} height={height}>
      {(width) => <Dots d={d} figures={figures} width={width} />}
    </Drawing>
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
  const tall = (n: number) => (n / most) * roomAbove
  const said = bars.map((b) => `${b.name} days ${b.all}, ${w.look(b.look)}`).join('; ')
  return (
    <Drawing label={said} height={height}>
      {(width) => {
        const step = (width - 2 * edge) / bars.length
        const wide = step - 8
        return (
          <>
            {bars.map((b, n) => {
              const at = edge + n * step
              const [plain, look] = [tall(b.all - b.look), tall(b.look)]
              return (
                <g key={b.name}>
                  <rect x={at} y={floor - plain} width={wide} height={plain} className={css.bar} />
                  <rect x={at} y={floor - plain - look} width={wide} height={look} className={css.barLook} />
                  <text x={at + wide / 2} y={floor - plain - look - 4} textAnchor="middle">
                    {b.all}
                  </text>
                  <text x={at + wide / 2} y={123} textAnchor="middle">
                    {b.name}
                  </text>
                </g>
              )
            })}
            <path d={`M${edge} ${floor}H${width - edge}`} className={css.axis} />
          </>
        )
      }}
    </Drawing>
  )
}
