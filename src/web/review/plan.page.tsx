import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Going } from '../../review/plan/loss.ts'
import { type PlanFacts, type PlanRow, planEndpoints } from '../../review/plan/plan.contract.ts'
import { addressWith, useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, FileLink, PrintButton } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { type Chosen, fittingNow, goingOf } from './fitting.ts'
import { AlsoLost, LossBars, LossSentence } from './loss-view.tsx'
import css from './plan.module.css'
import { PlanAccounts } from './plan-accounts.tsx'
import { planWords } from './plan-words.ts'
import { Switches, useTrying } from './switches.tsx'

const w = planWords.builder
const path = (
  <>
    <Link to="/reviews">{planWords.reviews}</Link> / <Link to="/reviews/plans">{planWords.path}</Link>
  </>
)

/** Deletes what is saved; the accounts in it stay as they are. */
const DeletePlan = ({ plan }: { plan: PlanRow }) => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const act = useAct(planEndpoints.deletePlan, ['plans'])
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {w.remove}
      </Button>
      {open && (
        <FormDialog
          onClose={() => setOpen(false)}
          heading={w.removeSure(plan.name)}
          act={w.remove}
          refuse
          send={() => act.send({ id: plan.id })}
          onDone={() => void navigate({ to: '/reviews/plans' })}
        >
          <p>{w.removeBody}</p>
        </FormDialog>
      )}
    </>
  )
}

/** What a plan begins with: nothing, what a round amounts to, or what was saved. */
type Begun = { name: string; roundId: string | null; accounts: readonly Going[] }
const nothing: Begun = { name: '', roundId: null, accounts: [] }

/** Chosen and not saved, by page, until the product is loaded anew: whoever looks at the rows behind a figure comes back to it. */
const unsaved = new Map<string, { chosen: Chosen; version: number }>()

type BuilderProps = {
  facts: PlanFacts
  begun: Begun
  plan: PlanRow | null
  mayPlan: boolean
  place: string
  onAgain: () => void
}

