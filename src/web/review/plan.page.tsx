import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { accountClasses, classLabels } from '../../register/account.ts'
import { amountWords, type Going, type talkIn } from '../../review/plan/loss.ts'
import { type PlanFacts, type PlanRow, planEndpoints } from '../../review/plan/plan.contract.ts'
import { addressWith, useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { AlsoLost, LossBars, LossSentence } from './loss-view.tsx'
import css from './plan.module.css'
import { planWords } from './plan-words.ts'
import { Switches, useTrying } from './switches.tsx'

const w = planWords.builder
type Account = PlanFacts['accounts'][number]

/** So many rows at once; whoever looks for another one types. */
const atOnce = 60
const all = 'all'
const nowhere = 'nowhere'
const figure = (n: number | null): string => (n === null ? '–' : n.toLocaleString('en-GB'))

type Choosing = {
  facts: PlanFacts
  going: ReadonlyMap<string, string | null>
  talk: ReturnType<typeof talkIn>
  /** Ids of the accounts that stand on top. */
  first: ReadonlySet<string>
  put: (accountId: string, goes: boolean, into: string | null) => void
}

const Into = ({ account, facts, going, put }: Choosing & { account: Account }) => (
  <Select
    label={<span className="hidden-words">{w.intoLabel(account.name)}</span>}
    value={going.get(account.id) ?? nowhere}
    onChange={(id) => put(account.id, true, id === nowhere ? null : id)}
    options={[
      { id: nowhere, name: w.nowhere },
      ...facts.accounts
        .filter((a) => a.id !== account.id && !going.has(a.id))
        .map((a) => ({ id: a.id, name: a.name, aside: traitsOf(a.network)?.name ?? a.network })),
    ]}
  />
)

const columnsFor = (choosing: Choosing): Column<Account>[] => [
  {
    id: 'goes',
    head: w.goes,
    cell: (a) => (
      <Checkbox checked={choosing.going.has(a.id)} onChange={(on) => choosing.put(a.id, on, null)}>
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
          <span className="second">{a.area}</span>
        </span>
      </span>
    ),
  },
  { id: 'followers', head: amountWords.followers, number: true, cell: (a) => figure(a.followers) },
  { id: 'talk', head: amountWords[choosing.talk], number: true, later: true, cell: (a) => figure(a[choosing.talk]) },
  { id: 'own', head: amountWords.own, number: true, later: true, cell: (a) => figure(a.own) },
  {
    id: 'into',
    head: w.into,
    cell: (a) => choosing.going.has(a.id) && <Into account={a} {...choosing} />,
  },
]

const Accounts = (choosing: Choosing) => {
  const [sought, setSought] = useState('')
  const [kind, setKind] = useState<string>(all)
  const words = sought.trim().toLowerCase()
  const found = choosing.facts.accounts
    .filter((a) => kind === all || a.class === kind)
    .filter((a) => words === '' || `${a.name} ${a.handle} ${a.area ?? ''}`.toLowerCase().includes(words))
    // As it was saved, so that no row moves under the finger.
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

/** What was saved, without accounts that have gone since. */
const stillThere = (facts: PlanFacts, plan: PlanRow | null): Map<string, string | null> => {
  const there = new Set(facts.accounts.map((a) => a.id))
  const saved = (plan?.accounts ?? []).filter((g) => there.has(g.accountId))
  return new Map(saved.map((g) => [g.accountId, there.has(g.intoAccountId ?? '') ? g.intoAccountId : null]))
}

/** Deletes what is saved; the accounts in it stay as they are. */
const DeletePlan = ({ plan }: { plan: PlanRow }) => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const act = useAct(planEndpoints.deletePlan, ['plans'])
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {w.remove}
      </Button>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.removeSure(plan.name)}
          act={w.remove}
          refuse
          send={() => act.send({ id: plan.id })}
          onDone={() => void navigate({ to: '/reviews/plans' })}
        >
          <p>{w.removeBody}</p>
        </FormDialog>
      )}
    </>
  )
}

