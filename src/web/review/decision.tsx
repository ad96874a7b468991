import { useState } from 'react'
import { outcomeWords } from '../../review/outcome.ts'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { day, dayAndClock } from '../say.ts'
import { DecideFields, type Draft, draftFor, givenOf, notReady } from './decide-form.tsx'
import css from './review.module.css'
import { decideAct, type Review, reviewWords as w } from './review-words.ts'

type Decided = NonNullable<Review['review']['decision']>

/** A decision as it was recorded: what, where and when, why, by whom. */
export const DecidedWords = ({ decision }: { decision: Decided }) => {
  const zone = useZone()
  return (
    <>
      <p>
        <b>{outcomeWords[decision.outcome]}</b> {decision.into && w.into(decision.into.name)}{' '}
        {decision.on && w.onDay(day(decision.on, zone, new Date()))}
      </p>
      <p>{decision.reason}</p>
      {decision.whyOther && (
        <p className="second">
          {w.whyOther}: {decision.whyOther}
        </p>
      )}
      <p className="small second">
        {w.decidedBy(`${decision.by.rank} ${decision.by.name}`, dayAndClock(decision.at, zone, new Date()))}
      </p>
    </>
  )
}

type PanelProps = { data: Review; draft: Draft; onChange: (draft: Draft) => void }

const Deciding = ({ data, draft, onChange, onDone }: PanelProps & { onDone: (() => void) | null }) => {
  const zone = useZone()
  const decide = useAct(reviewEndpoints.decide, ['reviews', 'account', 'plans', 'carrying-out'])
  const given = givenOf(draft, data)
  const record = () => {
    if (given)
      decide.mutate(
        { review: data.review.id, seen: data.review.decision?.at ?? null, ...given },
        { onSuccess: () => onDone?.() },
      )
  }
  return (
    <>
      <DecideFields data={data} draft={draft} onChange={onChange} />
      <p className="small second">{w.mayAsk}</p>
      <ActFailed cause={decide.error} />
      <div className="row">
        <Button kind="primary" onPress={record} busy={decide.isPending} notReady={notReady(draft, data, zone)}>
          {draft.outcome && decideAct(draft.outcome, data.people)}
        </Button>
        {onDone && <Button onPress={onDone}>{w.notYet}</Button>}
      </div>
    </>
  )
}

/** What becomes of the account: recorded by a named person, with the reason. */
export const DecisionPanel = ({ data, draft, onChange }: PanelProps) => {
  const [again, setAgain] = useState(false)
  const { review, may } = data
  const changing = review.decision === null || again
  return (
    <section className={css.decision} aria-label={w.decision}>
      <header>
        <h2>{w.decision}</h2>
        <span className="small second">
          {w.recommendedAs} <b>{outcomeWords[review.recommendation].toLowerCase()}</b>, {w.byTests}
        </span>
      </header>
      {review.decision && !again && (
        <>
          <DecidedWords decision={review.decision} />
          {may.decide && (
            <div>
              <Button
                onPress={() => {
                  onChange(draftFor(data))
                  setAgain(true)
                }}
              >
                {w.change}
              </Button>
            </div>
          )}
        </>
      )}
      {changing && may.decide && (
        <Deciding data={data} draft={draft} onChange={onChange} onDone={again ? () => setAgain(false) : null} />
      )}
      {changing && !may.decide && <p className="second">{review.closedSince ? w.nothingLeft : w.mayNot}</p>}
    </section>
  )
}
