import { useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import type { DutyKind } from '../../inbox/duty/rota.ts'
import { listPeople } from '../../people/people.contract.ts'
import { useAct, useRead } from '../call.ts'
import { Segmented } from '../parts/choices.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { type Wall, WhenField } from '../parts/when-field.tsx'
import { personWords } from '../posting/refs.ts'
import { wallDay } from '../say.ts'
import { dutyWords, kindWords } from './duty-words.ts'

const w = dutyWords.add
const wallOf = ({ date, time }: Wall): string => `${date}T${time}`
const isSet = ({ date, time }: Wall): boolean => date !== '' && time !== ''

/** Puts somebody on duty from one wall clock time to another. */
export const AddDuty = ({ zone, onClose }: { zone: string; onClose: () => void }) => {
  const today = wallDay(new Date(), zone)
  const people = useRead(listPeople, {}, { topic: 'person' })
  const [personId, setPersonId] = useState<string | null>(null)
  const [kind, setKind] = useState<DutyKind>('desk')
  const [from, setFrom] = useState<Wall>({ date: today, time: '08:00' })
  const [until, setUntil] = useState<Wall>({ date: today, time: '17:00' })
  const add = useAct(dutyEndpoints.addDuty, ['duty'])
  const kinds = (['desk', 'onCall'] as const).map((id) => ({ id, name: kindWords[id] }))
  return (
    <FormDialog
      onClose={onClose}
      heading={w.heading}
      act={w.act}
      send={() => personId !== null && add.send({ personId, kind, from: wallOf(from), until: wallOf(until) })}
    >
      <Select
        label={w.who}
        options={(people.data?.people ?? []).map((p) => ({ id: p.id, name: personWords(p) }))}
        reading={readingOf(people)}
        value={personId}
        onChange={setPersonId}
        wrong={personId === null && w.whoMissing}
      />
      <Segmented label={w.kind} choices={kinds} value={kind} onChange={setKind} />
      <WhenField label={w.from} value={from} onChange={setFrom} zone={zone} wrong={!isSet(from) && w.whenMissing} />
      <WhenField
        label={w.until}
        value={until}
        onChange={setUntil}
        zone={zone}
        earliest={from.date}
        wrong={!isSet(until) && w.whenMissing}
      />
    </FormDialog>
  )
}
