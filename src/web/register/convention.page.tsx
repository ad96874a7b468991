import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { accountClasses, classLabels } from '../../register/account.ts'
import { type Convention, convention as shape } from '../../register/convention.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Boxes, Checkbox } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { conventionWords } from './convention-words.ts'

const w = conventionWords.page
type ListName = keyof typeof w.lists
const lists = ['prefixes', 'forceWords', 'places'] as const satisfies readonly ListName[]
const asks = ['whoRunsIt', 'notForEmergencies', 'numbers', 'hours'] as const

const split = (text: string): string[] =>
  text
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean)

/** The convention as it is typed: its lists as one line each. */
type Draft = Convention & { texts: Record<ListName, string>; rules: string }

const draftOf = (kept: Convention): Draft => ({
  ...kept,
  texts: {
    prefixes: kept.naming.prefixes.join(', '),
    forceWords: kept.naming.forceWords.join(', '),
    places: kept.naming.places.join(', '),
  },
  rules: kept.profile.houseRules ?? '',
})

const conventionIn = ({ naming, profile, texts, rules }: Draft) =>
  shape.safeParse({
    naming: {
      ...naming,
      prefixes: split(texts.prefixes),
      forceWords: split(texts.forceWords),
      places: split(texts.places),
    },
    profile: { ...profile, houseRules: profile.houseRules === null ? null : rules.trim() },
  })

type Part = { draft: Draft; put: (part: Partial<Draft>) => void; disabled: boolean }

const Naming = ({ draft: { naming, texts }, put, disabled }: Part) => (
  <Section heading={w.naming}>
    <div className={form.form}>
      {lists.map((name) => (
        <TextField
          key={name}
          {...w.lists[name]}
          value={texts[name]}
          disabled={disabled}
          onChange={(text) => put({ texts: { ...texts, [name]: text } })}
        />
      ))}
      <fieldset className={form.boxes}>
        <legend>{w.placeIn}</legend>
        <Boxes
          choices={accountClasses.map((id) => ({ id, name: classLabels[id] }))}
          value={naming.placeIn}
          onChange={(placeIn) => put({ naming: { ...naming, placeIn } })}
          disabled={disabled}
        />
      </fieldset>
      <Checkbox
        disabled={disabled}
        checked={naming.noPersonalNames}
        onChange={(noPersonalNames) => put({ naming: { ...naming, noPersonalNames } })}
      >
        {w.noPersonalNames}
      </Checkbox>
    </div>
  </Section>
)

const Profiles = ({ draft: { profile, rules }, put, disabled, wrong }: Part & { wrong: boolean }) => (
  <Section heading={w.profile}>
    <div className={form.form}>
      {asks.map((ask) => (
        <Checkbox
          key={ask}
          disabled={disabled}
          checked={profile[ask]}
          onChange={(on) => put({ profile: { ...profile, [ask]: on } })}
        >
          {w.asks[ask]}
        </Checkbox>
      ))}
      <Checkbox
        disabled={disabled}
        checked={profile.houseRules !== null}
        onChange={(on) => put({ profile: { ...profile, houseRules: on ? '' : null } })}
      >
        {w.askRules}
      </Checkbox>
      {profile.houseRules !== null && (
        <TextField
          label={w.rules}
          hint={w.rulesHint}
          type="url"
          disabled={disabled}
          value={rules}
          onChange={(text) => put({ rules: text })}
          wrong={wrong && w.rulesWrong}
        />
      )}
    </div>
  </Section>
)

const Form = ({ kept, mayChange }: { kept: Convention; mayChange: boolean }) => {
  const [draft, setDraft] = useState(draftOf(kept))
  const [asked, setAsked] = useState(false)
  const change = useAct(registerEndpoints.changeConvention, ['account'])
  const read = conventionIn(draft)
  const part = { draft, put: (given: Partial<Draft>) => setDraft({ ...draft, ...given }), disabled: !mayChange }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (read.success) change.mutate(read.data)
  }
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={submit} noValidate>
      <Naming {...part} />
      <Profiles {...part} wrong={asked && !read.success} />
      <ActFailed cause={change.error} />
      {change.isSuccess && <Notice tone="ok">{w.saved}</Notice>}
      {mayChange ? (
        <div className={form.acts}>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {w.save}
          </Button>
        </div>
      ) : (
        <Notice>{w.mayNot}</Notice>
      )}
    </form>
  )
}

/** The force's convention for names and profiles. */
export const ConventionPage = () => {
  const read = useRead(registerEndpoints.readConvention, {}, { topic: 'account' })
  const path = (
    <>
      <Link to="/register">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ convention, mayChange }) => (
        <>
          <PageAnswer path={path} answer={w.heading} lede={w.lede} />
          <Form kept={convention} mayChange={mayChange} />
        </>
      )}
    </Answered>
  )
}
