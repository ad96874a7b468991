import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import type { Line } from '../live.ts'
import { HoldDialog, type HoldDialogProps } from '../parts/hold-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { Shape } from '../parts/shape.tsx'
import { clock } from '../say.ts'
import { words } from '../words.ts'
import { FactsContext, type FrameFacts, type FrameSource } from './facts.ts'
import css from './frame.module.css'
import { KeyList } from './key-list.tsx'
import { useKeys } from './keys.ts'
import { FootTabs, Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

export type FrameProps = {
  /** null while nothing is known: then only the bar and the page are drawn. */
  facts: FrameFacts | null
  line: Line
  hold: FrameSource['hold']
  /** What may be held beside everything, and whether it has been read. */
  parts: Pick<HoldDialogProps, 'scopes' | 'reading'>
  onSignOut: () => void
  /** Goes to an address of ours. */
  onGo: (to: '/' | '/write' | '/desk' | '/approvals' | '/posts' | '/register' | '/settings' | '/find') => void
  /** What the page of finds looks for; empty on every other. */
  sought: string
  onFind: (sought: string) => void
  children: ReactNode
}

/** Says on every page that posts are held, by whom and since when. Cannot be closed. */
export const HeldStrip = ({ facts }: { facts: FrameFacts & { held: NonNullable<FrameFacts['held']> } }) => (
  <section className={css.strip} aria-label={words.mode.held}>
    <Shape name="bars" />
    <b>{words.held.what(facts.held.what)}</b>
    <span>
      {words.held.since(clock(facts.held.since, facts.zone), facts.held.by)}. {facts.held.why}
    </span>
    <Link to="/holds">{words.held.release}</Link>
  </section>
)

/** The frame of every staff page: top bar, held strip, rail or tabs, and the page. */
export const Frame = ({ facts, line, hold, parts, onSignOut, onGo, sought, onFind, children }: FrameProps) => {
  const findRef = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<'hold' | 'keys' | null>(null)
  // A phone has no room for the field; there finding is a page.
  const find = () => {
    const field = findRef.current
    if (!field?.checkVisibility()) return onGo('/find')
    field.focus()
    field.select()
  }
  // How many were in the air when this person held; null again on closing, so that a part held never bars holding the rest.
  const [caught, setCaught] = useState<number | null>(null)
  const close = () => {
    setOpen(null)
    setCaught(null)
  }

  useKeys(
    {
      '/': find,
      '?': () => setOpen('keys'),
      w: () => onGo('/write'),
      'g t': () => onGo('/'),
      'g d': () => onGo('/desk'),
      'g a': () => onGo('/approvals'),
      'g p': () => onGo('/posts'),
      'g r': () => onGo('/register'),
    },
    find,
  )

  const mayHold = facts?.mayHold
  const bar = {
    facts,
    line,
    findRef,
    sought,
    onFind,
    onSignOut,
    onHold: () => setOpen('hold'),
    onKeys: () => setOpen('keys'),
    onSettings: () => onGo('/settings'),
  }
  return (
    <FactsContext value={facts}>
      <a className={css.skip} href="#page">
        {words.skip}
      </a>
      <div className={css.app} data-held={facts?.held ? true : undefined}>
        <TopBar {...bar} />
        {facts?.held && <HeldStrip facts={{ ...facts, held: facts.held }} />}
        {facts && <Rail facts={facts} />}
        <main className={css.main} id="page" tabIndex={-1}>
          {line.kind === 'lost' && (
            <div className={css.lost}>
              <Notice tone="warn">{words.lostLong(clock(line.since, facts?.zone))}</Notice>
            </div>
          )}
          {children}
        </main>
        {facts && <FootTabs {...bar} facts={facts} />}
      </div>
      {mayHold && (
        <HoldDialog
          open={open === 'hold'}
          onClose={close}
          {...mayHold}
          {...parts}
          onHold={async (wish) => {
            await hold(wish)
            setCaught(mayHold.sending)
          }}
          held={caught === null ? null : { left: mayHold.sending, of: Math.max(caught, mayHold.sending) }}
        />
      )}
      <KeyList open={open === 'keys'} onClose={close} />
    </FactsContext>
  )
}
