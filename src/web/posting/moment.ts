import { useEffect, useState } from 'react'
import { clock, dayAndClock, wallDay } from '../say.ts'

/**
 * The server's clock, as far as this page can tell: what it said, and how long ago it said so. A device whose own clock is wrong shows
 * the right minutes left.
 */
export const useNow = (said: string, readAt: number, everyMs = 10_000): Date => {
  const [device, setDevice] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setDevice(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return new Date(new Date(said).getTime() + Math.max(0, device - readAt))
}

/** `22:00` on the day itself, `Tue 6 Oct, 22:00` on every other. */
export const lately = (at: string, zone: string, now: Date): string =>
  wallDay(at, zone) === wallDay(now, zone) ? clock(at, zone) : dayAndClock(at, zone, now)
