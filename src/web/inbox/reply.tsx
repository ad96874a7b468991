import { type RefObject, useRef, useState } from 'react'
import { inviteToPrivate } from '../../inbox/answering/answer.ts'
import { beginAnswer, giveUpAnswer, reopen } from '../../inbox/inbox.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { composeWords } from '../posting/compose/compose-words.ts'
import { useCtrlEnter } from '../posting/ctrl-enter.ts'
import { lately } from '../posting/moment.ts'
import { personWords } from '../posting/refs.ts'
import { answerWords } from './answer-words.ts'
import { deskWords } from './desk-words.ts'
import { Foot } from './foot.tsx'
import { LinesReady } from './lines-ready.tsx'
import { LeftOver, type NotInIt, useNotInIt } from './not-in-it.tsx'
import css from './reply.module.css'
import { type PutWords, ReplyEditor } from './reply-editor.tsx'
import { deskTopics, type Whole } from './use-hold.ts'

const w = answerWords.reply

/** Beginning the one answer, with words or without. */
export const useReply = (c: Whole | undefined) => {
  const begin = useAct(beginAnswer, deskTopics)
  const focus = useRef(false)
  const put = useRef<PutWords | null>(null)
  const box = useRef<HTMLElement>(null)
  const start = (words = ''): void => {
    if (!c) return
    if (c.draft) {
      if (words !== '') put.current?.(words)
      const area = box.current?.querySelector('textarea')
      if (area) area.focus()
      else focus.current = true
      return
    }
    focus.current = true
    begin.mutate({ id: c.row.id, version: c.version, private: c.row.kind === 'direct', words })
  }
  return { begin, focus, put, box, start }
}

type Replying = ReturnType<typeof useReply>

/** Whether an answer by this person would not be refused. */
export const mayAnswer = (c: Whole): boolean => c.may.answerPublicly || c.may.answerPrivately

type Props = {
  c: Whole
  zone: string
  now: Date
  replying: Replying
  onTake: () => void
  taking: boolean
  onTakeOver: () => void
  onOutcome: () => void
}

const Reopen = ({ c, onClose }: { c: Whole; onClose: () => void }) => {
  const act = useAct(reopen, deskTopics)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.reopenHeading}
      act={w.reopen}
      send={(reason) => act.send({ id: c.row.id, reason })}
      label={w.reopenReason}
      missing={w.reopenMissing}
      least={3}
    />
  )
}

const Closed = ({ c }: { c: Whole }) => {
  const [open, setOpen] = useState(false)
  return (
    <div className={css.closed}>
      <p>{w.closed}</p>
      {c.may.work && <Button onPress={() => setOpen(true)}>{`${w.reopen}…`}</Button>}
      {open && <Reopen c={c} onClose={() => setOpen(false)} />}
    </div>
  )
}

const GiveUp = ({ c }: { c: Whole }) => {
  const act = useAct(giveUpAnswer, deskTopics)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={`as-link ${css.link}`} onClick={() => setOpen(true)}>
        {w.giveUp}
      </button>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.giveUpHeading}
          act={w.giveUpAct}
          refuse
          send={() => act.send({ id: c.row.id })}
        >
          <p>{w.giveUpBody}</p>
        </FormDialog>
      )}
    </>
  )
}

/** Help beside the words: lines ready to use, and the invitation to go on in private. */
const Ways = ({ c, zone, replying, onInvited }: Props & { onInvited: () => void }) => (
  <span className={css.ways}>
    {c.draft?.stage !== 'asked' && (
      <LinesReady conversation={c.row.id} language={c.row.language} zone={zone} onUse={replying.start} />
    )}
    {c.row.kind === 'public' && c.draft?.stage !== 'asked' && (
      <button
        type="button"
        className={`as-link ${css.link}`}
        onClick={() => {
          onInvited()
          replying.start(inviteToPrivate[c.row.language])
        }}
      >
        {w.toPrivate}
      </button>
    )}
    {c.draft && c.draft.stage !== 'released' && <GiveUp c={c} />}
  </span>
)

