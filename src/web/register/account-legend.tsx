import { type FormEvent, useState } from 'react'
import { instantOf } from '../../posting/schedule.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { call } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { day, wallDay } from '../say.ts'
import css from './account.module.css'
import { accountWords } from './account-words.ts'

const w = accountWords.legend

/** Who stood behind a signature on a day. */
export const LookUp = ({ accountId, zone }: { accountId: string; zone: string }) => {
  const [mark, setMark] = useState('')
  const [date, setDate] = useState(() => wallDay(new Date(), zone))
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const find = async (): Promise<void> => {
    const at = instantOf(`${date}T12:00`, zone)?.instant.toISOString()
    if (mark.trim() === '' || !at) return setSaid(w.missing)
    setBusy(true)
    try {
      const { speaker } = await call(registerEndpoints.speaker, { id: accountId, mark: mark.trim(), at })
      const on = (instant: string) => day(instant, zone, new Date())
      setSaid(
        speaker
          ? w.was(
              speaker.signature ?? speaker.mark,
              `${speaker.rank} ${speaker.name}`,
              on(speaker.from),
              speaker.until && on(speaker.until),
            )
          : w.nobody(mark.trim(), on(at)),
      )
    } catch (cause) {
      setSaid(cause instanceof Error ? cause.message : String(cause))
    }
    setBusy(false)
  }
  return (
    <Section heading={w.heading}>
      <form
        className={css.lookUp}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void find()
        }}
      >
        <TextField label={w.mark} hint={w.markHint} value={mark} onChange={setMark} autoComplete="off" />
        <DayField label={w.date} value={date} onChange={setDate} />
        <Button type="submit" busy={busy}>
          {w.act}
        </Button>
      </form>
      {said && <Notice>{said}</Notice>}
    </Section>
  )
}
