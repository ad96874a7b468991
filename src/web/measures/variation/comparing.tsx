import { useState } from 'react'
import type { z } from 'zod'
import { betweenEndpoints } from '../../../measures/between/between.contract.ts'
import { instantOf } from '../../../posting/schedule.ts'
import { useAct, useRead } from '../../call.ts'
import { useZone } from '../../frame/facts.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { shortDay } from '../../say.ts'
import { variationWords as w } from './variation-words.ts'

type Read = z.output<typeof betweenEndpoints.consents.output>
type Consent = Read['consents'][number]

/** Which inspectorates may compare our figures. Not shown where there is none. */
export const Comparing = () => {
  const { data } = useRead(betweenEndpoints.consents, {})
  const [letting, setLetting] = useState(false)
  const zone = useZone()
  const end = useAct(betweenEndpoints.endCompare)
  if (!data || (data.consents.length === 0 && !(data.mayLet && data.inspectorates.length > 0))) return null
  const on = (at: string) => shortDay(at, zone, new Date())
  const columns: Column<Consent>[] = [
    { id: 'who', head: w.inspectorate, names: true, cell: (c) => c.inspectorate },
    { id: 'from', head: w.from, cell: (c) => on(c.from) },
    { id: 'until', head: w.until, cell: (c) => on(c.until) },
    { id: 'by', head: w.by, cell: (c) => c.by },
    {
      id: 'ended',
      head: w.ended,
      cell: (c) =>
        c.endedAt ? (
          [on(c.endedAt), c.endedBy].filter(Boolean).join(', ')
        ) : data.mayLet ? (
          <Button
            small
            label={w.endLabel(c.inspectorate)}
            busy={end.isPending}
            onPress={() => end.mutate({ id: c.id })}
          >
            {w.end}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Section
      heading={w.comparing}
      note={w.comparingNote}
      more={
        data.mayLet && (
          <Button small onPress={() => setLetting(true)}>
            {w.letOpen}
          </Button>
        )
      }
    >
      <ActFailed cause={end.error} />
      <DataTable
        caption={w.comparing}
        rows={data.consents}
        columns={columns}
        keyOf={(c) => c.id}
        empty={w.comparingNone}
        middle
      />
      {letting && <LetForm inspectorates={data.inspectorates} zone={zone} onClose={() => setLetting(false)} />}
    </Section>
  )
}

const LetForm = ({
  inspectorates,
  zone,
  onClose,
}: {
  inspectorates: Read['inspectorates']
  zone: string
  onClose: () => void
}) => {
  const [inspectorate, setInspectorate] = useState<string | null>(inspectorates[0]?.id ?? null)
  const [lastDay, setLastDay] = useState('')
  const save = useAct(betweenEndpoints.letCompare)
  const until = lastDay === '' ? undefined : instantOf(`${lastDay}T23:59`, zone)?.instant.toISOString()
  return (
    <FormDialog
      onClose={onClose}
      heading={w.letHeading}
      act={w.letAct}
      send={() => (inspectorate && until ? save.send({ inspectorate, until }) : null)}
      notReady={inspectorate && until ? undefined : w.letMissing}
    >
      <p>{w.letLede}</p>
      <Select label={w.inspectorate} value={inspectorate} onChange={setInspectorate} options={inspectorates} />
      <DayField label={w.letUntil} value={lastDay} onChange={setLastDay} />
    </FormDialog>
  )
}
