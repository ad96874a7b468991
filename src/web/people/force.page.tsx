import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { ForceSettings } from '../../people/force.ts'
import { changeForceEndpoint, readForce } from '../../people/people.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox, RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { wallDay } from '../say.ts'
import { OwnWeights, Periods } from './force-lists.tsx'
import { forceWords as w } from './force-words.ts'
import css from './people.module.css'

type Read = z.output<typeof readForce.output>
type Draft = { name: string; timeZone: string; numbers: string; sample: string; settings: ForceSettings }
type PartProps = { draft: Draft; put: (part: Partial<Draft>) => void; may: boolean }

const draftOf = ({ force, settings }: Read): Draft => ({
  name: force.name,
  timeZone: force.timeZone,
  numbers: settings.corporateNumbers.join('\n'),
  sample: String(Math.round(settings.lowRiskSample * 100)),
  settings,
})

const sampleIn = (text: string): number | null => {
  const n = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && n <= 100 ? n / 100 : null
}

const keysOf = <T extends Readonly<Record<string, string>>>(names: T) => Object.keys(names) as (keyof T & string)[]

const TheForce = ({ draft, put, may }: PartProps) => {
  const { settings } = draft
  return (
    <Section heading={w.force}>
      <div className={form.form}>
        <div className={form.beside}>
          <TextField label={w.name} value={draft.name} onChange={(name) => put({ name })} disabled={!may} />
          <TextField
            label={w.zone}
            hint={w.zoneHint}
            value={draft.timeZone}
            onChange={(timeZone) => put({ timeZone })}
            disabled={!may}
          />
        </div>
        <RadioGroup
          label={w.jurisdiction}
          across
          disabled={!may}
          value={settings.jurisdiction}
          onChange={(jurisdiction) => put({ settings: { ...settings, jurisdiction } })}
          choices={keysOf(w.jurisdictions).map((id) => ({ id, name: w.jurisdictions[id] }))}
        />
      </div>
    </Section>
  )
}

const LowRisk = ({ draft, put, may }: PartProps) => {
  const { settings } = draft
  return (
    <Section heading={w.release} note={w.releaseNote}>
      <div className={form.form}>
        <Checkbox
          checked={settings.lowRiskAtOnce}
          disabled={!may}
          onChange={(lowRiskAtOnce) => put({ settings: { ...settings, lowRiskAtOnce } })}
        >
          {w.atOnce}
        </Checkbox>
        <div className={css.percent}>
          <TextField
            label={w.sample}
            value={draft.sample}
            onChange={(sample) => put({ sample })}
            disabled={!may || !settings.lowRiskAtOnce}
            wrong={sampleIn(draft.sample) === null && w.sampleWrong}
          />
        </div>
        <p className="small second">{w.sampleHint}</p>
      </div>
    </Section>
  )
}

const welshIds = ['none', 'advise', 'needsApproval', 'block'] as const

const RulePack = ({ draft, put, may }: PartProps) => {
  const { settings } = draft
  const { pack } = settings
  const change = (part: Partial<ForceSettings['pack']>) =>
    put({ settings: { ...settings, pack: { ...pack, ...part } } })
  return (
    <Section heading={w.rules}>
      <div className={form.form}>
        <RadioGroup
          label={w.weapons}
          disabled={!may}
          value={pack.weaponPictures}
          onChange={(weaponPictures) => change({ weaponPictures })}
          choices={keysOf(w.weaponChoices).map((id) => ({ id, name: w.weaponChoices[id] }))}
        />
        <Select
          label={w.welsh}
          disabled={!may}
          value={pack.welsh ?? 'none'}
          onChange={(id) => {
            const chosen = welshIds.find((known) => known === id)
            change({ welsh: chosen === undefined || chosen === 'none' ? null : chosen })
          }}
          options={welshIds.map((id) => ({ id, name: w.welshChoices[id] }))}
        />
        <Checkbox
          checked={pack.lateNight !== null}
          disabled={!may}
          onChange={(on) => change({ lateNight: on ? { from: '22:00', to: '06:00' } : null })}
        >
          {w.late}
        </Checkbox>
        {pack.lateNight && (
          <div className={form.beside}>
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                label={w[end]}
                disabled={!may}
                value={pack.lateNight?.[end] ?? ''}
                onChange={(time) => pack.lateNight && change({ lateNight: { ...pack.lateNight, [end]: time } })}
                wrong={!/^([01]\d|2[0-3]):[0-5]\d$/.test(pack.lateNight?.[end] ?? '') && w.lateWrong}
              />
            ))}
          </div>
        )}
        <Checkbox
          checked={pack.hashtagsMidText}
          disabled={!may}
          onChange={(hashtagsMidText) => change({ hashtagsMidText })}
        >
          {w.hashtags}
        </Checkbox>
      </div>
    </Section>
  )
}

