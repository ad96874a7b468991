import { useState } from 'react'
import { TextField, type TextFieldProps } from './field.tsx'
import { FormDialog, type FormDialogProps } from './form-dialog.tsx'

type ReasonDialogProps = Omit<FormDialogProps, 'open' | 'onAct' | 'children'> &
  Pick<TextFieldProps, 'label' | 'lines' | 'autoFocus'> & {
    /** What is said when no reason is given. */
    missing: string
    /** What stands above the field. */
    body?: string
    onAct: (reason: string) => void
  }

/** An act that wants nothing but its reason. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  const { label, lines = false, autoFocus = false, missing, body, onAct, ...dialog } = props
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const empty = reason.trim() === ''
  const act = (): void => {
    setAsked(true)
    if (!empty) onAct(reason)
  }
  return (
    <FormDialog {...dialog} open onAct={act}>
      {body && <p>{body}</p>}
      <TextField
        label={label}
        lines={lines}
        autoFocus={autoFocus}
        value={reason}
        onChange={setReason}
        wrong={asked && empty && missing}
      />
    </FormDialog>
  )
}
