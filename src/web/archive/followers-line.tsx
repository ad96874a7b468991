import { useZone } from '../frame/facts.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Drawing } from '../parts/drawing.tsx'
import { shortDay } from '../say.ts'
import css from './audience.module.css'
import { type Audience, audienceWords as w } from './audience-words.ts'

/** Room for the words beside the axis, left and right. */
const [height, left, beside, top, floor] = [168, 56, 64, 8, 140]

/** A round figure that the most of them fit under. */
const roofOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 2.5, 5, 10].map((n) => n * step).find((n) => n >= most) ?? most
}

/** How followers grew or went, from zero, with the same as a table. */
export const FollowersLine = ({ audience: { account, counts } }: { audience: Audience }) => {
  const zone = useZone()
  const day = (at: string) => shortDay(at, zone, new Date())
  const [first, last] = [counts[0], counts.at(-1)]
  if (!first || !last) return null
  const roof = roofOf(Math.max(...counts.map((c) => c.followers)))
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)]
  const y = (n: number) => floor - (n / roof) * (floor - top)
  const label = w.line(account.name, day(first.at), first.followers, day(last.at), last.followers)
  return (
    <>
      <Drawing label={label} height={height}>
        {(width) => {
          const right = width - beside
          const x = (at: string) =>
            from === to ? right : left + ((Date.parse(at) - from) / (to - from)) * (right - left)
          const points = counts.map((c) => `${x(c.at).toFixed(1)} ${y(c.followers).toFixed(1)}`)
          return (
            <>
              <path className={css.grid} d={`M${left} ${y(roof)}H${right}M${left} ${y(roof / 2)}H${right}`} />
              <path className={css.axis} d={`M${left} ${floor}H${right}`} />
              {[0, roof / 2, roof].map((n) => (
                <text key={n} x={left - 6} y={y(n) + 4} textAnchor="end">
                  {n.toLocaleString('en-GB')}
                </text>
              ))}
              <path className={css.line} d={`M${points.join('L')}`} />
              <circle className={css.dot} cx={x(last.at)} cy={y(last.followers)} r={3.5} />
              <text className={css.last} x={right + 8} y={y(last.followers) + 5}>
                {last.followers.toLocaleString('en-GB')}
              </text>
              {from !== to && (
                <text x={left} y={height - 8}>
                  {day(first.at)}
                </text>
              )}
              <text x={right} y={height - 8} textAnchor="end">
                {day(last.at)}
              </text>
            </>
          )
        }}
      </Drawing>
      <details>
        <summary>{w.table}</summary>
        <DataTable
          caption={w.overTime}
          rows={counts.toReversed()}
          keyOf={(c) => c.at}
          middle
          columns={[
            { id: 'day', head: w.heads.day, names: true, cell: (c) => day(c.at) },
            { id: 'n', head: w.heads.followers, number: true, cell: (c) => c.followers.toLocaleString('en-GB') },
            { id: 'source', head: w.heads.source, cell: (c) => w.sources[c.source] },
          ]}
        />
      </details>
    </>
  )
}
