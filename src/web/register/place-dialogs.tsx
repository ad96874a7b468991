import { useState } from 'react'
import { listPeople } from '../../people/people.contract.ts'
import { instantOf } from '../../posting/schedule.ts'
import { type PlaceVoice, placeVoices } from '../../register/account.ts'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { useAct, useRead } from '../call.ts'
import { Checkbox, RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { FormDialog } from '../parts/form-dialog.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { accountWords } from './account-words.ts'

type Place = AccountPage['contributors'][number]
export type Placing =
  | { what: 'add' }
  | { what: 'trust'; place: Place; trusted: boolean }
  | { what: 'voice'; place: Place; voice: PlaceVoice }
  | { what: 'initials' | 'end'; place: Place }

const w = accountWords.place
const topics = ['account', 'frame'] as const

/** People who are here, for a list to choose from. */
export const usePeople = () => {
  const read = useRead(listPeople, {}, { also: ['person'] })
  const options = (read.data?.people ?? [])
    .filter((p) => p.leftAt === null)
    .map((p) => ({ id: p.id, name: `${p.rank} ${p.name}`, aside: p.initials }))
  return { options, reading: readingOf(read) }
}

export const startOf = (day: string, zone: string): string | null =>
  day === '' ? null : (instantOf(`${day}T00:00`, zone)?.instant.toISOString() ?? null)
export const endOf = (day: string, zone: string): string | null =>
  day === '' ? null : (instantOf(`${day}T23:59`, zone)?.instant.toISOString() ?? null)

const AddForm = ({ accountId, zone, onClose }: { accountId: string; zone: string; onClose: () => void }) => {
  const people = usePeople()
  const [personId, setPerson] = useState<string | null>(null)
  const [value, setValue] = useState({
    voice: 'signs' as PlaceVoice,
    trusted: false,
    from: '',
    until: '',
    initials: '',
  })
  const add = useAct(register.addContributor, topics)
  const send = () => {
    if (personId === null) return
    const { voice, trusted, from, until, initials } = value
    return add.send({
      id: accountId,
      personId,
      voice,
      trusted,
      from: startOf(from, zone),
      until: endOf(until, zone),
      initials: voice === 'drafts' || initials.trim() === '' ? null : initials.trim(),
    })
  }
  return (
    <FormDialog onClose={onClose} heading={w.heading} act={w.act} send={send}>
      <Select
        label={w.person}
        {...people}
        value={personId}
        onChange={setPerson}
        wrong={personId === null && w.missing}
      />
      <RadioGroup
        label={w.voice}
        value={value.voice}
        onChange={(id) => setValue({ ...value, voice: placeVoices.find((v) => v === id) ?? value.voice })}
        choices={placeVoices.map((id) => ({ id, ...w.voices[id] }))}
      />
      <Checkbox checked={value.trusted} onChange={(trusted) => setValue({ ...value, trusted })}>
        {w.trusted}
      </Checkbox>
      <div className={form.beside}>
        <DayField label={w.from} aside={w.aside} value={value.from} onChange={(from) => setValue({ ...value, from })} />
        <DayField
          label={w.until}
          aside={w.aside}
          value={value.until}
          earliest={value.from}
          onChange={(until) => setValue({ ...value, until })}
        />
      </div>
      {value.voice === 'signs' && (
        <TextField
          label={w.initials}
          aside={w.initialsAside}
          value={value.initials}
          onChange={(initials) => setValue({ ...value, initials })}
        />
      )}
    </FormDialog>
  )
}

const InitialsForm = ({ place, onClose }: { place: Place; onClose: () => void }) => {
  const [initials, setInitials] = useState('')
  const choose = useAct(register.chooseInitials, topics)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.initialsHeading(place.person.name)}
      act={w.initialsAct}
      send={() => choose.send({ id: place.id, initials })}
    >
      <p>{w.initialsBody}</p>
      <TextField label={w.initials} value={initials} onChange={setInitials} autoFocus />
    </FormDialog>
  )
}

const EndOrTrust = ({
  placing,
  onClose,
}: {
  placing: Exclude<Placing, { what: 'add' | 'voice' }>
  onClose: () => void
}) => {
  const end = useAct(register.endContributor, topics)
  const trust = useAct(register.trustContributor, topics)
  const { place } = placing
  const trusting = placing.what === 'trust'
  const act = trusting ? (placing.trusted ? accountWords.speaks.trust : accountWords.speaks.untrust) : w.endAct
  return (
    <FormDialog
      onClose={onClose}
      heading={trusting ? `${place.person.rank} ${place.person.name}` : w.endHeading(place.person.name)}
      act={act}
      refuse={!trusting}
      send={() => (trusting ? trust.send({ id: place.id, trusted: placing.trusted }) : end.send({ id: place.id }))}
    >
      <p>{trusting ? w.trusted : w.endBody}</p>
    </FormDialog>
  )
}

const VoiceForm = ({ place, voice, onClose }: { place: Place; voice: PlaceVoice; onClose: () => void }) => {
  const change = useAct(register.changeVoice, topics)
  const { name } = place.person
  const drafts = voice === 'drafts'
  return (
    <FormDialog
      onClose={onClose}
      heading={drafts ? w.draftsHeading(name) : w.signsHeading(name)}
      act={drafts ? accountWords.speaks.drafts : accountWords.speaks.signs}
      send={() => change.send({ id: place.id, voice })}
    >
      <p>{drafts ? w.draftsBody : w.signsBody}</p>
    </FormDialog>
  )
}

/** Who may write on an account: letting somebody, trusting them, their initials, and ending their place. */
export const PlaceDialog = ({
  placing,
  accountId,
  zone,
  onClose,
}: {
  placing: Placing
  accountId: string
  zone: string
  onClose: () => void
}) => {
  if (placing.what === 'add') return <AddForm accountId={accountId} zone={zone} onClose={onClose} />
  if (placing.what === 'initials') return <InitialsForm place={placing.place} onClose={onClose} />
  if (placing.what === 'voice') return <VoiceForm place={placing.place} voice={placing.voice} onClose={onClose} />
  return <EndOrTrust placing={placing} onClose={onClose} />
}
