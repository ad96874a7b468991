import { useEffect, useRef } from 'react'

/** Ctrl Enter presses the filled button of the page, unless a dialog is open or somebody has used the key already. */
export const useCtrlEnter = (press: (() => void) | null): void => {
  const current = useRef(press)
  current.current = press
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || event.repeat) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (!current.current) return
      event.preventDefault()
      current.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
