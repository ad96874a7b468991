import { useState } from 'react'
import { TextField, type TextFieldProps } from './field.tsx'
import { FormDialog, type FormDialogProps } from './form-dialog.tsx'

type ReasonDialogProps<T> = Omit<FormDialogProps<T>, 'send' | 'children'> &
  Pick<TextFieldProps, 'label' | 'lines'> & {
    /** What is said when no reason is given, or less than `least` letters. */
    missing: string
    least?: number
    /** What stands above the field. */
    body?: string
    send: (reason: string) => Promise<T>
  }

/** An act that wants nothing but its reason. */
export const ReasonDialog = <T,>(props: ReasonDialogProps<T>) => {
  const { label, lines = false, missing, least = 1, body, send, ...dialog } = props
  const [reason, setReason] = useState('')
  return (
    <FormDialog {...dialog} send={() => send(reason)}>
      {body && <p>{body}</p>}
      <TextField
        label={label}
        lines={lines}
        autoFocus
        value={reason}
        onChange={setReason}
        wrong={reason.trim().length < least && missing}
      />
    </FormDialog>
  )
}
