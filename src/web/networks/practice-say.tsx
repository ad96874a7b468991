import { type ReactNode, useState } from 'react'
import { practiceEndpoints } from '../../networks/practice/practice.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { AccountField, firstOf, type PracticeAccounts } from './practice-account.tsx'
import { practiceWords as w } from './practice-words.ts'

type WordsFormProps = {
  heading: string
  body: string
  act: string
  most: number
  /** What stands already, when words are changed: its author stays. */
  before?: { name: string; text: string }
  onAct: (said: { name: string; text: string }) => void
  busy: boolean
  failed: Error | null
  onClose: () => void
  children?: ReactNode
}

/** Who speaks, and what they say. */
export const WordsForm = ({ before, most, children, onAct, ...dialog }: WordsFormProps) => {
  const [name, setName] = useState(before?.name ?? '')
  const [text, setText] = useState(before?.text ?? '')
  const [asked, setAsked] = useState(false)
  const go = () => {
    setAsked(true)
    if (name.trim() !== '' && text.trim() !== '') onAct({ name, text })
  }
  return (
    <FormDialog
      open
      onClose={dialog.onClose}
      heading={dialog.heading}
      act={dialog.act}
      onAct={go}
      busy={dialog.busy}
      failed={dialog.failed}
    >
      <p className="small second">{dialog.body}</p>
      {children}
      {!before && (
        <TextField
          label={w.name}
          value={name}
          onChange={setName}
          autoFocus
          wrong={asked && name.trim() === '' && w.missing}
        />
      )}
      <TextField
        label={w.text}
        lines
        value={text}
        onChange={setText}
        note={`${text.length} / ${most}`}
        wrong={asked && text.trim() === '' && w.missing}
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
      onAct={({ name, text }) => {
        if (accountId !== null) say.mutate({ accountId, name, text, direct }, { onSuccess: onClose })
      }}
      busy={say.isPending}
      failed={say.error}
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
