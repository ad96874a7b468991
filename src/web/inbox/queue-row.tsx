import { Link } from '@tanstack/react-router'
import { MarkOf } from '../networks/mark-of.tsx'
import { cx } from '../parts/class.ts'
import { CountBar } from '../parts/count-bar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Tag } from '../parts/tag.tsx'
import { age } from '../say.ts'
import { type Row, requestDay, rowClock } from './clock-words.ts'
import { type DeskSearch, sameList } from './desk-search.ts'
import { holderWords, deskWords as w } from './desk-words.ts'
import css from './queue.module.css'

type QueueRowProps = {
  row: Row
  zone: string
  now: Date
  chosen: boolean
  search: DeskSearch
  /** It has left this list meanwhile; it stays where it was until the list is shown anew. */
  gone: boolean
}

const Words = ({ row }: { row: Row }) =>
  row.words === null ? (
    <span className={css.restricted}>
      <Icon name="lock" size={14} />
      {w.restricted}
    </span>
  ) : (
    <span lang={row.language} dir="auto">
      {row.danger ? `“${row.words}”` : row.words}
    </span>
  )

const Clock = ({ row, zone, now, gone }: Omit<QueueRowProps, 'chosen' | 'search'>) => {
  if (gone) return <span className={css.clock}>{w.gone}</span>
  const said = rowClock(row, zone, now)
  return (
    <span className={css.clock} data-tone={said.tone}>
      {said.words}
    </span>
  )
}

const Holder = ({ row }: { row: Row }) => {
  const words = holderWords(
    row.holder && { you: row.holder.you, name: row.holder.person.name },
    row.offeredTo?.name ?? null,
  )
  if (words === null) return null
  return (
    <span className={cx(css.holder, row.holder?.you && css.yours)}>
      <Icon name="hand" size={13} />
      {words}
    </span>
  )
}

/** One conversation in the list: its words, where, its clock, and who has it. The whole row leads to it. */
export const QueueRow = (props: QueueRowProps) => {
  const { row, zone, now, chosen, gone } = props
  const request = row.clock?.kind === 'informationRequest' && !gone ? row.clock : null
  return (
    <li className={cx(css.row, chosen && css.chosen, gone && css.gone)}>
      <Link
        to="/desk/$id"
        params={{ id: row.id }}
        search={sameList(props.search)}
        data-row={row.id}
        {...(chosen ? { 'aria-current': 'true' } : {})}
        activeProps={{}}
      >
        <span className={css.words}>
          <Words row={row} />
        </span>
        <span className={css.facts}>
          <MarkOf network={row.account.network} />
          <span className={css.account}>{row.kind === 'direct' ? w.private : row.account.name}</span>
          {row.lookFirst && <Tag tone="warn">{w.lookFirst}</Tag>}
          {row.language === 'cy' && (
            <Tag tone="accent">
              <span lang="cy">{w.welsh}</span>
            </Tag>
          )}
          <Clock row={row} zone={zone} now={now} gone={gone} />
        </span>
        {request && <CountBar used={requestDay(request.startedAt, zone, now)} most={20} />}
        <span className={css.under}>
          <Holder row={row} />
          {(row.alike > 0 || row.heardLate >= 5 || row.before) && (
            <span className={css.holder}>
              {row.alike > 0 && w.alike(row.alike)}{' '}
              {row.before ? w.before : row.heardLate >= 5 && w.late(age(new Date(0), new Date(row.heardLate * 60_000)))}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
