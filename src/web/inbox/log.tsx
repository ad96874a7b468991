import { Fragment, useEffect, useRef } from 'react'
import { day, wallDay } from '../say.ts'
import css from './conversation.module.css'
import { deskWords } from './desk-words.ts'
import { type Entry, EntryLine } from './entries.tsx'
import type { Whole } from './use-hold.ts'

const w = deskWords.conversation

const dayWords = (at: string, zone: string, now: Date): string =>
  wallDay(at, zone) === wallDay(now, zone) ? w.today : day(at, zone, now)

const daysOf = (entries: readonly Entry[], zone: string): { on: string; at: string; entries: Entry[] }[] => {
  const days = Map.groupBy(entries, (e) => wallDay(e.at, zone))
  return [...days].map(([on, list]) => ({ on, at: list[0]?.at ?? on, entries: list }))
}

type Props = {
  c: Whole
  network: string
  zone: string
  now: Date
  /** Somebody types below: nothing is read out over them. */
  typing: boolean
}

/** What was said, by day. Stays at its end as long as the reader is there. */
export const Log = ({ c, network, zone, now, typing }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const n = c.entries.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was added is what moves the end
  useEffect(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [n, c.row.id])
  // What opens below takes room from it; the last words stay in sight.
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const onScroll = (): void => {
    const element = box.current
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40
  }
  return (
    <div
      ref={box}
      className={css.log}
      role="log"
      aria-label={w.log}
      aria-live={typing ? 'off' : 'polite'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
      tabIndex={0}
      onScroll={onScroll}
    >
      {daysOf(c.entries, zone).map(({ on, at, entries }) => (
        <Fragment key={on}>
          <h3 className={css.day}>{dayWords(at, zone, now)}</h3>
          <ol>
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} network={network} zone={zone} now={now} />
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  )
}
