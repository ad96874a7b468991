import { useState } from 'react'
import { classLabels } from '../../register/account.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { type Preview, type PreviewRow, importWords as w } from './import-words.ts'
import css from './register.module.css'

const Ready = ({ row }: { row: PreviewRow }) => {
  if (row.state === 'bad')
    return (
      <>
        <StateMark state="refused">{w.states.bad}</StateMark>
        {row.wrong.map((wrong) => (
          <p key={`${wrong.column} ${wrong.words}`}>
            <b>{wrong.column}.</b> {wrong.words}
          </p>
        ))}
      </>
    )
  if (row.asks.length > 0)
    return row.asks.map((ask) => (
      <SeverityMark key={ask} severity="approval">
        {w.asks[ask]}
      </SeverityMark>
    ))
  return (
    <>
      {row.state === 'same' ? (
        <StateMark state="draft">{w.states.same}</StateMark>
      ) : (
        <SeverityMark severity="fixed">{w.states[row.state]}</SeverityMark>
      )}
      {row.changes.map((c) => (
        <p key={c.column}>{w.change(c.column, c.from, c.to)}</p>
      ))}
    </>
  )
}

const Account = ({ row }: { row: PreviewRow }) => (
  <span className={css.name}>
    <MarkOf network={row.network} />
    <span>
      <b className="mono">{row.handle || '–'}</b>
      {row.account && row.account.name !== row.handle && <span className={css.handle}>{row.account.name}</span>}
    </span>
  </span>
)

const columns: Column<PreviewRow>[] = [
  { id: 'line', head: w.head.line, number: true, cell: (row) => row.line },
  { id: 'account', head: w.head.account, names: true, cell: (row) => <Account row={row} /> },
  {
    id: 'class',
    head: w.head.class,
    cell: (row) =>
      row.account && !row.asks.includes('isOurs') ? (
        classLabels[row.account.class]
      ) : (
        <span className="third">{w.notSaid}</span>
      ),
  },
  {
    id: 'owner',
    head: w.head.owner,
    cell: (row) => row.account?.owner ?? <span className="third">{w.nobody}</span>,
  },
  { id: 'ready', head: w.head.ready, cell: (row) => <Ready row={row} /> },
]

type Show = keyof typeof w.shows
const shows: readonly Show[] = ['needs', 'new', 'changed', 'same', 'all']
const fits: Readonly<Record<Show, (row: PreviewRow) => boolean>> = {
  needs: (r) => r.state === 'bad' || r.asks.length > 0,
  new: (r) => r.state === 'new',
  changed: (r) => r.state === 'changed',
  same: (r) => r.state === 'same',
  all: () => true,
}
const step = 100

/** The rows of the file, those that need somebody first. */
export const ImportRows = ({ preview }: { preview: Preview }) => {
  const [show, setShow] = useState<Show>(preview.rows.some(fits.needs) ? 'needs' : 'all')
  const [most, setMost] = useState(step)
  const rows = preview.rows.filter(fits[show])
  return (
    <div className="stack">
      <Segmented
        label={w.show}
        labelHidden
        value={show}
        onChange={(next) => {
          setShow(next)
          setMost(step)
        }}
        choices={shows
          .map((id) => ({ id, n: preview.rows.filter(fits[id]).length }))
          .filter(({ id, n }) => n > 0 || id === 'all' || id === show)
          .map(({ id, n }) => ({ id, name: `${w.shows[id]} ${n.toLocaleString('en-GB')}` }))}
      />
      <DataTable
        caption={w.caption}
        rows={rows.slice(0, most)}
        keyOf={(r) => String(r.line)}
        columns={columns}
        empty={w.none}
      />
      {rows.length > most && (
        <div>
          <Button small onPress={() => setMost(rows.length)}>
            {w.more(rows.length - most)}
          </Button>
        </div>
      )}
    </div>
  )
}
