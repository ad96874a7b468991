import { Link } from '@tanstack/react-router'
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Line } from '../live.ts'
import { HoldIcon, Icon, ProductMark } from '../parts/icon.tsx'
import { Menu, type MenuEntry } from '../parts/menu.tsx'
import { Shape, type ShapeName } from '../parts/shape.tsx'
import { clock, day } from '../say.ts'
import { words } from '../words.ts'
import type { FrameFacts } from './facts.ts'
import { chooseTheme, type Theme, useTheme } from './theme.ts'
import css from './top-bar.module.css'

export type TopBarProps = {
  facts: FrameFacts | null
  line: Line
  findRef: RefObject<HTMLInputElement | null>
  sought: string
  onFind: (sought: string) => void
  onHold: () => void
  onKeys: () => void
  onSignOut: () => void
  onSettings: () => void
}

const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The mode in a word with its shape. */
export const modeOf = (facts: FrameFacts | null, line: Line): { shape: ShapeName; name: string } => {
  if (line.kind === 'lost')
    return { shape: 'triangle', name: words.mode.lost(clock(line.since, facts?.zone ?? deviceZone())) }
  if (!facts) return { shape: 'dashed', name: words.mode.unknown }
  return facts.held ? { shape: 'bars', name: words.mode.held } : { shape: 'live', name: words.mode.normal }
}

const Clock = ({ zone }: { zone: string }) => {
  const now = useNow()
  return (
    <time className={css.time} dateTime={now.toISOString()}>
      <b>{clock(now, zone)}</b> <span>{day(now, zone)}</span>
    </time>
  )
}

type OwnSection = { heading?: string; entries: MenuEntry[] }

/** Theme, keys and signing out: the same acts behind the person and, on a phone, behind More. */
export const ownSections = ({ onKeys, onSignOut, onSettings }: TopBarProps, theme: Theme): OwnSection[] => [
  {
    heading: words.theme.heading,
    entries: (['system', 'light', 'dark'] as const).map((id) => ({
      id,
      name: words.theme[id],
      chosen: theme === id,
      onPress: () => chooseTheme(id),
    })),
  },
  {
    entries: [
      { id: 'keys', name: words.keys.list, onPress: onKeys },
      { id: 'settings', name: words.me.settings, onPress: onSettings },
      { id: 'out', name: words.me.signOut, onPress: onSignOut },
    ],
  },
]

const Who = (props: TopBarProps & { facts: FrameFacts }) => {
  const theme = useTheme()
  const { name, role, initials } = props.facts.me
  return (
    <Menu
      trigger={
        <Button className={css.who ?? ''}>
          <span className={css.tile} aria-hidden="true">
            {initials}
          </span>
          <span className={css.whoWords}>
            {name}
            <small>{role}</small>
            <span className="hidden-words">{words.me.label}</span>
          </span>
        </Button>
      }
      sections={ownSections(props, theme)}
    />
  )
}

const Find = ({ findRef, sought, onFind }: Pick<TopBarProps, 'findRef' | 'sought' | 'onFind'>) => {
  useEffect(() => {
    if (findRef.current) findRef.current.value = sought
  }, [findRef, sought])
  const find = (event: FormEvent): void => {
    event.preventDefault()
    const words = findRef.current?.value.trim()
    if (words) onFind(words)
  }
  return (
    <search className={css.find}>
      <Icon name="find" size={15} />
      <form onSubmit={find}>
        <input
          ref={findRef}
          type="search"
          aria-label={words.find.label}
          placeholder={words.find.label}
          enterKeyHint="search"
        />
      </form>
      <kbd>{words.find.key}</kbd>
    </search>
  )
}

/** 48 px: product and force, find, mode, Hold posts, time with day, and who you are. */
export const TopBar = (props: TopBarProps) => {
  const { facts, line, onHold } = props
  const mode = modeOf(facts, line)
  return (
    <header className={css.bar}>
      <Link to="/" className={css.product} aria-label={words.product}>
        <ProductMark />
        <span>{words.product}</span>
      </Link>
      {facts && <span className={css.force}>{facts.force}</span>}
      <Find {...props} />
      <span className={css.mode} role="status">
        <Shape name={mode.shape} size={14} />
        {mode.name}
      </span>
      {facts?.mayHold && (
        <button type="button" className={css.onBar} onClick={onHold}>
          <HoldIcon />
          {words.holdPosts}
        </button>
      )}
      <Clock zone={facts?.zone ?? deviceZone()} />
      {facts && <Who {...props} facts={facts} />}
    </header>
  )
}
