import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type PracticeStorm, practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { type StormScenario, stormLabels, stormScenarios } from '../../networks/practice/storm.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { CountBar } from '../parts/count-bar.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { numberIn } from '../parts/number-in.ts'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import css from './practice.module.css'
import { AccountField, firstOf, type PracticeAccounts } from './practice-account.tsx'
import { practiceWords as w } from './practice-words.ts'

type Accounts = { accounts: PracticeAccounts }
const most = { total: 20_000, seconds: 86_400, seed: 999_999 }

const StormForm = ({ accounts, onClose }: Accounts & { onClose: () => void }) => {
  const [chosen, setAccount] = useState<string | null>(null)
  const accountId = chosen ?? firstOf(accounts)
  const [scenario, setScenario] = useState<StormScenario | null>('appeal')
  const [total, setTotal] = useState('1000')
  const [seconds, setSeconds] = useState('300')
  const [seed, setSeed] = useState('1')
  const start = useAct(practiceEndpoints.startStorm, ['practice'])
  const numbers = {
    total: numberIn(total, 1, most.total),
    seconds: numberIn(seconds, 1, most.seconds),
    seed: numberIn(seed, 0, most.seed),
  }
  const send = () => {
    const { total: n, seconds: over, seed: number } = numbers
    if (accountId === null || scenario === null || n === null || over === null || number === null) return
    return start.send({ accountId, scenario, total: n, seconds: over, seed: number })
  }
  return (
    <FormDialog onClose={onClose} heading={w.storm.startHeading} act={w.storm.go} send={send}>
      <p className="small second">{w.storm.body}</p>
      <AccountField
        label={w.storm.account}
        accounts={accounts}
        value={accountId}
        onChange={setAccount}
        wrong={accountId === null && w.storm.choose}
      />
      <Select
        label={w.storm.scenario}
        value={scenario}
        onChange={(id) => setScenario(stormScenarios.find((known) => known === id) ?? null)}
        options={stormScenarios.map((id) => ({ id, name: stormLabels[id] }))}
        wrong={scenario === null && w.storm.choose}
      />
      <div className={form.beside}>
        <TextField
          label={w.storm.total}
          hint={w.storm.totalHint}
          value={total}
          onChange={setTotal}
          wrong={numbers.total === null && w.storm.number(1, most.total)}
        />
        <TextField
          label={w.storm.seconds}
          value={seconds}
          onChange={setSeconds}
          wrong={numbers.seconds === null && w.storm.number(1, most.seconds)}
        />
      </div>
      <TextField
        label={w.storm.seed}
        value={seed}
        onChange={setSeed}
        wrong={numbers.seed === null && w.storm.number(0, most.seed)}
      />
    </FormDialog>
  )
}

const Storm = ({ storm, name, mayPlay }: { storm: PracticeStorm; name: string; mayPlay: boolean }) => {
  const stop = useAct(practiceEndpoints.stopStorm, ['practice'])
  return (
    <li className={css.storm}>
      <b>{name}</b>
      <span>{stormLabels[storm.scenario]}</span>
      <CountBar used={storm.played} most={storm.total} width={120}>
        {w.storm.progress(storm.played, storm.total)}
        {storm.endedAt !== null && `, ${w.storm.over(storm.stopped)}`}
      </CountBar>
      {mayPlay && storm.endedAt === null && (
        <Button small busy={stop.isPending} onPress={() => stop.mutate({ id: storm.id })}>
          {w.storm.stop}
        </Button>
      )}
      <ActFailed cause={stop.error} />
    </li>
  )
}

/** Storms that run or ran, and where a trainer starts one. Asks again while one runs. */
export const Storms = ({ accounts, mayPlay }: Accounts & { mayPlay: boolean }) => {
  const [open, setOpen] = useState(false)
  const read = useRead(practiceEndpoints.storms, {}, { topic: 'practice', everyMs: 2000 })
  const storms = read.data?.storms.slice(0, 5) ?? []
  const nameOf = (id: string) => accounts.list.find((a) => a.id === id)?.name ?? id
  return (
    <Section
      heading={w.storm.heading}
      state={read.isPending ? 'loading' : read.isError ? { failed: read.error.message } : 'loaded'}
    >
      {storms.length === 0 && <p className="small second">{w.storm.none}</p>}
      <ul className={css.faults}>
        {storms.map((storm) => (
          <Storm key={storm.id} storm={storm} name={nameOf(storm.accountId)} mayPlay={mayPlay} />
        ))}
      </ul>
      {mayPlay && (
        <div className={form.acts}>
          <Button onPress={() => setOpen(true)}>{w.storm.start}</Button>
        </div>
      )}
      {open && <StormForm accounts={accounts} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** Private conversations with our practice accounts; each opens as a thread. */
export const Conversations = ({ accountId }: { accountId: string | undefined }) => {
  const read = useRead(practiceEndpoints.conversations, accountId ? { accountId } : {}, { topic: 'practice' })
  const talks = read.data?.posts ?? []
  return (
    <Section
      heading={w.talks.heading}
      state={read.isPending ? 'loading' : read.isError ? { failed: read.error.message } : 'loaded'}
    >
      {talks.length === 0 && <p className="small second">{w.talks.none}</p>}
      <ul className={css.faults}>
        {talks.slice(0, 10).map((talk) => (
          <li key={talk.id} className={css.talk}>
            <b>{talk.name}</b>
            <span className={css.short}>{talk.text}</span>
            <Link to="/practice" search={{ post: talk.id }}>
              {w.talks.read}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