const Builder = ({ facts, plan, mayPlan }: { facts: PlanFacts; plan: PlanRow | null; mayPlan: boolean }) => {
  const navigate = useNavigate()
  const [name, setName] = useState(plan?.name ?? '')
  const [asked, setAsked] = useState(false)
  const [saved] = useState(() => stillThere(facts, plan))
  const [going, setGoing] = useState<ReadonlyMap<string, string | null>>(saved)
  const put: Choosing['put'] = (id, goes, into) => {
    const next = new Map(going)
    if (goes) next.set(id, into)
    else next.delete(id)
    // What joined one that goes now joins nothing.
    for (const [other, where] of next) if (where !== null && next.has(where)) next.set(other, null)
    setGoing(next)
  }
  const accounts: Going[] = [...going].map(([accountId, intoAccountId]) => ({ accountId, intoAccountId }))
  const trying = useTrying(facts, accounts)
  const save = useAct(planEndpoints.savePlan, ['plans'])
  const change = useAct(planEndpoints.changePlan, ['plans'])
  const go = () => {
    setAsked(true)
    if (name.trim() === '') return
    if (plan) change.mutate({ id: plan.id, version: plan.version, name, accounts })
    else
      save.mutate(
        { name, accounts },
        { onSuccess: ({ id }) => void navigate({ to: '/reviews/plans/$id', params: { id } }) },
      )
  }
  return (
    <>
      <PageAnswer
        dense
        path={
          <>
            <Link to="/reviews">{planWords.reviews}</Link> / <Link to="/reviews/plans">{planWords.path}</Link>
          </>
        }
        answer={plan ? planWords.onePlan(plan.name, trying.loss, trying.talk) : planWords.newPlan}
        lede={mayPlan ? planWords.lede : w.readOnly}
        acts={
          <>
            {plan && (
              <a className={css.file} href={addressWith(planEndpoints.comparePlans, { ids: plan.id })} download>
                {planWords.csv}
              </a>
            )}
            <Button kind="quiet" onPress={() => window.print()}>
              {planWords.print}
            </Button>
            {plan?.mayDelete && <DeletePlan plan={plan} />}
          </>
        }
      />
      <div className={css.builder}>
        <Accounts facts={facts} going={going} talk={trying.talk} first={new Set(saved.keys())} put={put} />
        <div className={css.side}>
          <Section heading={planWords.whole(facts.accounts.length, trying.loss)} more={planWords.goes(trying.loss)}>
            <LossSentence loss={trying.loss} talk={trying.talk} />
            {accounts.length > 0 && (
              <>
                <LossBars loss={trying.loss} talk={trying.talk} />
                <AlsoLost loss={trying.loss} facts={facts} />
                <Switches trying={trying} facts={facts} />
              </>
            )}
            <p className={css.foot}>{planWords.seldom}</p>
          </Section>
          {mayPlan && (
            <Section heading={w.save}>
              <TextField
                label={w.name}
                hint={w.nameHint}
                value={name}
                onChange={setName}
                wrong={asked && name.trim() === '' && w.missing}
              />
              <ActFailed cause={save.error ?? change.error} />
              <div className={css.acts}>
                <Button kind="primary" busy={save.isPending || change.isPending} onPress={go}>
                  {w.saveMore(accounts.length)}
                </Button>
                <Button onPress={() => setGoing(new Map())}>{w.clear}</Button>
                {change.isSuccess && <span role="status">{w.saved}</span>}
              </div>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

/** Choose any set of accounts and see at once what would be lost with them. */
export const PlanPage = () => {
  const { id } = useParams({ from: '/staff/reviews/plans/$id' })
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  const plans = useRead(planEndpoints.plans, {}, { also: ['plan'] })
  const heading = { reading: w.reading, failed: w.failed }
  return (
    <Answered read={plans} heading={heading}>
      {(saved) => (
        <Answered read={facts} heading={heading}>
          {(read) => {
            const plan = saved.plans.find((p) => p.id === id) ?? null
            // Another version, or another plan, begins anew.
            return <Builder key={`${id} ${plan?.version}`} facts={read} plan={plan} mayPlan={saved.mayPlan} />
          }}
        </Answered>
      )}
    </Answered>
  )
}
