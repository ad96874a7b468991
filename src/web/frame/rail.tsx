import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../parts/class.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { words } from '../words.ts'
import { type Entry, footEntries, groups, writeEntry } from './entries.ts'
import type { FrameFacts } from './facts.ts'
import css from './rail.module.css'
import { useTheme } from './theme.ts'
import { ownSections, type TopBarProps } from './top-bar.tsx'

const Count = ({ facts, entry, badge = false }: { facts: FrameFacts; entry: Entry; badge?: boolean }) => {
  const count = facts.counts[entry.id]
  if (!count || count.n === 0) return null
  const said = <span className="hidden-words">{words.rail.count(count.n, count.urgent)}</span>
  return (
    <>
      <span
        className={badge ? css.badge : cx(css.count, count.urgent && css.urgent)}
        data-urgent={count.urgent || undefined}
        aria-hidden="true"
      >
        {count.n}
      </span>
      {said}
    </>
  )
}

const shown = (facts: FrameFacts, entries: readonly Entry[]): Entry[] =>
  entries.filter((e) => facts.entries.includes(e.id))

/** The addresses of the whole place, 196 px; 56 px of icons below 1180; gone on a phone. */
export const Rail = ({ facts }: { facts: FrameFacts }) => (
  <nav className={css.rail} aria-label={words.rail.label}>
    {shown(facts, [writeEntry]).map((e) => (
      <Link key={e.id} to={e.to} className={css.write}>
        <Icon name={e.icon} />
        <span className={css.name}>{e.name}</span>
      </Link>
    ))}
    {groups.map(({ heading, entries }) => {
      const mine = shown(facts, entries)
      if (mine.length === 0) return null
      return (
        <div key={heading}>
          <h2>{heading}</h2>
          {mine.map((e) => (
            <Link key={e.id} to={e.to} className={css.entry} activeOptions={{ exact: e.to === '/' }}>
              <Icon name={e.icon} />
              <span className={css.name}>{e.name}</span>
              <Count facts={facts} entry={e} />
            </Link>
          ))}
        </div>
      )
    })}
  </nav>
)

/** The foot of a phone: Today, Write, Approve, and More for the rest, the colours and signing out. */
export const FootTabs = (props: TopBarProps & { facts: FrameFacts }) => {
  const [open, setOpen] = useState(false)
  const theme = useTheme()
  const inFoot = new Set(footEntries.map((e) => e.id))
  const rest = shown(
    props.facts,
    groups.flatMap((g) => g.entries),
  ).filter((e) => !inFoot.has(e.id))
  const close = () => setOpen(false)
  return (
    <nav className={css.tabs} aria-label={words.rail.label}>
      {shown(props.facts, footEntries).map((e) => (
        <Link key={e.id} to={e.to} className={css.tab} activeOptions={{ exact: e.to === '/' }}>
          <Icon name={e.icon} size={20} />
          {e.name}
          <Count facts={props.facts} entry={e} badge />
        </Link>
      ))}
      <Button className={css.tab ?? ''} aria-expanded={open} onPress={() => setOpen(true)}>
        <Icon name="posts" size={20} />
        {words.rail.more}
      </Button>
      <Dialog open={open} onClose={close} heading={words.rail.more}>
        <div className={css.more}>
          <Link to="/find" search={{ words: '' }} onClick={close}>
            <Icon name="find" size={20} />
            {words.find.short}
          </Link>
          {rest.map((e) => (
            <Link key={e.id} to={e.to} onClick={close}>
              <Icon name={e.icon} size={20} />
              {e.name}
            </Link>
          ))}
          {ownSections(props, theme)
            .flatMap((s) => s.entries)
            .filter((e) => e.id !== 'keys' && e.id !== 'settings')
            .map((e) => (
              <button
                key={e.id}
                type="button"
                aria-pressed={e.chosen}
                onClick={() => {
                  e.onPress()
                  close()
                }}
              >
                <Icon name={e.id === 'out' ? 'back' : e.id === 'dark' ? 'hide' : 'light'} size={20} />
                {e.id === 'out' ? e.name : `${words.theme.heading}: ${e.name.toLowerCase()}`}
                {e.chosen && <Icon name="tick" />}
              </button>
            ))}
        </div>
      </Dialog>
    </nav>
  )
}
