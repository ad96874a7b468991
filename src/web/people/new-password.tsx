import { passwordLength } from '../../people/people.contract.ts'
import { TextField } from '../parts/field.tsx'
import { signInWords } from './sign-in-words.ts'

export type NewPassword = { next: string; again: string }

const w = signInWords.change

export const passwordFits = ({ next, again }: NewPassword): boolean =>
  next.length >= passwordLength.min && next === again

/** A new password, written twice. `asked`: the person pressed the act, so say what is missing. */
export const NewPasswordFields = ({
  value,
  onChange,
  asked,
  label = w.next,
}: {
  value: NewPassword
  onChange: (value: NewPassword) => void
  asked: boolean
  label?: string
}) => (
  <>
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      value={value.next}
      onChange={(next) => onChange({ ...value, next })}
      hint={w.hint}
      wrong={asked && value.next.length < passwordLength.min && w.short}
    />
    <TextField
      label={w.again}
      type="password"
      autoComplete="new-password"
      value={value.again}
      onChange={(again) => onChange({ ...value, again })}
      wrong={asked && value.next.length >= passwordLength.min && value.next !== value.again && w.differ}
    />
  </>
)
