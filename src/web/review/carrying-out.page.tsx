import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { type CarryingRow, carryingEndpoints } from '../../review/carrying/carrying.contract.ts'
import { addressWith, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, FileLink, PrintButton } from '../parts/button.tsx'
import { CountBar } from '../parts/count-bar.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { day as dayOf, shortDay } from '../say.ts'
import { BeginDialog, RetireDialog } from './begin-dialogs.tsx'
import { rowName, carryingWords as w } from './carrying-words.ts'
import css from './plan.module.css'

const named: Column<CarryingRow> = {
  id: 'what',
  head: w.head.what,
  names: true,
  cell: (r) => (
    <Link to="/reviews/carrying-out/$id" params={{ id: r.id }}>
      {rowName(r)}
    </Link>
  ),
}
const doneOf: Column<CarryingRow> = {
  id: 'done',
  head: w.head.done,
  cell: (r) => (
    <CountBar used={r.done} most={r.steps} width={72}>
      {w.of(r)} {r.late > 0 && <span className={css.late}>{w.overdue(r.late)}</span>}
    </CountBar>
  ),
}

const openColumns = (zone: string): Column<CarryingRow>[] => [
  named,
  doneOf,
  { id: 'next', head: w.head.next, cell: (r) => r.next && w.nextWords(r, dayOf(r.next.dueOn, zone, new Date())) },
  { id: 'ends', head: w.head.ends, cell: (r) => dayOf(r.endsOn, zone, new Date()) },
]
const endedColumns = (zone: string): Column<CarryingRow>[] => [
  named,
  doneOf,
  {
    id: 'ended',
    head: w.head.ended,
    cell: (r) =>
      r.ending && (
        <StateMark state={r.ending === 'done' ? 'live' : 'withdrawn'}>
          {w.endings[r.ending]} {r.endedAt && shortDay(r.endedAt, zone, new Date())}
        </StateMark>
      ),
  },
]

/** Everything that is being closed, adopted or left, and what ended. */
export const CarryingOutPage = () => {
  const zone = useZone()
  const { close: account = null } = useSearch({ from: '/staff/reviews/carrying-out' })
  const [doing, setDoing] = useState<'begin' | 'retire' | null>(account === null ? null : 'begin')
  const read = useRead(carryingEndpoints.carryingOuts, {}, { also: ['carryingOut', 'account', 'network'] })
  const close = () => setDoing(null)
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ rows, mayBegin, networks, retired }) => {
        const open = rows.filter((r) => r.endedAt === null)
        const ended = rows.filter((r) => r.endedAt !== null)
        return (
          <>
            <PageAnswer
              path={<Link to="/reviews">{w.reviews}</Link>}
              answer={w.heading(rows)}
              lede={w.lede}
              acts={
                <>
                  <FileLink href={addressWith(carryingEndpoints.carryingFile, {})}>{w.csv}</FileLink>
                  <PrintButton />
                  {mayBegin && networks.length > 0 && <Button onPress={() => setDoing('retire')}>{w.leave}</Button>}
                  {mayBegin && (
                    <Button kind="primary" onPress={() => setDoing('begin')}>
                      {w.begin}
                    </Button>
                  )}
                </>
              }
            />
            <Section
              heading={w.open}
              more={String(open.length)}
              state={open.length === 0 ? 'empty' : 'loaded'}
              empty={w.empty}
            >
              <DataTable
                caption={w.open}
                rows={open}
                keyOf={(r) => r.id}
                columns={openColumns(zone)}
                toneOf={(r) => (r.late > 0 ? 'warn' : undefined)}
                middle
              />
            </Section>
            {ended.length > 0 && (
              <Section heading={w.ended} more={String(ended.length)}>
                <DataTable caption={w.ended} rows={ended} keyOf={(r) => r.id} columns={endedColumns(zone)} middle />
              </Section>
            )}
            {retired.length > 0 && (
              <Section heading={w.left}>
                {retired.map((n) => (
                  <p key={n.id}>
                    {w.leftWords(traitsOf(n.id)?.name ?? n.id, n.note, shortDay(n.at, zone, new Date()))}
                  </p>
                ))}
              </Section>
            )}
            {doing === 'begin' && mayBegin && <BeginDialog zone={zone} account={account} onClose={close} />}
            {doing === 'retire' && <RetireDialog networks={networks} zone={zone} onClose={close} />}
          </>
        )
      }}
    </Answered>
  )
}
