import { useState } from 'react'
import type { Content } from '../../../posting/content.ts'
import { dueOf, instantOf, timeTrouble, wallOf, whenWords } from '../../../posting/schedule.ts'
import { RadioGroup, Segmented } from '../../parts/choices.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Select } from '../../parts/select.tsx'
import { WhenField } from '../../parts/when-field.tsx'
import { wallDay } from '../../say.ts'
import { usePhone } from '../use-phone.ts'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'

const w = composeWords.details
const none = 'none'
/** Somebody looks at it again at this time of the day that was chosen. */
const morning = '09:00'

const Objective = ({ context, content, change }: DeskParts) => (
  <Select
    label={w.objective}
    options={[
      { id: none, name: w.none },
      ...context.objectives.map((o) => ({
        id: o.id,
        name: o.title,
        ...(o.kind === 'localPriority' ? { aside: w.priority(o.area) } : {}),
      })),
    ]}
    value={content.objectiveId ?? none}
    onChange={(id) => change((c) => ({ ...c, objectiveId: id === none ? null : id }))}
  />
)

const Intent = ({ content, change }: DeskParts) => (
  <Segmented
    label={w.intent}
    choices={[
      { id: 'inform', name: w.inform },
      { id: 'engage', name: w.engage },
      { id: 'appeal', name: w.appeal },
    ]}
    value={content.intent}
    onChange={(intent) => change((c) => ({ ...c, intent }))}
  />
)

type At = Extract<Content['when'], { kind: 'at' }>

/** The next full hour that leaves somebody time to read it. */
const proposed = (now: Date, zone: string): At => {
  const next = new Date(Math.ceil((now.getTime() + 30 * 60_000) / 3_600_000) * 3_600_000)
  return { kind: 'at', wall: wallOf(next, zone), zone, which: 'earlier' }
}

const Time = ({ at, change, now, zone }: DeskParts & { at: At }) => {
  const set = (changes: Partial<At>) => change((c) => ({ ...c, when: { ...at, ...changes } }))
  const resolved = instantOf(at.wall, at.zone, at.which)
  return (
    <>
      <WhenField
        label={w.atLabel}
        value={{ date: at.wall.slice(0, 10), time: at.wall.slice(11, 16) }}
        onChange={({ date, time }) => date && time && set({ wall: `${date}T${time}`, which: 'earlier' })}
        zone={at.zone}
        earliest={wallDay(now, zone)}
        hint={resolved?.kind !== 'plain' && resolved?.said}
        wrong={timeTrouble(at, now, zone)}
      />
      {resolved?.kind === 'twice' && (
        <RadioGroup
          label={w.twice}
          choices={[
            { id: 'earlier', name: w.earlier },
            { id: 'later', name: w.later },
          ]}
          value={at.which}
          onChange={(which) => set({ which })}
        />
      )}
    </>
  )
}

const When = (props: DeskParts) => {
  const { content, change, now, zone } = props
  const { when } = content
  return (
    <div className="stack">
      <Segmented
        label={w.when}
        choices={[
          { id: 'now', name: w.now },
          { id: 'at', name: w.at },
        ]}
        value={when.kind}
        onChange={(kind) =>
          change((c) => ({
            ...c,
            when: kind === 'now' ? { kind } : c.when.kind === 'at' ? c.when : proposed(now, zone),
          }))
        }
      />
      {when.kind === 'at' && <Time {...props} at={when} />}
    </div>
  )
}

const Again = ({ content, change, now, zone }: DeskParts) => (
  <DayField
    label={w.again}
    value={content.reviewAt ? wallDay(content.reviewAt, zone) : ''}
    earliest={wallDay(now, zone)}
    onChange={(date) =>
      change((c) => ({
        ...c,
        reviewAt: date === '' ? null : (instantOf(`${date}T${morning}`, zone)?.instant.toISOString() ?? c.reviewAt),
      }))
    }
  />
)

/** What it serves, what it is for, when it goes out and when somebody looks at it again. */
export const Details = (props: DeskParts) => {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const { content, context, now, zone } = props
  const fields = (
    <div className={css.details}>
      <Objective {...props} />
      <Intent {...props} />
      <When {...props} />
      <Again {...props} />
    </div>
  )
  if (!phone) return fields
  const due = dueOf(content.when, now)
  const objective = context.objectives.find((o) => o.id === content.objectiveId)?.title ?? w.none
  return (
    <section aria-label={w.phone}>
      <button type="button" className={css.unfold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>
          <small>{w.objective}</small>
          <b>{objective}</b>
        </span>
        <span>
          <small>{w.when}</small>
          <b>{due?.scheduled ? whenWords(due.instant, zone, now) : w.atOnce}</b>
        </span>
        <Icon name={open ? 'up' : 'next'} size={18} />
      </button>
      {open && fields}
    </section>
  )
}
