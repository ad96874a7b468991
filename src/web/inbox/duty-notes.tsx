import { type FormEvent, useState } from 'react'
import { dutyEndpoints } from '../../inbox/duty/duty.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import form from '../parts/form.module.css'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { personWords } from '../posting/refs.ts'
import { dayAndClock } from '../say.ts'
import css from './duty.module.css'
import { dutyWords, type Notes, standWords } from './duty-words.ts'
import { useUnsent } from './unsent.ts'

const w = dutyWords.notes
const topics = ['duty', 'handOver'] as const

const WriteNote = () => {
  const [words, setWords] = useUnsent('hand-over')
  const [asked, setAsked] = useState(false)
  const leave = useAct(dutyEndpoints.addHandOver, topics)
  const missing = words.trim().length < 3
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault()
    setAsked(true)
    goToFirstWrong(event.currentTarget)
    if (missing || leave.isPending) return
    const done = () => {
      setWords('')
      setAsked(false)
    }
    leave.mutate({ words }, { onSuccess: done })
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <TextField
        label={w.write}
        hint={w.writeHint}
        lines
        value={words}
        onChange={setWords}
        wrong={asked && missing && w.missing}
      />
      {leave.isSuccess && words === '' && <Notice tone="ok">{w.done}</Notice>}
      <ActFailed cause={leave.error} />
      <div className={form.acts}>
        <Button type="submit" busy={leave.isPending}>
          {w.act}
        </Button>
      </div>
    </form>
  )
}

const Note = ({ note, zone, may }: { note: Notes['notes'][number]; zone: string; may: boolean }) => {
  const read = useAct(dutyEndpoints.readHandOver, topics)
  const now = new Date()
  return (
    <li>
      <b>{personWords(note.by)}</b> <span className="small second">{dayAndClock(note.at, zone, now)}</span>
      <p className={css.note}>{note.words}</p>
      {note.stand && <p className="small second">{standWords(note.stand)}</p>}
      {note.read ? (
        <p className="small second">{w.readBy(personWords(note.read.by), dayAndClock(note.read.at, zone, now))}</p>
      ) : note.yours || !may ? (
        <p className="small second">{note.yours ? w.yours : w.unread}</p>
      ) : (
        <Button small busy={read.isPending} onPress={() => read.mutate({ id: note.id })}>
          {w.read}
        </Button>
      )}
      <ActFailed cause={read.error} />
    </li>
  )
}

/** What one shift tells the next, and how the desk stands. */
export const DutyNotes = ({ zone }: { zone: string }) => {
  const read = useRead(dutyEndpoints.handOvers, {}, { topic: 'duty', also: ['handOver', 'conversation'] })
  if (!read.data)
    return (
      <Section
        heading={w.heading}
        state={read.isError ? { failed: read.error.message, again: () => void read.refetch() } : 'loading'}
      />
    )
  const { notes, now, mayWrite } = read.data
  return (
    <Section heading={w.heading}>
      <p className="small">
        <b>{w.stand}:</b> {standWords(now)}
      </p>
      {mayWrite && <WriteNote />}
      {notes.length === 0 && <p className="small second">{w.none}</p>}
      <ul className={css.list}>
        {notes.map((note) => (
          <Note key={note.id} note={note} zone={zone} may={mayWrite} />
        ))}
      </ul>
    </Section>
  )
}
