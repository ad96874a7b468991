import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Frame, HeldStrip } from '../frame/frame.tsx'
import { Button } from '../parts/button.tsx'
import { FootBar } from '../parts/foot-bar.tsx'
import { HoldDialog } from '../parts/hold-dialog.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { Signature } from '../parts/signature.tsx'
import { Approving } from './approving.tsx'
import { Colours, Type } from './colours.tsx'
import { facts, held, holdable } from './examples.ts'
import css from './gallery.module.css'
import { Buttons, Fields, Marks, States } from './small-parts.tsx'
import { Tables } from './tables.tsx'
import { Today } from './today.tsx'
import { Writing } from './writing.tsx'

const Notices = () => (
  <Section heading="Notices">
    <div className={css.stack}>
      <Notice icon="hand">
        <b>Aisha Bellamy has this</b> since 21:42. Your words are kept.{' '}
        <button type="button" className="as-link">
          Take it over
        </button>
      </Notice>
      <Notice tone="warn" icon="earlier">
        <b>An earlier approval ended</b> at 21:18, because the alt text changed.
      </Notice>
      <Notice tone="risk">
        <b>Not saved.</b> The connection dropped at 21:53. Your words are kept on this device.
      </Notice>
      <Notice tone="ok">
        <b>Stood down in 5 places.</b> Each was looked at and is gone.
      </Notice>
    </div>
  </Section>
)

const Sections = () => (
  <div className={css.stack}>
    <Section heading="Waiting" state="loading" />
    <Section
      heading="Nothing there"
      state="empty"
      empty={
        <>
          <b>Nothing waits for your approval.</b> The next post is due at 07:00. You are told here and on the duty
          phone.
        </>
      }
    />
    <Section heading="Not read" state={{ failed: 'The register was not read. Last tried 21:53.', again: () => {} }} />
  </div>
)

const Rows = () => (
  <Section heading="Ledger" more={<a href="#all">All 239 posts</a>}>
    <Ledger
      rows={[
        {
          id: '1',
          time: '05:06',
          day: 'today',
          side: '11 replies',
          body: (
            <p>
              <Signature text="ACC MJ:" /> Out with the night shift.
            </p>
          ),
        },
        {
          id: '2',
          time: '16:20',
          day: 'Tue',
          side: '38 replies',
          body: (
            <p>
              <Signature text="DCC DP:" /> You asked what £2.10 buys.
            </p>
          ),
        },
      ]}
    />
  </Section>
)

/** Every part in every state, for those who build and for the browser tests. `?held` shows the strip. */
export const GalleryPage = () => {
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [holding, setHolding] = useState(window.location.search.includes('held'))
  const shown = { ...facts, held: holding ? held : null }
  return (
    <Frame
      facts={shown}
      line={{ kind: 'on' }}
      hold={async () => setHolding(true)}
      parts={{ scopes: holdable }}
      onSignOut={() => void navigate({ to: '/sign-in' })}
      onGo={(to) => void navigate({ to })}
      sought=""
      onFind={(words) => void navigate({ to: '/find', search: { words } })}
    >
      <PageAnswer
        answer="Every part, in every state"
        lede="Everything here is invented. Nothing on this page changes anything."
        acts={<Button onPress={() => setOpen(true)}>Hold everything, as an example</Button>}
      />
      <div className={css.spaced}>
        <div className={css.three}>
          <Colours />
          <Type />
          <States />
          <Buttons />
          <Fields />
          <Marks />
          <Notices />
          <Sections />
          <div className={css.stack}>
            <Rows />
            <Section heading="While posts are held" note="Under the top bar on every page.">
              {holding || <HeldStrip facts={{ ...facts, held }} />}
            </Section>
          </div>
        </div>
        <Section heading="What needs a person now">
          <Today />
        </Section>
        <Writing />
        <Approving />
        <Tables />
      </div>
      <HoldDialog
        open={open}
        onClose={() => setOpen(false)}
        waiting={41}
        sending={2}
        scopes={holdable}
        onHold={async () => setOpen(false)}
      />
      <FootBar
        acts={
          <>
            <Button kind="refuse">Refuse</Button>
            <Button>Send back with a note</Button>
            <Button kind="primary" second="on 4 accounts, as Ffion Maddox">
              Approve and release at 22:00
            </Button>
          </>
        }
      >
        <b>Your approval covers</b> these words in both languages, this picture, its alt text, these four accounts and
        22:00. If any of them changes, it ends.
      </FootBar>
    </Frame>
  )
}
