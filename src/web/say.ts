/** How staff pages say times, ages and numbers (design 5: 24-hour clock, local time, the year only when it is another). */
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

type Wall = { year: number; month: number; day: number; weekday: number; hour: string; minute: string }

const makers = new Map<string, Intl.DateTimeFormat>()

const maker = (zone: string): Intl.DateTimeFormat => {
  const kept = makers.get(zone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  makers.set(zone, made)
  return made
}

const wallOf = (at: Date | string, zone: string): Wall => {
  const parts = new Map(
    maker(zone)
      .formatToParts(new Date(at))
      .map((p) => [p.type, p.value]),
  )
  const [year, month, day] = [Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day'))]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return { year, month, day, weekday, hour: parts.get('hour') ?? '', minute: parts.get('minute') ?? '' }
}

/** `22:00` */
export const clock = (at: Date | string, zone = 'Europe/London'): string => {
  const w = wallOf(at, zone)
  return `${w.hour}:${w.minute}`
}

/** `Tue 6 Oct`, and `Tue 6 Oct 2026` when `now` is given and is in another year. */
export const day = (at: Date | string, zone = 'Europe/London', now?: Date): string => {
  const w = wallOf(at, zone)
  const year = now && wallOf(now, zone).year !== w.year ? ` ${w.year}` : ''
  return `${days[w.weekday]} ${w.day} ${months[w.month - 1]}${year}`
}

/** `Tue 6 Oct, 22:00` */
export const dayAndClock = (at: Date | string, zone = 'Europe/London', now?: Date): string =>
  `${day(at, zone, now)}, ${clock(at, zone)}`

/** `6 Oct`, and `6 Oct 2025` when that is not the year of `now`: for tables, where the weekday is too much. */
export const shortDay = (at: Date | string, zone: string, now: Date): string => {
  const w = wallOf(at, zone)
  const year = wallOf(now, zone).year === w.year ? '' : ` ${w.year}`
  return `${w.day} ${months[w.month - 1]}${year}`
}

/** With a full stop at its end, once. */
export const sentence = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`)

/** The day on the wall, for a date field: `2026-10-06`. */
export const wallDay = (at: Date | string, zone = 'Europe/London'): string => {
  const w = wallOf(at, zone)
  return `${w.year}-${String(w.month).padStart(2, '0')}-${String(w.day).padStart(2, '0')}`
}

/** `9 min`, `2 h 05`, `4 days 2 hours` */
export const age = (from: Date | string, now: Date): string => {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(from).getTime()) / 60_000))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')}`
  const whole = Math.floor(hours / 24)
  const rest = hours % 24
  const dayWords = whole === 1 ? '1 day' : `${whole} days`
  if (whole > 6 || rest === 0) return dayWords
  return `${dayWords} ${rest === 1 ? '1 hour' : `${rest} hours`}`
}

/** Words to nine in a sentence, then figures with a comma: `three`, `1,204`. */
export const count = (n: number): string => small[n] ?? n.toLocaleString('en-GB')

/** The same at the start of a sentence: `Three`. */
export const Count = (n: number): string => {
  const word = count(n)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `plural(1, 'post')` is `post`, `plural(2, 'post')` is `posts`; give the second form when it is not an s. */
export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many)

/** Two letters for a tile: `Ffion Maddox` is `FM`. */
export const initials = (name: string): string => {
  const parts = name.trim().split(/\s+/)
  return `${parts[0]?.charAt(0) ?? ''}${parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase()
}
