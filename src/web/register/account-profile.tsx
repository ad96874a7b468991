import { useState } from 'react'
import { traitsOf } from '../../networks/networks.ts'
import { type ProfileCheck, profileFindings, profileWording } from '../../register/profile.ts'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { useAct } from '../call.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { day } from '../say.ts'
import css from './account.module.css'
import { ConventionFindings } from './convention-findings.tsx'
import { conventionWords } from './convention-words.ts'
import { useConvention } from './name-findings.tsx'

const w = conventionWords.profile

const ProfileForm = ({ page, onClose }: { page: AccountPage; onClose: () => void }) => {
  const { account } = page
  const [text, setText] = useState(page.profile.text ?? '')
  const convention = useConvention()
  const note = useAct(register.noteProfile, ['account'])
  const check: ProfileCheck | null = convention
    ? {
        profile: text,
        name: account.name,
        office: account.owner?.title ?? null,
        cover: account.coverHours,
        convention: convention.profile,
      }
    : null
  const findings = check ? profileFindings(check) : []
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={w.formHeading(account.name)}
      act={w.act}
      send={() => note.send({ id: account.id, profile: text })}
    >
      <p>{w.formBody}</p>
      <TextField label={w.label} lines value={text} onChange={setText} note={`${[...text].length}`} autoFocus />
      <ConventionFindings
        text={text}
        findings={findings}
        take={(f) => setText(`${text.trim()} ${f.wording ?? ''}`.trim())}
      />
      {check && findings.length > 1 && (
        <div>
          <Button small onPress={() => setText(profileWording(check))}>
            {w.whole}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

/** What the account says of itself at the network, and what it lacks. */
export const Profile = ({ page, zone }: { page: AccountPage; zone: string }) => {
  const [open, setOpen] = useState(false)
  const { text, at, findings } = page.profile
  const read = useAct(register.readProfile, ['account'])
  const network = traitsOf(page.account.network)
  const asks = network?.connected === true && !network.practice && page.account.keys.state === 'working'
  return (
    <Section heading={w.heading} note={at && w.note(day(at, zone, new Date()))}>
      <div className="stack">
        {text === null ? <p className="small second">{w.none}</p> : <p>{text}</p>}
        {text !== null && findings.length === 0 && <SeverityMark severity="fixed">{w.inOrder}</SeverityMark>}
        <ConventionFindings text={text ?? ''} findings={findings} />
        {page.may.change && (
          <div className={css.acts}>
            <Button small onPress={() => setOpen(true)}>
              {w.change}
            </Button>
            {asks && (
              <Button small busy={read.isPending} onPress={() => read.mutate({ id: page.account.id })}>
                {w.read}
              </Button>
            )}
          </div>
        )}
        <ActFailed cause={read.error} />
      </div>
      {open && <ProfileForm page={page} onClose={() => setOpen(false)} />}
    </Section>
  )
}
