import type { FormEvent, ReactNode } from 'react'
import { words } from '../words.ts'
import { ActFailed } from './act-failed.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { goToFirstWrong } from './first-wrong.ts'
import css from './form.module.css'

export type FormDialogProps = {
  open: boolean
  onClose: () => void
  heading: ReactNode
  /** The label of the filled button: a verb and its object. */
  act: string
  onAct: () => void
  busy?: boolean
  failed?: Error | null
  /** What must be settled first; shown in place of the act. */
  notReady?: ReactNode
  refuse?: boolean
  wide?: boolean
  children: ReactNode
}

/** A short form over the page. Enter in a field does the act; what went wrong stands above it. */
export const FormDialog = (props: FormDialogProps) => {
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    if (props.notReady || props.busy) return
    props.onAct()
    goToFirstWrong(event.currentTarget)
  }
  return (
    <Dialog open={props.open} onClose={props.onClose} heading={props.heading} alert wide={props.wide ?? false}>
      <form className={css.form} onSubmit={submit} noValidate>
        {props.children}
        <ActFailed cause={props.failed ?? null} />
        <div className={css.acts}>
          <Button
            kind={props.refuse ? 'refuse' : 'primary'}
            type="submit"
            busy={props.busy ?? false}
            notReady={props.notReady}
          >
            {props.act}
          </Button>
          <Button onPress={props.onClose}>{words.form.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
