import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { use } from 'react'
import { networks, traitsOf } from '../../networks/networks.ts'
import { type AccountClass, accountClasses, accountFlags, classLabels, statusLabels } from '../../register/account.ts'
import { type AccountRow, registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { matches } from '../find/matches.ts'
import { FactsContext } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { useForceActivity } from './activity.ts'
import { FirstSteps } from './first-steps.tsx'
import css from './register.module.css'
import { columnsFor } from './register-cells.tsx'
import { takeCopy } from './register-copy.ts'
import { registerHeading, registerLede, showing, textsOf, registerWords as w } from './register-words.ts'
import { type Show, shows } from './shows.ts'

type Filter = {
  show?: Show | undefined
  network?: string | undefined
  area?: string | undefined
  class?: AccountClass | undefined
  sought?: string | undefined
}

const fits = (row: AccountRow, filter: Filter): boolean =>
  (!filter.network || row.network === filter.network) &&
  (!filter.area || row.area === filter.area) &&
  (!filter.class || row.class === filter.class) &&
  (!filter.sought || matches(filter.sought, textsOf(row)))

/** Those that need attention first, the gravest of them on top; then class by class, by name. */
const inOrder = (rows: readonly AccountRow[]): AccountRow[] => {
  const grave = (row: AccountRow) => (row.flags[0] ? accountFlags.indexOf(row.flags[0]) : accountFlags.length)
  const outside = (row: AccountRow) => Math.max(0, ['proposed', 'unofficial', 'closed'].indexOf(row.status) + 1)
  return [...rows].sort(
    (a, b) =>
      grave(a) - grave(b) ||
      outside(a) - outside(b) ||
      accountClasses.indexOf(a.class) - accountClasses.indexOf(b.class) ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}

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
        >
          {w.tabs[show]} <span>{n}</span>
        </Link>
      )
    })}
  </nav>
)

const Filters = ({ rows, filter, go }: { rows: readonly AccountRow[]; filter: Filter; go: (part: Filter) => void }) => {
  const used = networks.filter((n) => rows.some((row) => row.network === n.id))
  const areas = [...new Set(rows.flatMap((row) => row.area ?? []))].sort()
  const chosen = (id: string) => (id === '' ? undefined : id)
  return (
    <div className={css.filters}>
      <TextField
        label={w.find}
        type="search"
        value={filter.sought ?? ''}
        onChange={(sought) => go({ sought: chosen(sought) })}
      />
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
    </div>
  )
}

const Tags = ({ filter, go }: { filter: Filter; go: (part: Filter) => void }) => {
  const set = [
    { name: filter.sought && `“${filter.sought}”`, off: { sought: undefined } },
    { name: filter.network && (traitsOf(filter.network)?.name ?? filter.network), off: { network: undefined } },
    { name: filter.area, off: { area: undefined } },
    { name: filter.class && classLabels[filter.class], off: { class: undefined } },
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

/** Every account that the force answers for, and what has nobody. */
export const RegisterPage = () => {
  const filter: Filter = useSearch({ from: '/staff/register' })
  const navigate = useNavigate()
  const zone = use(FactsContext)?.zone ?? 'Europe/London'
  const read = useRead(registerEndpoints.accounts, {}, { topic: 'account', also: ['office', 'person'] })
  const activity = useForceActivity()
  const go = (part: Filter) => void navigate({ to: '/register', search: { ...filter, ...part }, replace: true })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ accounts, mayChange }) => {
        const rows = inOrder(accounts.filter((row) => showing[filter.show ?? 'all'](row) && fits(row, filter)))
        return (
          <>
            <PageAnswer
              answer={registerHeading(accounts)}
              lede={registerLede(accounts)}
              acts={
                <>
                  <ButtonLink to="/register/offices">{w.offices}</ButtonLink>
                  {accounts.length > 0 && (
                    <Button icon="copy" onPress={() => takeCopy(rows)}>
                      {w.copy}
                    </Button>
                  )}
                  {mayChange && (
                    <ButtonLink to="/register/new" kind={accounts.length === 0 ? 'primary' : 'plain'}>
                      {w.add}
                    </ButtonLink>
                  )}
                </>
              }
            />
            <FirstSteps />
            {accounts.length > 0 && (
              <>
                <Tabs rows={accounts} filter={filter} />
                <Filters rows={accounts} filter={filter} go={go} />
                <Tags filter={filter} go={go} />
                <DataTable
                  caption={w.caption}
                  rows={rows}
                  keyOf={(row) => row.id}
                  columns={columnsFor(zone, activity)}
                  groupOf={groupOf}
                  groupHead={(name, inGroup) => <GroupHead name={name} n={inGroup.length} />}
                  empty={w.none}
                />
              </>
            )}
          </>
        )
      }}
    </Answered>
  )
}
