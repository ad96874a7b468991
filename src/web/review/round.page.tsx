import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { accountClasses, classLabels } from '../../register/account.ts'
import { outcomes, outcomeWords } from '../../review/outcome.ts'
import { type RoundRow, reviewEndpoints } from '../../review/review.contract.ts'
import { addressWith, useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink, FileLink, PrintButton } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Select } from '../parts/select.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useGradually } from '../register/gradually.ts'
import { day } from '../say.ts'
import css from './review.module.css'
import { roundHeading, reviewWords as w } from './review-words.ts'
import { type RoundFilter, rowsFor, stages } from './round-filter.ts'
import { ChooseGroup, ChooseRow, Singly, Together } from './together.tsx'
import { togetherWords as t } from './together-words.ts'

/** Reasons that a row shows before it says that there are more. */
const shownReasons = 2

const columnsFor = (round: string, zone: string, mayChoose: boolean): Column<RoundRow>[] => [
  ...(mayChoose ? [{ id: 'choose', head: t.choose, cell: (r: RoundRow) => <ChooseRow row={r} /> }] : []),
  {
    id: 'account',
    head: w.account,
    names: true,
    cell: (r) => (
      <>
        <NetworkMark mark={traitsOf(r.network)?.mark ?? '?'} name={traitsOf(r.network)?.name ?? r.network} nameHidden />{' '}
        <Link to="/reviews/$round/$account" params={{ round, account: r.key }}>
          <b>{r.name}</b>
        </Link>
        <br />
        <span className="second">
          {[r.class && classLabels[r.class], r.area].filter(Boolean).join(', ')}
          {r.voices > 0 && `. ${w.voicesIn(r.voices)}`}
        </span>
        {r.recommendedInto && <div>{w.wouldJoin(r.recommendedInto.name)}</div>}
      </>
    ),
  },
  {
    id: 'because',
    head: w.because,
    later: true,
    cell: (r) => (
      <span className={css.because}>
        {r.because.slice(0, shownReasons).join('. ')}
        {r.because.length > shownReasons && `, ${w.more(r.because.length - shownReasons)}`}
      </span>
    ),
  },
  {
    id: 'decided',
    head: w.decided,
    cell: (r) => (
      <>
        {r.decided ? (
          <b>{outcomeWords[r.decided.outcome]}</b>
        ) : (
          <span className="third">{r.closed ? w.closedSince : w.notDecided}</span>
        )}
        {r.decided && (r.decided.into || r.decided.on) && (
          <>
            <br />
            <span className="second">
              {[r.decided.into && w.into(r.decided.into.name), r.decided.on && w.onDay(day(r.decided.on, zone))]
                .filter(Boolean)
                .join(' ')}
            </span>
          </>
        )}
        {mayChoose && <Singly row={r} />}
        {r.lookWaits && (
          <div>
            <StateMark state="held">{w.lookWaits}</StateMark>
          </div>
        )}
        {r.toBegin && (
          <div>
            <StateMark state="held">{w.toBegin}</StateMark>
          </div>
        )}
      </>
    ),
  },
]

const Filters = ({
  rows,
  filter,
  go,
}: {
  rows: readonly RoundRow[]
  filter: RoundFilter
  go: (part: RoundFilter) => void
}) => {
  const classes = accountClasses.filter((c) => rows.some((r) => r.class === c))
  return (
    <div className={css.filters}>
      <TextField
        label={w.find}
        type="search"
        value={filter.sought ?? ''}
        onChange={(sought) => go({ sought: sought === '' ? undefined : sought })}
      />
      <Select
        label={w.recommended}
        value={filter.recommended ?? ''}
        onChange={(id) => go({ recommended: outcomes.find((o) => o === id) })}
        options={[
          { id: '', name: w.anyRecommended },
          ...outcomes.map((o) => ({
            id: o,
            name: outcomeWords[o],
            aside: String(rows.filter((r) => r.recommendation === o).length),
          })),
        ]}
      />
      <Select
        label={w.class}
        value={filter.class ?? ''}
        onChange={(id) => go({ class: accountClasses.find((c) => c === id) })}
        options={[{ id: '', name: w.anyClass }, ...classes.map((c) => ({ id: c, name: classLabels[c] }))]}
      />
      <Select
        label={w.stage}
        value={filter.stage ?? ''}
        onChange={(id) => go({ stage: stages.find((s) => s === id) })}
        options={[{ id: '', name: w.anyStage }, ...stages.map((s) => ({ id: s, name: w.stages[s] }))]}
      />
    </div>
  )
}

