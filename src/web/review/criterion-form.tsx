import { useState } from 'react'
import type { z } from 'zod'
import { type AccountClass, accountClasses, classLabels } from '../../register/account.ts'
import { type Criterion, type CriterionId, criteria, type Lines } from '../../review/criteria.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { yesOrNo } from '../../review/saying.ts'
import { useAct } from '../call.ts'
import { Checkbox } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { criteriaWords as w } from './criteria-words.ts'
import css from './review.module.css'

type Data = z.output<typeof reviewEndpoints.criteria.output>

/** Lines as they are typed: shares in hundredths, an empty field is no line. */
type Typed = { all: string; byClass: Partial<Record<AccountClass, string>> }

const typedOf = (of: Lines | null, unit: Criterion['unit']): Typed => {
  const said = (value: number | undefined) =>
    value === undefined ? '' : String(unit === 'share' ? Math.round(value * 1000) / 10 : value)
  const byClass: Typed['byClass'] = {}
  for (const c of accountClasses) byClass[c] = said(of?.byClass[c])
  return { all: said(of?.all), byClass }
}

/** Null for what is no number. */
const numberOf = (text: string, unit: Criterion['unit']): number | null => {
  const value = Number(text.trim().replace('%', ''))
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) return null
  return unit === 'share' ? value / 100 : value
}

const linesOf = (typed: Typed, unit: Criterion['unit']): Lines | null => {
  const byClass: Lines['byClass'] = {}
  for (const c of accountClasses) {
    const text = typed.byClass[c] ?? ''
    if (text.trim() === '') continue
    const value = numberOf(text, unit)
    if (value === null) return null
    byClass[c] = value
  }
  const all = numberOf(typed.all, unit)
  return all === null ? null : { all, byClass }
}

const LineFields = ({
  label,
  typed,
  onChange,
  wrong,
}: {
  label: string
  typed: Typed
  onChange: (typed: Typed) => void
  wrong: boolean
}) => (
  <>
    <TextField
      label={label}
      value={typed.all}
      onChange={(all) => onChange({ ...typed, all })}
      wrong={wrong && w.number}
    />
    <details>
      <summary>{w.byClass}</summary>
      <p className="small second">{w.byClassHint}</p>
      <div className={css.where}>
        {accountClasses.map((c) => (
          <TextField
            key={c}
            label={classLabels[c]}
            value={typed.byClass[c] ?? ''}
            onChange={(text) => onChange({ ...typed, byClass: { ...typed.byClass, [c]: text } })}
          />
        ))}
      </div>
    </details>
  </>
)

/** Changes one test; saved as the next version of all of them. */
export const CriterionForm = ({ id, data, onClose }: { id: CriterionId; data: Data; onClose: () => void }) => {
  const { unit, name } = criteria[id]
  const kept = data.settings[id]
  const [used, setUsed] = useState(kept.used)
  const [line, setLine] = useState(typedOf(kept.line, unit))
  const [grave, setGrave] = useState(typedOf(kept.grave, unit))
  const [source, setSource] = useState(kept.basis === 'force' ? kept.source : '')
  const [why, setWhy] = useState('')
  const change = useAct(reviewEndpoints.changeCriteria)
  const [lines, graves] = [linesOf(line, unit), linesOf(grave, unit)]
  const short = (text: string) => text.trim().length < 3 && w.short
  const send = () => {
    if (!lines || (kept.grave && !graves)) return
    const setting = { used, line: lines, grave: kept.grave ? graves : null, basis: 'force' as const, source }
    const settings = { ...data.settings, [id]: setting }
    return change.send({ version: data.version, settings, why })
  }
  return (
    <FormDialog onClose={onClose} heading={w.heading(name)} act={w.act(data.version + 1)} send={send}>
      <Checkbox checked={used} onChange={setUsed}>
        {w.used}
      </Checkbox>
      {!yesOrNo.includes(id) && (
        <LineFields label={w.lineLabel(w.units[unit])} typed={line} onChange={setLine} wrong={lines === null} />
      )}
      {kept.grave && (
        <LineFields label={w.graveLabel(w.units[unit])} typed={grave} onChange={setGrave} wrong={graves === null} />
      )}
      <TextField label={w.sourceLabel} value={source} onChange={setSource} hint={kept.source} wrong={short(source)} />
      <TextField label={w.whyLabel} value={why} onChange={setWhy} lines wrong={short(why)} />
    </FormDialog>
  )
}
