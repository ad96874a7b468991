import { useState } from 'react'
import { planQuestion } from '../../inbox/asking/asking.contract.ts'
import { kindWords, type QuestionKind, questionKinds } from '../../inbox/asking/question.ts'
import { said } from '../../posting/facts.ts'
import { instantOf } from '../../posting/schedule.ts'
import { useAct } from '../call.ts'
import { Checkbox, RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Select } from '../parts/select.tsx'
import { type Wall, WhenField } from '../parts/when-field.tsx'
import { type Questions, askingWords as w } from './asking-words.ts'

const none = 'none'
const never: Wall = { date: '', time: '' }
const instant = ({ date, time }: Wall, zone: string): string | null =>
  date === '' ? null : (instantOf(`${date}T${time || '09:00'}`, zone)?.instant.toISOString() ?? null)

/** Plans a question; what it needs depends on its kind. */
export const QuestionForm = (props: {
  list: Questions
  zone: string
  onClose: () => void
  onPlanned: (id: string) => void
}) => {
  const { list, zone } = props
  const [kind, setKind] = useState<QuestionKind>('question')
  const [value, setValue] = useState({ title: '', words: '', choices: '', area: '', objective: none })
  const [times, setTimes] = useState({ opens: never, closes: never })
  const [team, setTeam] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const plan = useAct(planQuestion, ['questions'])
  const short = value.title.trim().length < 3
  const save = () => {
    setAsked(true)
    if (short) return
    plan.mutate(
      {
        kind,
        title: value.title,
        words: value.words,
        area: value.area.trim() === '' ? null : value.area,
        objectiveId: value.objective === none ? null : value.objective,
        choices: kind === 'poll' ? value.choices.split('\n').filter((line) => line.trim() !== '') : [],
        opensAt: instant(times.opens, zone),
        closesAt: instant(times.closes, zone),
        team: kind === 'live' ? [...team] : [],
      },
      { onSuccess: ({ id }) => props.onPlanned(id) },
    )
  }
  return (
    <FormDialog
      open
      wide
      onClose={props.onClose}
      heading={w.planHeading}
      act={w.planAct}
      onAct={save}
      busy={plan.isPending}
      failed={plan.error}
    >
      <RadioGroup
        label={w.kind}
        value={kind}
        onChange={setKind}
        choices={questionKinds.map((id) => ({ id, name: kindWords[id].label, aside: kindWords[id].says }))}
      />
      <TextField
        label={w.title}
        value={value.title}
        onChange={(title) => setValue({ ...value, title })}
        wrong={asked && short && w.titleShort}
      />
      <TextField label={w.asks} lines value={value.words} onChange={(words) => setValue({ ...value, words })} />
      {kind === 'poll' && (
        <TextField
          label={w.choices}
          lines
          value={value.choices}
          onChange={(choices) => setValue({ ...value, choices })}
        />
      )}
      <Select
        label={w.objective}
        aside={w.notNeeded}
        options={[{ id: none, name: w.noObjective }, ...list.objectives.map((o) => ({ id: o.id, name: o.title }))]}
        value={value.objective}
        onChange={(objective) => setValue({ ...value, objective })}
      />
      <TextField
        label={w.area}
        aside={w.notNeeded}
        value={value.area}
        onChange={(area) => setValue({ ...value, area })}
      />
      <WhenField label={w.opens} value={times.opens} zone={zone} onChange={(opens) => setTimes({ ...times, opens })} />
      <WhenField
        label={w.closes}
        value={times.closes}
        zone={zone}
        onChange={(closes) => setTimes({ ...times, closes })}
      />
      {kind === 'live' && (
        <fieldset>
          <legend>
            <b>{w.team}</b>
          </legend>
          {list.people.map((p) => (
            <Checkbox
              key={p.id}
              checked={team.includes(p.id)}
              onChange={(on) => setTeam(on ? [...team, p.id] : team.filter((id) => id !== p.id))}
            >
              {said(p)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}