const Side = ({ draft, put, may }: PartProps) => (
  <>
    <Section heading={w.numbers} note={w.numbersNote}>
      <TextField
        label={w.numbersLabel}
        lines
        mono
        value={draft.numbers}
        onChange={(numbers) => put({ numbers })}
        disabled={!may}
      />
    </Section>
    <Section heading={w.second}>
      <Checkbox
        checked={draft.settings.insistOnSecondFactor}
        disabled={!may}
        onChange={(insistOnSecondFactor) => put({ settings: { ...draft.settings, insistOnSecondFactor } })}
      >
        {w.insist}
      </Checkbox>
    </Section>
  </>
)

const Form = ({ read }: { read: Read }) => {
  const [draft, setDraft] = useState(() => draftOf(read))
  const save = useAct(changeForceEndpoint, ['force', 'frame'])
  const may = read.mayChange
  const put = (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part }))
  const pack = {
    pack: draft.settings.pack,
    onChange: (next: ForceSettings['pack']) => put({ settings: { ...draft.settings, pack: next } }),
    may,
  }
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(read))
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    goToFirstWrong(event.currentTarget)
    const lowRiskSample = sampleIn(draft.sample)
    if (!changed || save.isPending || lowRiskSample === null) return
    const corporateNumbers = draft.numbers
      .split('\n')
      .map((n) => n.trim())
      .filter(Boolean)
    const settings = { ...draft.settings, corporateNumbers, lowRiskSample }
    put({ numbers: corporateNumbers.join('\n') })
    save.mutate({ name: draft.name, timeZone: draft.timeZone, settings })
  }
  const part = { draft, put, may }
  return (
    <form onSubmit={submit} noValidate>
      <div className="two-columns">
        <div>
          {!may && <Notice>{w.mayNot}</Notice>}
          <TheForce {...part} />
          <LowRisk {...part} />
          <RulePack {...part} />
          <Periods {...pack} />
          <OwnWeights {...pack} />
        </div>
        <div>
          <Side {...part} />
          {save.isSuccess && !changed && <Notice tone="ok">{w.saved}</Notice>}
          <ActFailed cause={save.error} />
          {may && (
            <Button kind="primary" type="submit" wide busy={save.isPending} notReady={!changed && w.nothing}>
              {w.save}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

/** What this force asks of the rules and of its people. */
export const ForcePage = () => {
  const read = useRead(readForce, {})
  const path = (
    <>
      <Link to="/settings">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(data) => {
        const today = wallDay(new Date(), data.force.timeZone)
        const period = data.settings.pack.preElection.find((p) => p.from <= today && today <= p.to)
        return (
          <>
            <PageAnswer
              path={path}
              answer={w.heading(data.force.name, data.settings.lowRiskAtOnce, period?.words ?? null)}
              lede={w.lede}
            />
            <Form key={data.force.id} read={data} />
          </>
        )
      }}
    </Answered>
  )
}
