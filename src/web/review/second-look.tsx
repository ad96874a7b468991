import { useState } from 'react'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { waitingEndpoints } from '../../review/waiting/waiting.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../say.ts'
import { DecideFields, type Draft, draftFor, givenOf, notReady } from './decide-form.tsx'
import { DecidedWords } from './decision.tsx'
import css from './review.module.css'
import { type Review, reviewWords as w } from './review-words.ts'

const AskForm = ({ data, onClose }: { data: Review; onClose: () => void }) => {
  const ask = useAct(reviewEndpoints.askSecondLook)
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.askHeading}
      act={w.askAct}
      send={(why) => ask.send({ review: data.review.id, why })}
      label={w.askWhy}
      missing={w.short}
      least={3}
      lines
    />
  )
}

const LookForm = ({ data, onClose }: { data: Review; onClose: () => void }) => {
  const zone = useZone()
  const [result, setResult] = useState<'stands' | 'instead'>('stands')
  const [reason, setReason] = useState('')
  const [draft, setDraft] = useState<Draft>(draftFor(data))
  const look = useAct(reviewEndpoints.decideSecondLook, ['reviews', 'account', 'plans', 'carrying-out'])
  const said = result === 'instead' ? draft.reason : reason
  const waiting = result === 'instead' ? notReady(draft, data, zone) : null
  const send = () =>
    look.send({ review: data.review.id, reason: said, instead: result === 'instead' ? givenOf(draft, data) : null })
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={w.lookHeading}
      act={w.lookAct}
      send={send}
      notReady={waiting ?? (said.trim().length < 3 ? w.needs.reason : null)}
    >
      <RadioGroup
        label={w.lookHeading}
        labelHidden
        value={result}
        onChange={setResult}
        choices={[
          { id: 'stands', name: w.stands },
          { id: 'instead', name: w.instead },
        ]}
        across
      />
      {result === 'stands' ? (
        <TextField label={w.lookReason} value={reason} onChange={setReason} lines />
      ) : (
        <DecideFields data={data} draft={draft} onChange={setDraft} />
      )}
    </FormDialog>
  )
}

const WaiveForm = ({ data, onClose }: { data: Review; onClose: () => void }) => {
  const waive = useAct(waitingEndpoints.waiveSecondLook, ['reviews', 'carrying-out'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.waiveHeading}
      act={w.waive}
      send={() => waive.send({ review: data.review.id })}
    >
      <p>{w.waiveBody}</p>
    </FormDialog>
  )
}

/** Second looks that were asked for, the way to ask for one, and what was decided before. */
export const SecondLook = ({ data }: { data: Review }) => {
  const [open, setOpen] = useState<'ask' | 'look' | 'waive' | null>(null)
  const zone = useZone()
  const { review, may } = data
  const { looks, earlier, askUntil, closesFrom, waived } = review
  if (looks.length === 0 && earlier.length === 0 && !may.askAgain && !closesFrom && !waived) return null
  const at = (instant: string) => day(instant, zone, new Date())
  return (
    <Section heading={w.second} more={may.askAgain && askUntil && w.askUntil(at(askUntil))}>
      {looks.map((l) => (
        <div key={l.id} className={css.look}>
          <p>“{l.why}”</p>
          <p className="small second">{w.asks(`${l.by.rank} ${l.by.name}`, at(l.at))}</p>
          {l.result && l.decidedBy && l.decidedAt ? (
            <>
              <p>
                <b>{w.results[l.result]}.</b> {l.reason}
              </p>
              <p className="small second">{w.decidedBy(`${l.decidedBy.rank} ${l.decidedBy.name}`, at(l.decidedAt))}</p>
            </>
          ) : may.lookAgain ? (
            <Button onPress={() => setOpen('look')}>{w.lookAgain}</Button>
          ) : (
            <p className="second">{w.waits}</p>
          )}
        </div>
      ))}
      {closesFrom && <p className="second">{w.closesFrom(at(closesFrom))}</p>}
      {waived && <p className="second">{w.waived(`${waived.by.rank} ${waived.by.name}`.trim(), at(waived.at))}</p>}
      {(may.askAgain || may.waive) && (
        <div className={css.acts}>
          {may.askAgain && <Button onPress={() => setOpen('ask')}>{w.askSecond}</Button>}
          {may.waive && <Button onPress={() => setOpen('waive')}>{w.waive}</Button>}
        </div>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{w.earlier}</summary>
          {earlier.map((d) => (
            <div key={d.at} className={css.look}>
              <DecidedWords decision={d} />
            </div>
          ))}
        </details>
      )}
      {open === 'ask' && <AskForm data={data} onClose={() => setOpen(null)} />}
      {open === 'waive' && <WaiveForm data={data} onClose={() => setOpen(null)} />}
      {open === 'look' && <LookForm data={data} onClose={() => setOpen(null)} />}
    </Section>
  )
}
