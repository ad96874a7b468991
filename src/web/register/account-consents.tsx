import { useState } from 'react'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { day, wallDay } from '../say.ts'
import css from './account.module.css'
import { accountWords } from './account-words.ts'
import { endOf, usePeople } from './place-dialogs.tsx'

const w = accountWords.consents

const ConsentForm = ({ page, zone, onClose }: { page: AccountPage; zone: string; onClose: () => void }) => {
  const people = usePeople()
  const [by, setBy] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [until, setUntil] = useState('')
  const add = useAct(register.addDelegation, ['account'])
  const writers = page.contributors
    .filter((c) => c.inForce && c.voice === 'signs')
    .map((c) => ({ id: c.person.id, name: `${c.person.rank} ${c.person.name}` }))
  const end = endOf(until, zone)
  const send = () =>
    by !== null &&
    to !== null &&
    end !== null &&
    add.send({ id: page.account.id, byPersonId: by, toPersonId: to, until: end })
  return (
    <FormDialog onClose={onClose} heading={w.formHeading} act={w.act} send={send}>
      <Select label={w.by} options={writers} value={by} onChange={setBy} wrong={by === null && w.missing} />
      <Select label={w.to} {...people} value={to} onChange={setTo} wrong={to === null && w.missing} />
      <DayField
        label={w.untilLabel}
        value={until}
        onChange={setUntil}
        earliest={wallDay(new Date(), zone)}
        wrong={end === null && w.missing}
      />
    </FormDialog>
  )
}

/** Who may release in whose name, until when. */
export const Consents = ({ page, zone }: { page: AccountPage; zone: string }) => {
  const [open, setOpen] = useState(false)
  const end = useAct(register.endDelegation, ['account'])
  const inForce = page.delegations.filter((d) => d.inForce)
  const canAsk = page.contributors.some((c) => c.inForce && c.voice === 'signs')
  return (
    <Section
      heading={w.heading}
      more={
        canAsk && (
          <Button small onPress={() => setOpen(true)}>
            {w.add}
          </Button>
        )
      }
    >
      {inForce.length === 0 && <p className="small second">{w.none}</p>}
      <ul className={css.list}>
        {inForce.map((d) => (
          <li key={d.id}>
            <span>
              {w.row(`${d.to.rank} ${d.to.name}`, `${d.by.rank} ${d.by.name}`)}{' '}
              <span className="second">{w.until(day(d.until, zone, new Date()))}</span>
            </span>
            <Button
              small
              busy={end.isPending}
              label={w.endLabel(d.to.name, d.by.name)}
              onPress={() => end.mutate({ id: d.id })}
            >
              {w.end}
            </Button>
          </li>
        ))}
      </ul>
      <ActFailed cause={end.error} />
      {open && <ConsentForm page={page} zone={zone} onClose={() => setOpen(false)} />}
    </Section>
  )
}
