import { useState } from 'react'
import { type CoverHours, coverWords, hoursAWeek, tidy } from '../../register/cover.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import css from './account.module.css'
import { formWords } from './account-form-words.ts'

const w = formWords.cover
const days = formWords.dayNames
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const fits = (from: string, to: string): boolean => time.test(from) && (time.test(to) || to === '24:00') && from < to

/** When somebody looks at what comes in: stretches of a usual week. */
export const CoverField = ({
  value,
  onChange,
}: {
  value: readonly CoverHours[]
  onChange: (value: CoverHours[]) => void
}) => {
  const [chosen, setChosen] = useState<readonly number[]>([1, 2, 3, 4, 5])
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('17:00')
  const [asked, setAsked] = useState(false)
  const add = () => {
    setAsked(true)
    if (chosen.length === 0 || !fits(from, to)) return
    onChange(tidy([...value, ...chosen.map((day) => ({ day, from, to }))]))
    setAsked(false)
  }
  return (
    <div className={form.form}>
      <p>{value.length === 0 ? w.none : w.stated(coverWords(value), hoursAWeek(value))}</p>
      {value.length > 0 && (
        <ul className={css.stretches}>
          {value.map((h) => {
            const words = `${days[h.day - 1]} ${h.from}–${h.to}`
            return (
              <li key={words}>
                <span>{words}</span>
                <Button small label={w.remove(words)} onPress={() => onChange(value.filter((other) => other !== h))}>
                  {w.takeOut}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <fieldset className={form.boxes}>
        <legend>{w.days}</legend>
        <div className={css.days}>
          {days.map((name, i) => (
            <Checkbox
              key={name}
              checked={chosen.includes(i + 1)}
              onChange={(on) => setChosen(on ? [...chosen, i + 1] : chosen.filter((d) => d !== i + 1))}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className={form.beside}>
        <TextField label={w.from} value={from} onChange={setFrom} />
        <TextField
          label={w.to}
          value={to}
          onChange={setTo}
          wrong={asked && (chosen.length === 0 || !fits(from, to)) && w.wrong}
        />
      </div>
      <div className={form.acts}>
        <Button small onPress={add}>
          {w.add}
        </Button>
      </div>
    </div>
  )
}
