import { type FormEvent, type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { faultOf } from '../call.ts'
import { words } from '../words.ts'
import { ActFailed } from './act-failed.tsx'
import { Asked } from './asked.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { firstWrong } from './first-wrong.ts'
import css from './form.module.css'

/** What is under way; nothing, where something is not chosen yet. */
export type Sent<T> = Promise<T> | false | null | undefined

export type FormDialogProps<T> = {
  onClose: () => void
  heading: ReactNode
  /** The label of the filled button: a verb and its object. */
  act: string
  /** Sends what the fields hold; asked for when no field is marked wrong. */
  send: () => Sent<T>
  /** What follows when it went well, in place of closing. */
  onDone?: ((made: T) => void) | undefined
  /** What must be settled first; shown in place of the act. */
  notReady?: ReactNode
  refuse?: boolean
  wide?: boolean
  children: ReactNode
}

/** Sends once at a time, and only when no field is marked wrong: else the focus goes to the first that is. */
const useSending = <T,>({ send, onDone, onClose }: Pick<FormDialogProps<T>, 'send' | 'onDone' | 'onClose'>) => {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | null>(null)
  const go = async (form: HTMLElement): Promise<void> => {
    flushSync(() => setAsked(true))
    const wrong = firstWrong(form)
    if (wrong) return wrong.focus()
    const sent = send()
    if (!sent) return
    setBusy(true)
    setFailed(null)
    await sent.then(onDone ?? onClose, (cause: unknown) => setFailed(faultOf(cause)))
    setBusy(false)
  }
  return { asked, busy, failed, go }
}

/** The same for whoever has the dialog. */
export const DialogForm = <T,>(props: Omit<FormDialogProps<T>, 'heading' | 'wide'>) => {
  const { asked, busy, failed, go } = useSending(props)
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    if (!props.notReady && !busy) void go(event.currentTarget)
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Asked value={asked}>{props.children}</Asked>
      <ActFailed cause={failed} />
      <div className={css.acts}>
        <Button kind={props.refuse ? 'refuse' : 'primary'} type="submit" busy={busy} notReady={props.notReady}>
          {props.act}
        </Button>
        <Button onPress={props.onClose}>{words.form.cancel}</Button>
      </div>
    </form>
  )
}

/**
 * A short form over the page. Enter in a field does the act; while it is being sent it cannot be done again, what went wrong stands above it,
 * and what was asked and said in it is gone when it closes.
 */
export const FormDialog = <T,>(props: FormDialogProps<T>) => (
  <Dialog open onClose={props.onClose} heading={props.heading} alert wide={props.wide ?? false}>
    <DialogForm {...props} />
  </Dialog>
)
