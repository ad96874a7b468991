import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { traitsOf } from '../../networks/networks.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Empty, Waiting } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { useNow } from '../posting/moment.ts'
import { clock } from '../say.ts'
import { words } from '../words.ts'
import { type DeskSearch, type Show, sameList, shows } from './desk-search.ts'
import { dangerArrived, deskHeading, emptyWords, newWords, deskWords as w } from './desk-words.ts'
import css from './queue.module.css'
import { beside, type Group, groupsOf } from './queue.ts'
import { QueueRow } from './queue-row.tsx'
import type { QueueRead } from './use-queue.ts'

type Props = { read: QueueRead; search: DeskSearch; chosen: string | null; zone: string }

/** The links of the rows, in their order on the page. */
const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** The row in which the focus stands. */
export const rowInFocus = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null

/** Moves the focus to the row above or below; from elsewhere it begins at the open one. */
export const moveFocus = (step: 1 | -1, chosen: string | null): void => {
  const all = links()
  const ids = all.map((a) => a.dataset.row ?? '')
  const here = rowInFocus()
  const to =
    here === null ? (chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)) : beside(ids, here, step)
  all.find((a) => a.dataset.row === to)?.focus()
}

const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (rowInFocus() === null) return
  event.preventDefault()
  moveFocus(event.key === 'ArrowDown' ? 1 : -1, null)
}

/** Another list, with the same conversation open. */
const useGo = (chosen: string | null) => {
  const navigate = useNavigate()
  return (search: DeskSearch): void =>
    void (chosen === null
      ? navigate({ to: '/desk', search: sameList(search) })
      : navigate({ to: '/desk/$id', params: { id: chosen }, search: sameList(search) }))
}

/** Filter by account, in the address. */
const Accounts = ({ search, chosen: open }: Pick<Props, 'search' | 'chosen'>) => {
  const go = useGo(open)
  const read = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const accounts = (read.data?.accounts ?? []).filter((a) => traitsOf(a.network)?.connected && a.status !== 'closed')
  const choose = (account: string | undefined) => go({ ...search, account })
  const chosen = accounts.find((a) => a.id === search.account)
  return (
    <Menu
      trigger={
        <AriaButton className={css.accounts ?? ''}>
          <Icon name="filter" size={14} />
          <span>{chosen?.name ?? w.accounts.some}</span>
          <span className="hidden-words">{chosen ? w.accounts.chosen : w.accounts.all}</span>
        </AriaButton>
      }
      sections={[
        {
          entries: [{ id: 'all', name: w.accounts.all, chosen: !search.account, onPress: () => choose(undefined) }],
        },
        {
          heading: w.accounts.label,
          entries: accounts.map((a) => ({
            id: a.id,
            name: `${a.name}, ${traitsOf(a.network)?.name ?? a.network}`,
            chosen: a.id === search.account,
            onPress: () => choose(a.id),
          })),
        },
      ]}
    />
  )
}

const Shows = ({ read, search, chosen }: Pick<Props, 'read' | 'search' | 'chosen'>) => {
  const go = useGo(chosen)
  const counts: Readonly<Record<Show, number | null>> = {
    all: read.latest?.waiting ?? null,
    mine: read.latest?.mine ?? null,
    nobodys: read.latest?.nobodys ?? null,
    closed: null,
  }
  return (
    <Segmented
      label={w.show.label}
      labelHidden
      choices={shows.map((id) => ({ id, name: `${w.show[id]} ${counts[id] ?? ''}`.trim() }))}
      value={search.show ?? 'all'}
      onChange={(show) => go({ ...search, show: show === 'all' ? undefined : show })}
    />
  )
}

/** Accounts whose public we do not hear now: nobody takes silence for calm. */
const NotHeard = ({ read, zone }: Pick<Props, 'read' | 'zone'>) => {
  const all = read.latest?.notHeard ?? []
  if (all.length === 0) return null
  const said = all.map((n) => ({
    id: n.account.id,
    is: w.notHeard.one(n.account.name, n.since && clock(n.since, zone)),
    why: n.words,
  }))
  return (
    <div className={css.notHeard}>
      <Notice tone="warn">
        {said.length === 1 ? (
          said.map((s) => (
            <span key={s.id}>
              <b>{s.is}.</b> {s.why}
            </span>
          ))
        ) : (
          <details>
            <summary>
              <b>{w.notHeard.heading(said.length)}</b>
            </summary>
            <ul>
              {said.map((s) => (
                <li key={s.id}>
                  {s.is}. {s.why}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Notice>
    </div>
  )
}

/** What has come in since: a count that moves nothing. Danger interrupts a screen reader, once. */
const News = ({ read }: Pick<Props, 'read'>) => {
  const danger = read.waiting.filter((r) => r.danger)
  const told = useRef(new Set<string>())
  const [said, say] = useState('')
  const ids = danger.map((r) => r.id).join(' ')
  useEffect(() => {
    const fresh = ids.split(' ').filter((id) => id !== '' && !told.current.has(id))
    for (const id of fresh) told.current.add(id)
    if (fresh.length > 0) say(dangerArrived(fresh.length))
  }, [ids])
  return (
    <>
      <span role="alert" className="hidden-words">
        {said}
      </span>
      {read.waiting.length > 0 && (
        <button type="button" className={css.news} data-risk={danger.length > 0 || undefined} onClick={read.show}>
          {danger.length > 0 && <Shape name="diamond" size={14} />}
          {newWords(read.waiting.length, danger.length)}
        </button>
      )}
    </>
  )
}

const Rows = ({ group, ...props }: Props & { group: Group; now: Date }) => (
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

const Groups = (props: Props & { now: Date }) => {
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

const List = (props: Props & { now: Date }) => {
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
export const Queue = (props: Props) => {
  const { read, search, zone, chosen } = props
  const now = useNow(read.latest?.now ?? new Date().toISOString(), read.readAt || Date.now())
  const heading = read.latest === null && typeof read.state === 'object' ? w.failed : deskHeading(read.latest)
  return (
    <section className={css.queue} aria-label={w.list}>
      <header className={css.header}>
        <PageAnswer column answer={heading} passFocus={chosen !== null} />
        <p className={css.order}>
          <span>{search.show === 'closed' ? w.orderClosed : w.order}</span>
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
