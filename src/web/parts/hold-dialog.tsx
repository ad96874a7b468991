import { useState } from 'react'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { RadioGroup } from './choices.tsx'
import { AlertDialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { DialogForm } from './form-dialog.tsx'
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

const Ask = ({
  waiting,
  sending,
  scopes = [],
  reading = 'done',
  onClose,
  onHold,
}: Omit<HoldDialogProps, 'open' | 'held'>) => {
  const [wish, setWish] = useState<HoldWish>({ part: 'all', scope: null, why: '' })
  const isPart = wish.part === 'part'
  return (
    <DialogForm
      onClose={onClose}
      act={isPart ? words.hold.actPart : words.hold.act}
      send={() => onHold({ scope: isPart ? wish.scope : null, why: wish.why.trim() })}
      onDone={() => {}}
    >
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
      {isPart && (
        <Select
          label={words.hold.which}
          options={scopes}
          reading={reading}
          value={wish.scope}
          onChange={(scope) => setWish({ ...wish, scope })}
          wrong={wish.scope === null && words.hold.whichMissing}
        />
      )}
      <TextField
        label={words.hold.why}
        value={wish.why}
        onChange={(why) => setWish({ ...wish, why })}
        wrong={wish.why.trim() === '' && words.hold.whyMissing}
      />
      <p className="small second">{words.hold.explain}</p>
    </DialogForm>
  )
}

/** Stops what waits: what, why, what still goes out, and the act. Release is a page, because each post is looked at again. */
export const HoldDialog = ({ open, held = null, ...asked }: HoldDialogProps) => (
  <AlertDialog
    open={open}
    onClose={asked.onClose}
    heading={words.hold.heading}
    acts={held && <Button onPress={asked.onClose}>{words.form.close}</Button>}
  >
    {held ? (
      <Notice tone={held.left > 0 ? 'warn' : 'ok'}>
        {held.left > 0 ? words.hold.holding(held.left, held.of) : words.hold.done}
      </Notice>
    ) : (
      <Ask {...asked} />
    )}
  </AlertDialog>
)
