import { type ReactNode, useId } from 'react'
import { words } from '../words.ts'
import { useWrong } from './asked.ts'
import { cx } from './class.ts'
import css from './field.module.css'
import { Shape } from './shape.tsx'

/** A wall clock: what the calendar and the clock on the wall show in the zone. `2026-10-07`, `08:00`. */
export type Wall = { date: string; time: string }

export type WhenFieldProps = {
  label: ReactNode
  value: Wall
  onChange: (wall: Wall) => void
  /** IANA zone; its city is shown unless it is the device's own. */
  zone: string
  /** Earliest date, `2026-10-06`. */
  earliest?: string
  /** As in October: "01:30 happens twice. This is the first." */
  hint?: ReactNode
  wrong?: ReactNode
}

const isHere = (zone: string): boolean => Intl.DateTimeFormat().resolvedOptions().timeZone === zone
const city = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** A date and a time of day, with the zone where it is not the reader's own. Native inputs: best on phones. */
export const WhenField = ({ label, value, onChange, zone, earliest, hint, ...props }: WhenFieldProps) => {
  const id = useId()
  const wrong = useWrong(props.wrong)
  const inputClass = cx(css.input)
  const invalid = wrong ? { 'data-invalid': true, 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {}
  return (
    <fieldset className={css.field} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={css.label}>{label}</legend>
      <div className={css.group}>
        <input
          className={inputClass}
          type="date"
          aria-label={words.when.date}
          value={value.date}
          min={earliest}
          onChange={(e) => onChange({ ...value, date: e.target.value })}
          {...invalid}
        />
        <input
          className={inputClass}
          type="time"
          aria-label={words.when.time}
          value={value.time}
          onChange={(e) => onChange({ ...value, time: e.target.value })}
          {...invalid}
        />
      </div>
      {wrong && (
        <p className={css.wrong} id={`${id}-wrong`}>
          <Shape name="diamond" size={14} />
          <span>{wrong}</span>
        </p>
      )}
      {(hint || !isHere(zone)) && (
        <p className={css.hint} id={`${id}-hint`}>
          {!isHere(zone) && `${words.when.zone(city(zone))}. `}
          {hint}
        </p>
      )}
    </fieldset>
  )
}