/** The table is drawn anew only when its own rows change: whoever types above never waits for it. */
const Rows = ({
  all,
  filter,
  round,
  mayChoose,
}: {
  all: readonly RoundRow[]
  filter: RoundFilter
  round: string
  mayChoose: boolean
}) => {
  const zone = useZone()
  const settled = useDeferredValue(filter)
  const rows = useMemo(() => rowsFor(all, settled), [all, settled])
  const shown = useGradually(rows)
  return useMemo(() => {
    const groups = Map.groupBy(rows, (r) => outcomeWords[r.recommendation])
    return (
      <DataTable
        caption={w.caption}
        rows={shown}
        keyOf={(r) => r.id}
        columns={columnsFor(round, zone, mayChoose)}
        groupOf={(r) => outcomeWords[r.recommendation]}
        groupHead={(name) => {
          const group = groups.get(name) ?? []
          return (
            <>
              <b>{name}</b>{' '}
              <span className="second">{w.ofGroup(group.length, group.filter((r) => r.decided).length)}</span>{' '}
              {mayChoose && <ChooseGroup rows={group} />}
            </>
          )
        }}
        empty={w.nothing}
      />
    )
  }, [shown, rows, round, zone, mayChoose])
}

const EndForm = ({ round, left, onClose }: { round: string; left: number; onClose: () => void }) => {
  const end = useAct(reviewEndpoints.end)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.endHeading}
      act={w.endAct}
      send={() => end.send({ round, anyway: left > 0 })}
    >
      <p>{left > 0 ? w.endLeft(left) : w.endAll}</p>
    </FormDialog>
  )
}

/** One round: what is recommended of every account, and what was decided. */
export const RoundPage = () => {
  const { round } = useParams({ from: '/staff/reviews/$round' })
  const filter: RoundFilter = useSearch({ from: '/staff/reviews/$round' })
  const navigate = useNavigate()
  const [ending, setEnding] = useState(false)
  const zone = useZone()
  const read = useRead(reviewEndpoints.round, { round }, { also: ['account', 'carryingOut', 'conversation'] })
  const path = <Link to="/reviews">{w.reviews}</Link>
  const go = (part: RoundFilter) =>
    void navigate({ to: '/reviews/$round', params: { round }, search: { ...filter, ...part }, replace: true })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ round: head, rows, mayRun }) => (
        <>
          <PageAnswer
            dense
            path={
              <>
                {path} / {head.name}
              </>
            }
            answer={roundHeading(rows)}
            lede={
              <>
                {w.lede(day(head.frozenAt, zone, new Date()), head.criteriaVersion)}{' '}
                <Link to="/reviews/criteria">{w.criteria}</Link>
              </>
            }
            acts={
              <>
                <FileLink href={addressWith(reviewEndpoints.roundFile, { round })}>{w.csv}</FileLink>
                <PrintButton />
                <ButtonLink to="/reviews/plans/$id" params={{ id: 'new' }} search={{ round }}>
                  {w.wouldLose}
                </ButtonLink>
                {mayRun && head.endedAt === null && <Button onPress={() => setEnding(true)}>{w.endRound}</Button>}
              </>
            }
          />
          <Filters rows={rows} filter={filter} go={go} />
          <Together round={round} rows={rows}>
            <Rows all={rows} filter={filter} round={round} mayChoose={mayRun && head.endedAt === null} />
          </Together>
          {ending && (
            <EndForm round={round} left={rows.filter((r) => !r.decided).length} onClose={() => setEnding(false)} />
          )}
        </>
      )}
    </Answered>
  )
}