/** Nobody has it, or somebody else does: why the box is closed, and the way to open it. */
const NotMine = (props: Props & { kept: boolean }) => {
  const { c, zone, now, kept } = props
  const { holder } = c.row
  useCtrlEnter(holder || !mayAnswer(c) ? null : props.onTake)
  if (!holder && !mayAnswer(c)) return <p className={css.why}>{c.may.whyNotAnswer}</p>
  if (!holder) {
    const take = (
      <Button kind="primary" icon="reply" busy={props.taking} onPress={props.onTake}>
        {w.takeFirst}
      </Button>
    )
    return <Foot acts={take}>{w.freeWords}</Foot>
  }
  const said = kept ? w.theirsKept : w.theirs
  return (
    <Notice tone={kept ? 'warn' : 'info'} icon="hand">
      {said(personWords(holder.person), lately(holder.since, zone, now))}{' '}
      <Button small onPress={props.onTakeOver}>
        {`${deskWords.holder.takeOver}…`}
      </Button>
    </Notice>
  )
}

/** When this person got it: a new turn opens the words as they then stand; losing it leaves theirs in sight. */
const useTurn = (c: Whole): string | null => {
  const turn = useRef<{ of: string; since: string } | null>(null)
  const { holder } = c.row
  if (turn.current?.of !== c.row.id) turn.current = null
  if (holder?.you) turn.current = { of: c.row.id, since: holder.since }
  if (c.draft === null) return null
  return turn.current?.since ?? null
}

const Begin = ({ c, replying, onOutcome }: Props) => {
  const can = mayAnswer(c)
  const begin = () => replying.start()
  // Once we have answered, what is left is to say what came of it.
  const answered = c.row.lastFrom === 'us'
  useCtrlEnter(can && !replying.begin.isPending ? (answered ? onOutcome : begin) : null)
  if (!can) return <p className={css.why}>{c.may.whyNotAnswer}</p>
  if (answered)
    return (
      <Foot
        acts={
          <>
            <Button icon="reply" busy={replying.begin.isPending} onPress={begin}>
              {w.another}
            </Button>
            <Button kind="primary" onPress={onOutcome}>
              {w.sayOutcome}
            </Button>
          </>
        }
      >
        {w.answered}
      </Foot>
    )
  const write = (
    <Button kind="primary" icon="reply" busy={replying.begin.isPending} onPress={begin}>
      {w.write(c.row.kind === 'direct')}
    </Button>
  )
  return <Foot acts={write}>{w.oneAnswer}</Foot>
}

const Open = (props: Props & { unsaved: NotInIt['unsaved'] }) => {
  const { c, replying } = props
  const [invited, setInvited] = useState(false)
  const mine = c.row.holder?.you === true
  const turn = useTurn(c)
  // The words that are being written carry the same label.
  const writes = c.draft !== null && turn !== null && c.draft.stage !== 'released'
  const label = w.heading(c.row.kind === 'direct', c.row.account.name)
  return (
    <>
      {(mine || !writes) && (
        <div className={css.head}>
          <h3 className={writes ? 'hidden-words' : undefined}>{label}</h3>
          {mine && mayAnswer(c) && <Ways {...props} onInvited={() => setInvited(true)} />}
        </div>
      )}
      {!mine && <NotMine {...props} kept={turn !== null} />}
      {mine && invited && <Notice>{w.invited}</Notice>}
      {mine && <ActFailed cause={replying.begin.error} />}
      {c.draft?.stage === 'asked' && c.draft.meanwhile && (
        <Notice tone="warn">{composeWords.send.meanwhile(c.draft.meanwhile.says)}</Notice>
      )}
      {mine && c.draft === null && <Begin {...props} />}
      {c.draft !== null && turn !== null && (
        <ReplyEditor
          key={c.draft.postId}
          postId={c.draft.postId}
          turn={turn}
          label={label}
          says={w.says(c.row.kind === 'direct', c.row.account.name, c.row.from)}
          frozen={!mine}
          focus={replying.focus}
          put={replying.put}
          unsaved={props.unsaved}
        />
      )}
    </>
  )
}

/** The one answer: closed where somebody else has the conversation, and else the same writing as every post. */
export const Reply = (props: Props & { onTyping: (typing: boolean) => void }) => {
  const { c, replying, onTyping } = props
  const left = useNotInIt(c)
  if (!c.may.work && c.stage === 'open') return null
  const box: RefObject<HTMLElement | null> = replying.box
  return (
    <section
      className={css.reply}
      aria-label={w.region}
      ref={box}
      onFocus={(e) => onTyping(e.target instanceof HTMLTextAreaElement)}
      onBlur={() => onTyping(false)}
    >
      <LeftOver {...left} />
      {c.stage === 'closed' ? <Closed c={c} /> : <Open {...props} unsaved={left.unsaved} />}
    </section>
  )
}