const Builder = ({ facts, begun, plan, mayPlan, place, onAgain }: BuilderProps) => {
  const navigate = useNavigate()
  const [name, setName] = useState(begun.name)
  const [asked, setAsked] = useState(false)
  const [version, setVersion] = useState(unsaved.get(place)?.version ?? plan?.version ?? 0)
  const [begunWith] = useState(() => fittingNow(facts.accounts, begun.accounts))
  const [chosen, setChosen] = useState<Chosen>(unsaved.get(place)?.chosen ?? begunWith.chosen)
  const [kept, setKept] = useState('')
  const choose = (next: Chosen): void => {
    unsaved.set(place, { chosen: next, version })
    setChosen(next)
  }
  const put = ({ accountId, intoAccountId }: Going, goes: boolean): void =>
    choose(new Map([...chosen].filter(([id]) => id !== accountId).concat(goes ? [[accountId, intoAccountId]] : [])))
  // Somebody may close one of them while the page stands open.
  const going = fittingNow(facts.accounts, goingOf(chosen)).chosen
  const trying = useTrying(facts, goingOf(going))
  const shown = JSON.stringify([name, trying.tried])
  const save = useAct(planEndpoints.savePlan, ['plans'])
  const change = useAct(planEndpoints.changePlan, ['plans'])
  const go = () => {
    setAsked(true)
    if (name.trim() === '') return
    const given = { name, accounts: trying.tried }
    const onSuccess = (saved: { version: number }): void => {
      unsaved.delete(place)
      setVersion(saved.version)
      setKept(shown)
    }
    if (plan) change.mutate({ ...given, id: plan.id, version }, { onSuccess })
    // Only when the plans were read again: before that its own page would not know it.
    else
      void save.mutateAsync({ ...given, roundId: begun.roundId }).then(
        ({ id }) => {
          unsaved.delete(place)
          void navigate({ to: '/reviews/plans/$id', params: { id } })
        },
        () => undefined,
      )
  }
  return (
    <>
      <PageAnswer
        dense
        path={path}
        answer={
          plan || begun.roundId
            ? planWords.onePlan(name.trim() || begun.name, trying.loss, trying.talk)
            : planWords.newPlan
        }
        lede={mayPlan ? planWords.lede : w.readOnly}
        acts={
          <>
            {plan && (
              <FileLink href={addressWith(planEndpoints.comparePlans, { ids: plan.id })}>{planWords.csv(1)}</FileLink>
            )}
            <PrintButton />
            {plan?.mayDelete && <DeletePlan plan={plan} />}
          </>
        }
      />
      {begunWith.gone + begunWith.ends > 0 && <Notice>{w.since(begunWith)}</Notice>}
      {plan && plan.version > version && (
        <Notice tone="warn">
          <b>{w.meanwhile}</b> {w.meanwhileBody}{' '}
          <Button
            small
            onPress={() => {
              unsaved.delete(place)
              onAgain()
            }}
          >
            {w.loadAgain}
          </Button>
        </Notice>
      )}
      <div className={css.builder}>
        <PlanAccounts
          facts={facts}
          going={going}
          talk={trying.talk}
          first={new Set(begunWith.chosen.keys())}
          put={put}
        />
        <div className={css.side}>
          <Section heading={planWords.whole(facts.accounts.length, trying.loss)} more={planWords.goes(trying.loss)}>
            <LossSentence loss={trying.loss} talk={trying.talk} />
            {going.size > 0 && (
              <>
                <LossBars loss={trying.loss} talk={trying.talk} />
                <AlsoLost loss={trying.loss} facts={facts} />
                <Switches trying={trying} facts={facts} />
              </>
            )}
            <p className={css.foot}>{planWords.seldom}</p>
          </Section>
          {mayPlan && (
            <div className={css.save}>
              <Section heading={w.save}>
                <TextField
                  label={w.name}
                  hint={w.nameHint}
                  value={name}
                  onChange={setName}
                  wrong={asked && name.trim() === '' && w.missing}
                />
                <ActFailed cause={save.error ?? change.error} />
                <div className={css.acts}>
                  <Button kind="primary" busy={save.isPending || change.isPending} onPress={go}>
                    {w.saveMore(trying.tried.length)}
                  </Button>
                  <Button onPress={() => choose(new Map())}>{w.clear}</Button>
                  {kept === shown && <span role="status">{w.saved}</span>}
                </div>
              </Section>
            </div>
          )}
        </div>
      </div>
    </>
  )
}

/** Choose any set of accounts and see at once what would be lost with them. */
export const PlanPage = () => {
  const { id } = useParams({ from: '/staff/reviews/plans/$id' })
  const { round } = useSearch({ from: '/staff/reviews/plans/$id' })
  const [again, setAgain] = useState(0)
  const isNew = id === 'new'
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  const plans = useRead(planEndpoints.plans, {}, { also: ['plan'] })
  const ofRound = useRead(
    planEndpoints.planOfRound,
    { roundId: round ?? '' },
    { enabled: isNew && round !== undefined },
  )
  const heading = { reading: w.reading, failed: w.failed }
  return (
    <Answered read={plans} heading={heading} path={path}>
      {(saved) => (
        <Answered read={facts} heading={heading} path={path}>
          {(read) => {
            const place = `${id} ${round ?? ''}`
            const common = {
              facts: read,
              mayPlan: saved.mayPlan,
              place,
              onAgain: () => setAgain(again + 1),
            }
            const plan = saved.plans.find((p) => p.id === id)
            if (plan) return <Builder key={`${place} ${again}`} {...common} plan={plan} begun={plan} />
            if (!isNew) return <PageAnswer answer={w.noPlan} lede={w.noPlanLede} path={path} />
            if (round === undefined) return <Builder key={place} {...common} plan={null} begun={nothing} />
            return (
              <Answered read={ofRound} heading={heading} path={path}>
                {({ name, accounts }) => (
                  <Builder key={place} {...common} plan={null} begun={{ name, roundId: round, accounts }} />
                )}
              </Answered>
            )
          }}
        </Answered>
      )}
    </Answered>
  )
}
