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
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { carryingWords, saidOf } from './carrying-words.ts'

const w = carryingWords.one
export const carryingTopics = ['carrying-out', 'account'] as const
type Props = { page: CarryingPage; step: CarryingStep; onClose: () => void }

/** One step is done, with what shows it. */
export const DoDialog = ({ page, step, onClose }: Props) => {
  const [evidence, setEvidence] = useState('')
  const act = useAct(carryingEndpoints.doStep, carryingTopics)
  return (
    <FormDialog
      onClose={onClose}
      heading={step.what}
      act={isLast(page.kind, step.id) ? w.lastAct[page.kind] : w.do}
      send={() => act.send({ id: page.id, step: step.id, evidence })}
    >
      <p>{step.how}</p>
      <TextField
        label={w.evidence}
        hint={w.evidenceHint}
        lines
        autoFocus
        value={evidence}
        onChange={setEvidence}
        wrong={evidence.trim() === '' && w.evidenceMissing}
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
      onClose={onClose}
      heading={step.what}
      act={w.save}
      send={() => {
        const who = office === none ? { officeId: null, personId: person } : { officeId: office, personId: null }
        return act.send({ id: page.id, step: step.id, ...who, due })
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

/** A tick is taken back, with the reason. */
export const TakeBackDialog = ({ page, step, onClose }: Props) => {
  const act = useAct(carryingEndpoints.takeStepBack, carryingTopics)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.takeBackSure(step.what)}
      act={w.takeBack}
      body={w.takeBackBody}
      label={w.reason}
      missing={w.reasonMissing}
      lines
      send={(reason) => act.send({ id: page.id, step: step.id, reason })}
    />
  )
}

/** The list is ended before its end. */
export const StopDialog = ({ page, onClose }: Omit<Props, 'step'>) => {
  const [reason, setReason] = useState('')
  const act = useAct(carryingEndpoints.stopCarryingOut, carryingTopics)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.stopSure(page.name)}
      act={w.stop}
      refuse
      send={() => act.send({ id: page.id, reason })}
    >
      <p>{w.stopBody(page)}</p>
      <TextField
        label={w.reason}
        lines
        value={reason}
        onChange={setReason}
        wrong={reason.trim() === '' && w.reasonMissing}
      />
    </FormDialog>
  )
}

/** What waits to go out on a network that is being left. */
export const WaitingDialog = ({ page, onClose }: Omit<Props, 'step'>) => {
  const [how, setHow] = useState<'hold' | 'withdraw'>('hold')
  const [reason, setReason] = useState('')
  const act = useAct(carryingEndpoints.settleWaiting, [...carryingTopics, 'posts', 'holds'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.settle}
      act={w.how[how]}
      refuse={how === 'withdraw'}
      send={() => act.send({ id: page.id, how, reason })}
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
        wrong={reason.trim() === '' && w.reasonMissing}
      />
    </FormDialog>
  )
}
