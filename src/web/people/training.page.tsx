import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { changeForceEndpoint } from '../../people/people.contract.ts'
import { trainingEndpoints } from '../../people/training/training.contract.ts'
import { agreementWords, subjectLabels, subjects, type TrainingAsked } from '../../people/training/training.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Boxes, Segmented } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { DayField } from '../parts/day-field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { endOf } from '../register/place-dialogs.tsx'
import { day, wallDay } from '../say.ts'
import css from './people.module.css'
import { trainingWords as w } from './training-words.ts'

type Training = z.output<typeof trainingEndpoints.training.output>
type Row = Training['people'][number]
const topics = ['training', 'person', 'people', 'account'] as const

/** An agreement is given by oneself. */
const recorded = subjects.filter((s) => s !== 'agreement')

const Until = ({ until, standing, zone }: { until: string | null; standing: Row['standing']; zone: string }) => {
  if (until === null) return <span className="third">{w.none}</span>
  const at = day(until, zone, new Date())
  if (standing === 'ended') return <SeverityMark severity="approval">{w.ended(at)}</SeverityMark>
  if (standing === 'soon') return <SeverityMark severity="advice">{w.soon(at)}</SeverityMark>
  return at
}

const RecordForm = ({ row, zone, onClose }: { row: Row; zone: string; onClose: () => void }) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const [last, setLast] = useState('')
  const record = useAct(trainingEndpoints.recordTraining, topics)
  const until = endOf(last, zone)
  const subject = recorded.find((s) => s === chosen)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.form.heading(row.person.name)}
      act={w.form.act}
      send={() => subject && until !== null && record.send({ id: row.person.id, subject, until })}
    >
      <Select
        label={w.form.subject}
        value={chosen}
        onChange={setChosen}
        options={recorded.map((id) => ({ id, name: subjectLabels[id] }))}
        wrong={!subject && w.form.missing}
      />
      <DayField
        label={w.form.until}
        value={last}
        onChange={setLast}
        earliest={wallDay(new Date(), zone)}
        wrong={!until && w.form.missing}
      />
    </FormDialog>
  )
}

const Asks = ({ asks, mayChange }: { asks: TrainingAsked; mayChange: boolean }) => {
  const [draft, setDraft] = useState(asks)
  const change = useAct(changeForceEndpoint, [...topics, 'force'])
  if (!mayChange)
    return (
      <Section heading={w.asks.heading} note={w.asks.note}>
        <p>{asks.asked.map((s) => subjectLabels[s]).join(', ') || w.asks.nothing}</p>
      </Section>
    )
  return (
    <Section heading={w.asks.heading} note={w.asks.note}>
      <div className={`${form.form} ${form.narrow}`}>
        <Boxes
          choices={subjects.map((id) => ({ id, name: subjectLabels[id] }))}
          value={draft.asked}
          onChange={(asked) => setDraft({ ...draft, asked })}
        />
        <DayField
          label={w.asks.from}
          hint={w.asks.fromHint}
          value={draft.from ?? ''}
          onChange={(from) => setDraft({ ...draft, from: from === '' ? null : from })}
        />
        <ActFailed cause={change.error} />
        {change.isSuccess && <Notice tone="ok">{w.asks.saved}</Notice>}
        <div className={form.acts}>
          <Button busy={change.isPending} onPress={() => change.mutate({ settings: { training: draft } })}>
            {w.asks.save}
          </Button>
        </div>
      </div>
    </Section>
  )
}

const Yours = ({ row, zone }: { row: Row; zone: string }) => {
  const agree = useAct(trainingEndpoints.agree, topics)
  const kept = row.subjects.find((s) => s.subject === 'agreement')
  return (
    <Section heading={w.yours}>
      <div className="stack">
        <p>“{agreementWords}”</p>
        {kept?.until && <p className="second">{w.yoursEnds(day(kept.until, zone, new Date()))}</p>}
        <div className={form.acts}>
          <Button busy={agree.isPending} onPress={() => agree.mutate({})}>
            {w.agree}
          </Button>
        </div>
        <ActFailed cause={agree.error} />
      </div>
    </Section>
  )
}

const columnsFor = (zone: string, mayRecord: boolean, onRecord: (row: Row) => void): Column<Row>[] => [
  {
    id: 'person',
    head: w.person,
    names: true,
    cell: ({ person }) => (
      <b>
        {person.rank} {person.name}
      </b>
    ),
  },
  {
    id: 'until',
    head: w.until,
    cell: (r) =>
      r.until === null ? (
        <span className="third">{w.noEnd}</span>
      ) : (
        <Until until={r.until} standing={r.standing} zone={zone} />
      ),
  },
  ...subjects.map((s) => ({
    id: s,
    head: subjectLabels[s],
    later: true,
    cell: (r: Row) => {
      const kept = r.subjects.find((one) => one.subject === s)
      return kept ? <Until {...kept} zone={zone} /> : null
    },
  })),
  ...(mayRecord
    ? [
        {
          id: 'acts',
          head: w.acts,
          act: true,
          cell: (r: Row) =>
            r.mayRecord && (
              <Button small label={w.recordLabel(r.person.name)} onPress={() => onRecord(r)}>
                {w.record}
              </Button>
            ),
        },
      ]
    : []),
]

type Show = keyof typeof w.shows
const shows: readonly Show[] = ['all', 'ended', 'soon']

/** Who is trained in what, who agreed, and whose right to write ends. */
export const TrainingPage = () => {
  const zone = useZone()
  const read = useRead(trainingEndpoints.training, {}, { also: ['person', 'people', 'force'] })
  const [recording, setRecording] = useState<Row | null>(null)
  const [show, setShow] = useState<Show>('all')
  const path = (
    <>
      <Link to="/people">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ people, asks, mayChange }) => {
        const of = (standing: Show) => (standing === 'all' ? people : people.filter((p) => p.standing === standing))
        const you = people.find((p) => p.isYou)
        return (
          <>
            <PageAnswer
              path={path}
              answer={w.heading({ all: people.length, ended: of('ended').length, soon: of('soon').length })}
              lede={w.lede}
            />
            <div className={css.filter}>
              <Segmented
                label={w.show}
                labelHidden
                value={show}
                onChange={setShow}
                choices={shows.map((id) => ({ id, name: `${w.shows[id]} ${of(id).length}` }))}
              />
            </div>
            <DataTable
              caption={w.caption}
              rows={of(show)}
              keyOf={(r) => r.person.id}
              columns={columnsFor(
                zone,
                people.some((p) => p.mayRecord),
                setRecording,
              )}
              empty={w.nobody}
              middle
            />
            {you && <Yours row={you} zone={zone} />}
            <Asks key={JSON.stringify(asks)} asks={asks} mayChange={mayChange} />
            {recording && <RecordForm row={recording} zone={zone} onClose={() => setRecording(null)} />}
          </>
        )
      }}
    </Answered>
  )
}
