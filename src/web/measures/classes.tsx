import { middleOf } from '../../measures/measure.ts'
import { accountClasses, classLabels } from '../../register/account.ts'
import { type Definition, type Figure, figureWords, type MeasuredAccount, ofAccounts } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

const [width, height] = [190, 22]
const x = (share: number) => 4 + share * (width - 8)

/** One class in one measure: every account, the stretch from the least to the most, the middle. */
const Strip = ({ d, values, name }: { d: Definition; values: readonly number[]; name: string }) => {
  const middle = middleOf(values)
  if (middle === null) return <span className="third">–</span>
  const r = values.length > 60 ? 1.8 : 3.2
  return (
    <svg
      className={css.strip}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={w.chart(name, values.length, figureWords(d, middle), 0).replace(/, 0 to look at$/, '')}
    >
      <path
        d={`M4 ${height - 0.5}H${width - 4}M${x(0)} 0v${height}M${x(0.5)} 0v${height}M${x(1)} 0v${height}`}
        className={css.grid}
      />
      <path d={`M${x(Math.min(...values))} 11H${x(Math.max(...values))}`} className={css.reach} />
      {values.map((value, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no name here
        <circle key={n} cx={x(value)} cy={11} r={r} className={css.dot} />
      ))}
      <path d={`M${x(middle)} 3v16`} className={css.tick} />
    </svg>
  )
}

/** Like with like: each class a row, each measure a column. */
export const ByClass = ({
  accounts,
  figures,
  definitions,
}: {
  accounts: readonly MeasuredAccount[]
  figures: readonly Figure[]
  definitions: readonly Definition[]
}) => (
  <table className={css.classes}>
    <caption className="hidden-words">{w.allClasses}</caption>
    <thead>
      <tr>
        <th scope="col">{w.className}</th>
        {definitions.map((d) => (
          <th key={d.id} scope="col">
            {d.name} <span className="third">0–100%</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {accountClasses.map((of) => {
        const ids = new Set(accounts.filter((a) => a.class === of).map((a) => a.id))
        if (ids.size === 0) return null
        return (
          <tr key={of}>
            <th scope="row">
              {classLabels[of]} <span className="third">{ids.size}</span>
            </th>
            {definitions.map((d) => (
              <td key={d.id}>
                <span className={css.stripName} aria-hidden="true">
                  {d.name}
                </span>
                <Strip
                  d={d}
                  name={`${classLabels[of]}, ${d.name}`}
                  values={ofAccounts(figures, d.id)
                    .filter((f) => ids.has(f.accountId))
                    .map((f) => f.figure)}
                />
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  </table>
)
