import { type RefObject, useRef, useState } from 'react'
import { note } from '../../inbox/inbox.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { answerWords } from './answer-words.ts'
import { Clocks } from './clocks.tsx'
import { Moderate } from './moderate.tsx'
import { Outcome } from './outcome.tsx'
import css from './side.module.css'
import { useUnsent } from './unsent.ts'
import { deskTopics, type Whole } from './use-hold.ts'

const w = answerWords

const Note = ({ c }: { c: Whole }) => {
  const act = useAct(note, deskTopics)
  const [words, setWords] = useUnsent(`note ${c.row.id}`)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const missing = words.trim().length < 3
  return (
    <Section heading={w.note.label}>
      <div className={css.form} ref={form}>
        <TextField
          label={<span className="hidden-words">{w.note.label}</span>}
          lines
          value={words}
          onChange={setWords}
          hint={w.note.hint}
          wrong={asked && missing && w.note.missing}
        />
        <ActFailed cause={act.error} />
        <div>
          <Button
            small
            busy={act.isPending}
            onPress={() => {
              setAsked(true)
              if (missing) return form.current && goToFirstWrong(form.current)
              act.mutate(
                { id: c.row.id, words },
                {
                  onSuccess: () => {
                    setWords('')
                    setAsked(false)
                  },
                },
              )
            }}
          >
            {w.note.act}
          </Button>
        </div>
      </div>
    </Section>
  )
}

type Props = {
  c: Whole
  zone: string
  now: Date
  outcome: RefObject<HTMLDivElement | null>
  hide: RefObject<HTMLDivElement | null>
  onUse: ((words: string) => void) | null
}

/** What happens with this conversation: its outcome, clocks, moderation and notes. Nothing about the person. */
export const Side = ({ c, zone, now, outcome, hide, onUse }: Props) => (
  <aside className={css.side} aria-label={w.outcome.region}>
    <Outcome c={c} zone={zone} now={now} place={outcome} />
    <Clocks c={c} zone={zone} now={now} />
    {c.may.moderate && <Moderate c={c} place={hide} onUse={onUse} />}
    {c.may.work && <Note key={c.row.id} c={c} />}
    <p className={css.noFile}>
      <Icon name="shield" size={15} />
      <span>{w.noFile}</span>
    </p>
  </aside>
)
