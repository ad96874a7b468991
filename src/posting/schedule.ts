import { Temporal } from 'temporal-polyfill'
import { zonedIn } from '../foundation/clock.ts'
import type { When } from './content.ts'

/** What a wall clock time in a zone means. `said` tells what a person should know about it, or null when it is an ordinary time. */
export type Resolved = { kind: 'plain' | 'twice' | 'skipped'; instant: Date; said: string | null }

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

const two = (n: number): string => String(n).padStart(2, '0')
const timeOf = (at: { hour: number; minute: number }): string => `${two(at.hour)}:${two(at.minute)}`

/**
 * The instant of a wall clock time (`2026-10-25T01:30`). When that time happens twice, `which` decides; when it does not exist,
 * because the clocks go forward over it, it moves forward by as much as they do. Null for a date or a zone that nobody knows.
 */
export function instantOf(wall: string, zone: string, which: 'earlier' | 'later' = 'earlier'): Resolved | null {
  try {
    const plain = Temporal.PlainDateTime.from(wall, { overflow: 'reject' })
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
    if (earlier.epochMilliseconds === later.epochMilliseconds)
      return { kind: 'plain', instant: dateOf(earlier.toInstant()), said: null }
    if (!earlier.toPlainDateTime().equals(plain)) return skipped(plain, later)
    const chosen = which === 'later' ? later : earlier
    return { kind: 'twice', instant: dateOf(chosen.toInstant()), said: twiceWords(plain, chosen, which) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const skipped = (plain: Temporal.PlainDateTime, moved: Temporal.ZonedDateTime): Resolved => ({
  kind: 'skipped',
  instant: dateOf(moved.toInstant()),
  said: `${timeOf(plain)} does not exist that night, because the clocks go forward. It goes out at ${timeOf(moved)}.`,
})

const twiceWords = (
  plain: Temporal.PlainDateTime,
  chosen: Temporal.ZonedDateTime,
  which: 'earlier' | 'later',
): string =>
  `${timeOf(plain)} happens twice that night, because the clocks go back. It goes out the ${which === 'earlier' ? 'first' : 'second'} time (UTC${chosen.offset}).`

export type Due = { instant: Date; scheduled: boolean; said: string | null }

/** When a post with this `when` goes out if it is released at `now`. Null for a time that cannot be read. */
export function dueOf(when: When, now: Date): Due | null {
  if (when.kind === 'now') return { instant: now, scheduled: false, said: null }
  const resolved = instantOf(when.wall, when.zone, when.which)
  return resolved && { instant: resolved.instant, scheduled: true, said: resolved.said }
}

/** `2026-10-07T08:00`: what the clock on the wall shows. */
export const wallOf = (instant: Date, zone: string): string =>
  zonedIn(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' })

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Wed 7 Oct, 08:00`; with the year when it is not this one, and with the zone when it is not the force's own. */
export function whenWords(instant: Date, zone: string, now: Date, home: string = zone): string {
  const at = zonedIn(instant, zone)
  const year = at.year === zonedIn(now, zone).year ? '' : ` ${at.year}`
  const place = zone === home ? '' : ` (${zone.replace(/^.*\//, '').replaceAll('_', ' ')} time)`
  return `${days[at.dayOfWeek - 1] ?? ''} ${at.day} ${months[at.month - 1] ?? ''}${year}, ${timeOf(at)}${place}`
}

/** `22:04`. */
export const clockWords = (instant: Date, zone: string): string => timeOf(zonedIn(instant, zone))

/** Ages and waits: `9 min`, `2 h 05`, `4 days 2 hours`. */
export function spanWords(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole < 60) return `${whole} min`
  if (whole < 24 * 60) return `${Math.floor(whole / 60)} h ${two(whole % 60)}`
  const hours = Math.floor(whole / 60)
  const rest = hours % 24
  const daysWord = Math.floor(hours / 24) === 1 ? '1 day' : `${Math.floor(hours / 24)} days`
  return rest === 0 ? daysWord : `${daysWord} ${rest === 1 ? '1 hour' : `${rest} hours`}`
}

/** Why this time cannot be chosen now, or null. A minute of grace, because typing takes time. */
export function timeTrouble(when: When, now: Date, home: string): string | null {
  const due = dueOf(when, now)
  if (!due) return 'This date or time does not exist. Choose another.'
  if (!due.scheduled || due.instant.getTime() >= now.getTime() - 60_000) return null
  const zone = when.kind === 'at' ? when.zone : home
  return `${whenWords(due.instant, zone, now, home)} is past. Choose a new time.`
}

/** The beginning of the local day, and of the local Monday, as instants. */
export const mondayOf = (instant: Date, zone: string): Date => {
  const at = zonedIn(instant, zone)
  return dateOf(
    at
      .startOfDay()
      .subtract({ days: at.dayOfWeek - 1 })
      .toInstant(),
  )
}

/** The Mondays of the last `weeks` weeks, this week's last. */
export function mondays(instant: Date, zone: string, weeks: number): Date[] {
  const last = zonedIn(mondayOf(instant, zone), zone)
  return Array.from({ length: weeks }, (_, n) => dateOf(last.subtract({ weeks: weeks - 1 - n }).toInstant()))
}
