import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { networkName, traitsOf } from '../../networks/networks.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { Segmented } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { Shape } from '../parts/shape.tsx'
import { lately } from '../posting/moment.ts'
import { type DeskSearch, type Show, sameList, shows } from './desk-search.ts'
import { dangerArrived, newWords, deskWords as w } from './desk-words.ts'
import css from './queue.module.css'
import { links } from './row-focus.ts'
import type { QueueRead } from './use-queue.ts'

export type QueueProps = { read: QueueRead; search: DeskSearch; chosen: string | null; zone: string }

/** Another list, with the same conversation open. */
const useGo = (chosen: string | null) => {
  const navigate = useNavigate()
  return (search: DeskSearch): void =>
    void (chosen === null
      ? navigate({ to: '/desk', search: sameList(search) })
      : navigate({ to: '/desk/$id', params: { id: chosen }, search: sameList(search) }))
}

/** Filter by account, in the address. */
export const Accounts = ({ search, chosen: open }: Pick<QueueProps, 'search' | 'chosen'>) => {
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
            name: `${a.name}, ${networkName(a.network)}`,
            chosen: a.id === search.account,
            onPress: () => choose(a.id),
          })),
        },
      ]}
    />
  )
}

export const Shows = ({ read, search, chosen }: Pick<QueueProps, 'read' | 'search' | 'chosen'>) => {
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
export const NotHeard = ({ read, zone }: Pick<QueueProps, 'read' | 'zone'>) => {
  const all = read.latest?.notHeard ?? []
  if (all.length === 0) return null
  const said = all.map((n) => ({
    id: n.account.id,
    is: n.inPart
      ? w.notHeard.inPart(n.account.name)
      : w.notHeard.one(n.account.name, n.since && lately(n.since, zone, new Date())),
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
              <b>
                {w.notHeard.heading(
                  said.length,
                  all.some((n) => n.inPart),
                )}
              </b>
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
export const News = ({ read }: Pick<QueueProps, 'read'>) => {
  const danger = read.waiting.filter((r) => r.danger)
  const told = useRef(new Set<string>())
  const [said, say] = useState('')
  const ids = danger.map((r) => r.id).join(' ')
  useEffect(() => {
    const fresh = ids.split(' ').filter((id) => id !== '' && !told.current.has(id))
    for (const id of fresh) told.current.add(id)
    if (fresh.length > 0) say(dangerArrived(fresh.length))
  }, [ids])
  const show = (): void => {
    const [first] = danger.length > 0 ? danger : read.waiting
    read.show()
    // The button goes with what it stood for, so the focus goes to the first of them.
    setTimeout(
      () =>
        links()
          .find((a) => a.dataset.row === first?.id)
          ?.focus(),
      0,
    )
  }
  return (
    <>
      <span role="alert" className="hidden-words">
        {said}
      </span>
      {read.waiting.length > 0 && (
        <button type="button" className={css.news} data-risk={danger.length > 0 || undefined} onClick={show}>
          {danger.length > 0 && <Shape name="diamond" size={14} />}
          {newWords(read.waiting.length, danger.length, read.more !== null)}
        </button>
      )}
    </>
  )
}
