import { words } from '../words.ts'
import css from './bars.module.css'

/** Hours of one day in which somebody answers, as `{ from: 8, to: 18 }`; a day may have none or several. */
export type Day = readonly { from: number; to: number }[]

export type CoverBarProps = {
  /** As it is published: `Mon–Fri 8–18`. Empty when no hours are set. */
  words: string
  /** Seven days from Monday. */
  days: readonly Day[]
  /** line: words over one bar, for a table. week: a small column for each day. */
  form?: 'line' | 'week'
}

const hoursOf = (days: readonly Day[]): number =>
  days.flat().reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0)

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const Column = ({ day }: { day: Day }) => (
  <svg width="100%" height="28" viewBox="0 0 44 24" preserveAspectRatio="none" aria-hidden="true">
    <rect width="44" height="24" className={css.ground} />
    {day.map(({ from, to }) => (
      <rect key={from} y={from} width="44" height={to - from} className={css.used} />
    ))}
  </svg>
)

/** When somebody answers here, of the 168 hours of a week. */
export const CoverBar = ({ words: stated, days, form = 'line' }: CoverBarProps) => {
  const hours = hoursOf(days)
  const said = hours === 0 ? words.cover.none : words.cover.sentence(stated, hours)
  if (form === 'week') {
    return (
      <div className={css.week} role="img" aria-label={said}>
        {weekdays.map((name, i) => (
          <div key={name}>
            {name}
            <Column day={days[i] ?? []} />
          </div>
        ))}
      </div>
    )
  }
  return (
    <span className={css.line}>
      {hours === 0 ? words.cover.none : stated}
      <svg width="82" height="5" role="img" aria-label={said}>
        <rect width="82" height="5" className={css.ground} />
        <rect width={(hours / 168) * 82} height="5" className={css.used} />
      </svg>
    </span>
  )
}
