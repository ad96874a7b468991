import { Link } from '@tanstack/react-router'
import { networks } from '../../networks/networks.ts'
import { accountClasses, accountKinds, classLabels, kindLabels, signaturePlaces } from '../../register/account.ts'
import { registerEndpoints } from '../../register/register.contract.ts'
import { listObjectives } from '../../strategy/strategy.contract.ts'
import { useRead } from '../call.ts'
import { Checkbox, RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { type AccountDraft, wrongIn } from './account-draft.ts'
import { formWords as w } from './account-form-words.ts'
import { CoverField } from './cover-field.tsx'
import { NameFindings } from './name-findings.tsx'

type Part = { draft: AccountDraft; put: (part: Partial<AccountDraft>) => void; asked: boolean; isNew: boolean }

const What = ({ draft, put, asked, isNew }: Part) => {
  const wrong = wrongIn(draft)
  return (
    <Section heading={w.parts.what}>
      <div className={form.form}>
        {isNew && (
          <RadioGroup
            label={w.status}
            value={draft.status}
            onChange={(status) => put({ status })}
            choices={(['proposed', 'live', 'unofficial'] as const).map((id) => ({ id, name: w.statuses[id] }))}
          />
        )}
        <div className={form.beside}>
          <Select
            label={w.network}
            disabled={!isNew}
            value={draft.network}
            onChange={(network) => put({ network })}
            options={networks.map((n) => ({ id: n.id, name: n.name, aside: w.networkAside(n.connected) }))}
            wrong={asked && wrong.network && w.choose}
          />
          <TextField
            label={w.handle}
            mono
            hint={w.handleHint}
            value={draft.handle}
            onChange={(handle) => put({ handle })}
            wrong={asked && wrong.handle && w.missing}
          />
        </div>
        <div className={form.beside}>
          <TextField
            label={w.name}
            value={draft.name}
            onChange={(name) => put({ name })}
            wrong={asked && wrong.name && w.missing}
          />
          <Select
            label={w.class}
            value={draft.class}
            onChange={(id) => put({ class: accountClasses.find((c) => c === id) ?? null })}
            options={accountClasses.map((id) => ({ id, name: classLabels[id] }))}
            wrong={asked && wrong.class && w.choose}
          />
        </div>
        <TextField
          label={w.purpose}
          hint={w.purposeHint}
          value={draft.purpose}
          onChange={(purpose) => put({ purpose })}
          wrong={asked && wrong.purpose && w.missing}
        />
        <TextField label={w.area} aside={w.optional} value={draft.area} onChange={(area) => put({ area })} />
        {draft.status !== 'unofficial' && <NameFindings named={draft} onUse={(handle) => put({ handle })} />}
      </div>
    </Section>
  )
}

const nobody = ''

const Who = ({ draft, put }: Part) => {
  const read = useRead(registerEndpoints.offices, {}, { topic: 'office', also: ['account'] })
  const options = [
    { id: nobody, name: w.nobody },
    ...(read.data?.offices ?? []).map((o) => ({ id: o.officeId, name: o.title, aside: o.holder?.name ?? '' })),
  ]
  const chosen = (id: string) => (id === nobody ? null : id)
  return (
    <Section heading={w.parts.who} more={<Link to="/register/offices">{w.offices}</Link>}>
      <div className={form.beside}>
        <Select
          label={w.owner}
          hint={w.ownerHint}
          value={draft.ownerOfficeId ?? nobody}
          onChange={(id) => put({ ownerOfficeId: chosen(id) })}
          reading={readingOf(read)}
          options={options}
        />
        <Select
          label={w.supervisor}
          value={draft.supervisorOfficeId ?? nobody}
          onChange={(id) => put({ supervisorOfficeId: chosen(id) })}
          reading={readingOf(read)}
          options={options}
        />
        <DayField label={w.review} aside={w.optional} value={draft.review} onChange={(review) => put({ review })} />
      </div>
    </Section>
  )
}

const How = ({ draft, put, asked }: Part) => (
  <Section heading={w.parts.how}>
    <div className={form.form}>
      <RadioGroup
        label={w.kind}
        across
        value={draft.kind}
        onChange={(kind) => put({ kind })}
        choices={accountKinds.map((id) => ({ id, name: kindLabels[id] }))}
      />
      <RadioGroup
        label={w.signature}
        across
        value={draft.signaturePlace}
        onChange={(signaturePlace) => put({ signaturePlace })}
        choices={signaturePlaces.map((id) => ({ id, name: w.signatures[id] }))}
      />
      <TextField
        label={w.late}
        hint={w.lateHint}
        value={draft.lateness}
        onChange={(lateness) => put({ lateness })}
        wrong={asked && wrongIn(draft).lateness && w.lateWrong}
      />
    </div>
  </Section>
)

const Serves = ({ draft, put }: Part) => {
  const { data } = useRead(listObjectives, {}, { also: ['objective'] })
  const objectives = data?.objectives ?? []
  return (
    <Section heading={<span id="objectives">{w.parts.objectives}</span>}>
      {data && objectives.length === 0 && <p className="small second">{w.noObjectives}</p>}
      <div className={form.form}>
        {objectives.map((o) => (
          <Checkbox
            key={o.id}
            checked={draft.objectiveIds.includes(o.id)}
            onChange={(on) =>
              put({
                objectiveIds: on ? [...draft.objectiveIds, o.id] : draft.objectiveIds.filter((id) => id !== o.id),
              })
            }
          >
            {o.title} {o.area && <span className="second">{o.area}</span>}
          </Checkbox>
        ))}
      </div>
    </Section>
  )
}

/** Every field of the record of an account. */
export const AccountForm = (part: Part) => (
  <>
    <What {...part} />
    <Who {...part} />
    <How {...part} />
    <Section heading={w.parts.cover}>
      <CoverField value={part.draft.cover} onChange={(cover) => part.put({ cover })} />
    </Section>
    <Serves {...part} />
  </>
)
