import { Temporal } from 'temporal-polyfill'

/** Time and chance are handed in, so that a test or the demo can decide both. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export function setClock(at: string | Date): Clock & { set(to: string | Date): void; forward(ms: number): void } {
  let now = new Date(at)
  return {
    now: () => new Date(now),
    set: (to) => {
      now = new Date(to)
    },
    forward: (ms) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

/** What calendar and clock show in a zone (IANA) at an instant. */
export const zonedIn = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

/** The day of the calendar there: `2026-12-25`. */
export const dateIn = (at: Date, zone: string): string => zonedIn(at, zone).toPlainDate().toString()

/** So many days of the calendar after a day. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The instant that a text from outside names, as new Date reads it; null when it names none, or one that no store keeps (years 1 to 9999). */
export function instantIn(text: string | undefined): Date | null {
  const at = new Date(text ?? '')
  const year = at.getUTCFullYear()
  return year >= 1 && year <= 9999 ? at : null
}
