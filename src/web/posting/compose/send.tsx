import { useNavigate } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import { askApproval } from '../../../posting/approval/approval.contract.ts'
import { publishAtOnce } from '../../../posting/post.contract.ts'
import { useAct } from '../../call.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { AlertDialog } from '../../parts/dialog.tsx'
import { FootBar, type FootBarProps } from '../../parts/foot-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Whole } from '../compose.page.tsx'
import { useCtrlEnter } from '../ctrl-enter.ts'
import css from './compose.module.css'
import { composeWords, whatHappens } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'
import { Emergency } from './emergency.tsx'
import { findingId } from './found.tsx'
import type { Looking } from './use-verdict.ts'

const w = composeWords.send
const topics = ['post', 'delivery', 'frame', 'today', 'posting'] as const

type Props = DeskParts & {
  looking: Looking
  blank: boolean
  post: Whole | null
  /** What the button and its second line say of an answer; as the server says it when left out. */
  says?: (words: string) => string
  /** After it went its way. The page goes to its record, unless this says otherwise. */
  onSent?: (id: string) => void
  /** Where what happens and the acts stand; the foot of the page when left out. */
  foot?: ComponentType<FootBarProps>
}

/** Why the button cannot be pressed; null when it can. */
const notReadyFor = ({ looking, blank, post, draft }: Props): string | null => {
  const { verdict } = looking
  if (blank) return w.nothing
  if (!verdict) return looking.failed ? w.notReady(composeWords.found.failed) : w.rulesWait
  if (verdict.needs.kind === 'blocked') return w.notReady(verdict.needs.detail)
  if (draft.saving.kind === 'conflict') return w.notReady(composeWords.conflict.heading)
  if (post?.stage === 'asked' && !draft.askingEnded && draft.saving.kind === 'saved') return composeWords.waits
  return null
}

/** The one act: publish, or ask whoever has to say yes. What is written is saved first, and only what was saved goes anywhere. */
const useSend = ({ draft, looking, context, onSent }: Props) => {
  const navigate = useNavigate()
  const ask = useAct(askApproval, topics)
  const publish = useAct(publishAtOnce, topics)
  const [unsaved, setUnsaved] = useState(false)
  const busy = ask.isPending || publish.isPending
  const done = (id: string) => {
    draft.finish()
    if (onSent) onSent(id)
    else void navigate({ to: '/posts/$id', params: { id } })
  }
  const send = async (): Promise<void> => {
    const saved = await draft.saveNow()
    setUnsaved(saved === null)
    if (!saved) return
    const act = looking.verdict?.needs.kind === 'publishAtOnce' ? publish : ask
    // Not by a callback of this component: once it is released, the page of the draft is gone before the answer is told.
    const seen = context.meanwhile?.n ?? 0
    await act.mutateAsync({ id: saved.id, edit: saved.edit, seen }).then(
      () => done(saved.id),
      () => undefined,
    )
  }
  return { send, busy, done, unsaved, failed: ask.error ?? publish.error }
}

const Confirm = ({ label, onYes, onNo }: { label: string | null; onYes: () => void; onNo: () => void }) => (
  <AlertDialog
    open={label !== null}
    onClose={onNo}
    heading={w.confirm(label ?? '')}
    acts={
      <>
        <Button kind="primary" autoFocus onPress={onYes}>
          {label ?? ''}
        </Button>
        <Button onPress={onNo}>{w.cancel}</Button>
      </>
    }
  >
    <p>{w.confirmBody}</p>
  </AlertDialog>
)

/** The foot: what will happen, the other way out, and the filled button whose label says it. */
export const Send = (props: Props) => {
  const { looking, found, context, draft, foot: Foot = FootBar, says = (words) => words } = props
  const { send, busy, done, unsaved, failed } = useSend(props)
  const [confirm, setConfirm] = useState(false)
  const [emergency, setEmergency] = useState(false)
  const needs = looking.verdict?.needs ?? null
  const notReady = notReadyFor(props)
  const publishes = needs?.kind === 'publishAtOnce'
  const advice = found.filter((f) => f.finding.state === 'open' && f.finding.severity === 'advise').length
  const rules = looking.verdict?.result.checkedRules.length ?? 0
  const firstOpen = found.find((f) => needs?.findings.includes(f.finding.key))
  const mayEmergency =
    context.emergency === null && !publishes && needs !== null && looking.verdict?.troubles.length === 0 && !props.blank
  useCtrlEnter(notReady !== null || busy ? null : () => (publishes ? setConfirm(true) : void send()))

  return (
    <>
      <div className={css.sendFailed}>
        <ActFailed cause={failed} />
        {context.meanwhile && <Notice tone="warn">{w.meanwhile(context.meanwhile.says)}</Notice>}
        {unsaved && draft.saving.kind !== 'saved' && <Notice tone="warn">{w.notSaved}</Notice>}
      </div>
      <Foot
        acts={
          <>
            {mayEmergency && (
              <Button kind="refuse" onPress={() => setEmergency(true)}>
                {w.emergency}
              </Button>
            )}
            <Button
              kind="primary"
              second={needs && says(needs.detail)}
              notReady={notReady}
              busy={busy}
              describedBy={notReady !== null && firstOpen ? findingId(firstOpen.n) : undefined}
              onPress={() => void send()}
            >
              {needs ? says(needs.label) : ''}
            </Button>
          </>
        }
      >
        {needs && !props.blank && (
          <p>
            <b>{w.what}</b> {whatHappens(needs, { rules, advice })}
          </p>
        )}
      </Foot>
      <Confirm
        label={confirm && needs ? says(needs.label) : null}
        onNo={() => setConfirm(false)}
        onYes={() => {
          setConfirm(false)
          void send()
        }}
      />
      {emergency && <Emergency {...props} onClose={() => setEmergency(false)} onDone={done} />}
    </>
  )
}
