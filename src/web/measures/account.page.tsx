import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { classLabels } from '../../register/account.ts'
import { useRead } from '../call.ts'
import { Answered } from '../parts/answered.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { PageActs } from './acts.tsx'
import { type Definition, figureWords, ofWords } from './figures.ts'
import { accountHeading, measuresWords as w } from './measures-words.ts'
import { spansShown } from './pages.ts'
import { ReasonCell } from './reasons.tsx'
import { RowsBehind } from './rows-behind.tsx'

type Data = z.output<typeof measuresEndpoints.account.output>
type Row = { d: Definition; result: Data['results'][number] }
type Group = keyof typeof w.groups

const groupOf = ({ result }: Row): Group => (result.figure === null ? 'nothing' : result.look ? 'look' : 'counted')
const groups: readonly Group[] = ['look', 'counted', 'nothing']

const columnsFor = (data: Data, span: 'weeks13' | 'year' | 'all'): Column<Row>[] => [
  {
    id: 'measure',
    head: w.measure,
    names: true,
    cell: ({ d }) => (
      <Link
        to="/measures/accounts/$id"
        params={{ id: data.account.id }}
        search={{ span, measure: d.id }}
        resetScroll={false}
      >
        {d.name}
      </Link>
    ),
  },
  {
    id: 'figure',
    head: w.figure,
    number: true,
    cell: ({ d, result }) => result.figure !== null && <b>{figureWords(d, result.figure)}</b>,
  },
  {
    id: 'of',
    head: w.counted,
    number: true,
    later: true,
    cell: ({ d, result }) => (result.figure === null ? '' : ofWords(d, result)),
  },
  {
    id: 'before',
    head: w.before,
    number: true,
    later: true,
    cell: ({ d, result }) =>
      result.figure !== null && figureWords(d, data.before.find((f) => f.measure === d.id)?.figure ?? null),
  },
  {
    id: 'middle',
    head: w.middle,
    number: true,
    cell: ({ d, result }) =>
      result.figure !== null && figureWords(d, data.middles.find((m) => m.measure === d.id)?.middle ?? null),
  },
  {
    id: 'why',
    head: w.reason,
    cell: ({ d, result }) => {
      if (result.figure === null) return <span className="third">{result.why}</span>
      const reason = data.reasons.find((r) => r.measure === d.id)
      return reason || result.look ? (
        <ReasonCell account={data.account} d={d} reason={reason} may={data.maySayWhy} />
      ) : null
    },
  },
]

/** One account: every measure beside the middle of its class, and the rows behind the one that is open. */
export const AccountMeasuresPage = () => {
  const { id } = useParams({ from: '/staff/measures/accounts/$id' })
  const { span, measure } = useSearch({ from: '/staff/measures/accounts/$id' })
  const navigate = useNavigate()
  const read = useRead(measuresEndpoints.account, { account: id, span })
  const path = <Link to="/measures">{w.measures}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(data) => {
        const rows = data.results.flatMap((result) => {
          const d = data.definitions.find((one) => one.id === result.measure)
          return d ? [{ d, result }] : []
        })
        const counted = rows.filter((r) => r.result.figure !== null)
        return (
          <>
            <PageAnswer
              path={path}
              answer={accountHeading(data.account.name, counted.filter((r) => r.result.look).length, counted.length)}
              lede={
                <>
                  {classLabels[data.account.class]}.{' '}
                  <Link to="/register/$id" params={{ id }}>
                    <span className="mono">@{data.account.handle.replace(/^@/, '')}</span>
                  </Link>
                </>
              }
              acts={
                <PageActs
                  span={span}
                  spans={spansShown}
                  onSpan={(next) =>
                    void navigate({ to: '/measures/accounts/$id', params: { id }, search: { span: next, measure } })
                  }
                />
              }
            />
            {measure && <RowsBehind key={`${measure} ${span}`} of={{ measure, account: id, span }} />}
            <Section heading={w.measures} more={String(rows.length)}>
              <DataTable
                caption={w.measures}
                rows={rows.toSorted((a, b) => groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b)))}
                columns={columnsFor(data, span)}
                groupOf={(row) => w.groups[groupOf(row)]}
                keyOf={(r) => r.d.id}
                toneOf={(r) => (r.d.id === measure ? 'now' : r.result.look ? 'warn' : undefined)}
                middle
              />
            </Section>
          </>
        )
      }}
    </Answered>
  )
}
