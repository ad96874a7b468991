import { useEffect, useRef } from 'react'
import { singleKeysOn } from './theme.ts'

/** Keys that begin a sequence must follow each other within this time. */
const sequenceTime = 1200

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="listbox"], [role="menu"]') !== null)

const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

/** What a key press adds up to: `w`, `g t`, `Ctrl k`; null when it is none of ours. */
export const heard = (before: string | null, key: string): string | null => {
  if (key.length !== 1) return null
  return before === 'g' ? `g ${key}` : key
}

/** Acts by key: `{ w: write, 'g t': today, '?': list, '/': find }`. Never inside a field, never with a dialog open, never when switched off. A page has its own beside those of the frame, which alone finds. */
export const useKeys = (acts: Readonly<Record<string, () => void>>, find?: () => void): void => {
  const current = useRef({ acts, find })
  current.current = { acts, find }
  useEffect(() => {
    let before: { key: string; at: number } | null = null
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        if (current.current.find) event.preventDefault()
        if (!dialogIsOpen()) current.current.find?.()
        return
      }
      const busy = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inField(event.target)
      if (busy || !singleKeysOn() || dialogIsOpen()) return
      const name = heard(before && event.timeStamp - before.at < sequenceTime ? before.key : null, event.key)
      before = name === 'g' ? { key: 'g', at: event.timeStamp } : null
      const act = name === null ? undefined : current.current.acts[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
