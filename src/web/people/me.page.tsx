import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { changePasswordEndpoint, meEndpoint } from '../../people/people.contract.ts'
import { useAct, useRead } from '../call.ts'
import { chooseSingleKeys, chooseTheme, useSingleKeys, useTheme } from '../frame/theme.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Checkbox, Segmented } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { words } from '../words.ts'
import { meWords as w } from './me-words.ts'
import { NewPasswordFields, passwordFits } from './new-password.tsx'
import { SecondFactor } from './second-factor.tsx'

const none = { next: '', again: '' }

const Password = () => {
  const [present, setPresent] = useState('')
  const [next, setNext] = useState(none)
  const [asked, setAsked] = useState(false)
  const change = useAct(changePasswordEndpoint, ['me'])
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    goToFirstWrong(event.currentTarget)
    setAsked(true)
    if (present === '' || !passwordFits(next) || change.isPending) return
    change.mutate(
      { present, next: next.next },
      {
        onSuccess: () => {
          setPresent('')
          setNext(none)
          setAsked(false)
        },
      },
    )
  }
  return (
    <Section heading={w.password.heading}>
      <form className={`${form.form} ${form.narrow}`} onSubmit={submit} noValidate>
        <TextField
          label={w.password.present}
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
          wrong={asked && present === '' && w.password.presentMissing}
        />
        <NewPasswordFields value={next} onChange={setNext} asked={asked} />
        {change.isSuccess && <Notice tone="ok">{w.password.done}</Notice>}
        <ActFailed cause={change.error} />
        <div className={form.acts}>
          <Button type="submit" busy={change.isPending}>
            {w.password.act}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const Device = () => {
  const theme = useTheme()
  const keys = useSingleKeys()
  return (
    <Section heading={w.device.heading} note={w.device.note}>
      <div className={form.form}>
        <Segmented
          label={w.device.colours}
          value={theme}
          onChange={chooseTheme}
          choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: words.theme[id] }))}
        />
        <Checkbox checked={keys} onChange={chooseSingleKeys}>
          {w.device.keys} <span className="small second">{w.device.keysHint}</span>
        </Checkbox>
      </div>
    </Section>
  )
}

/** One's own settings: password, second factor, and this device. */
export const MePage = () => {
  const read = useRead(meEndpoint, {}, { also: ['person'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(me) => (
        <>
          <PageAnswer
            answer={w.heading(me.secondFactor, me.needsSecondFactor)}
            lede={w.lede(`${me.rank} ${me.name}`, me.roleNames.join(', ') || w.noRoles)}
            acts={<Link to="/settings/force">{w.forceLink}</Link>}
          />
          <div className="two-columns">
            <div>
              {me.needsSecondFactor === 'must' && <Notice tone="warn">{w.must}</Notice>}
              <SecondFactor on={me.secondFactor} />
              <Password />
            </div>
            <div>
              <Device />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
