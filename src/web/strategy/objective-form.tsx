import { useState } from 'react'
import type { z } from 'zod'
import { instantOf } from '../../posting/schedule.ts'
import { changeObjectiveEndpoint, type listObjectives, setObjectiveEndpoint } from '../../strategy/strategy.contract.ts'
import { useAct } from '../call.ts'
import { RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { objectivesWords } from './objectives-words.ts'

export type Objective = z.output<typeof listObjectives.output>['objectives'][number]

const w = objectivesWords.form

const instant = (wall: string, zone: string): string | null => instantOf(wall, zone)?.instant.toISOString() ?? null

/** Sets a new objective, or puts the words of one right. */
export const ObjectiveForm = ({
  objective,
  zone,
  onClose,
}: {
  objective: Objective | null
  zone: string
  onClose: () => void
}) => {
  const [value, setValue] = useState({
    kind: objective?.kind ?? ('objective' as const),
    title: objective?.title ?? '',
    area: objective?.area ?? '',
    measure: objective?.measure ?? '',
    from: '',
    until: '',
  })
  const set = useAct(setObjectiveEndpoint, ['objectives', 'objective'])
  const change = useAct(changeObjectiveEndpoint, ['objectives', 'objective'])
  const titleShort = value.title.trim().length < 3
  const areaMissing = value.kind === 'localPriority' && value.area.trim() === ''
  const send = async () => {
    const area = value.area.trim() === '' ? null : value.area.trim()
    const { title, measure, kind } = value
    if (objective) return change.send({ id: objective.id, title, area, measure })
    const startsAt = value.from ? instant(`${value.from}T00:00`, zone) : null
    const endsAt = value.until ? instant(`${value.until}T23:59`, zone) : null
    return set.send({ kind, title, area, measure, startsAt, endsAt })
  }
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={objective ? w.changeHeading : w.newHeading}
      act={objective ? w.save : w.set}
      send={send}
    >
      {!objective && (
        <RadioGroup
          label={w.kind}
          value={value.kind}
          onChange={(kind) => setValue({ ...value, kind })}
          choices={(['objective', 'localPriority'] as const).map((id) => ({ id, name: w.kinds[id] }))}
        />
      )}
      <TextField
        label={w.title}
        value={value.title}
        onChange={(title) => setValue({ ...value, title })}
        autoFocus
        wrong={titleShort && w.titleShort}
      />
      <TextField
        label={w.area}
        aside={value.kind === 'objective' ? w.areaAside : undefined}
        value={value.area}
        onChange={(area) => setValue({ ...value, area })}
        wrong={areaMissing && w.areaMissing}
      />
      <TextField
        label={w.measure}
        aside={w.aside}
        lines
        value={value.measure}
        onChange={(measure) => setValue({ ...value, measure })}
      />
      {!objective && (
        <div className={form.beside}>
          <DayField
            label={w.from}
            aside={w.aside}
            value={value.from}
            onChange={(from) => setValue({ ...value, from })}
          />
          <DayField
            label={w.until}
            aside={w.aside}
            value={value.until}
            earliest={value.from}
            onChange={(until) => setValue({ ...value, until })}
          />
        </div>
      )}
    </FormDialog>
  )
}
