import { useSyncExternalStore } from 'react'

const phone = '(max-width: 699px)'

const subscribe = (tell: () => void): (() => void) => {
  const query = window.matchMedia(phone)
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** Whether the phone's rules hold (design 9), for what CSS alone cannot do. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches)
