import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lossOf, talkIn } from '../../review/plan/loss.ts'
import { type PlanFacts, type PlanRow, planEndpoints } from '../../review/plan/plan.contract.ts'
import { addressWith, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { ButtonLink, FileLink, PrintButton } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { shortDay } from '../say.ts'
import css from './plan.module.css'
import { PlanCompare } from './plan-compare.tsx'
import { planWords as w } from './plan-words.ts'

const most = 4
const who = (p: { rank: string; name: string }): string => `${p.rank} ${p.name}`.trim()

const columnsFor = (
  facts: PlanFacts,
  chosen: readonly string[],
  choose: (ids: string[]) => void,
  zone: string,
): Column<PlanRow>[] => [
  {
    id: 'compare',
    head: w.compare,
    cell: (p) => (
      <Checkbox
        checked={chosen.includes(p.id)}
        disabled={!chosen.includes(p.id) && chosen.length >= most}
        onChange={(on) => choose(on ? [...chosen, p.id] : chosen.filter((id) => id !== p.id))}
      >
        <span className="hidden-words">{`${w.compare}: ${p.name}`}</span>
      </Checkbox>
    ),
  },
  {
    id: 'plan',
    head: w.head.plan,
    names: true,
    cell: (p) => (
      <Link to="/reviews/plans/$id" params={{ id: p.id }}>
        {p.name}
      </Link>
    ),
  },
  {
    id: 'goes',
    head: w.head.goes,
    number: true,
    cell: (p) => {
      const goes = lossOf(facts.accounts, p.accounts, { voicesSign: true }).accounts
      const gone = p.accounts.length - goes
      return (
        <>
          {goes}
          {gone > 0 && (
            <>
              <br />
              <span className="second">{w.gone(gone)}</span>
            </>
          )}
        </>
      )
    },
  },
  {
    id: 'what',
    head: w.head.what,
    cell: (p) => {
      const loss = lossOf(facts.accounts, p.accounts, { voicesSign: true })
      return w.inShort(loss, talkIn(facts.accounts, p.accounts))
    },
  },
  {
    id: 'by',
    head: w.head.by,
    later: true,
    cell: (p) => `${who(p.by)}, ${shortDay(p.at, zone, new Date())}`,
  },
]

const Listed = ({ facts, plans, mayPlan }: { facts: PlanFacts; plans: readonly PlanRow[]; mayPlan: boolean }) => {
  const { compare } = useSearch({ from: '/staff/reviews/plans' })
  const navigate = useNavigate()
  const zone = useZone()
  const asked = (compare ?? '').split(',')
  const chosen = plans.filter((p) => asked.includes(p.id)).slice(0, most)
  const choose = (ids: string[]) =>
    void navigate({
      to: '/reviews/plans',
      search: { compare: ids.length > 0 ? ids.join(',') : undefined },
      replace: true,
    })
  const ids = chosen.map((p) => p.id)
  return (
    <>
      <PageAnswer
        path={<Link to="/reviews">{w.reviews}</Link>}
        answer={plans.length === 0 ? w.none : chosen.length > 1 ? w.comparing(chosen.length) : w.heading(plans.length)}
        lede={w.lede}
        acts={
          <>
            {chosen.length > 0 && (
              <FileLink href={addressWith(planEndpoints.comparePlans, { ids: ids.join(',') })}>
                {w.csv(chosen.length)}
              </FileLink>
            )}
            <PrintButton />
            <ButtonLink kind="primary" to="/reviews/plans/$id" params={{ id: 'new' }}>
              {mayPlan ? w.make : w.tryOut}
            </ButtonLink>
          </>
        }
      />
      {chosen.length > 1 && (
        <Section heading={w.eachLoses}>
          <PlanCompare facts={facts} plans={chosen} />
        </Section>
      )}
      <Section heading={w.saved} state={plans.length === 0 ? 'empty' : 'loaded'} empty={w.empty}>
        <p className={css.foot}>{chosen.length >= most ? w.fullAt : w.compareHint}</p>
        <DataTable
          caption={w.saved}
          rows={plans}
          keyOf={(p) => p.id}
          columns={columnsFor(facts, ids, choose, zone)}
          middle
        />
      </Section>
    </>
  )
}

/** The plans that were saved, and up to four of them side by side. */
export const PlansPage = () => {
  const facts = useRead(planEndpoints.planFacts, {}, { also: ['account', 'measures'] })
  const plans = useRead(planEndpoints.plans, {}, { also: ['plan'] })
  return (
    <Answered read={plans} heading={{ reading: w.reading, failed: w.failed }}>
      {(data) => (
        <Answered read={facts} heading={{ reading: w.reading, failed: w.failed }}>
          {(read) => <Listed facts={read} plans={data.plans} mayPlan={data.mayPlan} />}
        </Answered>
      )}
    </Answered>
  )
}
