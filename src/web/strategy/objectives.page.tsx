import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { endObjectiveEndpoint, listObjectives } from '../../strategy/strategy.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { Segmented } from '../parts/choices.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../say.ts'
import { type Objective, ObjectiveForm } from './objective-form.tsx'
import { objectivesWords as w } from './objectives-words.ts'

type Doing = { what: 'set' } | { what: 'change' | 'end'; objective: Objective } | null

const until = (o: Objective, zone: string): string => {
  if (o.endsAt === null) return w.open
  const at = day(o.endsAt, zone, new Date())
  return o.inForce ? at : w.ended(at)
}

const columnsFor = (zone: string): Column<Objective>[] => [
  { id: 'title', head: w.title, names: true, cell: (o) => <b>{o.title}</b> },
  { id: 'area', head: w.area, cell: (o) => o.area ?? '–' },
  { id: 'measure', head: w.measure, cell: (o) => o.measure || <span className="third">{w.noMeasure}</span> },
  { id: 'from', head: w.from, later: true, cell: (o) => day(o.startsAt, zone, new Date()) },
  { id: 'until', head: w.until, cell: (o) => until(o, zone) },
]

const actsColumn = (onDo: (doing: Doing) => void): Column<Objective> => ({
  id: 'acts',
  head: w.acts,
  act: true,
  cell: (objective) =>
    objective.inForce && (
      <span className="row">
        <Button small label={w.changeLabel(objective.title)} onPress={() => onDo({ what: 'change', objective })}>
          {w.change}
        </Button>
        <Button small label={w.endLabel(objective.title)} onPress={() => onDo({ what: 'end', objective })}>
          {w.end}
        </Button>
      </span>
    ),
})

const EndDialog = ({ objective, onClose }: { objective: Objective; onClose: () => void }) => {
  const end = useAct(endObjectiveEndpoint, ['objectives', 'objective'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.endHeading(objective.title)}
      act={w.endAct}
      refuse
      send={() => end.send({ id: objective.id })}
    >
      <p>{w.endBody}</p>
    </FormDialog>
  )
}

/** What the force wants to achieve, and what it promised to neighbourhoods. */
export const ObjectivesPage = () => {
  const { which } = useSearch({ from: '/staff/objectives' })
  const navigate = useNavigate()
  const zone = useZone()
  const [doing, setDoing] = useState<Doing>(null)
  const read = useRead(listObjectives, { which }, { also: ['objective'] })
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {({ objectives, mayChange }) => {
        const inForce = objectives.filter((o) => o.inForce)
        const of = (kind: Objective['kind']) => objectives.filter((o) => o.kind === kind)
        const columns = mayChange ? [...columnsFor(zone), actsColumn(setDoing)] : columnsFor(zone)
        const table = (rows: Objective[], heading: string, empty: string) => (
          <Section
            heading={heading}
            more={rows.length > 0 && String(rows.length)}
            state={rows.length === 0 ? 'empty' : 'loaded'}
            empty={empty}
          >
            <DataTable caption={heading} rows={rows} keyOf={(o) => o.id} columns={columns} />
          </Section>
        )
        return (
          <>
            <PageAnswer
              answer={w.heading(
                inForce.filter((o) => o.kind === 'objective').length,
                inForce.filter((o) => o.kind === 'localPriority').length,
              )}
              lede={w.lede}
              acts={mayChange && <Button onPress={() => setDoing({ what: 'set' })}>{w.set}</Button>}
            />
            <div className="stack">
              <Segmented
                label={w.show}
                labelHidden
                value={which}
                onChange={(next) => void navigate({ to: '/objectives', search: { which: next } })}
                choices={[
                  { id: 'inForce', name: w.inForce },
                  { id: 'all', name: w.all },
                ]}
              />
              {table(of('objective'), w.objectives, w.noneObjectives)}
              {table(of('localPriority'), w.priorities, w.nonePriorities)}
            </div>
            {doing?.what === 'set' && <ObjectiveForm objective={null} zone={zone} onClose={() => setDoing(null)} />}
            {doing?.what === 'change' && (
              <ObjectiveForm objective={doing.objective} zone={zone} onClose={() => setDoing(null)} />
            )}
            {doing?.what === 'end' && <EndDialog objective={doing.objective} onClose={() => setDoing(null)} />}
          </>
        )
      }}
    </Answered>
  )
}
