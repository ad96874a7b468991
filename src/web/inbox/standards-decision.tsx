import { useState } from 'react'
import {
  decideAppealEndpoint,
  liftEndpoint,
  recordAppealEndpoint,
  reviewEndpoint,
  settleModerationEndpoint,
} from '../../inbox/moderation/moderation.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct } from '../call.ts'
import { MarkOf } from '../networks/mark-of.tsx'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { type State, StateMark } from '../parts/state-mark.tsx'
import { dayAndClock, sentence } from '../say.ts'
import css from './standards.module.css'
import { type Decision, stateSaid, standardsWords as w } from './standards-words.ts'

const topics = ['moderation', 'conversation', 'alarm'] as const
type Doing = keyof Decision['may']
const f = w.forms

const marks: { readonly [state in Decision['state']]: State } = {
  asked: 'waiting',
  doing: 'sending',
  done: 'live',
  refused: 'refused',
  needsPerson: 'needsPerson',
  lifting: 'sending',
  lifted: 'withdrawn',
}

type Form = { decision: Decision; onClose: () => void }

/** A heading, a sentence, and why: lifting and reviewing. */
const WhyForm = ({ decision, onClose, what }: Form & { what: 'lift' | 'review' }) => {
  const lift = useAct(liftEndpoint, topics)
  const review = useAct(reviewEndpoint, topics)
  const act = what === 'lift' ? lift : review
  return (
    <ReasonDialog
      onClose={onClose}
      heading={f[what].heading(decision.reference)}
      body={f[what].body}
      act={f[what].act}
      send={async (reason) => act.send({ id: decision.id, reason })}
      label={f.reason}
      missing={f.reasonMissing}
      least={3}
      lines
    />
  )
}

const AppealForm = ({ decision, onClose }: Form) => {
  const record = useAct(recordAppealEndpoint, topics)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={f.appeal.heading(decision.reference)}
      body={f.appeal.body}
      act={f.appeal.act}
      send={(words) => record.send({ id: decision.id, words })}
      label={f.appeal.words}
      missing={f.appeal.wordsMissing}
      least={3}
      lines
    />
  )
}

const DecideForm = ({ decision, onClose }: Form) => {
  const [outcome, setOutcome] = useState<'upheld' | 'lifted'>('upheld')
  const [reason, setReason] = useState('')
  const decide = useAct(decideAppealEndpoint, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={f.decide.heading(decision.reference)}
      act={f.decide.act}
      send={() => decide.send({ id: decision.id, outcome, reason })}
    >
      <blockquote>{decision.appeal?.words}</blockquote>
      <RadioGroup
        label={f.decide.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={(['upheld', 'lifted'] as const).map((id) => ({ id, name: f.decide[id] }))}
      />
      <TextField
        label={f.reason}
        value={reason}
        onChange={setReason}
        lines
        wrong={reason.trim().length < 3 && f.reasonMissing}
      />
    </FormDialog>
  )
}

const SettleForm = ({ decision, onClose }: Form) => {
  const undo = decision.lift !== null
  const [saw, setSaw] = useState<'done' | 'again' | 'leave'>('done')
  const [reason, setReason] = useState('')
  const settle = useAct(settleModerationEndpoint, topics)
  const ways = undo ? (['done', 'again'] as const) : (['done', 'again', 'leave'] as const)
  return (
    <FormDialog
      onClose={onClose}
      heading={f.settle.heading(decision.reference)}
      act={f.settle.act}
      send={() => settle.send({ id: decision.id, saw, reason })}
    >
      <p>{f.settle.body}</p>
      <RadioGroup
        label={f.settle.saw}
        value={saw}
        onChange={setSaw}
        choices={ways.map((id) => ({ id, name: f.settle[id] }))}
      />
      <TextField
        label={f.reason}
        value={reason}
        onChange={setReason}
        lines
        wrong={reason.trim().length < 3 && f.reasonMissing}
      />
    </FormDialog>
  )
}

const Doings = (props: Form & { doing: Doing }) => {
  if (props.doing === 'appeal') return <AppealForm {...props} />
  if (props.doing === 'decideAppeal') return <DecideForm {...props} />
  if (props.doing === 'settle') return <SettleForm {...props} />
  return <WhyForm {...props} what={props.doing} />
}

const order: readonly Doing[] = ['settle', 'decideAppeal', 'review', 'appeal', 'lift']

/** What happened after it was decided, in order. */
const After = ({ decision, at }: { decision: Decision; at: (instant: string) => string }) => {
  const { review, appeal, lift } = decision
  return (
    <>
      {decision.networkWords && <p className="small second">{w.network(sentence(decision.networkWords))}</p>}
      {review?.at && review.by && (
        <p className="small second">{w.reviewed(said(review.by), at(review.at), review.words)}</p>
      )}
      {appeal && (
        <>
          <p className="small second">{w.appealed(at(appeal.at))}</p>
          <blockquote>{appeal.words}</blockquote>
          {appeal.outcome && appeal.by && appeal.decidedAt && (
            <p className="small">
              {w.appealDecided(appeal.outcome, said(appeal.by), at(appeal.decidedAt), appeal.reason)}
            </p>
          )}
        </>
      )}
      {lift && lift.why !== 'appeal' && (
        <p className="small second">{w.lift(lift.why, lift.by && said(lift.by), at(lift.askedAt), lift.words)}</p>
      )}
    </>
  )
}

/** One decision: what was there, under which standard, by whom, and what may be done now. */
export const DecisionItem = ({ decision, zone, now }: { decision: Decision; zone: string; now: Date }) => {
  const [doing, setDoing] = useState<Doing | null>(null)
  const at = (instant: string) => dayAndClock(instant, zone, now)
  const standing = decision.state !== 'lifted' && decision.state !== 'refused'
  return (
    <li className={css.item}>
      <div className={css.head}>
        <h3>{w.title(decision.act, decision.standard.code, decision.standard.title)}</h3>
        <StateMark state={marks[decision.state]}>{stateSaid(decision)}</StateMark>
        <span className="mono small">{decision.reference}</span>
      </div>
      <blockquote>{decision.copy.text}</blockquote>
      <p className="small second">
        {w.from(decision.copy.from, at(decision.copy.saidAt))} {w.pictures(decision.copy.pictures)}{' '}
        {decision.copy.url && <a href={decision.copy.url}>{w.conversation}</a>}
      </p>
      <p className="small second">
        <MarkOf network={decision.account.network} />{' '}
        {w.decided(said(decision.by), at(decision.at), decision.account.name)}
        {'. '}
        {decision.reason && sentence(w.because(decision.reason))}
      </p>
      {standing && (decision.expiresAt || decision.review) && (
        <p className="small">
          {[
            decision.expiresAt && w.ends(at(decision.expiresAt)),
            decision.review && !decision.review.at && w.reviewBy(at(decision.review.dueAt)),
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      )}
      <After decision={decision} at={at} />
      <details className={css.told}>
        <summary>{w.told}</summary>
        <blockquote data-kind="ours">{decision.tellThem}</blockquote>
      </details>
      <div className={css.acts}>
        {order
          .filter((id) => decision.may[id])
          .map((id) => (
            <Button key={id} small label={w.of(w.acts[id], decision.reference)} onPress={() => setDoing(id)}>
              {w.acts[id]}
            </Button>
          ))}
      </div>
      {doing && <Doings doing={doing} decision={decision} onClose={() => setDoing(null)} />}
    </li>
  )
}
