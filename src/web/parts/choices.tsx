import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Label } from 'react-aria-components/Label'
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { useWrong } from './asked.ts'
import css from './choices.module.css'
import { cx } from './class.ts'
import field from './field.module.css'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice<Id extends string = string> = {
  id: Id
  name: ReactNode
  /** Second words on the same line. */
  aside?: ReactNode
  disabled?: boolean
}

type GroupProps<Id extends string> = FieldWords & {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  labelHidden?: boolean
  disabled?: boolean
  /** Takes the focus to its chosen one, as in a dialog. */
  autoFocus?: boolean
}

const chosen = <Id extends string>(choices: readonly Choice<Id>[], id: string): Id | undefined =>
  choices.find((c) => c.id === id)?.id

const Group = <Id extends string>(props: GroupProps<Id> & { className: string; children: ReactNode }) => {
  const wrong = useWrong(props.wrong)
  return (
    <AriaRadioGroup
      className={field.field ?? ''}
      value={props.value}
      onChange={(id) => {
        const choice = chosen(props.choices, id)
        if (choice !== undefined) props.onChange(choice)
      }}
      isInvalid={Boolean(wrong)}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
    >
      <Label className={props.labelHidden ? 'hidden-words' : (field.label ?? '')}>
        <FieldLabel label={props.label} aside={props.aside} />
      </Label>
      <div className={props.className}>{props.children}</div>
      <FieldFoot hint={props.hint} wrong={wrong} />
    </AriaRadioGroup>
  )
}

/** One of a few, each in a full line (or `across` when the names are short). */
export const RadioGroup = <Id extends string>(props: GroupProps<Id> & { across?: boolean }) => (
  <Group {...props} className={cx(css.choices, props.across && css.across)}>
    {props.choices.map((c) => (
      <Radio
        key={c.id}
        value={c.id}
        className={css.choice ?? ''}
        isDisabled={c.disabled ?? false}
        autoFocus={Boolean(props.autoFocus) && c.id === props.value}
      >
        <span className={cx(css.box, css.round)} aria-hidden="true" />
        <span>
          {c.name} {c.aside && <span className={css.second}>{c.aside}</span>}
        </span>
      </Radio>
    ))}
  </Group>
)

/** One of two to four short words in a row. */
export const Segmented = <Id extends string>(props: GroupProps<Id>) => (
  <Group {...props} className={css.segments ?? ''}>
    {props.choices.map((c) => (
      <Radio key={c.id} value={c.id} className={css.segment ?? ''} isDisabled={c.disabled ?? false}>
        {c.name}
      </Radio>
    ))}
  </Group>
)

export type CheckboxProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  children: ReactNode
}

/** Yes or no to one thing. */
export const Checkbox = ({ checked, onChange, disabled = false, children }: CheckboxProps) => (
  <AriaCheckbox className={css.choice ?? ''} isSelected={checked} onChange={onChange} isDisabled={disabled}>
    <span className={css.box} aria-hidden="true">
      {checked && <Icon name="tick" size={13} />}
    </span>
    <span>{children}</span>
  </AriaCheckbox>
)

type BoxesProps<Id extends string> = {
  choices: readonly Pick<Choice<Id>, 'id' | 'name'>[]
  value: readonly Id[]
  /** Those that are ticked, in the order of the choices. */
  onChange: (ids: Id[]) => void
  disabled?: boolean
}

/** Any of several: a box for each. */
export const Boxes = <Id extends string>({ choices, value, onChange, disabled = false }: BoxesProps<Id>) =>
  choices.map(({ id, name }) => (
    <Checkbox
      key={id}
      disabled={disabled}
      checked={value.includes(id)}
      onChange={(on) => onChange(choices.flatMap((c) => ((c.id === id ? on : value.includes(c.id)) ? [c.id] : [])))}
    >
      {name}
    </Checkbox>
  ))
