import { clockWords, instantOf, wallOf, whenWords } from '../../posting/schedule.ts'
import type { Cover } from '../../register/cover.ts'

export const dutyKinds = ['onCall', 'desk'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** From an instant until just before another. */
export type Span = { from: Date; until: Date }

/** One person's duty; one that was ended early ends there. */
export type Duty = Span & { id: string; personId: string; kind: DutyKind }

const day = 86_400_000

/** When a duty really ends. */
export const endOf = (untilAt: Date, endedAt: Date | null): Date =>
  endedAt !== null && endedAt < untilAt ? endedAt : untilAt

export const isOn = (span: Span, at: Date): boolean => span.from <= at && at < span.until

/** Who is on duty at an instant: those on call first, as alarms go. */
export const onDutyAt = <D extends Duty>(duties: readonly D[], at: Date): D[] =>
  duties
    .filter((d) => isOn(d, at))
    .sort((a, b) => dutyKinds.indexOf(a.kind) - dutyKinds.indexOf(b.kind) || a.from.getTime() - b.from.getTime())

/** Those who come on duty next: everybody who begins at the first beginning after the instant. */
export const nextOnDuty = <D extends Duty>(duties: readonly D[], at: Date): D[] => {
  const later = duties.filter((d) => d.from > at && d.until > d.from)
  const first = Math.min(...later.map((d) => d.from.getTime()))
  return later.filter((d) => d.from.getTime() === first)
}

/** In order, what touches or overlaps made one, empty ones left out. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (span.until <= span.from) continue
    const last = out.at(-1)
    if (last && span.from <= last.until) {
      if (span.until > last.until) last.until = span.until
    } else out.push({ from: span.from, until: span.until })
  }
  return out
}

/** What of `whole` no span of `taken` covers. */
export function without(whole: readonly Span[], taken: readonly Span[]): Span[] {
  const gone = joined(taken)
  return joined(whole).flatMap((w) => {
    const left: Span[] = []
    let from = w.from
    for (const t of gone) {
      if (t.until <= from || t.from >= w.until) continue
      if (t.from > from) left.push({ from, until: t.from })
      if (t.until > from) from = t.until
    }
    if (from < w.until) left.push({ from, until: w.until })
    return left
  })
}

/** What lies in both. */
export const within = (a: readonly Span[], b: readonly Span[]): Span[] => without(a, without(a, b))

export const hoursOf = (spans: readonly Span[]): number =>
  Math.round((joined(spans).reduce((sum, s) => sum + s.until.getTime() - s.from.getTime(), 0) / 3_600_000) * 100) / 100

/** When nobody at all is on duty. */
export const gapsIn = (duties: readonly Span[], whole: Span): Span[] => without([whole], duties)

/** The hours that the register states, as instants of these days, by the wall clock of the zone. */
export function coverSpans(cover: Cover, whole: Span, zone: string): Span[] {
  const spans: Span[] = []
  // A day earlier and later, because the local day is not the day of UTC.
  for (let at = whole.from.getTime() - day; at <= whole.until.getTime() + day; at += day) {
    const date = new Date(`${wallOf(new Date(at), zone).slice(0, 10)}T00:00:00Z`)
    const weekday = date.getUTCDay() || 7
    for (const h of cover) {
      if (h.day !== weekday) continue
      const from = wallTime(date, h.from, zone, 'earlier')
      const until = wallTime(date, h.to, zone, 'later')
      if (from && until) spans.push({ from, until })
    }
  }
  return within(spans, [whole])
}

function wallTime(date: Date, time: string, zone: string, which: 'earlier' | 'later'): Date | null {
  const midnight = time === '24:00'
  const on = midnight ? new Date(date.getTime() + day) : date
  return instantOf(`${on.toISOString().slice(0, 10)}T${midnight ? '00:00' : time}`, zone, which)?.instant ?? null
}

/** What the register states against what the rota holds, in one stretch of time (M15). */
export type CoverAgainstRota = { stated: number; staffed: number; missing: Span[] }

export function coverAgainst(cover: Cover, duties: readonly Span[], whole: Span, zone: string): CoverAgainstRota {
  const stated = coverSpans(cover, whole, zone)
  return { stated: hoursOf(stated), staffed: hoursOf(within(stated, duties)), missing: without(stated, duties) }
}

/** `Sat 22:00`; with the date when it is not within the week that follows `now`. */
export function momentWords(at: Date, zone: string, now: Date): string {
  const near = at.getTime() - now.getTime() < 7 * day && at.getTime() > now.getTime() - day
  return near ? `${whenWords(at, zone, now).slice(0, 3)} ${clockWords(at, zone)}` : whenWords(at, zone, now)
}

/** `nobody from Sat 22:00 to Sun 06:00`; a gap that has begun is said as `nobody until Sun 06:00`. */
export const gapWords = (gap: Span, zone: string, now: Date, horizon: Date): string => {
  const begins = gap.from <= now ? '' : ` from ${momentWords(gap.from, zone, now)}`
  const ends = gap.until >= horizon ? '' : ` ${begins === '' ? 'until' : 'to'} ${momentWords(gap.until, zone, now)}`
  return begins === '' && ends === '' ? 'nobody from now on' : `nobody${begins}${ends || ' on'}`
}
