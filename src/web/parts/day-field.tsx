import { useId } from 'react'
import { useWrong } from './asked.ts'
import { cx } from './class.ts'
import css from './field.module.css'
import type { FieldWords } from './field.tsx'
import { Shape } from './shape.tsx'

export type DayFieldProps = FieldWords & {
  /** `2026-10-07`, or empty. */
  value: string
  onChange: (value: string) => void
  earliest?: string
}

/** A calendar day. A native input: best on phones. */
export const DayField = ({ label, aside, hint, value, onChange, earliest, ...props }: DayFieldProps) => {
  const id = useId()
  const wrong = useWrong(props.wrong)
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label} {aside && <span className={css.light}>{aside}</span>}
      </label>
      <input
        id={id}
        className={cx(css.input)}
        type="date"
        value={value}
        min={earliest}
        onChange={(e) => onChange(e.target.value)}
        aria-describedby={cx(hint ? `${id}-hint` : null, wrong ? `${id}-wrong` : null) || undefined}
        {...(wrong ? { 'data-invalid': true, 'aria-invalid': true } : {})}
      />
      {wrong && (
        <p className={css.wrong} id={`${id}-wrong`}>
          <Shape name="diamond" size={14} />
          <span>{wrong}</span>
        </p>
      )}
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
