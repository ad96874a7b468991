import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { approvePost, refusePost, sendBackPost } from '../../../posting/approval/approval.contract.ts'
import { needsRationale } from '../../../posting/approval/rationale.ts'
import { useAct } from '../../call.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { AlertDialog } from '../../parts/dialog.tsx'
import { FootBar } from '../../parts/foot-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ReasonDialog } from '../../parts/reason-dialog.tsx'
import { clock } from '../../say.ts'
import { useCtrlEnter } from '../ctrl-enter.ts'
import { lately } from '../moment.ts'
import { listWords, rolesWords } from '../refs.ts'
import css from './approval.module.css'
import { type Approval, minutesTo, approvalWords as w } from './approval-words.ts'
import { mineToDecide, openIn } from './found-here.tsx'

export type Done = { words: string; held: boolean }

type Props = {
  one: Approval
  now: Date
  zone: string
  roles: readonly string[]
  standing: ReadonlySet<string>
  /** On a phone the end has been on the screen; at a desk always true. */
  reached: boolean
  meName: string
  /** While it is being decided the page stands still: what is decided no longer waits, and would be gone from under the reader. */
  onDeciding: (deciding: boolean) => void
  onDone: (done: Done) => void
}

/** Why it cannot be approved yet; null when it can. */
const notReadyFor = ({ one, roles, standing, reached }: Props): string | null => {
  if (one.acts.approve !== null) return one.acts.approve
  if (one.superseded) return w.act.superseded
  const open = openIn(one)
  const others = open.filter((f) => !mineToDecide(one, roles, f.finding))
  if (others.some((f) => f.finding.decidedBy.length === 0)) return w.act.nobody
  if (others[0]) return w.act.others(rolesWords(others[0].finding.decidedBy))
  const undecided = open.filter((f) => f.finding.severity === 'block' || !standing.has(f.finding.key))
  if (undecided.length > 0) return w.act.undecided(undecided.length)
  if (one.rationale === null && needsRationale(one.check.result)) return w.act.noReasons
  return reached ? null : w.act.readOn
}

const labelFor = ({ one, now, zone }: Props): string => {
  const { dueAt } = one.post
  if (dueAt === null) return w.act.approveNow
  return (minutesTo(dueAt, now) ?? 0) < 0 ? w.act.approveLate : w.act.approveAt(clock(dueAt, zone))
}

const covers = ({ one, zone }: Props): string => {
  const pictures = new Set(one.sheet.targets.flatMap((t) => t.pieces.flatMap((p) => p.pictures.map((x) => x.id)))).size
  return w.foot.coversRest(
    listWords([
      w.foot.theseWords,
      ...(pictures > 0 ? [w.foot.pictures(pictures)] : []),
      w.foot.accounts(one.sheet.targets.length),
      ...(one.post.dueAt ? [w.foot.time(clock(one.post.dueAt, zone))] : []),
    ]),
  )
}

const topics = ['approvals', 'post', 'delivery', 'frame', 'today', 'posting'] as const

/** Back to its author with a note, or no for good with a reason. */
const Return = ({
  one,
  kind,
  onClose,
  onDeciding,
  onDone,
}: Props & { kind: 'sendBack' | 'refuse'; onClose: () => void }) => {
  const act = useAct(kind === 'refuse' ? refusePost : sendBackPost, topics)
  const said = w[kind]
  const send = (reason: string) => {
    onDeciding(true)
    return act.send({ id: one.post.id, version: one.frozen.version, reason }).catch((cause: unknown) => {
      onDeciding(false)
      throw cause
    })
  }
  return (
    <ReasonDialog
      onClose={onClose}
      heading={said.heading}
      body={said.body}
      act={said.act}
      send={send}
      onDone={() => onDone({ words: kind === 'refuse' ? w.done.refused : w.done.sentBack, held: false })}
      refuse={kind === 'refuse'}
      label={said.label}
      missing={said.missing}
      lines
    />
  )
}

/** The foot: what the approval covers, the two ways back, and the filled button. */
export const Decide = (props: Props) => {
  const { one, zone, now, onDeciding, onDone, meName } = props
  const approve = useAct(approvePost, topics)
  const [open, setOpen] = useState<'sendBack' | 'refuse' | 'confirm' | null>(null)
  const notReady = notReadyFor(props)
  const label = labelFor(props)
  const go = (): void => {
    setOpen(null)
    onDeciding(true)
    approve.mutate(
      {
        id: one.post.id,
        version: one.frozen.version,
        digest: one.frozen.digest,
        seen: one.post.meanwhile?.n ?? 0,
      },
      {
        onError: () => onDeciding(false),
        onSuccess: ({ late, held, dueAt }) =>
          onDone({
            words: late
              ? w.done.held
              : held > 0
                ? w.done.heldSome(held)
                : w.done.approved(one.post.dueAt ? lately(dueAt, zone, now) : 'now'),
            held: late || held > 0,
          }),
      },
    )
  }
  useCtrlEnter(notReady !== null || approve.isPending ? null : () => setOpen('confirm'))
  return (
    <>
      <div className={css.failed}>
        <ActFailed cause={approve.error} />
        {one.post.meanwhile && (
          <Notice tone="warn">
            {w.act.meanwhile(one.post.meanwhile.says)}{' '}
            {one.conversationId && (
              <Link to="/desk/$id" params={{ id: one.conversationId }}>
                {w.act.conversation}
              </Link>
            )}
          </Notice>
        )}
      </div>
      <FootBar
        acts={
          <>
            {one.acts.sendBack === null && (
              <Button kind="refuse" onPress={() => setOpen('refuse')}>
                {w.act.refuse}
              </Button>
            )}
            {one.acts.sendBack === null && <Button onPress={() => setOpen('sendBack')}>{w.act.sendBack}</Button>}
            <Button
              kind="primary"
              second={w.act.second(one.sheet.targets.length, meName)}
              notReady={notReady}
              busy={approve.isPending}
              onPress={go}
            >
              {label}
            </Button>
          </>
        }
      >
        <p>
          <b>{w.foot.covers}</b> {covers(props)}
        </p>
      </FootBar>
      {(open === 'sendBack' || open === 'refuse') && <Return {...props} kind={open} onClose={() => setOpen(null)} />}
      <AlertDialog
        open={open === 'confirm'}
        onClose={() => setOpen(null)}
        heading={w.act.confirm(label)}
        acts={
          <>
            <Button kind="primary" autoFocus onPress={go}>
              {label}
            </Button>
            <Button onPress={() => setOpen(null)}>{w.act.back}</Button>
          </>
        }
      >
        <p>{w.act.confirmBody}</p>
      </AlertDialog>
    </>
  )
}
