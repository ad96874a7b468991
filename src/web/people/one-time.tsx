import { Button } from '../parts/button.tsx'
import { AlertDialog } from '../parts/dialog.tsx'
import { Facts } from '../parts/facts.tsx'
import { dayAndClock } from '../say.ts'
import css from './people.module.css'
import { peopleWords } from './people-words.ts'

export type OneTime = { email: string; password: string; until: string }

const w = peopleWords.oneTime

/** A one-time password, shown once. Nothing but the person's own act closes it. */
export const OneTimeDialog = ({
  name,
  oneTime,
  zone,
  onClose,
}: {
  name: string
  oneTime: OneTime
  zone: string
  onClose: () => void
}) => (
  <AlertDialog
    open
    onClose={onClose}
    heading={w.heading(name)}
    acts={
      <Button kind="primary" onPress={onClose}>
        {w.close}
      </Button>
    }
  >
    <p>{w.body(dayAndClock(oneTime.until, zone))}</p>
    <Facts
      facts={[
        { name: w.signsInWith, value: oneTime.email },
        { name: w.password, value: <b className={`mono ${css.oneTime}`}>{oneTime.password}</b> },
      ]}
    />
  </AlertDialog>
)
