import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { maySpeak } from '../../register/account.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { carryingEndpoints } from '../../review/carrying/carrying.contract.ts'
import { useAct, useRead } from '../call.ts'
import { RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { wallDay } from '../say.ts'
import { carryingWords } from './carrying-words.ts'
import { carryingTopics } from './step-dialogs.tsx'

const nowhere = ''

/** Closes or adopts an account by a list, without a review. */
export const BeginDialog = ({
  zone,
  account,
  onClose,
}: {
  zone: string
  /** The account that is to be closed, where the way here named one. */
  account: string | null
  onClose: () => void
}) => {
  const w = carryingWords.form
  const [kind, setKind] = useState<'closing' | 'adoption'>('closing')
  const [accountId, setAccount] = useState<string | null>(account)
  const [into, setInto] = useState(nowhere)
  const [on, setOn] = useState('')
  const navigate = useNavigate()
  const act = useAct(carryingEndpoints.beginCarryingOut, carryingTopics)
  const accounts = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const list = accounts.data?.accounts ?? []
  const option = (a: (typeof list)[number]) => ({
    id: a.id,
    name: a.name,
    aside: traitsOf(a.network)?.name ?? a.network,
  })
  const intoAccountId = kind === 'closing' && into !== nowhere ? into : null
  return (
    <FormDialog
      onClose={onClose}
      heading={w.heading}
      act={w.act}
      send={() => accountId !== null && act.send({ kind, accountId, intoAccountId, on })}
      onDone={({ id }) => void navigate({ to: '/reviews/carrying-out/$id', params: { id } })}
    >
      <RadioGroup
        label={w.kind}
        value={kind}
        onChange={(next) => {
          setKind(next)
          setAccount(null)
        }}
        choices={[
          { id: 'closing', name: w.closing },
          { id: 'adoption', name: w.adoption },
        ]}
      />
      <Select
        label={w.account}
        value={accountId}
        onChange={setAccount}
        reading={readingOf(accounts)}
        options={list.filter((a) => (kind === 'closing' ? maySpeak(a.status) : a.status === 'unofficial')).map(option)}
        wrong={accountId === null && w.choose}
      />
      {kind === 'closing' && (
        <Select
          label={w.into}
          value={into}
          onChange={setInto}
          reading={readingOf(accounts)}
          options={[
            { id: nowhere, name: w.nowhere },
            ...list
              .filter((a) => (a.status === 'live' || a.status === 'underReview') && a.id !== accountId)
              .map(option),
          ]}
        />
      )}
      <DayField
        label={w.on}
        value={on}
        onChange={setOn}
        earliest={wallDay(new Date(), zone)}
        wrong={on === '' && w.missing}
      />
    </FormDialog>
  )
}

type Network = { id: string; accounts: number }

/** Leaves a whole network by a list. */
export const RetireDialog = ({
  networks,
  zone,
  onClose,
}: {
  networks: readonly Network[]
  zone: string
  onClose: () => void
}) => {
  const w = carryingWords.retire
  const [network, setNetwork] = useState<string | null>(null)
  const [on, setOn] = useState('')
  const [note, setNote] = useState('')
  const navigate = useNavigate()
  const act = useAct(carryingEndpoints.beginRetirement, carryingTopics)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.heading}
      act={w.act}
      refuse
      send={() => network !== null && act.send({ network, on, note })}
      onDone={({ id }) => void navigate({ to: '/reviews/carrying-out/$id', params: { id } })}
    >
      <p>{w.body}</p>
      <Select
        label={w.network}
        value={network}
        onChange={setNetwork}
        options={networks.map((n) => ({
          id: n.id,
          name: traitsOf(n.id)?.name ?? n.id,
          aside: w.accounts(n.accounts),
        }))}
        wrong={network === null && carryingWords.form.choose}
      />
      <DayField
        label={carryingWords.form.on}
        value={on}
        onChange={setOn}
        earliest={wallDay(new Date(), zone)}
        wrong={on === '' && carryingWords.form.missing}
      />
      <TextField
        label={w.note}
        hint={w.noteHint}
        lines
        value={note}
        onChange={setNote}
        wrong={note.trim() === '' && w.missing}
      />
    </FormDialog>
  )
}
