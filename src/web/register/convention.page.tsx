import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { accountClasses, classLabels } from '../../register/account.ts'
import { type Convention, convention as shape } from '../../register/convention.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
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

type Draft = { texts: Record<ListName, string>; rest: Convention; rules: string }

const draftOf = (kept: Convention): Draft => ({
  texts: {
    prefixes: kept.naming.prefixes.join(', '),
    forceWords: kept.naming.forceWords.join(', '),
    places: kept.naming.places.join(', '),
  },
  rest: kept,
  rules: kept.profile.houseRules ?? '',
})

const conventionIn = ({ texts, rest, rules }: Draft) =>
  shape.safeParse({
    naming: {
      ...rest.naming,
      prefixes: split(texts.prefixes),
      forceWords: split(texts.forceWords),
      places: split(texts.places),
    },
    profile: { ...rest.profile, houseRules: rest.profile.houseRules === null ? null : rules.trim() },
  })

const Form = ({ kept, mayChange }: { kept: Convention; mayChange: boolean }) => {
  const [draft, setDraft] = useState(draftOf(kept))
  const [asked, setAsked] = useState(false)
  const change = useAct(registerEndpoints.changeConvention, ['account'])
  const { naming, profile } = draft.rest
  const put = (rest: Convention) => setDraft({ ...draft, rest })
  const read = conventionIn(draft)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (read.success) change.mutate(read.data)
  }
  return (
    <form className={`${form.form} ${form.narrow}`} onSubmit={submit} noValidate>
      <Section heading={w.naming}>
        <div className={form.form}>
          {lists.map((name) => (
            <TextField
              key={name}
              {...w.lists[name]}
              value={draft.texts[name]}
              disabled={!mayChange}
              onChange={(text) => setDraft({ ...draft, texts: { ...draft.texts, [name]: text } })}
            />
          ))}
          <fieldset className={form.boxes}>
            <legend>{w.placeIn}</legend>
            {accountClasses.map((c) => (
              <Checkbox
                key={c}
                disabled={!mayChange}
                checked={naming.placeIn.includes(c)}
                onChange={(on) =>
                  put({
                    profile,
                    naming: {
                      ...naming,
                      placeIn: accountClasses.filter((k) => (k === c ? on : naming.placeIn.includes(k))),
                    },
                  })
                }
              >
                {classLabels[c]}
              </Checkbox>
            ))}
          </fieldset>
          <Checkbox
            disabled={!mayChange}
            checked={naming.noPersonalNames}
            onChange={(noPersonalNames) => put({ profile, naming: { ...naming, noPersonalNames } })}
          >
            {w.noPersonalNames}
          </Checkbox>
        </div>
      </Section>
      <Section heading={w.profile}>
        <div className={form.form}>
          {asks.map((ask) => (
            <Checkbox
              key={ask}
              disabled={!mayChange}
              checked={profile[ask]}
              onChange={(on) => put({ naming, profile: { ...profile, [ask]: on } })}
            >
              {w.asks[ask]}
            </Checkbox>
          ))}
          <Checkbox
            disabled={!mayChange}
            checked={profile.houseRules !== null}
            onChange={(on) => put({ naming, profile: { ...profile, houseRules: on ? '' : null } })}
          >
            {w.askRules}
          </Checkbox>
          {profile.houseRules !== null && (
            <TextField
              label={w.rules}
              hint={w.rulesHint}
              type="url"
              disabled={!mayChange}
              value={draft.rules}
              onChange={(rules) => setDraft({ ...draft, rules })}
              wrong={asked && !read.success && w.rulesWrong}
            />
          )}
        </div>
      </Section>
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
