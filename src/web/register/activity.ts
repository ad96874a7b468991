import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { accountActivity } from '../../posting/today/today.contract.ts'
import { call } from '../call.ts'

/** Who spoke on one account in 13 weeks. Read again at most every five minutes: it moves by the day. */
export const useActivity = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => call(accountActivity, { id }, { signal }),
    staleTime: 5 * 60_000,
    enabled,
  })

/** Turns true when the element comes near the window, and stays so. */
export const useNear = (): [RefObject<HTMLSpanElement | null>, boolean] => {
  const ref = useRef<HTMLSpanElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || near) return
    const watcher = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && setNear(true), {
      rootMargin: '300px',
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [near])
  return [ref, near]
}
