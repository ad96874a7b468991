import { createContext, type ReactNode, useContext, useState } from 'react'
import { carries } from '../../review/decision.ts'
import { ends, type Outcome } from '../../review/outcome.ts'
import { lossOf, talkIn } from '../../review/plan/loss.ts'
import { planEndpoints } from '../../review/plan/plan.contract.ts'
import type { RoundRow } from '../../review/review.contract.ts'
import { togetherEndpoints } from '../../review/together/together.contract.ts'
import { type Alone, mostTogether, whyAlone } from '../../review/together/together.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FootBar } from '../parts/foot-bar.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { wallDay } from '../say.ts'
import { LossSentence } from './loss-view.tsx'
import css from './review.module.css'
import { togetherWords as w } from './together-words.ts'

type Choosing = {
  chosen: readonly RoundRow[]
  put: (rows: readonly RoundRow[], on: boolean) => void
}

const Chosen = createContext<Choosing | null>(null)

/** Why this one is decided by itself, whatever else is chosen. */
const aloneOf = (row: RoundRow): Alone | null => whyAlone({ ...row, decided: row.decided !== null }, new Set([row.key]))

/** Our own accounts are not decided together with those of others, nor one recommendation with another. */
const isAlike = (a: RoundRow, b: RoundRow): boolean => a.recommendation === b.recommendation && a.subject === b.subject

/** Why a row has no box: below what is decided of it. */
export const Singly = ({ row }: { row: RoundRow }) => {
  const why = row.decided === null && !row.lookWaits && !row.closed && aloneOf(row)
  return why && <span className={css.alone}>{w.singly(why)}</span>
}

/** The box of one row. Rows stand still while others are chosen: only the boxes are drawn anew. */
export const ChooseRow = ({ row }: { row: RoundRow }) => {
  const choosing = useContext(Chosen)
  if (!choosing || row.decided !== null) return null
  if (aloneOf(row) !== null) return null
  const { chosen, put } = choosing
  const isChosen = chosen.some((r) => r.id === row.id)
  const fits = chosen.length < mostTogether && isAlike(chosen[0] ?? row, row)
  return (
    <Checkbox checked={isChosen} disabled={!isChosen && !fits} onChange={(on) => put([row], on)}>
      <span className="hidden-words">{w.chooseOne(row.name)}</span>
    </Checkbox>
  )
}

/** Chooses a whole group, in place of what was chosen before. */
export const ChooseGroup = ({ rows }: { rows: readonly RoundRow[] }) => {
  const choosing = useContext(Chosen)
  const mayBe = rows.filter((r) => aloneOf(r) === null)
  const fit = mayBe.filter((r) => mayBe[0] && isAlike(mayBe[0], r)).slice(0, mostTogether)
  if (!choosing || fit.length < 2) return null
  return (
    <button type="button" className="as-link" onClick={() => choosing.put(fit, true)}>
      {w.chooseAll(fit.length)}
    </button>
  )
}

/** What closing or merging them would lose, before anybody decides it. */
const WouldLose = ({ rows }: { rows: readonly RoundRow[] }) => {
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  if (!facts.data) return null
  const going = rows.map((r) => ({ accountId: r.key, intoAccountId: r.recommendedInto?.id ?? null }))
  const loss = lossOf(facts.data.accounts, going, { voicesSign: true })
  return loss.accounts > 0 && <LossSentence loss={loss} talk={talkIn(facts.data.accounts, going)} />
}

type FormProps = { round: string; outcome: Outcome; rows: readonly RoundRow[]; onClose: () => void; onDone: () => void }

const TogetherForm = ({ round, outcome, rows, onClose, onDone }: FormProps) => {
  const zone = useZone()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState('')
  const decide = useAct(togetherEndpoints.decideTogether, ['reviews', 'account', 'plans', 'carrying-out'])
  const keys = new Set(rows.map((r) => r.key))
  const read = rows.map((row) => ({ row, why: whyAlone({ ...row, decided: row.decided !== null }, keys) }))
  const [fit, apart] = [read.filter((r) => r.why === null), read.filter((r) => r.why !== null)]
  const carried = rows.some((r) => carries(outcome, r.subject) !== null)
  const waits =
    fit.length === 0
      ? w.needs.none
      : carried && on === ''
        ? w.needs.day
        : reason.trim().length < 3
          ? w.needs.reason
          : null
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={w.heading(fit.length, outcome)}
      act={w.act(fit.length, outcome)}
      send={() => decide.send({ round, reviews: fit.map(({ row }) => row.id), on: on === '' ? null : on, reason })}
      onDone={onDone}
      notReady={waits}
    >
      <p>{w.body}</p>
      {ends(outcome) && <WouldLose rows={fit.map(({ row }) => row)} />}
      <TextField label={w.reason} value={reason} onChange={setReason} lines />
      <DayField
        label={carried ? w.on.goes : w.on.again}
        {...(carried ? {} : { aside: '(not needed)' })}
        value={on}
        onChange={setOn}
        earliest={wallDay(new Date(), zone)}
      />
      <Listed
        heading={w.decided}
        rows={fit.map(({ row }) => [row, row.recommendedInto && w.joins(row.recommendedInto.name)])}
      />
      {apart.length > 0 && <Listed heading={w.apart} rows={apart.map(({ row, why }) => [row, why && w.singly(why)])} />}
    </FormDialog>
  )
}

const Listed = ({ heading, rows }: { heading: string; rows: readonly (readonly [RoundRow, string | null])[] }) => (
  <div className={css.together}>
    <h3>
      {heading} <span className="second">{rows.length}</span>
    </h3>
    <ul>
      {rows.map(([row, words]) => (
        <li key={row.id}>
          <b>{row.name}</b> {words && <span className="second">{words}</span>}
        </li>
      ))}
    </ul>
  </div>
)

/** Lets several rows with the same recommendation be chosen, and decides them for one reason. */
export const Together = ({
  round,
  rows,
  children,
}: {
  round: string
  rows: readonly RoundRow[]
  children: ReactNode
}) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState(false)
  const chosen = rows.filter((r) => ids.has(r.id) && r.decided === null)
  const put: Choosing['put'] = (these, on) => {
    const kept = these.length > 1 ? [] : chosen.map((r) => r.id)
    const named = these.map((r) => r.id)
    setIds(new Set(on ? [...kept, ...named] : kept.filter((id) => !named.includes(id))))
  }
  const [first] = chosen
  return (
    <Chosen value={{ chosen, put }}>
      {children}
      {first && (
        <FootBar
          acts={
            <>
              <Button onPress={() => setIds(new Set())}>{w.clear}</Button>
              <Button kind="primary" onPress={() => setOpen(true)}>
                {w.open(chosen.length)}
              </Button>
            </>
          }
        >
          <b>{w.chosen(chosen.length, first.recommendation)}</b>
          <br />
          <span className="small second">{chosen.length < mostTogether ? w.others : w.most}</span>
        </FootBar>
      )}
      {open && first && (
        <TogetherForm
          round={round}
          outcome={first.recommendation}
          rows={chosen}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            setIds(new Set())
          }}
        />
      )}
    </Chosen>
  )
}
