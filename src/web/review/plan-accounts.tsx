import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { accountClasses, classLabels } from '../../register/account.ts'
import { amountWords, type Going, type talkIn } from '../../review/plan/loss.ts'
import type { PlanFacts } from '../../review/plan/plan.contract.ts'
import { Checkbox } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { AmountLink } from './amount-link.tsx'
import type { Chosen } from './fitting.ts'
import css from './plan.module.css'
import { planWords } from './plan-words.ts'

const w = planWords.builder
type Account = PlanFacts['accounts'][number]

/** So many rows at once; whoever looks for another one types. */
const atOnce = 60
const all = 'all'
const nowhere = 'nowhere'

type Choosing = {
  facts: PlanFacts
  going: Chosen
  talk: ReturnType<typeof talkIn>
  /** Ids of the accounts that stand on top. */
  first: ReadonlySet<string>
  put: (one: Going, goes: boolean) => void
}

const Into = ({ account, facts, going, put }: Choosing & { account: Account }) => (
  <Select
    label={<span className="hidden-words">{w.intoLabel(account.name)}</span>}
    value={going.get(account.id) ?? nowhere}
    onChange={(id) => put({ accountId: account.id, intoAccountId: id === nowhere ? null : id }, true)}
    options={[
      { id: nowhere, name: w.nowhere },
      ...facts.accounts
        .filter((a) => a.id !== account.id && !going.has(a.id) && a.leaving === null)
        .map((a) => ({ id: a.id, name: a.name, aside: traitsOf(a.network)?.name ?? a.network })),
    ]}
  />
)

const columnsFor = (choosing: Choosing): Column<Account>[] => [
  {
    id: 'goes',
    head: w.goes,
    cell: (a) => (
      <Checkbox
        checked={choosing.going.has(a.id)}
        onChange={(on) => choosing.put({ accountId: a.id, intoAccountId: null }, on)}
      >
        <span className="hidden-words">{w.goesLabel(a.name)}</span>
      </Checkbox>
    ),
  },
  {
    id: 'account',
    head: w.accounts,
    names: true,
    cell: (a) => (
      <span className={css.name}>
        <NetworkMark mark={traitsOf(a.network)?.mark ?? '?'} name={traitsOf(a.network)?.name ?? a.network} nameHidden />
        <span>
          <Link to="/register/$id" params={{ id: a.id }}>
            {a.name}
          </Link>{' '}
          <span className="second">{[a.area, a.leaving && w.leaving].filter(Boolean).join(', ')}</span>
        </span>
      </span>
    ),
  },
  {
    id: 'followers',
    head: amountWords.followers,
    number: true,
    cell: (a) => <AmountLink amount="followers" of={a} name={a.name} />,
  },
  {
    id: 'talk',
    head: amountWords[choosing.talk],
    number: true,
    later: true,
    cell: (a) => <AmountLink amount={choosing.talk} of={a} name={a.name} />,
  },
  {
    id: 'own',
    head: amountWords.own,
    number: true,
    later: true,
    cell: (a) => <AmountLink amount="own" of={a} name={a.name} />,
  },
  {
    id: 'into',
    head: w.into,
    cell: (a) => choosing.going.has(a.id) && <Into account={a} {...choosing} />,
  },
]

/** Every account with what it has, and whether it goes. */
export const PlanAccounts = (choosing: Choosing) => {
  const [sought, setSought] = useState('')
  const [kind, setKind] = useState<string>(all)
  const words = sought.trim().toLowerCase()
  const found = choosing.facts.accounts
    .filter((a) => kind === all || a.class === kind)
    .filter((a) => words === '' || `${a.name} ${a.handle} ${a.area ?? ''}`.toLowerCase().includes(words))
    // As it was opened, so that no row moves under the finger.
    .toSorted((a, b) => Number(choosing.first.has(b.id)) - Number(choosing.first.has(a.id)))
  const shown = found.slice(0, Math.max(atOnce, choosing.first.size))
  return (
    <Section heading={w.accounts} more={choosing.facts.accounts.length.toLocaleString('en-GB')}>
      <div className={css.filters}>
        <TextField label={w.find} type="search" value={sought} onChange={setSought} />
        <Select
          label={w.class}
          value={kind}
          onChange={setKind}
          options={[{ id: all, name: w.allClasses }, ...accountClasses.map((id) => ({ id, name: classLabels[id] }))]}
        />
      </div>
      <DataTable
        caption={w.accounts}
        rows={shown}
        keyOf={(a) => a.id}
        columns={columnsFor(choosing)}
        toneOf={(a) => (choosing.going.has(a.id) ? 'warn' : undefined)}
        empty={w.noneFound}
        middle
      />
      {found.length > shown.length && <p className={css.foot}>{w.more(found.length - shown.length)}</p>}
    </Section>
  )
}
