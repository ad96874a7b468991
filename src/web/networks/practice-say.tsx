import { type ReactNode, useState } from 'react'
import { practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog, type FormDialogProps, type Sent } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { AccountField, firstOf, type PracticeAccounts } from './practice-account.tsx'
import { practiceWords as w } from './practice-words.ts'

type WordsFormProps = Pick<FormDialogProps<unknown>, 'heading' | 'act' | 'onClose'> & {
  body: string
  most: number
  /** What stands already, when words are changed: its author stays. */
  before?: { name: string; text: string }
  send: (said: { name: string; text: string }) => Sent<unknown>
  children?: ReactNode
}

/** Who speaks, and what they say. */
export const WordsForm = ({ before, most, body, children, send, ...dialog }: WordsFormProps) => {
  const [name, setName] = useState(before?.name ?? '')
  const [text, setText] = useState(before?.text ?? '')
  return (
    <FormDialog {...dialog} send={() => send({ name, text })}>
      <p className="small second">{body}</p>
      {children}
      {!before && (
        <TextField label={w.name} value={name} onChange={setName} autoFocus wrong={name.trim() === '' && w.missing} />
      )}
      <TextField
        label={w.text}
        lines
        value={text}
        onChange={setText}
        note={`${text.length} / ${most}`}
        wrong={text.trim() === '' && w.missing}
      />
    </FormDialog>
  )
}

type Accounts = { accounts: PracticeAccounts }

const ToAccount = ({ accounts, direct, onClose }: Accounts & { direct: boolean; onClose: () => void }) => {
  const [chosen, setAccount] = useState<string | null>(null)
  const accountId = chosen ?? firstOf(accounts)
  const say = useAct(practiceEndpoints.say, ['practice'])
  return (
    <WordsForm
      heading={direct ? w.say.directHeading : w.say.mentionHeading}
      body={w.replyBody}
      act={w.replyAct}
      most={direct ? 1000 : 300}
      send={({ name, text }) => accountId !== null && say.send({ accountId, name, text, direct })}
      onClose={onClose}
    >
      <AccountField label={w.say.account} accounts={accounts} value={accountId} onChange={setAccount} />
    </WordsForm>
  )
}

/** Where a trainer begins something new: names an account, or writes to it in private. */
export const PlayPublic = ({ accounts }: Accounts) => {
  const [open, setOpen] = useState<'mention' | 'direct' | null>(null)
  return (
    <Section heading={w.say.heading}>
      <p className="small second">{w.say.lede}</p>
      <div className={form.acts}>
        <Button onPress={() => setOpen('mention')}>{w.say.mention}</Button>
        <Button onPress={() => setOpen('direct')}>{w.say.direct}</Button>
      </div>
      {open && <ToAccount accounts={accounts} direct={open === 'direct'} onClose={() => setOpen(null)} />}
    </Section>
  )
}
