import type { ReactNode } from 'react'
import { amounts, amountWords, isTold, type Loss, lossOf } from '../../review/plan/loss.ts'
import type { PlanFacts, PlanRow } from '../../review/plan/plan.contract.ts'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { lostWords, planWords as w } from './plan-words.ts'

type Line = { id: string; what: string; of: (loss: Loss) => ReactNode }

const lines = (facts: PlanFacts): Line[] => [
  { id: 'goes', what: w.head.goes, of: (l) => `${l.accounts}: ${w.goes(l)}` },
  ...amounts
    .filter((a) => facts.accounts.some((one) => (one[a] ?? 0) > 0))
    .map((a) => ({
      id: a,
      what: amountWords[a],
      of: (l: Loss) => (
        <>
          <b>{lostWords(l.amounts[a])}</b>{' '}
          {isTold(l, a) && <span className="second">{l.amounts[a].lost.toLocaleString('en-GB')}</span>}
        </>
      ),
    })),
  {
    id: 'only',
    what: w.compared.onlyThese,
    of: w.compared.onlyTheseOf,
  },
  {
    id: 'voices',
    what: w.compared.voices,
    of: (l) => (l.voices.lost.length === 0 ? w.voices(l) : `${w.voices(l)} ${w.voicesLost(l, facts)}`),
  },
  { id: 'areas', what: w.compared.areas, of: (l) => l.areas.join(', ') || w.compared.none },
  {
    id: 'objectives',
    what: w.compared.objectives,
    of: (l) => (l.objectives.length === 0 ? w.compared.none : w.objectives(l, facts)),
  },
]

/** Up to four plans beside each other, what each would lose, every named voice signing where its account joins. */
export const PlanCompare = ({ facts, plans }: { facts: PlanFacts; plans: readonly PlanRow[] }) => {
  const losses = plans.map((p) => ({
    plan: p,
    loss: lossOf(facts.accounts, p.accounts, { voicesSign: true }, facts.read),
  }))
  const columns: Column<Line>[] = [
    { id: 'what', head: w.tableHead.what, names: true, cell: (line) => line.what },
    ...losses.map(({ plan, loss }) => ({ id: plan.id, head: plan.name, cell: (line: Line) => line.of(loss) })),
  ]
  return (
    <DataTable caption={w.comparing(plans.length)} rows={lines(facts)} columns={columns} keyOf={(l) => l.id} middle />
  )
}
