import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useWrong } from './asked.ts'
import { cx } from './class.ts'
import css from './field.module.css'
import { Shape } from './shape.tsx'

/** What every field shares. */
export type FieldWords = {
  label: ReactNode
  /** Light words after the label, as in "(kept with the decision)". */
  aside?: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do. Setting it marks the field. */
  wrong?: ReactNode
}

export const FieldLabel = ({ label, aside }: Pick<FieldWords, 'label' | 'aside'>) => (
  <>
    {label} {aside && <span className={css.light}>{aside}</span>}
  </>
)

/** The foot of a field: what is wrong, or else the hint. */
export const FieldFoot = ({ hint, wrong }: Pick<FieldWords, 'hint' | 'wrong'>) => (
  <>
    <FieldError className={css.wrong ?? ''}>
      <Shape name="diamond" size={14} />
      <span>{wrong}</span>
    </FieldError>
    {hint && (
      <Text slot="description" elementType="p" className={css.hint ?? ''}>
        {hint}
      </Text>
    )}
  </>
)

export type TextFieldProps = FieldWords & {
  value: string
  onChange: (value: string) => void
  /** A count or a state, right of the label. */
  note?: ReactNode
  /** More than one line. */
  lines?: boolean
  type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'search'
  /** For references, handles and check sums. */
  mono?: boolean
  lang?: string
  name?: string
  autoComplete?: string
  placeholder?: string
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
}

/** One line or several of plain text. */
export const TextField = (props: TextFieldProps) => {
  const { value, onChange, note, lines = false, type = 'text', mono = false, lang, placeholder } = props
  const inputClass = cx(css.input, mono && 'mono')
  const wrong = useWrong(props.wrong)
  const shared = { className: inputClass, ...(lang ? { lang } : {}), ...(placeholder ? { placeholder } : {}) }
  return (
    <AriaTextField
      className={css.field ?? ''}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={Boolean(wrong)}
      isRequired={props.required ?? false}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...(props.name ? { name: props.name } : {})}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
    >
      <div className={css.head}>
        <Label className={css.label ?? ''}>
          <FieldLabel label={props.label} aside={props.aside} />
        </Label>
        {note && <span className={css.note}>{note}</span>}
      </div>
      {lines ? <TextArea {...shared} /> : <Input {...shared} />}
      <FieldFoot hint={props.hint} wrong={wrong} />
    </AriaTextField>
  )
}
