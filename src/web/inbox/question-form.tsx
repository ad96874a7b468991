import { useState } from 'react'
import { changeQuestion, listQuestions, planQuestion } from '../../inbox/asking/asking.contract.ts'
import { kindWords, type QuestionKind, questionKinds } from '../../inbox/asking/question.ts'
import { said } from '../../posting/facts.ts'
import { instantOf } from '../../posting/schedule.ts'
import { useAct, useRead } from '../call.ts'
import { Checkbox, RadioGroup } from '../parts/choices.tsx'
import { cx } from '../parts/class.ts'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { type Wall, WhenField } from '../parts/when-field.tsx'
import { clock, wallDay } from '../say.ts'
import { type Questions, type Whole, askingWords as w } from './asking-words.ts'
import css from './surge.module.css'

const none = 'none'
const instant = ({ date, time }: Wall, zone: string): string | null =>
  date === '' ? null : (instantOf(`${date}T${time}`, zone)?.instant.toISOString() ?? null)
/** A day without its hour, or an hour without its day. */
const isHalf = (wall: Wall, zone: string): boolean =>
  (wall.date !== '' || wall.time !== '') && (wall.time === '' || instant(wall, zone) === null)
const wallOf = (at: string | null | undefined, zone: string): Wall =>
  at ? { date: wallDay(at, zone), time: clock(at, zone) } : { date: '', time: '' }

type Plan = {
  kind: QuestionKind
  title: string
  words: string
  choices: string
  area: string
  objective: string
  opens: Wall
  closes: Wall
  team: readonly string[]
  notice: { en: string; cy: string }
}

const planOf = (whole: Whole | null, zone: string): Plan => {
  const q = whole?.question
  return {
    kind: q?.kind ?? 'question',
    title: q?.title ?? '',
    words: q?.words ?? '',
    choices: whole?.choices.map((c) => c.words).join('\n') ?? '',
    area: q?.area ?? '',
    objective: q?.objective?.id ?? none,
    opens: wallOf(q?.opensAt, zone),
    closes: wallOf(q?.closesAt, zone),
    team: q?.team.map((p) => p.id) ?? [],
    notice: whole?.ownNotice ?? { en: '', cy: '' },
  }
}

const inputOf = (plan: Plan, zone: string) => ({
  title: plan.title,
  words: plan.words,
  area: plan.area.trim() === '' ? null : plan.area,
  objectiveId: plan.objective === none ? null : plan.objective,
  choices: plan.kind === 'poll' ? plan.choices.split('\n').filter((line) => line.trim() !== '') : [],
  opensAt: instant(plan.opens, zone),
  closesAt: instant(plan.closes, zone),
  team: plan.kind === 'live' ? [...plan.team] : [],
  notice: plan.kind === 'live' ? plan.notice : { en: '', cy: '' },
})

type PartProps = { plan: Plan; put: (part: Partial<Plan>) => void }

/** Who answers in a live session, and what those are told who ask before or after it. */
const Session = ({
  plan,
  put,
  people,
  usual,
}: PartProps & Pick<Questions, 'people'> & { usual: Whole['notice'] | null }) => (
  <>
    <fieldset className={cx(form.boxes, css.team)}>
      <legend>{w.team}</legend>
      {people.map((p) => (
        <Checkbox
          key={p.id}
          checked={plan.team.includes(p.id)}
          onChange={(on) => put({ team: on ? [...plan.team, p.id] : plan.team.filter((id) => id !== p.id) })}
        >
          {said(p)}
        </Checkbox>
      ))}
    </fieldset>
    {(['en', 'cy'] as const).map((language) => (
      <TextField
        key={language}
        label={w.noticeIn[language]}
        aside={w.notNeeded}
        hint={usual ? w.noticeUsual(usual[language]) : w.noticeHint}
        lang={language}
        lines
        value={plan.notice[language]}
        onChange={(text) => put({ notice: { ...plan.notice, [language]: text } })}
      />
    ))}
  </>
)

const Times = ({ plan, put, zone }: PartProps & { zone: string }) => (
  <div className={form.beside}>
    <WhenField
      label={w.opens}
      value={plan.opens}
      zone={zone}
      onChange={(opens) => put({ opens })}
      wrong={isHalf(plan.opens, zone) && w.half}
    />
    <WhenField
      label={w.closes}
      value={plan.closes}
      zone={zone}
      onChange={(closes) => put({ closes })}
      wrong={isHalf(plan.closes, zone) && w.half}
    />
  </div>
)

type Props = {
  /** What is changed; null: something new is planned. */
  whole: Whole | null
  zone: string
  onClose: () => void
  onPlanned: (id: string) => void
}

/** Plans a question, or changes its plan; what it needs depends on its kind, and its kind stays. */
export const QuestionForm = ({ whole, zone, onClose, onPlanned }: Props) => {
  const list = useRead(listQuestions, {}, { also: ['post'] })
  const [plan, setPlan] = useState(planOf(whole, zone))
  const begin = useAct(planQuestion, ['questions'])
  const change = useAct(changeQuestion, ['questions'])
  const put = (part: Partial<Plan>) => setPlan({ ...plan, ...part })
  const short = plan.title.trim().length < 3
  const send = () => {
    const input = inputOf(plan, zone)
    return whole ? change.send({ id: whole.question.id, ...input }) : begin.send({ kind: plan.kind, ...input })
  }
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={whole ? w.changeHeading : w.planHeading}
      act={whole ? w.changeAct : w.planAct}
      send={send}
      onDone={({ id }) => onPlanned(id)}
    >
      {!whole && (
        <RadioGroup
          label={w.kind}
          value={plan.kind}
          onChange={(kind) => put({ kind })}
          choices={questionKinds.map((id) => ({ id, name: kindWords[id].label, aside: kindWords[id].says }))}
        />
      )}
      <TextField
        label={w.title}
        value={plan.title}
        onChange={(title) => put({ title })}
        wrong={short && w.titleShort}
      />
      <TextField label={w.asks} lines value={plan.words} onChange={(words) => put({ words })} />
      {plan.kind === 'poll' && (
        <TextField
          label={w.choices}
          lines
          disabled={whole !== null && whole.question.stage !== 'planned'}
          hint={whole !== null && whole.question.stage !== 'planned' && w.choicesStay}
          value={plan.choices}
          onChange={(choices) => put({ choices })}
        />
      )}
      <Select
        label={w.objective}
        aside={w.notNeeded}
        reading={readingOf(list)}
        options={[
          { id: none, name: w.noObjective },
          ...(list.data?.objectives ?? []).map((o) => ({ id: o.id, name: o.title })),
        ]}
        value={plan.objective}
        onChange={(objective) => put({ objective })}
      />
      <TextField label={w.area} aside={w.notNeeded} value={plan.area} onChange={(area) => put({ area })} />
      <Times plan={plan} put={put} zone={zone} />
      {plan.kind === 'live' && (
        <Session plan={plan} put={put} people={list.data?.people ?? []} usual={whole?.usualNotice ?? null} />
      )}
    </FormDialog>
  )
}
