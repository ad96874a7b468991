import { useState } from 'react'
import { recordLocal } from '../../archive/audience/audience.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { wallDay } from '../say.ts'
import { audienceWords } from './audience-words.ts'

const w = audienceWords.form
/** `12,400` as people write it; null: no whole number. */
const numberIn = (text: string): number | null =>
  /^\d[\d,. ]*$/.test(text.trim()) ? Number(text.replace(/\D/g, '')) : null

/** What the network's own page of statistics says of where followers are. */
export const LocalForm = ({ id, name, onClose }: { id: string; name: string; onClose: () => void }) => {
  const [inArea, setInArea] = useState('')
  const [of, setOf] = useState('')
  const [asOf, setAsOf] = useState(wallDay(new Date(), useZone()))
  const [source, setSource] = useState('')
  const record = useAct(recordLocal, ['audience', 'measures'])
  const [here, all] = [numberIn(inArea), numberIn(of)]
  const tooMany = here !== null && all !== null && here > all
  return (
    <FormDialog
      onClose={onClose}
      heading={w.heading(name)}
      act={w.act}
      send={() => here !== null && all !== null && record.send({ id, inArea: here, of: all, asOf, source })}
    >
      <TextField
        label={w.inArea}
        value={inArea}
        onChange={setInArea}
        wrong={here === null ? w.number : tooMany && w.more}
      />
      <TextField label={w.of} hint={w.ofHint} value={of} onChange={setOf} wrong={!all && w.none} />
      <DayField label={w.asOf} value={asOf} onChange={setAsOf} wrong={asOf === '' && w.noDay} />
      <TextField
        label={w.source}
        hint={w.sourceHint}
        value={source}
        onChange={setSource}
        wrong={source.trim().length < 3 && w.noSource}
      />
    </FormDialog>
  )
}
