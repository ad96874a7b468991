import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { words } from '../words.ts'
import { useWrong } from './asked.ts'
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

/** Whether the list to choose from has been read. `failed` says why it was not. */
export type Reading = 'done' | 'reading' | { failed: string; again: () => void }

type Read = { isPending: boolean; isError: boolean; error: Error | null; refetch: () => unknown }

/** How far a reading of choices has come. */
export const readingOf = (read: Read): Reading => {
  if (read.isPending) return 'reading'
  return read.isError && read.error ? { failed: read.error.message, again: () => void read.refetch() } : 'done'
}

export type SelectProps = FieldWords & {
  options: readonly Option[]
  reading?: Reading
  value: string | null
  onChange: (id: string) => void
  icon?: IconName
  disabled?: boolean
}

/** One of a list, when there are more than four or the names are long. While the list is being read, or was not read, it says so. */
export const Select = (props: SelectProps) => {
  const { options, value, onChange, icon, disabled = false, reading = 'done', ...field } = props
  const busy = reading === 'reading'
  const wrong = useWrong(field.wrong)
  const failed = typeof reading === 'object' ? reading : null
  return (
    <div aria-busy={busy}>
      <AriaSelect
        className={css.field ?? ''}
        value={busy || failed ? null : value}
        onChange={(id) => {
          if (typeof id === 'string') onChange(id)
        }}
        isInvalid={Boolean(wrong)}
        isDisabled={disabled || busy || failed !== null}
        placeholder={busy ? words.field.reading : failed ? words.field.notRead : words.field.choose}
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
        <FieldFoot hint={field.hint} wrong={wrong} />
        <Popover className={css.popover ?? ''} offset={4}>
          <ListBox items={options} renderEmptyState={() => <p className={css.heading}>{words.field.nothing}</p>}>
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
      {failed && (
        <p className={css.hint} role="alert">
          {failed.failed}{' '}
          <button type="button" className="as-link" onClick={failed.again}>
            {words.section.again}
          </button>
        </p>
      )}
    </div>
  )
}
