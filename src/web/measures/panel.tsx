import { Link } from '@tanstack/react-router'
import type { SpanName } from '../../measures/span.ts'
import { cx } from '../parts/class.ts'
import { Distribution, SilentDays } from './distribution.tsx'
import { allWords, type Definition, type Figure, ofAccounts, ofAll, toLook } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

type PanelProps = {
  d: Definition
  /** Where the figure of all accounts is that of another measure: dormancy over silent days. */
  head: Definition
  figures: readonly Figure[]
  all: readonly Figure[]
  before: readonly Figure[]
  span: Exclude<SpanName, 'before'>
  open: boolean
}

/** One measure of the overview: its figure, how it changed, every account, and the ways to its definition and rows. */
export const MeasurePanel = ({ d, head, figures, all, before, span, open }: PanelProps) => {
  const own = ofAccounts(figures, d.id)
  const was = ofAll(before, head.id)
  return (
    <section className={cx(css.panel, open && css.open)} aria-label={head.name}>
      <header>
        <h2>{head.name}</h2>
        <Link
          to="/measures"
          search={{ span, measure: d.id }}
          aria-current={open ? 'true' : undefined}
          resetScroll={false}
        >
          {w.how}
        </Link>
      </header>
      <p className={css.figure}>
        <b>{allWords(head, ofAll(all, head.id))}</b>
        {was && <span>{w.was(allWords(head, was))}</span>}
      </p>
      {d.id === 'M01' ? <SilentDays figures={own} /> : <Distribution d={d} figures={own} />}
      <footer>
        <span>{w.look(toLook(own))}</span>
        <Link to="/measures/$id" params={{ id: d.id }} search={{ span }}>
          {w.rows}
        </Link>
      </footer>
    </section>
  )
}
