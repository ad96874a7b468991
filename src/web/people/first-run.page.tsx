import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { firstRunEndpoint, firstRunState } from '../../people/people.contract.ts'
import { signInEndpoint } from '../../people/sign-in.contract.ts'
import { call, useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark, StateMark } from '../parts/state-mark.tsx'
import { beginningWords } from './beginning-words.ts'
import css from './door.module.css'
import { Door } from './door.tsx'
import { firstRunWords as w } from './first-run-words.ts'
import { NewPasswordFields, passwordFits } from './new-password.tsx'

const empty = { code: '', force: '', timeZone: 'Europe/London', name: '', rank: '', initials: '', email: '' }
type Form = typeof empty

const Here = () => {
  const rules = useQuery({
    queryKey: ['rulebook', 'count'],
    queryFn: async () => (await import('../../rulebook/rulebook.ts')).allRules.length,
  })
  return (
    <Section heading={w.here}>
      <ul className={css.here}>
        <li>
          <SeverityMark severity="fixed">
            {rules.data === undefined ? w.rules(0).slice(2) : w.rules(rules.data)}
          </SeverityMark>
          <p>{w.rulesMore}</p>
        </li>
        <li>
          <SeverityMark severity="fixed">{w.practice}</SeverityMark>
          <p>{w.practiceMore}</p>
        </li>
        <li>
          <StateMark state="draft">{w.people}</StateMark>
          <p>{w.peopleMore}</p>
        </li>
        <li>
          <StateMark state="draft">{w.networks}</StateMark>
          <p>{w.networksMore}</p>
        </li>
      </ul>
    </Section>
  )
}

/** The first steps of the register page, none of them done yet. */
const Next = () => (
  <Section heading={w.nextHeading}>
    <ul className={css.here}>
      {beginningWords.steps.map((step) => (
        <li key={step.id}>
          <StateMark state="draft">{step.heading}</StateMark>
          <p>{step.body}</p>
        </li>
      ))}
    </ul>
  </Section>
)

const Step = ({ n, heading, why, children }: { n: number; heading: string; why: string; children: ReactNode }) => (
  <li>
    <span className={css.n} aria-hidden="true">
      {n}
    </span>
    <div>
      <h2>{heading}</h2>
      <p>{why}</p>
      <div className={css.fields}>{children}</div>
    </div>
  </li>
)

const useForm = () => {
  const [value, setValue] = useState<Form>(empty)
  const [password, setPassword] = useState({ next: '', again: '' })
  const [asked, setAsked] = useState(false)
  const missing = (name: keyof Form) => (asked && value[name].trim() === '' ? w.missing : false)
  const field = (name: keyof Form) => ({
    value: value[name],
    onChange: (next: string) => setValue((v) => ({ ...v, [name]: next })),
    wrong: missing(name),
  })
  const whole = Object.values(value).every((v) => v.trim() !== '') && passwordFits(password)
  return { value, password, setPassword, asked, setAsked, field, whole }
}

const Steps = () => {
  const { value, password, setPassword, asked, setAsked, field, whole } = useForm()
  const make = useAct(firstRunEndpoint)
  const navigate = useNavigate()
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    goToFirstWrong(event.currentTarget)
    setAsked(true)
    if (!whole || make.isPending) return
    const { code, force, timeZone, ...person } = value
    make.mutate(
      { code: code.trim(), force: { name: force, timeZone }, person: { ...person, password: password.next } },
      {
        onSuccess: async () => {
          await call(signInEndpoint, { email: value.email.trim(), password: password.next })
          await navigate({ to: '/register' })
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <ol className={css.steps}>
        <Step n={1} heading={w.codeHeading} why={w.codeWhy}>
          <TextField label={w.code} mono autoComplete="off" autoFocus {...field('code')} />
        </Step>
        <Step n={2} heading={w.forceHeading} why={w.forceWhy}>
          <TextField label={w.force} autoComplete="organization" {...field('force')} />
          <TextField label={w.zone} hint={w.zoneHint} {...field('timeZone')} />
        </Step>
        <Step n={3} heading={w.personHeading} why={w.personWhy}>
          <TextField label={w.name} autoComplete="name" {...field('name')} />
          <div className={form.beside}>
            <TextField label={w.rank} hint={w.rankHint} {...field('rank')} />
            <TextField label={w.initials} hint={w.initialsHint} {...field('initials')} />
          </div>
          <TextField label={w.email} type="email" autoComplete="username" {...field('email')} />
          <NewPasswordFields value={password} onChange={setPassword} asked={asked} label={w.password} />
          <ActFailed cause={make.error} />
          <div className={form.acts}>
            <Button kind="primary" type="submit" busy={make.isPending}>
              {w.act}
            </Button>
          </div>
        </Step>
      </ol>
    </form>
  )
}

/** The first minutes: a code that only whoever runs it can see, the force, and its first product owner. */
export const FirstRunPage = () => {
  const state = useRead(firstRunState, {})
  return (
    <Door>
      <Answered read={state} heading={{ reading: w.reading, failed: w.failed }}>
        {({ needed }) =>
          needed ? (
            <>
              <PageAnswer answer={w.heading} lede={w.lede} />
              <div className="two-columns">
                <Steps />
                <div>
                  <Here />
                  <Next />
                </div>
              </div>
            </>
          ) : (
            <PageAnswer
              answer={w.done}
              lede={w.doneLede}
              acts={
                <ButtonLink to="/sign-in" kind="primary">
                  {w.signIn}
                </ButtonLink>
              }
            />
          )
        }
      </Answered>
    </Door>
  )
}
