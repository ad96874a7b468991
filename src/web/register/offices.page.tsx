import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { registerEndpoints } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Button } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Select } from '../parts/select.tsx'
import { day } from '../say.ts'
import { officesWords as w } from './offices-words.ts'
import { usePeople } from './place-dialogs.tsx'
import css from './register.module.css'

type Office = z.output<typeof registerEndpoints.offices.output>['offices'][number]
type Doing = { what: 'add' } | { what: 'change'; office: Office } | null
const nobody = ''
const topics = ['office', 'account'] as const

const OfficeForm = ({ office, onClose }: { office: Office | null; onClose: () => void }) => {
  const people = usePeople()
  const [title, setTitle] = useState('')
  const [holder, setHolder] = useState(office?.holder?.id ?? nobody)
  const add = useAct(registerEndpoints.addOffice, topics)
  const change = useAct(registerEndpoints.changeHolder, topics)
  const holderId = holder === nobody ? null : holder
  return (
    <FormDialog
      onClose={onClose}
      heading={office ? w.form.changeHeading(office.title) : w.form.addHeading}
      act={office ? w.form.changeAct : w.form.addAct}
      send={() => (office ? change.send({ id: office.officeId, holderId }) : add.send({ title, holderId }))}
    >
      {office ? (
        <p>{w.form.changeBody}</p>
      ) : (
        <TextField
          label={w.form.title}
          hint={w.form.titleHint}
          value={title}
          onChange={setTitle}
          autoFocus
          wrong={title.trim() === '' && w.form.missing}
        />
      )}
      <Select
        label={w.form.holder}
        value={holder}
        onChange={setHolder}
        reading={people.reading}
        options={[{ id: nobody, name: w.form.nobody }, ...people.options]}
      />
    </FormDialog>
  )
}

const Holder = ({ office, zone }: { office: Office; zone: string }) => {
  const since = office.since && day(office.since, zone, new Date())
  if (office.holder === null) return <b className={css.vacant}>{w.vacant(since)}</b>
  return (
    <>
      {office.holder.rank} {office.holder.name} {since && <span className="third">{w.since(since)}</span>}
    </>
  )
}

const columnsFor = (zone: string): Column<Office>[] => [
  { id: 'office', head: w.office, names: true, cell: (o) => <b>{o.title}</b> },
  { id: 'holder', head: w.holder, cell: (o) => <Holder office={o} zone={zone} /> },
  {
    id: 'accounts',
    head: w.accounts,
    cell: (o) =>
      o.accounts.length === 0 ? (
        <span className="third">{w.none}</span>
      ) : (
        o.accounts.map((a, i) => (
          <span key={a.id}>
            {i > 0 && ', '}
            <Link to="/register/$id" params={{ id: a.id }}>
              {a.name}
            </Link>
          </span>
        ))
      ),
  },
]

/** The offices that answer for accounts, and who holds them. */
export const OfficesPage = () => {
  const zone = useZone()
  const [doing, setDoing] = useState<Doing>(null)
  const read = useRead(registerEndpoints.offices, {}, { topic: 'office', also: ['account', 'person'] })
  const register = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  const may = register.data?.mayChange ?? false
  const path = (
    <>
      <Link to="/register">{w.path}</Link> / {w.here}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {({ offices }) => {
        const columns = columnsFor(zone)
        if (may) {
          columns.push({
            id: 'acts',
            head: w.acts,
            act: true,
            cell: (office) => (
              <Button small label={w.changeLabel(office.title)} onPress={() => setDoing({ what: 'change', office })}>
                {w.change}
              </Button>
            ),
          })
        }
        return (
          <>
            <PageAnswer
              path={path}
              answer={w.heading(offices.length, offices.filter((o) => o.holder === null).length)}
              lede={w.lede}
              acts={may && <Button onPress={() => setDoing({ what: 'add' })}>{w.add}</Button>}
            />
            <DataTable caption={w.caption} rows={offices} keyOf={(o) => o.officeId} columns={columns} />
            {doing && (
              <OfficeForm office={doing.what === 'change' ? doing.office : null} onClose={() => setDoing(null)} />
            )}
          </>
        )
      }}
    </Answered>
  )
}
