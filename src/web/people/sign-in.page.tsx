import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { changePasswordEndpoint, firstRunState, meEndpoint } from '../../people/people.contract.ts'
import { giveBackupCodeEndpoint, giveCodeEndpoint, signInEndpoint } from '../../people/sign-in.contract.ts'
import { call, faultOf, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import css from './door.module.css'
import { Door } from './door.tsx'
import { NewPasswordFields, passwordFits } from './new-password.tsx'
import { signInWords as w } from './sign-in-words.ts'

type Step = 'password' | 'code' | 'backup' | 'change'

/** Sends one thing at a time; what it threw stays until the next try. */
const useSending = () => {
  const [state, setState] = useState<{ busy: boolean; failed: Error | null }>({ busy: false, failed: null })
  const send = async (act: () => Promise<void>): Promise<void> => {
    setState({ busy: true, failed: null })
    try {
      await act()
      setState({ busy: false, failed: null })
    } catch (cause) {
      setState({ busy: false, failed: faultOf(cause) })
    }
  }
  return { ...state, send }
}

type FormProps = { act: string; busy: boolean; failed: Error | null; onSubmit: () => void; children: ReactNode }

const Form = ({ act, busy, failed, onSubmit, children }: FormProps) => (
  <form
    className={css.form}
    noValidate
    onSubmit={(event: FormEvent<HTMLElement>) => {
      event.preventDefault()
      if (busy) return
      onSubmit()
      goToFirstWrong(event.currentTarget)
    }}
  >
    {children}
    <ActFailed cause={failed} />
    <Button kind="primary" type="submit" wide busy={busy}>
      {act}
    </Button>
  </form>
)

const PasswordStep = ({ onDone }: { onDone: (needsCode: boolean, password: string) => Promise<void> }) => {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  const submit = () => {
    setAsked(true)
    if (email.trim() === '' || password === '') return
    void sending.send(async () => {
      const { needsCode } = await call(signInEndpoint, { email: email.trim(), password })
      await onDone(needsCode, password)
    })
  }
  return (
    <Form act={w.password.act} {...sending} onSubmit={submit}>
      <TextField
        label={w.password.email}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus
        wrong={asked && email.trim() === '' && w.password.emailMissing}
      />
      <TextField
        label={w.password.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        wrong={asked && password === '' && w.password.passwordMissing}
      />
    </Form>
  )
}

const CodeStep = ({ backup, onDone }: { backup: boolean; onDone: () => Promise<void> }) => {
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  const said = backup ? w.backup : w.code
  const submit = () => {
    setAsked(true)
    if (code.trim() === '') return
    void sending.send(async () => {
      await call(backup ? giveBackupCodeEndpoint : giveCodeEndpoint, { code: code.replace(/\s/g, '') })
      await onDone()
    })
  }
  return (
    <Form act={said.act} {...sending} onSubmit={submit}>
      <TextField
        label={said.code}
        mono
        autoFocus
        autoComplete={backup ? 'off' : 'one-time-code'}
        value={code}
        onChange={setCode}
        wrong={asked && code.trim() === '' && w.code.missing}
      />
    </Form>
  )
}

const ChangeStep = ({ present, onDone }: { present: string; onDone: () => Promise<void> }) => {
  const [given, setGiven] = useState(present)
  const [next, setNext] = useState({ next: '', again: '' })
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  const submit = () => {
    setAsked(true)
    if (given === '' || !passwordFits(next)) return
    void sending.send(async () => {
      await call(changePasswordEndpoint, { present: given, next: next.next })
      await onDone()
    })
  }
  return (
    <Form act={w.change.act} {...sending} onSubmit={submit}>
      {present === '' && (
        <TextField
          label={w.change.present}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={given}
          onChange={setGiven}
          wrong={asked && given === '' && w.change.presentMissing}
        />
      )}
      <NewPasswordFields value={next} onChange={setNext} asked={asked} />
    </Form>
  )
}

const NotSetUp = () => {
  const state = useRead(firstRunState, {})
  if (!state.data?.needed) return null
  return (
    <Notice tone="warn">
      {w.notSetUp}{' '}
      <ButtonLink small to="/first-run">
        {w.setUp}
      </ButtonLink>
    </Notice>
  )
}

/** E-mail address and password, then the code, then one's own password; then back to where one was. */
export const SignInPage = () => {
  const { back, ended, step: begun } = useSearch({ from: '/sign-in' })
  const [step, setStep] = useState<Step>(begun === 'change' ? 'change' : 'password')
  const [password, setPassword] = useState('')
  const client = useQueryClient()
  const navigate = useNavigate()

  const goOn = async (): Promise<void> => {
    const me = await call(meEndpoint, {})
    if (me.mustChangePassword) {
      setStep('change')
      return
    }
    client.clear()
    if (me.needsSecondFactor === 'must') await navigate({ to: '/settings', hash: 'second-factor' })
    else await navigate({ href: back ?? '/' })
  }
  const said = w[step]
  return (
    <Door narrow>
      <PageAnswer answer={said.heading} lede={said.lede} />
      <div className={css.form}>
        {ended && step === 'password' && <Notice>{w.password.ended}</Notice>}
        {step === 'password' && <NotSetUp />}
        {step === 'password' && (
          <PasswordStep
            onDone={async (needsCode, given) => {
              setPassword(given)
              if (needsCode) setStep('code')
              else await goOn()
            }}
          />
        )}
        {(step === 'code' || step === 'backup') && <CodeStep key={step} backup={step === 'backup'} onDone={goOn} />}
        {step === 'change' && <ChangeStep present={password} onDone={goOn} />}
      </div>
      <p className={css.foot}>
        {step === 'password' && w.password.foot}
        {(step === 'code' || step === 'backup') && (
          <span className="row">
            <button type="button" className="as-link" onClick={() => setStep(step === 'code' ? 'backup' : 'code')}>
              {step === 'code' ? w.code.backup : w.backup.totp}
            </button>
            <button type="button" className="as-link" onClick={() => setStep('password')}>
              {w.code.back}
            </button>
          </span>
        )}
      </p>
    </Door>
  )
}
