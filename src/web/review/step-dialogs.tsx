import { useState } from 'react'
import { listPeople } from '../../people/people.contract.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { type CarryingPage, type CarryingStep, carryingEndpoints } from '../../review/carrying/carrying.contract.ts'
import { isLast } from '../../review/carrying/steps.ts'
import { useAct, useRead } from '../call.ts'
import { RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { carryingWords, saidOf } from './carrying-words.ts'

const w = carryingWords.one
export const carryingTopics = ['carrying-out', 'account'] as const
type Props = { page: CarryingPage; step: CarryingStep; onClose: () => void }

/** One step is done, with what shows it. */
export const DoDialog = ({ page, step, onClose }: Props) => {
  const [evidence, setEvidence] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct(carryingEndpoints.doStep, carryingTopics)
  return (
    <FormDialog
      open
      onClose={onClose}
      heading={step.what}
      act={isLast(page.kind, step.id) ? w.lastAct[page.kind] : w.do}
      busy={act.isPending}
      failed={act.error}
      onAct={() => {
        setAsked(true)
        if (evidence.trim() !== '') act.mutate({ id: page.id, step: step.id, evidence }, { onSuccess: onClose })
      }}
    >
      <p>{step.how}</p>
      <TextField
        label={w.evidence}
        hint={w.evidenceHint}
        lines
        autoFocus
        value={evidence}
        onChange={setEvidence}
        wrong={asked && evidence.trim() === '' && w.evidenceMissing}
      />
    </FormDialog>
  )
}

const none = ''

/** Another office or person answers for a step, or it is due on another day. */
export const ChangeDialog = ({ page, step, onClose }: Props) => {
  const [office, setOffice] = useState(step.office?.id ?? none)
  const [person, setPerson] = useState(step.person?.id ?? null)
  const [due, setDue] = useState<string>(step.dueOn)
  const act = useAct(carryingEndpoints.changeStep, carryingTopics)
  const offices = useRead(registerEndpoints.offices, {}, { topic: 'office', also: ['account'] })
  const people = useRead(listPeople, {}, { also: ['person'] })
  return (
    <FormDialog
      open
      onClose={onClose}
      heading={step.what}
      act={w.save}
      busy={act.isPending}
      failed={act.error}
      onAct={() => {
        const who = office === none ? { officeId: null, personId: person } : { officeId: office, personId: null }
        act.mutate({ id: page.id, step: step.id, ...who, due }, { onSuccess: onClose })
      }}
    >
      <Select
        label={w.office}
        value={office}
        onChange={setOffice}
        reading={readingOf(offices)}
        options={[
          { id: none, name: w.noOffice },
          ...(offices.data?.offices ?? []).map((o) => ({ id: o.officeId, name: o.title })),
        ]}
      />
      {office === none && (
        <Select
          label={w.person}
          value={person}
          onChange={setPerson}
          reading={readingOf(people)}
          options={(people.data?.people ?? []).map((p) => ({ id: p.id, name: saidOf(p) }))}
        />
      )}
      <DayField label={w.dueDay} value={due} onChange={setDue} />
    </FormDialog>
  )
}

/** The list is ended before its end. */
export const StopDialog = ({ page, onClose }: Omit<Props, 'step'>) => {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct(carryingEndpoints.stopCarryingOut, carryingTopics)
  return (
    <FormDialog
      open
      onClose={onClose}
      heading={w.stopSure(page.name)}
      act={w.stop}
      refuse
      busy={act.isPending}
      failed={act.error}
      onAct={() => {
        setAsked(true)
        if (reason.trim() !== '') act.mutate({ id: page.id, reason }, { onSuccess: onClose })
      }}
    >
      <p>{w.stopBody}</p>
      <TextField
        label={w.reason}
        lines
        value={reason}
        onChange={setReason}
        wrong={asked && reason.trim() === '' && w.reasonMissing}
      />
    </FormDialog>
  )
}

/** What waits to go out on a network that is being left. */
export const WaitingDialog = ({ page, onClose }: Omit<Props, 'step'>) => {
  const [how, setHow] = useState<'hold' | 'withdraw'>('hold')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct(carryingEndpoints.settleWaiting, [...carryingTopics, 'posts', 'holds'])
  return (
    <FormDialog
      open
      onClose={onClose}
      heading={w.settle}
      act={w.how[how]}
      refuse={how === 'withdraw'}
      busy={act.isPending}
      failed={act.error}
      onAct={() => {
        setAsked(true)
        if (reason.trim() !== '') act.mutate({ id: page.id, how, reason }, { onSuccess: onClose })
      }}
    >
      <p>{w.settleBody}</p>
      <RadioGroup
        label={w.howLabel}
        value={how}
        onChange={setHow}
        choices={[
          { id: 'hold', name: w.how.hold },
          { id: 'withdraw', name: w.how.withdraw },
        ]}
      />
      <TextField
        label={w.reason}
        lines
        value={reason}
        onChange={setReason}
        wrong={asked && reason.trim() === '' && w.reasonMissing}
      />
    </FormDialog>
  )
}
