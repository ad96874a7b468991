import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { earnsEndpoints } from '../../../measures/earns/earns.contract.ts'
import { verdictOf } from '../../../measures/earns/effect.ts'
import { featureOf } from '../../../measures/earns/feature.ts'
import { addressWith, useRead } from '../../call.ts'
import { useZone } from '../../frame/facts.ts'
import { Answered } from '../../parts/answered.tsx'
import { Segmented } from '../../parts/choices.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageAnswer } from '../../parts/page-answer.tsx'
import { day } from '../../say.ts'
import { PageActs } from '../acts.tsx'
import { Counted } from '../definition.tsx'
import css from '../measures.module.css'
import { measuresWords, spanLabels } from '../measures-words.ts'
import {
  type Earns,
  earnsHeading,
  effectWords,
  luckWords,
  type Reaction,
  type Row,
  untold,
  verdictWords,
  earnsWords as w,
} from './earns-words.ts'
import { Effects } from './effects.tsx'
import { Lessons } from './lessons.tsx'

const spans = ['year', 'all'] as const

/** What goes with answers from the public, and what does not? */
export const EarnsPage = () => {
  const { span, reaction } = useSearch({ from: '/staff/measures/earns' })
  const navigate = useNavigate()
  const zone = useZone()
  const read = useRead(earnsEndpoints.earns, { span })
  const path = <Link to="/measures">{measuresWords.measures}</Link>
  const go = (to: { span?: typeof span; reaction?: Reaction }) =>
    void navigate({ to: '/measures/earns', search: { span, reaction, ...to } })
  const last = (until: string) => day(new Date(Date.parse(until) - 1), zone, new Date())
  return (
    <Answered read={read} heading={{ reading: measuresWords.reading, failed: measuresWords.failed }} path={path}>
      {({ count, rows, lessons }) => (
        <>
          <PageAnswer
            dense
            path={path}
            answer={earnsHeading(count !== null, rows, reaction)}
            lede={count ? w.lede(spanLabels[span], last(count.until), count.posts, count.accounts) : w.notCounted}
            acts={
              <PageActs
                span={span}
                spans={spans}
                onSpan={(next) => go({ span: next })}
                file={addressWith(earnsEndpoints.earnsFile, { span })}
              >
                <Segmented
                  label={w.reaction}
                  labelHidden
                  value={reaction}
                  onChange={(next) => go({ reaction: next })}
                  choices={(['replies', 'reshares'] as const).map((id) => ({ id, name: w.reactions[id] }))}
                />
              </PageActs>
            }
          />
          {count && (
            <>
              <div className={css.one}>
                <div>
                  <p className={css.note}>{w.chartNote}</p>
                  <Effects rows={rows} reaction={reaction} />
                  <p className={css.note}>
                    <b>{w.together}</b> {luckWords(rows)}
                  </p>
                  <Figures rows={rows.filter((r) => r.reaction === reaction)} />
                </div>
                <HowCounted count={count} reaction={reaction} />
              </div>
              <Lessons lessons={lessons} rows={rows} />
            </>
          )}
        </>
      )}
    </Answered>
  )
}

const HowCounted = ({ count, reaction }: { count: NonNullable<Earns['count']>; reaction: Reaction }) => (
  <aside className={css.how} aria-label={w.how}>
    <p className="small second">{w.how}</p>
    <p className={css.fraction}>
      <span>{w.howTop}</span>
      <span>{w.howBottom}</span>
    </p>
    <Counted heading={w.leftOut} names={w.leftOutNames} counts={count.leftOut} />
    {untold(count.networks, reaction) && <p className="small second">{untold(count.networks, reaction)}.</p>}
    <details className={css.traps}>
      <summary>{measuresWords.traps}</summary>
      <ul>
        {w.howText.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  </aside>
)

const rate = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 1 : 0))
const columns: Column<Row>[] = [
  { id: 'feature', head: w.feature, names: true, cell: (r) => featureOf(r.feature)?.name },
  { id: 'accounts', head: w.accounts, number: true, later: true, cell: (r) => r.accounts.toLocaleString('en-GB') },
  { id: 'with', head: w.withIt, number: true, later: true, cell: (r) => r.withIt.toLocaleString('en-GB') },
  { id: 'without', head: w.without, number: true, later: true, cell: (r) => r.without.toLocaleString('en-GB') },
  { id: 'effect', head: w.effect, cell: (r) => effectWords(r) },
  { id: 'finding', head: w.finding, cell: (r) => verdictWords[verdictOf(r)] },
  { id: 'rateWith', head: w.rateWith, number: true, later: true, cell: (r) => rate(r.perFollowerWith) },
  { id: 'rateWithout', head: w.rateWithout, number: true, later: true, cell: (r) => rate(r.perFollowerWithout) },
]

const Figures = ({ rows }: { rows: readonly Row[] }) => (
  <details className={css.traps}>
    <summary>{w.figures}</summary>
    <DataTable
      caption={w.figures}
      rows={rows.toSorted((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0))}
      columns={columns}
      keyOf={(r) => `${r.group} ${r.feature}`}
      groupOf={(r) => w.groups[r.group]}
      middle
    />
  </details>
)
