import { useState } from 'react'
import type { z } from 'zod'
import { addPersonEndpoint, changePersonEndpoint, type listPeople } from '../../people/people.contract.ts'
import { type Role, roleIds, roles } from '../../people/role.ts'
import { instantOf } from '../../posting/schedule.ts'
import { useAct } from '../call.ts'
import { Boxes, Checkbox } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import type { OneTime } from './one-time.tsx'
import css from './people.module.css'
import { peopleWords } from './people-words.ts'

export type Person = z.output<typeof listPeople.output>['people'][number]

const w = peopleWords.form

type Value = {
  name: string
  rank: string
  initials: string
  email: string
  trained: string
  roles: readonly Role[]
  signIn: boolean
}

const begun = (person: Person | null): Value => ({
  name: person?.name ?? '',
  rank: person?.rank ?? '',
  initials: person?.initials ?? '',
  email: person?.email ?? '',
  trained: '',
  roles: roleIds.filter((role) => person?.roles.includes(role) || person?.grants.some((g) => g.role === role)),
  signIn: false,
})

const roleChoices = roleIds.map((id) => ({
  id,
  name: (
    <>
      {roles[id].label} <span className="small second">{roles[id].does}</span>
    </>
  ),
}))

const RoleBoxes = ({ held, onChange }: { held: readonly Role[]; onChange: (held: Role[]) => void }) => (
  <fieldset className={form.boxes}>
    <legend>{w.roles}</legend>
    <p className="small second">{w.rolesNote}</p>
    <div className={css.roles}>
      <Boxes choices={roleChoices} value={held} onChange={onChange} />
    </div>
  </fieldset>
)

const wrongOf = (value: Value) => ({
  name: value.name.trim() === '' && w.missing,
  rank: value.rank.trim() === '' && w.missing,
  initials: !/^\p{L}{1,4}$/u.test(value.initials.trim()) && w.initialsWrong,
  email: value.signIn && value.email.trim() === '' && w.emailMissing,
})

/** Adds a person, or changes the record of one. */
export const PersonForm = ({
  person,
  zone,
  onClose,
  onAdded,
}: {
  /** null: a new one. */
  person: Person | null
  zone: string
  onClose: () => void
  onAdded: (name: string, oneTime: OneTime | null) => void
}) => {
  const [value, setValue] = useState(() => begun(person))
  const add = useAct(addPersonEndpoint, ['people', 'person'])
  const change = useAct(changePersonEndpoint, ['people', 'person'])
  const wrong = wrongOf(value)
  const put = (part: Partial<Value>) => setValue((v) => ({ ...v, ...part }))

  const send = async () => {
    const given = {
      name: value.name,
      rank: value.rank,
      initials: value.initials,
      email: value.email.trim() === '' ? null : value.email.trim(),
      roles: [...value.roles],
    }
    const trainedUntil = value.trained
      ? (instantOf(`${value.trained}T23:59`, zone)?.instant.toISOString() ?? null)
      : null
    return person
      ? change.send({ id: person.id, ...given })
      : add.send({ ...given, trainedUntil, signIn: value.signIn })
  }
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={person ? peopleWords.form.changeHeading(person.name) : w.addHeading}
      act={person ? w.changeAct : w.addAct}
      send={send}
      onDone={(made) => ('oneTime' in made ? onAdded(`${value.rank} ${value.name}`, made.oneTime) : onClose())}
    >
      <TextField label={w.name} value={value.name} onChange={(name) => put({ name })} wrong={wrong.name} autoFocus />
      <div className={form.beside}>
        <TextField
          label={w.rank}
          hint={w.rankHint}
          value={value.rank}
          onChange={(rank) => put({ rank })}
          wrong={wrong.rank}
        />
        <TextField
          label={w.initials}
          value={value.initials}
          onChange={(initials) => put({ initials })}
          wrong={wrong.initials}
        />
      </div>
      <div className={form.beside}>
        <TextField
          label={w.email}
          aside={w.emailAside}
          type="email"
          value={value.email}
          onChange={(email) => put({ email })}
          wrong={wrong.email}
        />
        {!person && (
          <DayField
            label={w.trained}
            aside={w.trainedAside}
            value={value.trained}
            onChange={(trained) => put({ trained })}
          />
        )}
      </div>
      <RoleBoxes held={value.roles} onChange={(held) => put({ roles: held })} />
      {!person && (
        <Checkbox checked={value.signIn} onChange={(signIn) => put({ signIn })}>
          {w.signIn}
        </Checkbox>
      )}
    </FormDialog>
  )
}
