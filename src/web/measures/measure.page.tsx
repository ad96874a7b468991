import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { accountClasses, classLabels } from '../../register/account.ts'
import { addressWith, useRead } from '../call.ts'
import { Answered } from '../parts/answered.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { PageActs } from './acts.tsx'
import { HowCounted } from './definition.tsx'
import { Distribution, SilentDays } from './distribution.tsx'
import { type Figure, figureWords, type MeasuredAccount, ofAccounts, ofAll, ofWords } from './figures.ts'
import css from './measures.module.css'
import { measureHeading, measuresWords as w } from './measures-words.ts'
import { spansShown } from './pages.ts'
import { ReasonCell } from './reasons.tsx'

type Row = { account: MeasuredAccount; figure: Figure | undefined }

/** One measure: what it says of all accounts, how it is counted, and every account with the way to its rows. */
export const MeasurePage = () => {
  const { id } = useParams({ from: '/staff/measures/$id' })
  const { span } = useSearch({ from: '/staff/measures/$id' })
  const navigate = useNavigate()
  const read = useRead(measuresEndpoints.one, { measure: id, span })
  const path = <Link to="/measures">{w.measures}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(data) => {
        const { definition: d, figures, accounts, reasons } = data
        const own = ofAccounts(figures, d.id)
        const by = new Map(own.map((f) => [f.accountId, f]))
        const all = ofAll(figures, d.id)
        const rows: Row[] = accounts
          .map((account) => ({ account, figure: by.get(account.id) }))
          .toSorted((a, b) => accountClasses.indexOf(a.account.class) - accountClasses.indexOf(b.account.class))
        const columns: Column<Row>[] = [
          {
            id: 'account',
            head: w.account,
            names: true,
            cell: ({ account }) => (
              <Link to="/measures/accounts/$id" params={{ id: account.id }} search={{ span, measure: d.id }}>
                {account.name} <span className="mono third">@{account.handle.replace(/^@/, '')}</span>
              </Link>
            ),
          },
          {
            id: 'figure',
            head: w.figure,
            number: true,
            cell: ({ figure }) => <b>{figureWords(d, figure?.figure ?? null)}</b>,
          },
          {
            id: 'counted',
            head: w.counted,
            number: true,
            cell: ({ figure }) => (figure && ofWords(d, figure)) || '–',
          },
          {
            id: 'why',
            head: w.reason,
            cell: ({ account, figure }) => {
              const reason = reasons.find((r) => r.accountId === account.id)
              return reason || figure?.look ? (
                <ReasonCell account={account} d={d} reason={reason} may={data.maySayWhy} />
              ) : null
            },
          },
        ]
        return (
          <>
            <PageAnswer
              path={path}
              answer={measureHeading(d, all, own)}
              lede={d.asks}
              acts={
                <PageActs
                  span={span}
                  spans={spansShown}
                  onSpan={(next) => void navigate({ to: '/measures/$id', params: { id }, search: { span: next } })}
                  file={addressWith(measuresEndpoints.figuresFile, { measure: id, span })}
                />
              }
            />
            <div className={css.one}>
              <div>
                {data.counted ? (
                  <figure className={css.wide}>
                    {d.id === 'M01' ? <SilentDays figures={own} /> : <Distribution d={d} figures={own} />}
                  </figure>
                ) : (
                  <p>{w.notOver}</p>
                )}
                <Section heading={w.allClasses} more={String(rows.length)}>
                  <DataTable
                    caption={w.allClasses}
                    rows={rows}
                    columns={columns}
                    keyOf={(r) => r.account.id}
                    groupOf={(r) => classLabels[r.account.class]}
                    toneOf={(r) => (r.figure?.look ? 'warn' : undefined)}
                    middle
                  />
                </Section>
              </div>
              <HowCounted d={d} counts={all} span={span} link={false} />
            </div>
          </>
        )
      }}
    </Answered>
  )
}
