import { useState } from 'react'
import { networks } from '../../networks/networks.ts'
import { isOurs } from '../../register/account.ts'
import { sameHandle, tidyHandle } from '../../register/naming.ts'
import { likenessTo, type Outcome, outcomes } from '../../register/outside/look-alike.ts'
import type { LookAlike } from '../../register/outside/outside.contract.ts'
import { type AccountRow, registerEndpoints } from '../../register/register.contract.ts'
import { useAct } from '../call.ts'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Select } from '../parts/select.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { outsideWords } from './outside-words.ts'

const topics = ['lookAlike', 'account'] as const
const w = outsideWords.form
const s = outsideWords.settle

/** What the handle that is being typed looks like, at once. */
const Verdict = ({ network, handle, ours }: { network: string; handle: string; ours: readonly AccountRow[] }) => {
  if (handle.trim() === '') return null
  const own = ours.filter((a) => isOurs(a.status))
  const place = { network, handle: tidyHandle(handle) }
  const like = likenessTo(place, own)
  if (like) return <SeverityMark severity="approval">{like.words}</SeverityMark>
  const isOne = own.some((a) => a.network === network && sameHandle(a.handle, handle))
  return <SeverityMark severity={isOne ? 'fixed' : 'advice'}>{isOne ? w.ours : w.nothing}</SeverityMark>
}

export const NoteForm = ({ ours, onClose }: { ours: readonly AccountRow[]; onClose: () => void }) => {
  const [network, setNetwork] = useState<string | null>(null)
  const [handle, setHandle] = useState('')
  const [what, setWhat] = useState('')
  const note = useAct(registerEndpoints.noteLookAlike, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.heading}
      act={w.act}
      send={() => network !== null && note.send({ network, handle, what })}
    >
      <Select
        label={w.network}
        value={network}
        onChange={setNetwork}
        options={networks.map((n) => ({ id: n.id, name: n.name }))}
        wrong={network === null && w.choose}
      />
      <TextField label={w.handle} mono value={handle} onChange={setHandle} wrong={handle.trim() === '' && w.missing} />
      <div aria-live="polite">
        <Verdict network={network ?? ''} handle={handle} ours={ours} />
      </div>
      <TextField label={w.what} hint={w.whatHint} value={what} onChange={setWhat} />
    </FormDialog>
  )
}

type Settled = Exclude<Outcome, 'open'>
const settled = outcomes.filter((o): o is Settled => o !== 'open')

export const SettleForm = ({ row, onClose }: { row: LookAlike; onClose: () => void }) => {
  const [outcome, setOutcome] = useState<Settled | null>(settled.find((o) => o === row.outcome) ?? null)
  const [reason, setReason] = useState('')
  const [reference, setReference] = useState(row.reportReference ?? '')
  const decide = useAct(registerEndpoints.decideLookAlike, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={s.heading(row.handle)}
      act={s.act}
      send={() =>
        outcome !== null && decide.send({ id: row.id, outcome, reason, reportReference: reference.trim() || null })
      }
    >
      <RadioGroup
        label={s.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={settled.map((id) => ({ id, name: outsideWords.outcomes[id] }))}
        wrong={outcome === null && s.choose}
      />
      <TextField label={s.reason} lines value={reason} onChange={setReason} wrong={reason.trim() === '' && s.missing} />
      <TextField label={s.reference} aside={s.referenceAside} mono value={reference} onChange={setReference} />
    </FormDialog>
  )
}
