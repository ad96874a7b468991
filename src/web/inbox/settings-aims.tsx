import { useState } from 'react'
import { type AimKind, aimKinds, aimMinutes } from '../../inbox/desk.ts'
import { changeAimsEndpoint } from '../../inbox/settings/settings.contract.ts'
import { described, needsPerson } from '../../inbox/triage/category.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import css from './settings.module.css'
import { type Aims, aimWords, basisWords, countedWords, type Settings, settingsWords } from './settings-words.ts'

const w = settingsWords.aims

const textOf = (minutes: number | null): string => (minutes === null ? '' : String(minutes))
/** Undefined: it is no number of minutes. */
const minutesIn = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d+$/.test(text.trim()) ? aimMinutes.safeParse(Number(text)).data : undefined

const AimsForm = ({ aims, onClose }: { aims: Aims; onClose: () => void }) => {
  const texts = (of: Aims | Aims['proposal']) => ({
    firstLook: textOf(of.firstLook),
    firstReply: textOf(of.firstReply),
    incidentRaised: textOf(of.incidentRaised),
    always: of.always,
  })
  const [value, setValue] = useState(texts(aims))
  const act = useAct(changeAimsEndpoint, ['desk', 'today', 'frame'])
  const { category } = aims
  const wrong = (kind: AimKind): string | false => {
    const minutes = minutesIn(value[kind])
    if (minutes === undefined) return w.form.wrong
    return kind === 'firstLook' && minutes === null && w.form.missing
  }
  const send = () => {
    const [firstLook, firstReply, incidentRaised] = aimKinds.map((kind) => minutesIn(value[kind]))
    if (firstLook == null || firstReply === undefined || incidentRaised === undefined) return
    return act.send({ category, firstLook, firstReply, incidentRaised, always: value.always })
  }
  return (
    <FormDialog onClose={onClose} heading={w.form.heading(described[category].label)} act={w.form.act} send={send}>
      {aimKinds.map((kind, n) => (
        <TextField
          key={kind}
          label={w.form.unit(w.kinds[kind])}
          hint={`${w.form.proposal(aimWords(aims.proposal[kind]))}${kind === 'firstLook' ? '' : ` ${w.form.none}`}`}
          value={value[kind]}
          onChange={(text) => setValue({ ...value, [kind]: text })}
          autoFocus={n === 0}
          wrong={wrong(kind)}
        />
      ))}
      {needsPerson(category) ? (
        <p className="small">{w.form.fixed}</p>
      ) : (
        <Checkbox checked={value.always} onChange={(always) => setValue({ ...value, always })}>
          {w.form.always}
        </Checkbox>
      )}
      <p className="small second">{w.form.says}</p>
      <div className={form.acts}>
        <Button small onPress={() => setValue(texts(aims.proposal))}>
          {w.form.propose}
        </Button>
      </div>
    </FormDialog>
  )
}

const Aim = ({ words, basis, own }: { words: string; basis: string; own: boolean }) => (
  <>
    <b className={css.aim}>{words}</b>
    {basis && <span className={own ? css.own : css.basis}>{basis}</span>}
  </>
)

const columns: readonly Column<Aims>[] = [
  { id: 'what', head: w.what, names: true, cell: (a) => <b>{described[a.category].label}</b> },
  ...aimKinds.map(
    (kind): Column<Aims> => ({
      id: kind,
      head: w.kinds[kind],
      cell: (a) => <Aim words={aimWords(a[kind])} basis={basisWords(a, kind)} own={a[kind] !== a.proposal[kind]} />,
    }),
  ),
  {
    id: 'counted',
    head: w.counted,
    cell: (a) => (
      <Aim words={countedWords(a.always)} basis={basisWords(a, 'always')} own={a.always !== a.proposal.always} />
    ),
  },
]

/** How soon the force wants to look, answer and raise, kind by kind, with whose aim each is. */
export const AimsPart = ({ settings }: { settings: Settings }) => {
  const [changing, change] = useState<Aims | null>(null)
  const acts: Column<Aims> = {
    id: 'act',
    head: w.act,
    act: true,
    cell: (a) => (
      <Button small label={w.actLabel(described[a.category].label)} onPress={() => change(a)}>
        {`${w.act}…`}
      </Button>
    ),
  }
  return (
    <Section heading={w.heading} note={w.note}>
      <DataTable
        caption={w.caption}
        rows={settings.aims}
        keyOf={(a) => a.category}
        columns={settings.mayChange ? [...columns, acts] : columns}
        middle
      />
      <p className={css.prose}>{w.danger}</p>
      {changing && <AimsForm aims={changing} onClose={() => change(null)} />}
    </Section>
  )
}

const l = settingsWords.limits

/** What no force sets for itself, with its source. */
export const LimitsPart = ({ settings: { limits } }: { settings: Settings }) => (
  <Section heading={l.heading} note={l.note}>
    <Facts
      nameWidth={130}
      facts={[
        { name: l.crime, value: <Aim words={l.crimeWords(limits.crimeHours)} basis={l.crimeBasis} own={false} /> },
        {
          name: l.request,
          value: <Aim words={l.requestWords(limits.requestDays)} basis={l.requestBasis} own={false} />,
        },
      ]}
    />
  </Section>
)
