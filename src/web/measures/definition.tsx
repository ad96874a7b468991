import { Link } from '@tanstack/react-router'
import type { SpanName } from '../../measures/span.ts'
import { type Definition, type Figure, ofWords } from './figures.ts'
import css from './measures.module.css'
import { basisLabels, measuresWords as w } from './measures-words.ts'

type Counts = Pick<Figure, 'top' | 'of' | 'leftOut' | 'more'>

/** Counts by name; nothing of none. */
export const Counted = ({
  heading,
  names,
  counts,
}: {
  heading: string
  names: Readonly<Record<string, string>>
  counts: Readonly<Record<string, number>>
}) => {
  const rows = Object.entries(names).filter(([key]) => key in counts)
  if (rows.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <dl className={css.counts}>
        {rows.map(([key, name]) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{(counts[key] ?? 0).toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** How a measure is counted: the fraction, what is left out with counts, what to beware of, what to compare it with, its version. */
export const HowCounted = ({
  d,
  counts,
  span,
  link = true,
}: {
  d: Definition
  counts: Counts | undefined
  span: SpanName
  link?: boolean
}) => (
  <aside className={css.how} aria-label={`${w.howHeading}: ${d.name}`}>
    <p className="small second">{w.howHeading}</p>
    <h2>{d.name}</h2>
    <p className={css.fraction}>
      <span>{d.top}</span>
      {d.bottom && <span>{d.bottom}</span>}
    </p>
    {counts && ofWords(d, counts) && <p className="small">{ofWords(d, counts)}.</p>}
    {counts && <Counted heading={w.leftOut} names={d.leftOut} counts={counts.leftOut} />}
    {counts && <Counted heading={w.more} names={d.more} counts={counts.more} />}
    <details className={css.traps}>
      <summary>{w.traps}</summary>
      <ul>
        {d.traps.map((trap) => (
          <li key={trap}>{trap}</li>
        ))}
      </ul>
    </details>
    <h3>{w.compare}</h3>
    <p className="small second">
      {d.comparison.words} {basisLabels[d.comparison.basis]}.
    </p>
    <h3>{w.lookWhen}</h3>
    <p className="small second">{d.look}.</p>
    <p className="small row">
      {link && (
        <Link to="/measures/$id" params={{ id: d.id }} search={{ span: span === 'before' ? 'weeks13' : span }}>
          {w.seeRows}
        </Link>
      )}
      <span className="third">{w.version(d)}</span>
    </p>
  </aside>
)
