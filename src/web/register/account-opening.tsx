import { useState } from 'react'
import { type AccountPage, registerEndpoints as register } from '../../register/register.contract.ts'
import { type OpeningStep, stopsOpening } from '../../register/request/request.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import css from './account.module.css'
import { conventionWords } from './convention-words.ts'

const w = conventionWords.opening

const OpenForm = ({ page, accepted, onClose }: { page: AccountPage; accepted: OpeningStep[]; onClose: () => void }) => {
  const open = useAct(register.openAccount, ['account', 'request'])
  return (
    <ReasonDialog
      onClose={onClose}
      heading={w.sure(page.account.name)}
      body={w.sureBody}
      act={w.open}
      send={(reason) => open.send({ id: page.account.id, accepted, reason })}
      label={w.reason}
      missing={w.missing}
      lines
    />
  )
}

/** What is gone through before a proposed account opens. */
export const OpeningList = ({ page }: { page: AccountPage }) => {
  const [accepted, setAccepted] = useState<OpeningStep[]>([])
  const [open, setOpen] = useState(false)
  if (page.opening === null) return null
  const stops = stopsOpening(page.opening, accepted)
  return (
    <Section heading={w.heading} note={w.note}>
      <div className="stack">
        <ul className={css.list}>
          {page.opening.map((o) => (
            <li key={o.step}>
              <span>
                <SeverityMark severity={o.done ? 'fixed' : 'approval'}>{w.steps[o.step]}</SeverityMark>{' '}
                <span className="second">{o.words}</span>
                {o.mayAccept && page.may.change && (
                  <Checkbox
                    checked={accepted.includes(o.step)}
                    onChange={(on) => setAccepted(on ? [...accepted, o.step] : accepted.filter((s) => s !== o.step))}
                  >
                    {w.accept(w.steps[o.step])}
                  </Checkbox>
                )}
              </span>
            </li>
          ))}
        </ul>
        {page.may.change && (
          <div className={css.acts}>
            <Button
              kind="primary"
              notReady={stops.length > 0 && w.notReady(stops.map((s) => w.steps[s.step].toLowerCase()).join(', '))}
              onPress={() => setOpen(true)}
            >
              {w.open}
            </Button>
          </div>
        )}
      </div>
      {open && <OpenForm page={page} accepted={accepted} onClose={() => setOpen(false)} />}
    </Section>
  )
}
