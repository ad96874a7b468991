import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { type State, StateMark } from '../parts/state-mark.tsx'
import { dayAndClock } from '../say.ts'
import css from './account.module.css'
import { accountWords } from './account-words.ts'

const w = accountWords.keys
const topics = ['account', 'delivery', 'hold'] as const

const stateOf: Readonly<Record<AccountPage['account']['keys']['state'], State>> = {
  working: 'live',
  ended: 'refused',
  unknown: 'checking',
  missing: 'needsPerson',
  notConnected: 'draft',
}

const KeysForm = ({ account, onClose }: { account: AccountPage['account']; onClose: () => void }) => {
  const network = traitsOf(account.network)
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const give = useAct(register.giveKeys, topics)
  const atNetwork = useAct(register.signInAtNetwork, [])
  const empty = (name: string) => (fields[name] ?? '').trim() === ''
  const signIn = () => atNetwork.mutate({ id: account.id }, { onSuccess: ({ url }) => window.location.assign(url) })
  return (
    <FormDialog
      onClose={onClose}
      heading={w.formHeading(account.name)}
      act={w.formAct}
      send={() => give.send({ id: account.id, fields: { ...fields } })}
    >
      <p>{w.formBody}</p>
      {network?.signInAtNetwork && (
        <>
          <Button icon="key" busy={atNetwork.isPending} onPress={signIn}>
            {w.signIn(network.name)}
          </Button>
          <ActFailed cause={atNetwork.error} />
          <p className="small second">{w.or}</p>
        </>
      )}
      {network?.keyFields.map((field) => (
        <TextField
          key={field.name}
          label={field.label}
          type={field.secret ? 'password' : 'text'}
          autoComplete="off"
          value={fields[field.name] ?? ''}
          onChange={(value) => setFields((all) => ({ ...all, [field.name]: value }))}
          wrong={empty(field.name) && w.missing}
        />
      ))}
    </FormDialog>
  )
}

const EndForm = ({ account, onClose }: { account: AccountPage['account']; onClose: () => void }) => {
  const end = useAct(register.endKeys, topics)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.endHeading(account.name)}
      body={w.endBody}
      act={w.endAct}
      refuse
      send={(reason) => end.send({ id: account.id, reason })}
      label={w.reason}
      missing={w.missing}
    />
  )
}

/** Whether the account is connected, and the keys in custody: given, asked about, ended; never shown. */
export const Keys = ({ page, zone }: { page: AccountPage; zone: string }) => {
  const { account, may } = page
  const [doing, setDoing] = useState<'give' | 'end' | null>(null)
  const check = useAct(register.checkKeys, ['account'])
  const network = traitsOf(account.network)
  const needed = (network?.keyFields.length ?? 0) > 0
  const kept = account.keys.state === 'working' || account.keys.state === 'ended' || account.keys.state === 'unknown'
  return (
    <Section heading={<span id="keys">{w.heading}</span>}>
      <p>
        <StateMark state={stateOf[account.keys.state]}>{account.keys.words}</StateMark>
      </p>
      {account.keys.endsAt && (
        <p className="small second">{w.ends(dayAndClock(account.keys.endsAt, zone, new Date()))}</p>
      )}
      {!needed && network?.practice && <p className="small second">{w.works}</p>}
      {may.keys && needed && (
        <div className={css.acts}>
          <Button small icon="key" onPress={() => setDoing('give')}>
            {kept ? w.renew : w.give}
          </Button>
          {kept && (
            <>
              <Button small busy={check.isPending} onPress={() => check.mutate({ id: account.id })}>
                {w.check}
              </Button>
              <Button small kind="refuse" onPress={() => setDoing('end')}>
                {w.end}
              </Button>
            </>
          )}
        </div>
      )}
      <ActFailed cause={check.error} />
      {doing === 'give' && <KeysForm account={account} onClose={() => setDoing(null)} />}
      {doing === 'end' && <EndForm account={account} onClose={() => setDoing(null)} />}
    </Section>
  )
}
