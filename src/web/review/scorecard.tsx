import { Link } from '@tanstack/react-router'
import { criteria } from '../../review/criteria.ts'
import { outcomeWords } from '../../review/outcome.ts'
import { lineWords, valueWords } from '../../review/saying.ts'
import type { Tested } from '../../review/scorecard.ts'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Section } from '../parts/section.tsx'
import { ReadingMark } from './reading-mark.tsx'
import css from './review.module.css'
import { type Review, reviewWords as w } from './review-words.ts'

/** The way from a test to what it was read from: rows, other accounts, or the record. */
const Behind = ({ test, data }: { test: Tested; data: Review }) => {
  const { from } = criteria[test.criterion]
  const { key, subject } = data.review
  if (test.alike.length > 0 && 'measure' in from)
    return (
      <>
        {test.alike.slice(0, 3).map(({ account, posts }, n) => (
          <span key={account}>
            {n > 0 && ', '}
            <Link to="/register/$id" params={{ id: account }}>
              {data.beside[account]?.name ?? account}
            </Link>{' '}
            {w.posts(posts)}
          </span>
        ))}
        {test.alike.length > 3 && ` ${w.more(test.alike.length - 3)}`}
        <div className={css.toRows}>
          <Link to="/measures/accounts/$id" params={{ id: key }} search={{ span: 'weeks13', measure: from.measure }}>
            {w.rows(test.rows ?? 0)}
          </Link>
        </div>
      </>
    )
  if (test.accounts.length > 0)
    return (
      <>
        {test.accounts.slice(0, 3).map((id, n) => (
          <span key={id}>
            {n > 0 && ', '}
            <Link to="/register/$id" params={{ id }}>
              {data.beside[id]?.name ?? id}
            </Link>
          </span>
        ))}
        {test.accounts.length > 3 && ` ${w.more(test.accounts.length - 3)}`}
      </>
    )
  if (subject === 'lookAlike') return <span className="second">{test.words}</span>
  if ('record' in from)
    return test.words ? (
      <span>{test.words}</span>
    ) : (
      <Link to="/register/$id" params={{ id: key }}>
        {w.register}
      </Link>
    )
  return (
    <>
      <Link to="/measures/accounts/$id" params={{ id: key }} search={{ span: 'weeks13', measure: from.measure }}>
        {test.rows === null ? from.measure : w.rows(test.rows)}
      </Link>
      {test.words && <div className="second">{test.words}</div>}
    </>
  )
}

/** First what the recommendation rests on, then what stands out, then what is in order. */
const weight = (t: Tested, reasons: ReadonlySet<string>): number =>
  reasons.has(t.criterion) ? 0 : t.reading === 'inOrder' ? 2 : 1

/** Every test of one account beside the middle of its class, as it was when the evidence was frozen; marked, those that the recommendation rests on. */
export const ScorecardTable = ({ data }: { data: Review }) => {
  const { tests } = data.review
  const reasons = new Set<string>(data.review.reasons.map((r) => r.criterion))
  const measured = tests.filter((t) => t.reading !== 'notMeasured')
  const missing = tests.filter((t) => t.reading === 'notMeasured')
  const columns: Column<Tested>[] = [
    { id: 'test', head: w.test(data.round.criteriaVersion), names: true, cell: (t) => criteria[t.criterion].name },
    {
      id: 'value',
      head: w.thisAccount,
      number: true,
      cell: (t) => <b className="one-line">{valueWords(t.criterion, t.value)}</b>,
    },
    {
      id: 'middle',
      head: w.classMiddle,
      number: true,
      cell: (t) => <span className="one-line">{valueWords(t.criterion, t.middle)}</span>,
    },
    {
      id: 'line',
      head: w.line,
      number: true,
      later: true,
      cell: (t) => <span className="one-line">{lineWords(t.criterion, t.line)}</span>,
    },
    { id: 'reading', head: w.readingHead, cell: (t) => <ReadingMark reading={t.reading} /> },
    { id: 'behind', head: w.behind, cell: (t) => <Behind test={t} data={data} /> },
  ]
  return (
    <Section heading={w.record} more={w.againstMiddle}>
      <DataTable
        caption={w.record}
        rows={measured.toSorted((a, b) => weight(a, reasons) - weight(b, reasons))}
        keyOf={(t) => t.criterion}
        columns={columns}
        toneOf={(t) => (reasons.has(t.criterion) ? 'now' : undefined)}
        middle
      />
      <p className={css.foot}>
        {w.marked(outcomeWords[data.review.recommendation].toLowerCase())}{' '}
        {missing.length > 0 && w.missing(missing.map((t) => criteria[t.criterion].name).join(', '))}
      </p>
    </Section>
  )
}
