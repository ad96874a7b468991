import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { useAct, useRead } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { measuresWords as w } from './measures-words.ts'

/** Accounts of other forces and of partners: one list, put in place of the one before. */
export const OfficialsPage = () => {
  const [list, setList] = useState('')
  const read = useRead(measuresEndpoints.officials, {})
  const save = useAct(measuresEndpoints.listOfficials)
  const path = <Link to="/measures">{w.measures}</Link>
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ handles, mayList }) => (
        <>
          <PageAnswer path={path} answer={w.officialsHeading(handles.length)} lede={w.officialsLede} />
          {mayList && (
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault()
                save.mutate({ list }, { onSuccess: () => setList('') })
              }}
            >
              <TextField label={w.officialsList} value={list} onChange={setList} lines mono />
              <ActFailed cause={save.error} />
              <p className="row">
                <Button type="submit" kind="primary" busy={save.isPending}>
                  {w.officialsAct}
                </Button>
              </p>
            </form>
          )}
          <Section heading={w.officials} state={handles.length === 0 ? 'empty' : 'loaded'} empty={w.officialsNone}>
            <DataTable
              caption={w.officials}
              rows={handles}
              keyOf={(h) => h.handle}
              columns={[
                { id: 'handle', head: w.handle, names: true, cell: (h) => <span className="mono">@{h.handle}</span> },
                { id: 'kind', head: w.kind, cell: (h) => w.kinds[h.kind] },
                { id: 'name', head: w.name, cell: (h) => h.name || '–' },
              ]}
            />
          </Section>
        </>
      )}
    </Answered>
  )
}
