import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { correctPost, discardPost, reopenPost, withdrawPost } from '../../../posting/post.contract.ts'
import { useAct } from '../../call.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { type Whole, recordWords as w } from './record-words.ts'

const topics = ['post', 'delivery', 'approvals', 'frame', 'today', 'posting'] as const

type Kind = 'withdraw' | 'correct' | 'reopen' | 'discard'

/** What each act does, and where it leads. */
const useActs = ({ id }: Whole): Readonly<Record<Kind, (reason: string) => Promise<unknown>>> => {
  const navigate = useNavigate()
  const withdraw = useAct(withdrawPost, topics)
  const correct = useAct(correctPost, topics)
  const reopen = useAct(reopenPost, topics)
  const discard = useAct(discardPost, topics)
  const write = (id: string) => void navigate({ to: '/write/$id', params: { id } })
  return {
    withdraw: (reason) => withdraw.send({ id, reason }),
    correct: (reason) => correct.send({ id, reason }).then((made) => write(made.id)),
    reopen: (reason) => reopen.send({ id, ...(reason.trim() === '' ? {} : { reason }) }).then(() => write(id)),
    discard: () => discard.send({ id }),
  }
}

const Asking = ({ kind, post, onClose }: { kind: Kind; post: Whole; onClose: () => void }) => {
  const acts = useActs(post)
  const [reason, setReason] = useState('')
  const said = w[kind]
  const missing = said.missing !== '' && reason.trim() === ''
  const label = kind === 'withdraw' ? w.withdraw.act(post.deliveries.length) : w[kind].act
  return (
    <FormDialog
      onClose={onClose}
      heading={said.heading}
      act={label}
      send={() => acts[kind](reason)}
      refuse={kind === 'withdraw'}
    >
      <p>{said.body}</p>
      {said.label !== '' && (
        <TextField
          label={said.label}
          lines
          autoFocus
          value={reason}
          onChange={setReason}
          wrong={missing && said.missing}
        />
      )}
    </FormDialog>
  )
}

const kinds: readonly Kind[] = ['correct', 'reopen', 'discard', 'withdraw']

/** What this person may do with it now; what would be refused is not shown. */
export const RecordActs = ({ post }: { post: Whole }) => {
  const [kind, setKind] = useState<Kind | null>(null)
  const { acts, id } = post
  return (
    <>
      {acts.approve === null && (
        <ButtonLink kind="primary" to="/approvals/$id" params={{ id }}>
          {w.acts.approve}
        </ButtonLink>
      )}
      {acts.edit === null && (
        <ButtonLink icon="write" to="/write/$id" params={{ id }}>
          {w.acts.write}
        </ButtonLink>
      )}
      {kinds
        .filter((k) => acts[k] === null)
        .map((k) => (
          <Button key={k} kind={k === 'withdraw' ? 'refuse' : 'plain'} onPress={() => setKind(k)}>
            {w.acts[k]}
          </Button>
        ))}
      {kind && <Asking kind={kind} post={post} onClose={() => setKind(null)} />}
    </>
  )
}
