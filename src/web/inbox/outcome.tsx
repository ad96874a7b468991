import { type RefObject, useRef, useState } from 'react'
import { type OutcomeKind, outcomeKinds, outcomes } from '../../inbox/conversation.ts'
import { close, raiseIncident } from '../../inbox/inbox.contract.ts'
import { Refused, useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { goToFirstWrong } from '../parts/first-wrong.ts'
import { Section } from '../parts/section.tsx'
import { Shape } from '../parts/shape.tsx'
import { lately } from '../posting/moment.ts'
import { personWords } from '../posting/refs.ts'
import { answerWords } from './answer-words.ts'
import css from './side.module.css'
import { useUnsent } from './unsent.ts'
import { toWhatItIs } from './use-conversation.ts'
import { deskTopics, type Whole } from './use-hold.ts'

const w = answerWords.outcome

type Times = { zone: string; now: Date }
type Needed = 'reference' | 'team' | 'reason'
const leastReference = 2

/** What came of it, once it is closed; every outcome that it ever had. */
const Given = ({ c, zone, now }: Times & { c: Whole }) => (
  <ul className={css.given}>
    {c.outcomes.map((o) => (
      <li key={`${o.kind} ${o.at}`}>
        <b>{outcomes[o.kind].label}</b>
        <p>{[o.reference, o.team, o.reason].filter((said) => said !== '').join('. ')}</p>
        <p className="small second">{w.given(personWords(o.by), lately(o.at, zone, now))}</p>
      </li>
    ))}
  </ul>
)

/** The reference can be noted at once, while the answer is still being written. */
const Incident = ({ c, reference, onMissing }: { c: Whole; reference: string; onMissing: () => void }) => {
  const act = useAct(raiseIncident, deskTopics)
  return (
    <>
      <Button
        small
        busy={act.isPending}
        onPress={() =>
          reference.trim().length < leastReference
            ? onMissing()
            : act.mutate({ id: c.row.id, reference: reference.trim() })
        }
      >
        {w.incident}
      </Button>
      <ActFailed cause={act.error} />
    </>
  )
}

const useClosing = (c: Whole, form: RefObject<HTMLElement | null>) => {
  const act = useAct(close, deskTopics)
  const [kind, setKind] = useState<OutcomeKind | null>(null)
  const needs: Needed | null = kind === null || outcomes[kind].needs === 'nothing' ? null : outcomes[kind].needs
  // The reference that is noted already, also by somebody else meanwhile, until another is typed.
  const [typed, setTyped] = useState<string | null>(null)
  const [words, setWords] = useUnsent(`outcome ${needs} ${c.row.id}`)
  const [asked, setAsked] = useState(false)
  const isReference = needs === 'reference'
  const given = isReference ? (typed ?? c.row.incidentRef ?? '') : words
  const give = (next: string): void => (isReference ? setTyped(next) : setWords(next))
  const short = needs !== null && given.trim().length < (isReference ? leastReference : 1)
  const ask = (whether: boolean): void => {
    setAsked(whether)
    if (whether && form.current) goToFirstWrong(form.current)
  }
  const go = (): void => {
    ask(true)
    if (kind === null || short) return
    const said = needs === null ? {} : { [needs]: given }
    act.mutate({ id: c.row.id, version: c.version, outcome: kind, ...said }, { onSuccess: () => setWords('') })
  }
  return { act, kind, setKind, given, give, asked, ask, needs, short, go }
}

const Choose = ({ c, zone, now }: Times & { c: Whole }) => {
  const form = useRef<HTMLDivElement>(null)
  const { act, kind, setKind, given, give, asked, ask, needs, short, go } = useClosing(c, form)
  const wrong = asked && short && needs !== null && w.fieldMissing[needs]
  return (
    <div className={css.form} ref={form}>
      <RadioGroup
        label={w.label}
        choices={outcomeKinds.map((id) => ({ id, name: outcomes[id].label }))}
        value={kind}
        onChange={(next) => {
          setKind(next)
          ask(false)
        }}
        wrong={asked && kind === null && w.missing}
        hint={kind && outcomes[kind].says}
      />
      {needs && (
        <TextField
          label={w.fields[needs]}
          mono={needs === 'reference'}
          lines={needs === 'reason'}
          value={given}
          onChange={give}
          wrong={wrong}
          hint={
            needs === 'reference' &&
            c.row.incidentRef &&
            c.row.incidentAt &&
            w.raised(c.row.incidentRef, lately(c.row.incidentAt, zone, now))
          }
        />
      )}
      {kind === 'incidentRaised' && <Incident c={c} reference={given} onMissing={() => ask(true)} />}
      <ActFailed cause={act.error} />
      {act.error instanceof Refused && act.error.id === 'decideCategory' && (
        <div>
          <Button small onPress={toWhatItIs}>
            {w.sayIt}
          </Button>
        </div>
      )}
      <div>
        <Button wide busy={act.isPending} onPress={go}>
          {w.act(kind)}
        </Button>
      </div>
    </div>
  )
}

/** Nothing is closed without an outcome. */
export const Outcome = (props: Times & { c: Whole; place: RefObject<HTMLDivElement | null> }) => {
  const { c, place } = props
  const open = c.stage === 'open'
  const other = c.row.holder !== null && !c.row.holder.you
  return (
    <div ref={place}>
      <Section
        heading={open ? w.heading : w.closedHeading}
        more={
          open && (
            <span className={css.needed}>
              <Shape name="diamond" size={15} />
              {w.needed}
            </span>
          )
        }
      >
        {c.outcomes.length > 0 && <Given {...props} />}
        {open && other && c.row.holder && <p className="small second">{w.theirs(personWords(c.row.holder.person))}</p>}
        {open && c.may.work && !other && <Choose key={c.row.id} {...props} />}
      </Section>
    </div>
  )
}
