import { type FormEvent, useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { dayAndClock } from '../say.ts'
import css from './duty.module.css'
import { subscribeHere, takesPush } from './duty-push.ts'
import { dutyWords, type Ways } from './duty-words.ts'

const w = dutyWords.ways
const topics = ['duty', 'reach'] as const

const Way = ({ way, zone }: { way: Ways['ways'][number]; zone: string }) => {
  const test = useAct(dutyEndpoints.testWay, topics)
  const remove = useAct(dutyEndpoints.removeWay, topics)
  const at = (instant: string) => dayAndClock(instant, zone, new Date())
  return (
    <li>
      <div className={css.row}>
        <div>
          <b>{w.way[way.way]}</b> {way.label}
          <p className="small second">
            {way.testedAt ? w.tested(at(way.testedAt)) : w.untested}
            {way.failedAt && <b className={css.warn}> {w.broken(at(way.failedAt))}</b>}
          </p>
        </div>
        <div className="row">
          <Button
            small
            busy={test.isPending}
            onPress={() => test.mutate({ id: way.id })}
            label={`${w.test}: ${way.label}`}
          >
            {w.test}
          </Button>
          <Button
            small
            kind="quiet"
            busy={remove.isPending}
            onPress={() => remove.mutate({ id: way.id })}
            label={`${w.remove}: ${way.label}`}
          >
            {w.remove}
          </Button>
        </div>
      </div>
      {test.isSuccess && <Notice tone="ok">{w.testDone}</Notice>}
      <ActFailed cause={test.error ?? remove.error} />
    </li>
  )
}

/** What this browser calls itself, for its owner to know it by. */
const browserName = (): string => {
  const { userAgent } = navigator
  const name = /Edg|Firefox|Chrome|Safari/.exec(userAgent)?.[0].replace('Edg', 'Edge') ?? w.label
  const device = /Android|iPhone|iPad|Windows|Mac|Linux/.exec(userAgent)?.[0]
  return device ? `${name}, ${device}` : name
}

const AddBrowser = ({ pushKey }: { pushKey: string | null }) => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const add = useAct(dutyEndpoints.addPush, topics)
  const press = async (key: string): Promise<void> => {
    setBusy(true)
    setFailed(null)
    try {
      add.mutate({ ...(await subscribeHere(key)), label: browserName() })
    } catch (error) {
      setFailed(error instanceof Error ? error : new Error(w.failed))
    } finally {
      setBusy(false)
    }
  }
  const notReady = !takesPush() ? w.unsupported : pushKey === null ? w.keyMissing : null
  return (
    <>
      <div className={css.acts}>
        <Button busy={busy || add.isPending} notReady={notReady} onPress={() => void (pushKey && press(pushKey))}>
          {w.browser}
        </Button>
      </div>
      {add.isSuccess && <Notice tone="ok">{w.browserDone}</Notice>}
      <ActFailed cause={failed ?? add.error} />
    </>
  )
}

const AddEmail = ({ own }: { own: string | null }) => {
  const [email, setEmail] = useState(own ?? '')
  const [asked, setAsked] = useState(false)
  const add = useAct(dutyEndpoints.addEmail, topics)
  const wrong = !/^\S+@\S+\.\S+$/.test(email.trim())
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    setAsked(true)
    goToFirstWrong(event.currentTarget)
    if (!wrong && !add.isPending) add.mutate({ email: email.trim() }, { onSuccess: () => setAsked(false) })
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <TextField
        label={w.email}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        wrong={asked && wrong && w.emailWrong}
      />
      <ActFailed cause={add.error} />
      <div className={form.acts}>
        <Button type="submit" busy={add.isPending}>
          {w.emailAct}
        </Button>
      </div>
    </form>
  )
}

/** One's own ways to be reached, each with a test. */
export const DutyWays = ({ zone }: { zone: string }) => {
  const read = useRead(dutyEndpoints.ways, {}, { topic: 'duty', also: ['reach'] })
  if (!read.data)
    return (
      <Section
        heading={w.heading}
        state={read.isError ? { failed: read.error.message, again: () => void read.refetch() } : 'loading'}
      />
    )
  const { ways, pushKey, mail, email } = read.data
  return (
    <Section heading={w.heading}>
      <p className="small second">{w.says}</p>
      {ways.length === 0 && <p className="small">{w.none}</p>}
      <ul className={css.list}>
        {ways.map((way) => (
          <Way key={way.id} way={way} zone={zone} />
        ))}
      </ul>
      <AddBrowser pushKey={pushKey} />
      {mail ? <AddEmail own={email} /> : <p className="small second">{w.noMail}</p>}
    </Section>
  )
}
