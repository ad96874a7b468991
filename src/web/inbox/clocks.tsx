import { useState } from 'react'
import { recordCrime, sayCrime } from '../../inbox/inbox.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Section } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { answerWords } from './answer-words.ts'
import { clockRow } from './clock-words.ts'
import css from './side.module.css'
import { deskTopics, type Whole } from './use-hold.ts'

const w = answerWords.clocks

type Props = { c: Whole; zone: string; now: Date }

const Recorded = ({ c }: { c: Whole }) => {
  const act = useAct(recordCrime, deskTopics)
  const [reference, setReference] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = reference.trim().length < 2
  if (c.crimeRef) return <p className="small second">{w.recorded(c.crimeRef)}</p>
  return (
    <div className={css.form}>
      <TextField
        label={w.reference}
        mono
        value={reference}
        onChange={setReference}
        wrong={asked && missing && w.missing}
      />
      <div>
        <Button
          small
          busy={act.isPending}
          onPress={() => {
            setAsked(true)
            if (!missing) act.mutate({ id: c.row.id, reference: reference.trim() })
          }}
        >
          {w.record}
        </Button>
      </div>
      <ActFailed cause={act.error} />
    </div>
  )
}

/** Whether a crime was reported is a person's word; the 24 hours begin with it. */
const Crime = ({ c }: { c: Whole }) => {
  const act = useAct(sayCrime, deskTopics)
  const [changing, setChanging] = useState(false)
  const say = (reported: boolean) => act.mutate({ id: c.row.id, reported }, { onSuccess: () => setChanging(false) })
  const asks = c.crimeSaid === null || changing
  return (
    <div className={css.crime}>
      {asks ? (
        <div className="row">
          <p className={css.asks}>{w.crime}</p>
          <Button small busy={act.isPending} onPress={() => say(true)} label={`${w.crime} ${w.yes}`}>
            {w.yes}
          </Button>
          <Button small busy={act.isPending} onPress={() => say(false)} label={`${w.crime} ${w.no}`}>
            {w.no}
          </Button>
        </div>
      ) : (
        <p>
          {c.crimeSaid ? w.said.yes : w.said.no}{' '}
          <button type="button" className={`as-link ${css.link}`} onClick={() => setChanging(true)}>
            {w.change}
          </button>
        </p>
      )}
      <ActFailed cause={act.error} />
      {(c.crimeSaid === true || c.crimeRef !== null) && <Recorded c={c} />}
    </div>
  )
}

/** Every clock with its aim or limit, and what is over. */
export const Clocks = ({ c, zone, now }: Props) => (
  <Section heading={w.heading} state={c.clocks.length === 0 && !c.may.work ? 'empty' : 'loaded'} empty={w.none}>
    <ul className={css.clocks}>
      {c.clocks.map((one) => {
        const said = clockRow(one, c.row.danger, zone, now)
        return (
          <li key={one.kind}>
            <span>
              {said.name}
              <small data-tone={said.tone}>
                {said.tone !== 'plain' && <Shape name={said.tone === 'risk' ? 'diamond' : 'triangle'} size={13} />}
                {said.note}
              </small>
            </span>
            <b>
              <time dateTime={one.stoppedAt ?? one.endsAt}>{said.figure}</time>
            </b>
          </li>
        )
      })}
    </ul>
    {c.may.work && <Crime c={c} />}
  </Section>
)
