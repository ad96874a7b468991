import { verdictOf } from '../../../measures/earns/effect.ts'
import { features } from '../../../measures/earns/feature.ts'
import css from '../measures.module.css'
import { effectSaid, effectWords, type Reaction, type Row, verdictWords, earnsWords as w } from './earns-words.ts'

const [width, height] = [220, 22]

/** The axis reaches as far to each side of a half as the longest line does, in tenths. */
const reachOf = (rows: readonly Row[]): number => {
  const far = Math.max(
    0.1,
    ...rows.flatMap((r) => [r.low, r.high].flatMap((end) => (end === null ? [] : Math.abs(end - 0.5)))),
  )
  return Math.min(0.5, Math.ceil(far * 10) / 10)
}

/** One feature in one group: the figure and its interval about a half. A diamond where it stands among all that was compared. */
const Interval = ({ row, reach, label }: { row: Row; reach: number; label: string }) => {
  const x = (share: number) => width / 2 + ((share - 0.5) / reach) * (width / 2 - 6)
  const { effect, low, high } = row
  const verdict = verdictOf(row)
  if (effect === null || low === null || high === null)
    return <span className="small third">{verdictWords[verdict]}</span>
  const sure = verdict !== 'unclear'
  return (
    <div className={css.interval}>
      <svg className={css.strip} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path d={`M6 ${height - 0.5}H${width - 6}`} className={css.grid} />
        <path d={`M${width / 2} 0V${height}`} className={css.line} />
        <path d={`M${x(low)} 11H${x(high)}M${x(low)} 7v8M${x(high)} 7v8`} className={css.tick} />
        {sure ? (
          <path className={css.sure} d={`M${x(effect)} 5l6 6-6 6-6-6z`} />
        ) : (
          <circle className={css.unsure} cx={x(effect)} cy={11} r={4} />
        )}
      </svg>
      <span className={css.beside} data-sure={sure || undefined} aria-hidden="true">
        {effectWords(row)}
      </span>
    </div>
  )
}

/** Each feature a row, corporate and other accounts apart. In the order of the features, never by how much they earn. */
export const Effects = ({ rows, reaction }: { rows: readonly Row[]; reaction: Reaction }) => {
  const of = rows.filter((r) => r.reaction === reaction)
  const reach = reachOf(of)
  const ends = w.axis(Math.round(50 - 100 * reach), Math.round(50 + 100 * reach))
  const groups = ['corporate', 'others'] as const
  return (
    <table className={css.classes}>
      <caption className="hidden-words">{w.chartNote}</caption>
      <thead>
        <tr>
          <th scope="col">{w.feature}</th>
          {groups.map((group) => (
            <th key={group} scope="col">
              {w.groups[group]} <span className="third">{ends}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {features.map((f) => (
          <tr key={f.id}>
            <th scope="row">{f.name}</th>
            {groups.map((group) => {
              const row = of.find((r) => r.feature === f.id && r.group === group)
              return (
                <td key={group}>
                  <span className={css.stripName} aria-hidden="true">
                    {w.groups[group]}
                  </span>
                  {row ? <Interval row={row} reach={reach} label={effectSaid(f.name, w.groups[group], row)} /> : '–'}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
