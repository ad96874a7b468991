import { Link } from '@tanstack/react-router'
import type { Going } from '../../review/plan/loss.ts'
import { type PlanFacts, planEndpoints } from '../../review/plan/plan.contract.ts'
import { useRead } from '../call.ts'
import { Section } from '../parts/section.tsx'
import { LossBars, LossSentence } from './loss-view.tsx'
import css from './plan.module.css'
import { planWords as w } from './plan-words.ts'
import { Switches, useTrying } from './switches.tsx'

type WholeProps = { facts: PlanFacts; going: readonly Going[]; note: string; roundId: string }

const Whole = ({ facts, going, note, roundId }: WholeProps) => {
  const trying = useTrying(facts, going)
  return (
    <Section heading={w.whole(facts.accounts.length, trying.loss)} more={w.goes(trying.loss)}>
      <LossSentence loss={trying.loss} talk={trying.talk} />
      {going.length > 0 && <LossBars loss={trying.loss} talk={trying.talk} />}
      <Switches trying={trying} facts={facts} />
      <p className={css.foot}>
        {note} {w.seldom}{' '}
        <Link to="/reviews/plans/$id" params={{ id: 'new' }} search={{ round: roundId }}>
          {w.openPlans}
        </Link>
      </p>
    </Section>
  )
}

/** The whole plan of a review round in one sentence: what would be lost, and what changes if. */
export const PlanPanel = ({ roundId }: { roundId: string }) => {
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  const round = useRead(planEndpoints.planOfRound, { roundId }, { also: ['reviews'] })
  if (facts.data && round.data)
    return (
      <Whole
        facts={facts.data}
        going={round.data.accounts}
        note={w.undecided(round.data.decided, round.data.open)}
        roundId={roundId}
      />
    )
  const failed = facts.error ?? round.error
  return <Section heading={w.path} state={failed ? { failed: failed.message } : 'loading'} />
}
