import { useState } from 'react'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { RadioGroup } from './choices.tsx'
import { AlertDialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'
import { type Reading, Select } from './select.tsx'

/** What may be held beside everything: an area, a topic or a network. */
export type HoldScope = { id: string; name: string }

export type HoldDialogProps = {
  open: boolean
  onClose: () => void
  waiting: number
  sending: number
  scopes?: readonly HoldScope[]
  /** Whether these have been read; holding everything waits for nothing. */
  reading?: Reading
  /** `scope` is null for everything. Rejects with an Error whose message is shown. */
  onHold: (wish: { scope: string | null; why: string }) => Promise<void>
  /** Set after the hold: how many of those that were in the air are still being sent. */
  held?: { left: number; of: number } | null
}

type HoldWish = { part: 'all' | 'part'; scope: string | null; why: string }

const useHold = (onHold: HoldDialogProps['onHold']) => {
  const [wish, setWish] = useState<HoldWish>({ part: 'all', scope: null, why: '' })
  const [state, setState] = useState<{ busy: boolean; asked: boolean; failed: string | null }>({
    busy: false,
    asked: false,
    failed: null,
  })
  const hold = async (): Promise<void> => {
    const scope = wish.part === 'all' ? null : wish.scope
    if (wish.why.trim() === '' || (wish.part === 'part' && scope === null)) {
      setState({ busy: false, asked: true, failed: null })
      return
    }
    setState({ busy: true, asked: true, failed: null })
    const failed = await onHold({ scope, why: wish.why.trim() }).then(
      () => null,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    )
    setState({ busy: false, asked: false, failed })
  }
  return { wish, setWish, state, hold }
}

const Ask = ({
  waiting,
  sending,
  scopes = [],
  reading = 'done',
  wish,
  setWish,
  state,
}: HoldDialogProps & Omit<ReturnType<typeof useHold>, 'hold'>) => (
  <>
    {scopes.length > 0 || reading !== 'done' ? (
      <RadioGroup
        label={words.hold.heading}
        labelHidden
        autoFocus
        value={wish.part}
        onChange={(part) => setWish({ ...wish, part })}
        choices={[
          { id: 'all', name: <b>{words.hold.everything}</b>, aside: words.hold.everythingHint(waiting, sending) },
          { id: 'part', name: words.hold.aPart },
        ]}
      />
    ) : (
      <p>
        <b>{words.hold.everything}.</b> <span className="second">{words.hold.everythingHint(waiting, sending)}</span>
      </p>
    )}
    {wish.part === 'part' && (
      <Select
        label={words.hold.which}
        options={scopes}
        reading={reading}
        value={wish.scope}
        onChange={(scope) => setWish({ ...wish, scope })}
        wrong={state.asked && wish.scope === null && words.hold.whichMissing}
      />
    )}
    <TextField
      label={words.hold.why}
      value={wish.why}
      onChange={(why) => setWish({ ...wish, why })}
      wrong={state.asked && wish.why.trim() === '' && words.hold.whyMissing}
    />
    <p className="small second">{words.hold.explain}</p>
    {state.failed && <Notice tone="risk">{state.failed}</Notice>}
  </>
)

/** Stops what waits: what, why, what still goes out, and the act. Release is a page, because each post is looked at again. */
export const HoldDialog = (props: HoldDialogProps) => {
  const { open, onClose, held = null } = props
  const { hold, ...form } = useHold(props.onHold)
  const acts = held ? (
    <Button onPress={onClose}>{words.hold.close}</Button>
  ) : (
    <>
      <Button kind="primary" busy={form.state.busy} onPress={() => void hold()}>
        {form.wish.part === 'all' ? words.hold.act : words.hold.actPart}
      </Button>
      <Button onPress={onClose}>{words.hold.cancel}</Button>
    </>
  )
  return (
    <AlertDialog open={open} onClose={onClose} heading={words.hold.heading} acts={acts}>
      {held ? (
        <Notice tone={held.left > 0 ? 'warn' : 'ok'}>
          {held.left > 0 ? words.hold.holding(held.left, held.of) : words.hold.done}
        </Notice>
      ) : (
        <Ask {...props} {...form} />
      )}
    </AlertDialog>
  )
}
