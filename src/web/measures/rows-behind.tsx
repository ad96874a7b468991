import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { actNames, moderationActs } from '../../inbox/moderation/moderation.ts'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { addressWith, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button, FileLink } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock } from '../say.ts'
import { HowCounted } from './definition.tsx'
import type { Definition } from './figures.ts'
import css from './measures.module.css'
import { measuresWords as w } from './measures-words.ts'

type Row = z.output<typeof measuresEndpoints.rows.output>['rows'][number]
type Of = { measure: string; account: string; span: 'weeks13' | 'year' | 'all' }

const clock = (at: string | null, zone: string): string => (at ? dayAndClock(at, zone, new Date()) : '–')

const publishedColumns = (zone: string): Column<Row>[] => [
  { id: 'at', head: w.when, cell: (r) => clock(r.at, zone) },
  { id: 'words', head: w.said, names: true, cell: (r) => <span className={css.said}>{r.words}</span> },
  {
    id: 'to',
    head: w.whom,
    later: true,
    cell: (r) => (r.to ? <span className="mono">@{r.to.replace(/^@/, '')}</span> : ''),
  },
]

/** What opens by its time: a conversation or a post. */
const opening = (head: string, cell: (row: Row) => ReactNode): Column<Row> => ({ id: 'at', head, names: true, cell })

const toConversation = ({ at, conversationId }: Pick<Row, 'at' | 'conversationId'>, zone: string): ReactNode =>
  conversationId ? (
    <Link to="/desk/$id" params={{ id: conversationId }}>
      {clock(at, zone)}
    </Link>
  ) : (
    clock(at, zone)
  )

const postColumns = (zone: string): Column<Row>[] => [
  opening(w.released, (r) => (
    <Link to="/posts/$id" params={{ id: r.id }}>
      {clock(r.at, zone)}
    </Link>
  )),
]

const moderationColumns = (zone: string): Column<Row>[] => [
  opening(w.doneAt, (r) => toConversation(r, zone)),
  {
    id: 'what',
    head: w.what,
    cell: ({ kind }) => moderationActs.filter((act) => act === kind).map((act) => actNames[act].done),
  },
]

const rumourColumns = (zone: string): Column<Row>[] => [
  {
    id: 'seen',
    head: w.firstSeen,
    names: true,
    cell: ({ at, rumour }) => toConversation({ at, conversationId: rumour?.conversationId ?? null }, zone),
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
  if (rowsOf === 'moderation') return moderationColumns(zone)
  return rowsOf === 'conversation' ? [opening(w.cameIn, (r) => toConversation(r, zone))] : postColumns(zone)
}

/** What stands where no rows do. */
const NoRows = ({ d, account }: { d: Definition; account: string }) => {
  if (d.rowsOf === 'followers')
    return (
      <Link to="/archive/followers/$id" params={{ id: account }}>
        {w.rowsFollowers}
      </Link>
    )
  if (d.rowsOf !== 'none') return w.rowsEmpty
  return (
    <>
      {w.rowsNone}{' '}
      <Link to="/register/$id" params={{ id: account }}>
        {w.rowsRegister}
      </Link>
    </>
  )
}

/** What a figure of one account counts, row by row, beside how it is counted. */
export const RowsBehind = ({ of }: { of: Of }) => {
  const [after, setAfter] = useState(0)
  const zone = useZone()
  const read = useRead(measuresEndpoints.rows, { ...of, after })
  const data = read.data
  if (!data) return <Section heading={w.rows} state={read.isError ? { failed: read.error.message } : 'loading'} />
  const { definition: d, rows, total, next } = data
  const hasRows = d.rowsOf !== 'followers' && d.rowsOf !== 'none'
  return (
    <div className={css.one}>
      <Section
        heading={hasRows ? w.rowsHeading(d.name, total) : d.name}
        more={
          hasRows && (
            <FileLink small href={addressWith(measuresEndpoints.rowsFile, of)}>
              {w.rowsCsv}
            </FileLink>
          )
        }
        state={hasRows && total > 0 ? 'loaded' : 'empty'}
        empty={<NoRows d={d} account={of.account} />}
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
