import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether the end of what is read has been on the screen; begins anew when `of` changes. */
export const useReached = (of: string): [RefObject<HTMLDivElement | null>, boolean] => {
  const end = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState<string | null>(null)
  useEffect(() => {
    const element = end.current
    if (!element) return
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) setReached(of)
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [of])
  return [end, reached === of]
}
