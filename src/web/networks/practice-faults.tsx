import { useState } from 'react'
import {
  hearingActLabels,
  hearingActs,
  type PracticeAct,
  practiceActLabels,
  practiceActs,
} from '../../networks/practice/fault.ts'
import { practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { numberIn } from '../parts/number-in.ts'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import css from './practice.module.css'
import { AccountField, firstOf, type PracticeAccounts } from './practice-account.tsx'
import { practiceWords as w } from './practice-words.ts'

const f = w.faults.form

const labelsOf = (meets: 'write' | 'hear') =>
  meets === 'write'
    ? practiceActs.map((id) => ({ id, name: practiceActLabels[id] }))
    : hearingActs.map((id) => ({ id, name: hearingActLabels[id] }))

const FaultForm = ({ accounts, onClose }: { accounts: PracticeAccounts; onClose: () => void }) => {
  const [chosen, setAccount] = useState<string | null>(null)
  const accountId = chosen ?? firstOf(accounts)
  const [meets, setMeets] = useState<'write' | 'hear'>('write')
  const [act, setAct] = useState<PracticeAct | null>(null)
  const [times, setTimes] = useState('1')
  const [seconds, setSeconds] = useState('0')
  const set = useAct(practiceEndpoints.setFault, ['practice'])
  const waits = act === 'slow' || act === 'tooMany'
  const send = () => {
    const [n, s] = [numberIn(times, 1), numberIn(seconds, 0)]
    if (accountId === null || act === null || n === null || s === null) return
    return set.send({ accountId, act, meets, times: n, seconds: waits ? s : 0 })
  }
  return (
    <FormDialog onClose={onClose} heading={f.heading} act={f.go} send={send}>
      <AccountField
        label={f.account}
        accounts={accounts}
        value={accountId}
        onChange={setAccount}
        wrong={accountId === null && f.accountMissing}
      />
      <RadioGroup
        across
        label={f.meets}
        value={meets}
        onChange={(when) => {
          setMeets(when)
          setAct(null)
        }}
        choices={[
          { id: 'write', name: f.meetsWords.write },
          { id: 'hear', name: f.meetsWords.hear },
        ]}
      />
      <Select
        label={f.act}
        value={act}
        onChange={(id) => setAct(practiceActs.find((known) => known === id) ?? null)}
        options={labelsOf(meets)}
        wrong={act === null && f.actMissing}
      />
      <div className={form.beside}>
        <TextField label={f.times} value={times} onChange={setTimes} wrong={numberIn(times, 1) === null && f.number} />
        {waits && (
          <TextField
            label={f.seconds}
            hint={f.secondsHint}
            value={seconds}
            onChange={setSeconds}
            wrong={numberIn(seconds, 0) === null && f.number}
          />
        )}
      </div>
    </FormDialog>
  )
}

const EmptyIt = () => {
  const [open, setOpen] = useState(false)
  const clear = useAct(practiceEndpoints.clear, ['practice'])
  return (
    <>
      <Button kind="refuse" onPress={() => setOpen(true)}>
        {w.empty.act}
      </Button>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.empty.heading}
          act={w.empty.act}
          refuse
          send={() => clear.send({})}
        >
          <p>{w.empty.body}</p>
        </FormDialog>
      )}
    </>
  )
}

/** What a trainer lets go wrong, and the network's own count of doubles. */
export const Faults = ({
  accountId,
  accounts,
  may,
}: {
  accountId: string | undefined
  accounts: PracticeAccounts
  may: boolean
}) => {
  const [open, setOpen] = useState(false)
  const read = useRead(practiceEndpoints.faults, accountId ? { accountId } : {})
  const twice = useRead(practiceEndpoints.duplicates, {})
  const clear = useAct(practiceEndpoints.clearFaults, ['practice'])
  const faults = read.data?.faults ?? []
  const nameOf = (id: string) => accounts.list.find((a) => a.id === id)?.name ?? id
  return (
    <>
      <Section
        heading={w.faults.heading}
        state={read.isPending ? 'loading' : read.isError ? { failed: read.error.message } : 'loaded'}
      >
        <p className="small second">{faults.length === 0 ? w.faults.none : w.faults.lede}</p>
        <ul className={css.faults}>
          {faults.map((fault) => (
            <li key={fault.id}>
              <b>{nameOf(fault.accountId)}</b>
              <span>
                {labelsOf(fault.meets).find(({ id }) => id === fault.act)?.name ?? fault.act},{' '}
                {w.faults.times(fault.times)}
                {fault.seconds > 0 && w.faults.wait(fault.seconds)}
              </span>
            </li>
          ))}
        </ul>
        {may && (
          <div className={form.acts}>
            <Button onPress={() => setOpen(true)}>{w.faults.set}</Button>
            <Button
              busy={clear.isPending}
              notReady={faults.length === 0 && w.faults.noneSet}
              onPress={() => clear.mutate({ accountId: accountId ?? null })}
            >
              {w.faults.clear}
            </Button>
          </div>
        )}
        <ActFailed cause={clear.error} />
      </Section>
      <Section heading={w.twice.heading} state={twice.isPending ? 'loading' : 'loaded'}>
        {twice.data && twice.data.duplicates.length > 0 ? (
          <StateMark state="needsPerson">{w.twice.some(twice.data.duplicates.length)}</StateMark>
        ) : (
          <p className="small second">{w.twice.none}</p>
        )}
        {may && (
          <div className={form.acts}>
            <EmptyIt />
          </div>
        )}
      </Section>
      {open && <FaultForm accounts={accounts} onClose={() => setOpen(false)} />}
    </>
  )
}
