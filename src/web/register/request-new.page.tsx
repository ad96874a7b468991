import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { networks } from '../../networks/networks.ts'
import { type AccountClass, accountClasses, classLabels } from '../../register/account.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { listObjectives } from '../../strategy/strategy.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import css from './account.module.css'
import { formWords } from './account-form-words.ts'
import { NameFindings } from './name-findings.tsx'
import { requestWords } from './request-words.ts'

const w = requestWords.form
const texts = ['whyNew', 'whoPosts', 'leaveCover', 'monitoring', 'training', 'risk'] as const
const none = ''

const empty = {
  network: null as string | null,
  class: null as AccountClass | null,
  handle: '',
  name: '',
  area: '',
  purpose: '',
  objective: none,
  office: none,
  whyNew: '',
  whoPosts: '',
  leaveCover: '',
  monitoring: '',
  training: '',
  risk: '',
}
type Draft = typeof empty
type Part = { draft: Draft; put: (part: Partial<Draft>) => void; asked: boolean }

const missing = (asked: boolean, text: string) => asked && text.trim() === '' && formWords.missing

const What = ({ draft, put, asked }: Part) => {
  const objectives = useRead(listObjectives, {}, { also: ['objective'] })
  const offices = useRead(registerEndpoints.offices, {}, { topic: 'office', also: ['account'] })
  return (
    <Section heading={w.what}>
      <div className={form.form}>
        <div className={form.beside}>
          <Select
            label={formWords.network}
            value={draft.network}
            onChange={(network) => put({ network })}
            options={networks.map((n) => ({ id: n.id, name: n.name, aside: formWords.networkAside(n.connected) }))}
            wrong={asked && draft.network === null && formWords.choose}
          />
          <Select
            label={formWords.class}
            value={draft.class}
            onChange={(id) => put({ class: accountClasses.find((c) => c === id) ?? null })}
            options={accountClasses.map((id) => ({ id, name: classLabels[id] }))}
            wrong={asked && draft.class === null && formWords.choose}
          />
        </div>
        <div className={form.beside}>
          <TextField
            label={formWords.name}
            value={draft.name}
            onChange={(name) => put({ name })}
            wrong={missing(asked, draft.name)}
          />
          <TextField
            label={formWords.handle}
            mono
            value={draft.handle}
            onChange={(handle) => put({ handle })}
            wrong={missing(asked, draft.handle)}
          />
          <TextField
            label={formWords.area}
            aside={formWords.optional}
            value={draft.area}
            onChange={(area) => put({ area })}
          />
        </div>
        <NameFindings named={draft} onUse={(handle) => put({ handle })} />
        <TextField
          label={formWords.purpose}
          hint={formWords.purposeHint}
          value={draft.purpose}
          onChange={(purpose) => put({ purpose })}
          wrong={missing(asked, draft.purpose)}
        />
        <div className={form.beside}>
          <Select
            label={w.objective}
            value={draft.objective}
            onChange={(objective) => put({ objective })}
            reading={readingOf(objectives)}
            options={[
              { id: none, name: w.noObjective },
              ...(objectives.data?.objectives ?? []).map((o) => ({ id: o.id, name: o.title })),
            ]}
          />
          <Select
            label={formWords.owner}
            value={draft.office}
            onChange={(office) => put({ office })}
            reading={readingOf(offices)}
            options={[
              { id: none, name: formWords.nobody },
              ...(offices.data?.offices ?? []).map((o) => ({ id: o.officeId, name: o.title })),
            ]}
          />
        </div>
      </div>
    </Section>
  )
}

const Plan = ({ draft, put, asked }: Part) => (
  <Section heading={w.plan}>
    <div className={form.form}>
      {texts.map((name) => (
        <TextField
          key={name}
          label={w.labels[name][0]}
          hint={w.labels[name][1]}
          lines
          value={draft[name]}
          onChange={(text) => put({ [name]: text })}
          wrong={missing(asked, draft[name])}
        />
      ))}
    </div>
  </Section>
)

/** Somebody asks for an account. */
export const AskForAccountPage = () => {
  const [draft, setDraft] = useState(empty)
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
  const ask = useAct(registerEndpoints.askForAccount, ['request', 'account'])
  const put = (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part }))
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    setAsked(true)
    goToFirstWrong(event.currentTarget)
    const { network, class: kind, objective, office, area, ...rest } = draft
    const written = [draft.name, draft.handle, draft.purpose, ...texts.map((t) => draft[t])]
    if (network === null || kind === null || written.some((t) => t.trim() === '')) return
    ask.mutate(
      {
        ...rest,
        network,
        class: kind,
        area: area.trim() || null,
        objectiveId: objective === none ? null : objective,
        ownerOfficeId: office === none ? null : office,
      },
      { onSuccess: () => void navigate({ to: '/register/requests' }) },
    )
  }
  return (
    <>
      <PageAnswer
        path={
          <>
            <Link to="/register">{requestWords.path}</Link> / <Link to="/register/requests">{requestWords.here}</Link>
          </>
        }
        answer={w.heading}
        lede={w.lede}
      />
      <form className={`${form.form} ${css.page}`} onSubmit={submit} noValidate>
        <What draft={draft} put={put} asked={asked} />
        <Plan draft={draft} put={put} asked={asked} />
        <ActFailed cause={ask.error} />
        <div className={form.acts}>
          <Button kind="primary" type="submit" busy={ask.isPending}>
            {w.act}
          </Button>
          <ButtonLink to="/register/requests">{w.not}</ButtonLink>
        </div>
      </form>
    </>
  )
}
