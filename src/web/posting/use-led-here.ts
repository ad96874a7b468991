import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** Brings into view what the address names after its #, once it is drawn: the page was still being read when somebody arrived. */
export const useLedHere = (...names: readonly string[]): RefObject<HTMLElement | null> => {
  const ref = useRef<HTMLElement>(null)
  const led = useLocation({ select: (l) => l.hash !== '' && names.includes(l.hash) })
  useEffect(() => {
    if (led) ref.current?.scrollIntoView()
  }, [led])
  return ref
}
