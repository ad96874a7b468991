import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  beginSecondFactorEndpoint,
  endSecondFactorEndpoint,
  giveCodeEndpoint,
  newBackupCodesEndpoint,
} from '../../people/sign-in.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { meWords } from './me-words.ts'
import css from './people.module.css'

const w = meWords.second

const secretIn = (uri: string): string => {
  try {
    return new URL(uri).searchParams.get('secret') ?? ''
  } catch {
    return ''
  }
}

const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The picture for the authenticator, made in the browser: the secret goes to nobody else. */
const Picture = ({ uri }: { uri: string }) => {
  const picture = useQuery({
    queryKey: ['second-factor-picture', uri],
    queryFn: async () => (await import('qrcode')).default.toDataURL(uri, { margin: 2, width: 416 }),
    gcTime: 0,
  })
  return picture.data ? <img className={css.qr} src={picture.data} alt={w.alt} /> : <div className={css.qr} />
}

type Doing = 'begin' | 'end' | 'renew' | null

const Codes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => (
  <div className={form.form}>
    <h3>{w.codesHeading}</h3>
    <p className="small second">{w.codesBody}</p>
    <ul className={css.codes}>
      {codes.map((code) => (
        <li key={code} className="mono">
          {code}
        </li>
      ))}
    </ul>
    <div className={form.acts}>
      <Button onPress={onKept}>{w.codesClose}</Button>
    </div>
  </div>
)

const Scan = ({ uri, onClose, onDone }: { uri: string; onClose: () => void; onDone: () => void }) => {
  const [code, setCode] = useState('')
  const confirm = useAct(giveCodeEndpoint, ['me', 'frame'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.scan}
      act={w.confirm}
      send={() => confirm.send({ code: code.replace(/\s/g, '') })}
      onDone={onDone}
    >
      <Picture uri={uri} />
      <p className="small">
        {w.byHand}: <b className="mono">{grouped(secretIn(uri))}</b>
      </p>
      <TextField
        label={w.code}
        mono
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        wrong={code.trim() === '' && w.codeMissing}
      />
    </FormDialog>
  )
}

/** Every change of the second factor asks for the password once more. */
const WithPassword = ({ doing, onClose, onDone }: WithPasswordProps) => {
  const [password, setPassword] = useState('')
  const topics = ['me', 'frame'] as const
  const begin = useAct(beginSecondFactorEndpoint, [])
  const end = useAct(endSecondFactorEndpoint, topics)
  const renew = useAct(newBackupCodesEndpoint, topics)
  const said = {
    begin: { heading: w.beginHeading, body: w.off, act: w.go },
    end: { heading: w.endHeading, body: w.endBody, act: w.endAct },
    renew: { heading: w.renewHeading, body: w.renewBody, act: w.renewAct },
  }[doing]
  const send = async (): Promise<Made> => {
    if (doing === 'end') {
      await end.send({ password })
      return { uri: null, codes: [] }
    }
    if (doing === 'renew') return { uri: null, codes: (await renew.send({ password })).backupCodes }
    const made = await begin.send({ password })
    return { uri: made.totpUri, codes: made.backupCodes }
  }
  return (
    <FormDialog
      onClose={onClose}
      heading={said.heading}
      act={said.act}
      refuse={doing === 'end'}
      send={send}
      onDone={onDone}
    >
      <p>{said.body}</p>
      <TextField
        label={w.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        wrong={password === '' && w.passwordMissing}
      />
    </FormDialog>
  )
}
type Made = { uri: string | null; codes: readonly string[] }
type WithPasswordProps = { doing: NonNullable<Doing>; onClose: () => void; onDone: (made: Made) => void }

/** Setting up an authenticator, its backup codes, and ending it. */
export const SecondFactor = ({ on }: { on: boolean }) => {
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing>(null)
  const [uri, setUri] = useState<string | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const [done, setDone] = useState(false)
  return (
    <Section heading={<span id="second-factor">{w.heading}</span>}>
      <div className={form.form}>
        {done && <Notice tone="ok">{w.done}</Notice>}
        {on ? <SeverityMark severity="fixed">{w.on}</SeverityMark> : <p className="small second">{w.off}</p>}
        {codes.length > 0 && uri === null && <Codes codes={codes} onKept={() => setCodes([])} />}
        <div className={form.acts}>
          {on ? (
            <>
              <Button onPress={() => setDoing('renew')}>{w.renew}</Button>
              <Button kind="refuse" onPress={() => setDoing('end')}>
                {w.end}
              </Button>
            </>
          ) : (
            <Button kind="primary" icon="key" onPress={() => setDoing('begin')}>
              {w.begin}
            </Button>
          )}
        </div>
      </div>
      {doing && (
        <WithPassword
          doing={doing}
          onClose={() => setDoing(null)}
          onDone={(made) => {
            setDoing(null)
            setUri(made.uri)
            setCodes(made.codes)
            setDone(false)
          }}
        />
      )}
      {uri && (
        <Scan
          uri={uri}
          onClose={() => {
            // It does not count before a code of it was given, and neither do its backup codes.
            setUri(null)
            setCodes([])
          }}
          onDone={() => {
            setUri(null)
            setDone(true)
            void client.invalidateQueries({ queryKey: ['me'] })
          }}
        />
      )}
    </Section>
  )
}
