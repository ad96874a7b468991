import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { deskCounts } from '../../inbox/inbox.contract.ts'
import { networkName } from '../../networks/networks.ts'
import { useRead } from '../call.ts'
import { type Row, waitingWords } from '../inbox/clock-words.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Notice } from '../parts/notice.tsx'
import { type NowItem, NowList } from '../parts/now-list.tsx'
import { Section } from '../parts/section.tsx'
import { personWords } from './refs.ts'
import css from './today.module.css'
import { todayWords } from './today-words.ts'

const w = todayWords.desk

/** `counts` null: not known; `failed` says why. */
export type DeskRead = { counts: z.output<typeof deskCounts.output> | null; failed: string | null }

export const useDeskCounts = (): DeskRead => {
  const read = useRead(deskCounts, {}, { also: ['conversation', 'message', 'listening'], everyMs: 30_000 })
  return { counts: read.data ?? null, failed: read.error?.message ?? null }
}

const headingOf = (row: Row): string => {
  if (row.clock?.kind === 'firstLook') return w.unseen
  return row.clock?.kind === 'firstReply' ? w.unanswered : w.seen
}

const itemOf = (row: Row, now: Date): NowItem => {
  const holder = row.holder
  return {
    id: row.id,
    kind: { shape: 'diamond', words: w.kind },
    risk: true,
    heading: headingOf(row),
    ...(row.words === null ? {} : { quote: row.words }),
    place: (
      <>
        <MarkOf network={row.account.network} /> {row.account.name}, {networkName(row.account.network)}.{' '}
        {row.words === null && w.restricted}
      </>
    ),
    clock: waitingWords(row, now),
    ...(holder
      ? {
          takenBy: (
            <Link to="/desk/$id" params={{ id: row.id }}>
              {holder.you ? w.yours : w.taken(personWords(holder.person))}
            </Link>
          ),
        }
      : { act: { words: w.take, to: '/desk/$id', params: { id: row.id }, search: { do: 'take' } } }),
  }
}

/** People first, then posts: nothing that publishes may push down a person who may be in danger. */
export const AtRisk = ({ desk, rest, now }: { desk: DeskRead; rest: readonly NowItem[]; now: Date }) => {
  const rows = desk.counts?.first.filter((row) => row.danger) ?? []
  const more = (desk.counts?.inDanger ?? 0) - rows.length
  const items = [...rows.map((row) => itemOf(row, now)), ...rest]
  return (
    <>
      {desk.failed !== null && (
        <Notice tone="warn">
          <b>{w.failed}</b> {desk.failed}
        </Notice>
      )}
      {items.length > 0 && <NowList items={items} />}
      {more > 0 && (
        <p>
          <Link to="/desk">{w.others(more)}</Link>
        </p>
      )}
    </>
  )
}

/** The desk in figures, each leading to its rows. */
export const AtDesk = ({ desk: { counts } }: { desk: DeskRead }) => {
  if (!counts || counts.waiting + counts.notHeard === 0) return null
  const rows = [
    { id: 'overdue', n: counts.overdue, words: w.overdue(counts.overdue), search: {} },
    { id: 'mine', n: counts.mine, words: w.mine(counts.mine), search: { show: 'mine' as const } },
    { id: 'notHeard', n: counts.notHeard, words: w.notHeard(counts.notHeard), search: {} },
  ].filter((row) => row.n > 0)
  return (
    <Section
      heading={w.heading}
      note={`${counts.waiting} ${w.waiting(counts.waiting)}`}
      more={<Link to="/desk">{w.open}</Link>}
    >
      <ul className={css.states}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/desk" search={row.search}>
              {row.words}
            </Link>
            <b>{row.n.toLocaleString('en-GB')}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}
