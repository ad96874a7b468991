import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type AccountPage, registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import css from './account.module.css'
import { type AccountDraft, draftOf, emptyDraft, fieldsOf } from './account-draft.ts'
import { AccountForm } from './account-form.tsx'
import { formWords as w } from './account-form-words.ts'

type FormPageProps = {
  begin: AccountDraft
  isNew: boolean
  act: string
  busy: boolean
  failed: Error | null
  out: ReactNode
  onSave: (draft: AccountDraft) => void
}

const FormPage = ({ begin, isNew, act, busy, failed, out, onSave }: FormPageProps) => {
  const [draft, setDraft] = useState(begin)
  const [asked, setAsked] = useState(false)
  const zone = useZone()
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    goToFirstWrong(event.currentTarget)
    setAsked(true)
    if (!busy && fieldsOf(draft, zone)) onSave(draft)
  }
  return (
    <form className={`${form.form} ${css.page}`} onSubmit={submit} noValidate>
      <AccountForm draft={draft} put={(part) => setDraft((d) => ({ ...d, ...part }))} asked={asked} isNew={isNew} />
      <ActFailed cause={failed} />
      <div className={form.acts}>
        <Button kind="primary" type="submit" busy={busy}>
          {act}
        </Button>
        {out}
      </div>
    </form>
  )
}

/** A new account on the register. */
export const NewAccountPage = () => {
  const zone = useZone()
  const navigate = useNavigate()
  const add = useAct(registerEndpoints.addAccount, ['account', 'office'])
  return (
    <>
      <PageAnswer path={<Link to="/register">{w.path}</Link>} answer={w.newHeading} lede={w.newLede} />
      <FormPage
        begin={emptyDraft}
        isNew
        act={w.add}
        busy={add.isPending}
        failed={add.error}
        out={<ButtonLink to="/register">{w.notAdd}</ButtonLink>}
        onSave={(draft) => {
          const fields = fieldsOf(draft, zone)
          if (!fields) return
          add.mutate(
            { ...fields, status: draft.status },
            { onSuccess: ({ id }) => void navigate({ to: '/register/$id', params: { id } }) },
          )
        }}
      />
    </>
  )
}

const Change = ({ page }: { page: AccountPage }) => {
  const zone = useZone()
  const navigate = useNavigate()
  const change = useAct(registerEndpoints.changeAccount, ['account', 'office'])
  const { id, name } = page.account
  // The version that was read when the form was opened: what somebody else saves meanwhile is refused, not overwritten.
  const [version] = useState(page.account.version)
  const back = { to: '/register/$id', params: { id } } as const
  return (
    <>
      <PageAnswer
        path={
          <>
            <Link to="/register">{w.path}</Link> / <Link {...back}>{name}</Link>
          </>
        }
        answer={w.changeHeading(name)}
        lede={w.changeLede}
      />
      {page.may.change ? (
        <FormPage
          begin={draftOf(page, zone)}
          isNew={false}
          act={w.save}
          busy={change.isPending}
          failed={change.error}
          out={<ButtonLink {...back}>{w.cancel}</ButtonLink>}
          onSave={(draft) => {
            const fields = fieldsOf(draft, zone)
            if (!fields) return
            const { network: _, ...rest } = fields
            change.mutate({ ...rest, id, version }, { onSuccess: () => void navigate(back) })
          }}
        />
      ) : (
        <Notice>{w.mayNot}</Notice>
      )}
    </>
  )
}

/** Changing the record of an account. */
export const ChangeAccountPage = () => {
  const { id } = useParams({ from: '/staff/register/$id/change' })
  const read = useRead(registerEndpoints.account, { id }, { topic: 'account' })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(page) => <Change key={page.account.id} page={page} />}
    </Answered>
  )
}
