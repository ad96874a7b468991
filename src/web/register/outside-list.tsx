import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LookAlike } from '../../register/outside/outside.contract.ts'
import { type AccountRow, registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { stretchesOf } from '../parts/marked-words.ts'
import { Section } from '../parts/section.tsx'
import { type State, StateMark } from '../parts/state-mark.tsx'
import { personWords } from '../posting/refs.ts'
import { shortDay } from '../say.ts'
import { NoteForm, SettleForm } from './outside-forms.tsx'
import { outsideWords as w } from './outside-words.ts'
import css from './register.module.css'
import { type Filter, fitsFound, rowsFor } from './register-filter.ts'
import { registerWords, showing } from './register-words.ts'

type Row = { id: string; network: string; handle: string } & (
  | { of: 'register'; account: AccountRow }
  | { of: 'list'; found: LookAlike }
)

const stateOf: Readonly<Record<LookAlike['outcome'], State>> = {
  open: 'waiting',
  harmless: 'draft',
  notOurs: 'needsPerson',
  reported: 'needsPerson',
  gone: 'live',
}

/** The handle with the letters marked that only look like ours. */
const Handle = ({ row }: { row: Row }) => {
  const odd = row.of === 'list' ? (row.found.likeness?.odd ?? []) : []
  const marks = odd.map((i) => ({ n: 0, from: i, to: i + 1, severity: 'blocked' as const }))
  return (
    <span className="mono">
      {stretchesOf(row.handle, marks).map(({ text, from, mark }) =>
        mark ? (
          <mark key={from} className={css.odd}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  )
}

const columnsFor = (zone: string, mayChange: boolean, onSettle: (row: LookAlike) => void): Column<Row>[] => [
  {
    id: 'account',
    head: w.head.account,
    names: true,
    cell: (row) => (
      <span className={css.name}>
        <MarkOf network={row.network} />
        <span>
          <Handle row={row} />
          {row.of === 'register' && (
            <Link to="/register/$id" params={{ id: row.account.id }} className={css.handle}>
              {row.account.name}
            </Link>
          )}
        </span>
      </span>
    ),
  },
  {
    id: 'what',
    head: w.head.what,
    cell: (row) =>
      row.of === 'register' ? (
        row.account.purpose
      ) : (
        <>
          {row.found.what} {row.found.likeness && <span className="second">{row.found.likeness.words}</span>}
        </>
      ),
  },
  {
    id: 'outcome',
    head: w.head.outcome,
    cell: (row) =>
      row.of === 'register' ? (
        <StateMark state="waiting">{w.unofficial}</StateMark>
      ) : (
        <StateMark state={stateOf[row.found.outcome]}>
          {w.outcomes[row.found.outcome]}
          {row.found.decidedAt && ` ${shortDay(row.found.decidedAt, zone, new Date())}`}
        </StateMark>
      ),
  },
  {
    id: 'why',
    head: w.head.why,
    cell: (row) =>
      row.of === 'list' && (
        <>
          {row.found.reason}{' '}
          {row.found.reportReference && <span className="mono">{w.reference(row.found.reportReference)}</span>}
          <br />
          <span className="second">
            {row.found.decidedBy
              ? personWords(row.found.decidedBy)
              : w.found(
                  row.found.foundBy ? personWords(row.found.foundBy) : '',
                  shortDay(row.found.foundAt, zone, new Date()),
                )}
          </span>
        </>
      ),
  },
  ...(mayChange
    ? [
        {
          id: 'acts',
          head: w.acts,
          act: true,
          cell: (row: Row) =>
            row.of === 'register' ? (
              <ButtonLink small to="/register/$id" params={{ id: row.account.id }}>
                {w.decideUnofficial}
              </ButtonLink>
            ) : (
              <Button small label={w.decideLabel(row.handle)} onPress={() => onSettle(row.found)}>
                {w.decide}
              </Button>
            ),
        },
      ]
    : []),
]

/** Accounts outside our control, and those that imitate ours, with what became of each. */
export const OutsideList = ({
  accounts,
  filter,
  zone,
}: {
  accounts: readonly AccountRow[]
  filter: Filter
  zone: string
}) => {
  const [doing, setDoing] = useState<'note' | LookAlike | null>(null)
  const read = useRead(registerEndpoints.lookAlikes, {}, { topic: 'lookAlike', also: ['account'] })
  const rows: Row[] = [
    ...rowsFor(accounts, { ...filter, show: 'unofficial' }).map((account) => ({
      of: 'register' as const,
      account,
      id: account.id,
      network: account.network,
      handle: account.handle,
    })),
    ...(read.data?.lookAlikes ?? [])
      .filter((found) => fitsFound(found, filter))
      .map((found) => ({
        of: 'list' as const,
        found,
        id: found.id,
        network: found.network,
        handle: found.handle,
      })),
  ]
  const mayChange = read.data?.mayChange ?? false
  const any = accounts.some(showing.unofficial) || (read.data?.lookAlikes ?? []).length > 0
  return (
    <Section
      heading={<span id="outside">{w.heading}</span>}
      note={rows.length > 0 && w.note(rows.length)}
      more={
        mayChange && (
          <Button small onPress={() => setDoing('note')}>
            {w.add}
          </Button>
        )
      }
      state={rows.length === 0 ? 'empty' : 'loaded'}
      empty={any ? registerWords.none : w.none}
    >
      <DataTable caption={w.caption} rows={rows} keyOf={(r) => r.id} columns={columnsFor(zone, mayChange, setDoing)} />
      {doing === 'note' && <NoteForm ours={accounts} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'note' && <SettleForm row={doing} onClose={() => setDoing(null)} />}
    </Section>
  )
}
