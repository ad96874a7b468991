import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { words } from '../words.ts'
import css from './field.module.css'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'

export type Option = {
  id: string
  /** Also what typing finds. */
  name: string
  /** Light words after it. */
  aside?: ReactNode
  disabled?: boolean
}

export type SelectProps = FieldWords & {
  options: readonly Option[]
  value: string | null
  onChange: (id: string) => void
  icon?: IconName
  disabled?: boolean
}

/** One of a list, when there are more than four or the names are long. */
export const Select = ({ options, value, onChange, icon, disabled = false, ...field }: SelectProps) => (
  <AriaSelect
    className={css.field ?? ''}
    value={value}
    onChange={(id) => {
      if (typeof id === 'string') onChange(id)
    }}
    isInvalid={Boolean(field.wrong)}
    isDisabled={disabled}
    placeholder={words.field.choose}
    validationBehavior="aria"
  >
    <Label className={css.label ?? ''}>
      <FieldLabel label={field.label} aside={field.aside} />
    </Label>
    <Button className={css.input ?? ''}>
      {icon && <Icon name={icon} />}
      <SelectValue className={css.value ?? ''} />
      <span className={css.chevron}>
        <Icon name="down" />
      </span>
    </Button>
    <FieldFoot hint={field.hint} wrong={field.wrong} />
    <Popover className={css.popover ?? ''} offset={4}>
      <ListBox items={options}>
        {(option) => (
          <ListBoxItem
            className={css.option ?? ''}
            id={option.id}
            textValue={option.name}
            isDisabled={option.disabled ?? false}
          >
            <span>
              {option.name} {option.aside && <span className={css.aside}>{option.aside}</span>}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)
