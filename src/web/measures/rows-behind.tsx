import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { addressWith, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock } from '../say.ts'
import { HowCounted } from './definition.tsx'
import type { Definition } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

type Row = z.output<typeof measuresEndpoints.rows.output>['rows'][number]
type Of = { measure: string; account: string; span: 'weeks13' | 'year' | 'all' }

const publishedColumns = (zone: string): Column<Row>[] => [
  { id: 'at', head: w.when, cell: (r) => (r.at ? dayAndClock(r.at, zone, new Date()) : '–') },
  { id: 'words', head: w.said, names: true, cell: (r) => <span className={css.said}>{r.words}</span> },
  {
    id: 'to',
    head: w.whom,
    later: true,
    cell: (r) => (r.to ? <span className="mono">@{r.to.replace(/^@/, '')}</span> : ''),
  },
]
const conversationColumns: Column<Row>[] = [
  {
    id: 'id',
    head: w.open,
    names: true,
    cell: (r) => (
      <Link to="/desk/$id" params={{ id: r.id }}>
        {w.conversation}
      </Link>
    ),
  },
]
const postColumns: Column<Row>[] = [
  {
    id: 'id',
    head: w.open,
    names: true,
    cell: (r) => (
      <Link to="/posts/$id" params={{ id: r.id }}>
        {w.post}
      </Link>
    ),
  },
]

const rumourColumns = (zone: string): Column<Row>[] => [
  {
    id: 'seen',
    head: w.firstSeen,
    names: true,
    cell: ({ at, rumour }) => {
      const when = at ? dayAndClock(at, zone, new Date()) : '–'
      return rumour?.conversationId ? (
        <Link to="/desk/$id" params={{ id: rumour.conversationId }}>
          {when}
        </Link>
      ) : (
        when
      )
    },
  },
  {
    id: 'line',
    head: w.firstLine,
    cell: ({ rumour }) =>
      rumour?.lineAt && rumour.postId ? (
        <Link to="/posts/$id" params={{ id: rumour.postId }}>
          {dayAndClock(rumour.lineAt, zone, new Date())}
        </Link>
      ) : (
        w.noLine
      ),
  },
  {
    id: 'took',
    head: w.took,
    number: true,
    cell: ({ rumour }) => rumour && `${rumour.minutes.toLocaleString('en-GB')} min`,
  },
]

const columnsFor = (rowsOf: Definition['rowsOf'], zone: string): Column<Row>[] => {
  if (rowsOf === 'published') return publishedColumns(zone)
  if (rowsOf === 'rumour') return rumourColumns(zone)
  return rowsOf === 'conversation' ? conversationColumns : postColumns
}

/** What a figure of one account counts, row by row, beside how it is counted. */
export const RowsBehind = ({ of }: { of: Of }) => {
  const [after, setAfter] = useState(0)
  const zone = useZone()
  const read = useRead(measuresEndpoints.rows, { ...of, after })
  const data = read.data
  if (!data) return <Section heading={w.rows} state={read.isError ? { failed: read.error.message } : 'loading'} />
  const { definition: d, rows, total, next } = data
  return (
    <div className={css.one}>
      <Section
        heading={d.rowsOf === 'followers' ? d.name : w.rowsHeading(d.name, total)}
        more={
          d.rowsOf !== 'followers' && (
            <a href={addressWith(measuresEndpoints.rowsFile, of)} download>
              {w.rowsCsv}
            </a>
          )
        }
        state={d.rowsOf === 'none' || d.rowsOf === 'moderation' || total === 0 ? 'empty' : 'loaded'}
        empty={
          d.rowsOf === 'followers' ? (
            <Link to="/archive/followers/$id" params={{ id: of.account }}>
              {w.rowsFollowers}
            </Link>
          ) : d.rowsOf === 'none' ? (
            w.rowsNone
          ) : (
            w.rowsEmpty
          )
        }
      >
        <DataTable
          caption={w.rowsHeading(d.name, total)}
          rows={rows}
          columns={columnsFor(d.rowsOf, zone)}
          keyOf={(r) => r.id}
        />
        <p className="row">
          {after > 0 && <Button onPress={() => setAfter(0)}>{w.firstRows}</Button>}
          {next !== null && <Button onPress={() => setAfter(next)}>{w.nextRows}</Button>}
        </p>
      </Section>
      <HowCounted d={d} counts={data.result} span={of.span} />
    </div>
  )
}
