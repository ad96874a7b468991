import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { startTransition, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { networkName, networks } from '../../networks/networks.ts'
import { accountClasses, classLabels, statusLabels } from '../../register/account.ts'
import { type AccountRow, registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { DataTable, type Sort } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { dormantIn, useForceActivity } from './activity.ts'
import { FirstSteps } from './first-steps.tsx'
import { useGradually } from './gradually.ts'
import { OutsideList } from './outside-list.tsx'
import css from './register.module.css'
import { columnsFor } from './register-cells.tsx'
import { takeCopy } from './register-copy.ts'
import { type Filter, rowsFor, sorts } from './register-filter.ts'
import { registerHeading, registerLede, showing, registerWords as w } from './register-words.ts'
import { shows } from './shows.ts'

const groupOf = (row: AccountRow): string => {
  if (row.flags.length > 0) return w.tabs.attention
  return row.status === 'live' || row.status === 'underReview' ? classLabels[row.class] : statusLabels[row.status]
}

const GroupHead = ({ name, n }: { name: string; n: number }) => (
  <>
    <b>{name}</b>{' '}
    <span className="second">
      {n}
      {name === w.tabs.attention && `. ${w.attentionNote}`}
    </span>
  </>
)

const Tabs = ({ rows, filter }: { rows: readonly AccountRow[]; filter: Filter }) => (
  <nav className={css.tabs} aria-label={w.tabsLabel}>
    {shows.map((show) => {
      const n = rows.filter(showing[show]).length
      const here = (filter.show ?? 'all') === show
      if (n === 0 && show !== 'all' && !here) return null
      return (
        <Link
          key={show}
          to="/register"
          search={{ ...filter, show: show === 'all' ? undefined : show }}
          className={css.tab}
          {...(here ? { 'aria-current': 'page' as const } : {})}
          activeProps={{}}
          activeOptions={{ exact: true, explicitUndefined: true }}
        >
          {w.tabs[show]} <span>{n}</span>
        </Link>
      )
    })}
  </nav>
)

/** What is typed stands in the field at once and in the address a moment later. */
const Find = ({ sought, onChange }: { sought: string; onChange: (sought: string) => void }) => {
  const [text, setText] = useState(sought)
  const sent = useRef(sought)
  useEffect(() => {
    if (sought === sent.current) return
    sent.current = sought
    setText(sought)
  }, [sought])
  return (
    <TextField
      label={w.find}
      type="search"
      value={text}
      onChange={(next) => {
        sent.current = next
        setText(next)
        startTransition(() => onChange(next))
      }}
    />
  )
}

const Filters = ({ rows, filter, go }: { rows: readonly AccountRow[]; filter: Filter; go: (part: Filter) => void }) => {
  const used = networks.filter((n) => rows.some((row) => row.network === n.id))
  const areas = [...new Set(rows.flatMap((row) => row.area ?? []))].sort()
  const offices = [
    ...new Map(rows.flatMap((row) => (row.owner ? [[row.owner.officeId, row.owner.title] as const] : []))),
  ]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const chosen = (id: string) => (id === '' ? undefined : id)
  return (
    <div className={css.filters}>
      <Find sought={filter.sought ?? ''} onChange={(sought) => go({ sought: chosen(sought) })} />
      <Select
        label={w.network}
        value={filter.network ?? ''}
        onChange={(id) => go({ network: chosen(id) })}
        options={[{ id: '', name: w.anyOf.network }, ...used.map((n) => ({ id: n.id, name: n.name }))]}
      />
      <Select
        label={w.area}
        value={filter.area ?? ''}
        onChange={(id) => go({ area: chosen(id) })}
        options={[{ id: '', name: w.anyOf.area }, ...areas.map((area) => ({ id: area, name: area }))]}
      />
      <Select
        label={w.class}
        value={filter.class ?? ''}
        onChange={(id) => go({ class: accountClasses.find((c) => c === id) })}
        options={[{ id: '', name: w.anyOf.class }, ...accountClasses.map((c) => ({ id: c, name: classLabels[c] }))]}
      />
      <Select
        label={w.office}
        value={filter.office ?? ''}
        onChange={(id) => go({ office: chosen(id) })}
        options={[{ id: '', name: w.anyOf.office }, ...offices]}
      />
    </div>
  )
}

const Tags = ({ rows, filter, go }: { rows: readonly AccountRow[]; filter: Filter; go: (part: Filter) => void }) => {
  const set = [
    { name: filter.sought && `“${filter.sought}”`, off: { sought: undefined } },
    { name: filter.network && networkName(filter.network), off: { network: undefined } },
    { name: filter.area, off: { area: undefined } },
    { name: filter.class && classLabels[filter.class], off: { class: undefined } },
    {
      name: filter.office && rows.find((row) => row.owner?.officeId === filter.office)?.owner?.title,
      off: { office: undefined },
    },
  ].flatMap(({ name, off }) => (name ? [{ name, off }] : []))
  if (set.length === 0) return null
  return (
    <div className={css.tags}>
      {set.map(({ name, off }) => (
        <Tag key={name} tone="accent" onRemove={() => go(off)} removeWords={w.remove(name)}>
          {name}
        </Tag>
      ))}
    </div>
  )
}

const sortOf = ({ sort, back }: Filter): Sort | undefined =>
  sort && {
    column: sort === 'name' ? 'account' : sort === 'review' ? 'health' : sort,
    order: back ? 'descending' : 'ascending',
  }

/** The column's own name of the order, for the address. */
const sortIn = ({ column, order }: Sort): Pick<Filter, 'sort' | 'back'> => ({
  sort: column === 'account' ? 'name' : column === 'health' ? 'review' : sorts.find((s) => s === column),
  back: order === 'descending' ? true : undefined,
})

const More = ({ onCopy, mayChange }: { onCopy: () => void; mayChange: boolean }) => {
  const navigate = useNavigate()
  const go =
    (
      to:
        | '/register/new'
        | '/register/import'
        | '/register/offices'
        | '/register/requests'
        | '/register/convention'
        | '/people/training',
    ) =>
    () =>
      void navigate({ to })
  return (
    <Menu
      trigger={
        <Button>
          {w.more}
          <Icon name="down" size={12} />
        </Button>
      }
      sections={[
        {
          entries: [
            ...(mayChange
              ? [
                  { id: 'new', name: w.add, onPress: go('/register/new') },
                  { id: 'import', name: w.bring, onPress: go('/register/import') },
                ]
              : []),
            { id: 'copy', name: w.copy, onPress: onCopy },
            { id: 'print', name: w.print, onPress: () => window.print() },
          ],
        },
        {
          entries: [
            { id: 'requests', name: w.requests, onPress: go('/register/requests') },
            { id: 'offices', name: w.offices, onPress: go('/register/offices') },
            { id: 'training', name: w.training, onPress: go('/people/training') },
            { id: 'convention', name: w.convention, onPress: go('/register/convention') },
          ],
        },
      ]}
    />
  )
}

/** The table. It is drawn anew only when its own rows change: whoever types in the field above never waits for it. */
const Accounts = ({ accounts, filter }: { accounts: readonly AccountRow[]; filter: Filter }) => {
  const zone = useZone()
  const navigate = useNavigate({ from: '/register' })
  const activity = useForceActivity()
  const settled = useDeferredValue(filter)
  const rows = useMemo(() => rowsFor(accounts, settled), [accounts, settled])
  const shown = useGradually(rows)
  return useMemo(() => {
    const sort = sortOf(settled)
    const inGroup = Map.groupBy(rows, groupOf)
    return (
      <DataTable
        caption={w.caption}
        rows={shown}
        keyOf={(row) => row.id}
        columns={columnsFor(zone, activity)}
        {...(sort ? { sort } : { groupOf })}
        onSort={(next) => void navigate({ search: (before) => ({ ...before, ...sortIn(next) }), replace: true })}
        groupHead={(name) => <GroupHead name={name} n={inGroup.get(name)?.length ?? 0} />}
        empty={w.none}
      />
    )
  }, [shown, rows, settled, zone, activity, navigate])
}

/** Every account that the force answers for, and what has nobody. */
export const RegisterPage = () => {
  const filter: Filter = useSearch({ from: '/staff/register' })
  const navigate = useNavigate()
  const zone = useZone()
  const read = useRead(registerEndpoints.accounts, {}, { topic: 'account', also: ['office', 'person', 'training'] })
  const activity = useForceActivity()
  const go = (part: Filter) => void navigate({ to: '/register', search: { ...filter, ...part }, replace: true })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ accounts, mayChange }) => (
        <>
          <PageAnswer
            answer={registerHeading(accounts, dormantIn(activity))}
            lede={registerLede(accounts)}
            acts={
              <>
                <More onCopy={() => takeCopy(rowsFor(accounts, filter), zone)} mayChange={mayChange} />
                {accounts.length === 0 && mayChange ? (
                  <ButtonLink to="/register/import" kind="primary">
                    {w.bring}
                  </ButtonLink>
                ) : (
                  <ButtonLink to="/register/ask">{w.ask}</ButtonLink>
                )}
              </>
            }
          />
          <FirstSteps />
          {accounts.length > 0 && (
            <>
              <Tabs rows={accounts} filter={filter} />
              <Filters rows={accounts} filter={filter} go={go} />
              <Tags rows={accounts} filter={filter} go={go} />
              {filter.show !== 'unofficial' && <Accounts accounts={accounts} filter={filter} />}
            </>
          )}
          {(filter.show === undefined || filter.show === 'unofficial') && (
            <OutsideList accounts={accounts} filter={filter} zone={zone} />
          )}
        </>
      )}
    </Answered>
  )
}
