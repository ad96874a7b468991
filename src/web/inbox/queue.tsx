import { useLocation } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Empty, Waiting } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { useNow } from '../posting/moment.ts'
import { clock } from '../say.ts'
import { words } from '../words.ts'
import { deskHeading, emptyWords, deskWords as w } from './desk-words.ts'
import css from './queue.module.css'
import { type Group, groupsOf } from './queue.ts'
import { Accounts, News, NotHeard, type QueueProps, Shows } from './queue-head.tsx'
import { QueueRow } from './queue-row.tsx'
import { moveFocus, rowInFocus } from './row-focus.ts'
import { SurgeNotice } from './surge-notice.tsx'

const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (rowInFocus() === null) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1, null)
}

const Rows = ({ group, ...props }: QueueProps & { group: Group; now: Date }) => (
  <ul>
    {group.rows.map((row) => (
      <QueueRow
        key={row.id}
        row={row}
        zone={props.zone}
        now={props.now}
        search={props.search}
        chosen={row.id === props.chosen}
        gone={props.read.gone.has(row.id)}
      />
    ))}
  </ul>
)

const Groups = (props: QueueProps & { now: Date }) => {
  const { read, search } = props
  if (search.show === 'closed') {
    const group = { id: 'closed' as const, name: w.show.closed, count: null, rows: read.rows }
    return <Rows {...props} group={group} />
  }
  const whole = (search.show ?? 'all') === 'all' && !search.account ? read.latest : null
  return groupsOf(read.rows, whole).map((group) => (
    <section key={group.id} className={css.group} data-risk={group.id === 'danger' || undefined}>
      <h2>
        {group.id === 'danger' && <Shape name="diamond" size={14} />}
        {group.name}
        <span>{group.count}</span>
      </h2>
      <Rows {...props} group={group} />
    </section>
  ))
}

const List = (props: QueueProps & { now: Date }) => {
  const { read, search } = props
  if (read.state === 'reading') return <Waiting />
  if (read.state !== 'read')
    return (
      <Notice tone="warn">
        {read.state.failed}{' '}
        <Button small onPress={read.state.again}>
          {words.section.again}
        </Button>
      </Notice>
    )
  if (read.latest?.mayRead === false) return <Empty>{w.figuresOnly}</Empty>
  if (read.rows.length === 0) {
    const said = emptyWords(search.show ?? 'all', search.account !== undefined)
    return (
      <Empty>
        <b>{said.is}</b> {said.next}
      </Empty>
    )
  }
  return (
    <>
      <Groups {...props} />
      {read.more && (
        <div className={css.more}>
          {read.more.failed && <Notice tone="warn">{w.moreFailed}</Notice>}
          <Button wide busy={read.more.busy} onPress={read.more.read}>
            {w.more}
          </Button>
        </div>
      )}
    </>
  )
}

/** Who waits for us: by risk, then by clock. News never moves what is under the pointer. */
export const Queue = (props: QueueProps) => {
  const { read, search, zone, chosen } = props
  const now = useNow(read.latest?.now ?? new Date().toISOString(), read.readAt || Date.now())
  // The address is known before the conversation that it leads to: its heading takes the focus, not this one.
  const opened = useLocation({ select: (l) => l.pathname !== '/desk' })
  const heading = read.latest === null && typeof read.state === 'object' ? w.failed : deskHeading(read.latest)
  return (
    <section className={css.queue} aria-label={w.list}>
      <header className={css.header}>
        <PageAnswer column answer={heading} passFocus={opened} />
        <p className={css.order}>
          <span className={read.waiting.length > 0 ? 'hidden-words' : undefined}>
            {search.show === 'closed' ? w.orderClosed : w.order}
          </span>
          <News read={read} />
        </p>
        <div className={css.filters}>
          <Shows read={read} search={search} chosen={chosen} />
          <Accounts search={search} chosen={chosen} />
        </div>
        {chosen !== null && (
          <a className={css.past} href="#conversation">
            {w.past}
          </a>
        )}
      </header>
      <SurgeNotice />
      <NotHeard read={read} zone={zone} />
      {read.old && (
        <Notice tone="warn">
          {words.section.old(clock(new Date(read.old.readAt), zone))} {read.old.words}{' '}
          <Button small onPress={read.old.again}>
            {words.section.again}
          </Button>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links inside, which do the rest */}
      <div className={css.list} onKeyDown={onArrow} data-read={read.state === 'read' || undefined}>
        <List {...props} now={now} />
      </div>
    </section>
  )
}
