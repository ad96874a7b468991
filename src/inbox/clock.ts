import { afterCovered, type Cover } from '../register/cover.ts'
import type { AimKind, Aims } from './desk.ts'
import type { Category } from './triage/category.ts'
import { endOfWorkingDay } from './working-days.ts'

export const clockKinds = ['firstLook', 'firstReply', 'incidentRaised', 'crimeRecording', 'informationRequest'] as const
export type ClockKind = (typeof clockKinds)[number]

/** What has to be known of a conversation to say how late it is. Times of the public are when it was said, not when we heard it. */
export type ClockFacts = {
  category: Category
  /** The words may be about a person in danger, whatever the category says. */
  danger: boolean
  /** When it was first said; of one that was opened again, what opened it. Nothing done before counts. */
  openedAt: Date
  /** Of what was said before we listened, since when we do: aims count from then on. Limits of the law count from when it was said. */
  aimsFrom: Date | null
  /** Since when it may be about danger, where it had begun otherwise. */
  dangerAt: Date | null
  /** When the last words of danger were heard after it had begun: somebody looks anew. */
  dangerLastAt: Date | null
  /** The first message after our last answer; null when nothing waits. */
  waitingSince: Date | null
  firstLookAt: Date | null
  /** The last time that somebody looked at something new. */
  lookedAt: Date | null
  firstReplyAt: Date | null
  incidentAt: Date | null
  /** A person said that a crime was reported, or that none was; null: nobody said. */
  crimeSaid: boolean | null
  crimeRecordedAt: Date | null
  /** Null while it is open. */
  closedAt: Date | null
  cover: Cover
  zone: string
  aims: Aims
}

export type Clock = {
  kind: ClockKind
  startedAt: Date
  endsAt: Date
  stoppedAt: Date | null
  state: 'running' | 'near' | 'over' | 'stopped' | 'stoppedLate'
  limit: boolean
}

const hour = 3_600_000
/** National crime recording standard: a crime is recorded within 24 hours of its being reported (M11). */
export const crimeHours = 24
/** Freedom of Information Act 2000, s. 10(1). */
export const requestDays = 20

/** Before a clock has its state: `nearAt` is where its last quarter begins. */
type Span = { kind: ClockKind; startedAt: Date; nearAt: Date; endsAt: Date; stoppedAt: Date | null; limit: boolean }

/** Every clock that runs or ran in this conversation, in the order in which a desk reads them. */
export const clocksOf = (facts: ClockFacts, now: Date): Clock[] =>
  [lookSpan(facts), replySpan(facts), incidentSpan(facts), crimeSpan(facts), requestSpan(facts)].flatMap((span) =>
    span ? [withState(span, now)] : [],
  )

/** When the next of the running clocks ends, or the first of them ended; null when none runs. Does not change with time alone. */
export const nextDue = (facts: ClockFacts, now: Date): Date | null => nextClock(clocksOf(facts, now))?.endsAt ?? null

/** The running clock that ends next, or that ended first. */
export const nextClock = (clocks: readonly Clock[]): Clock | null =>
  clocks
    .filter((clock) => clock.stoppedAt === null)
    .reduce<Clock | null>((first, clock) => (first && first.endsAt <= clock.endsAt ? first : clock), null)

function withState({ nearAt, ...span }: Span, now: Date): Clock {
  if (span.stoppedAt) return { ...span, state: span.stoppedAt <= span.endsAt ? 'stopped' : 'stoppedLate' }
  return { ...span, state: now > span.endsAt ? 'over' : now >= nearAt ? 'near' : 'running' }
}

/** What was done, if it was done since then. */
const since = (start: Date, done: Date | null): Date | null => (done !== null && done >= start ? done : null)

/** From when on somebody waits: for a first answer, or for another one after ours. */
const waitsFrom = (f: ClockFacts): Date => aimed(f, later(f.openedAt, f.waitingSince))

const later = (at: Date, other: Date | null): Date => (other !== null && other > at ? other : at)
const aimed = (f: ClockFacts, at: Date): Date => later(at, f.aimsFrom)

/** Those who may be at risk do not wait for office hours; where there is no cover, nobody does. */
const countsAlways = (f: ClockFacts): boolean => f.danger || f.aims.always[f.category] || f.cover.length === 0

function aimSpan(
  f: ClockFacts,
  kind: ClockKind,
  startedAt: Date,
  aim: number | null,
  stoppedAt: Date | null,
): Span | null {
  if (aim === null) return null
  const after = (minutes: number): Date =>
    (countsAlways(f) ? null : afterCovered(f.cover, startedAt, minutes, f.zone)) ??
    new Date(startedAt.getTime() + minutes * 60_000)
  return { kind, startedAt, nearAt: after(aim * 0.75), endsAt: after(aim), stoppedAt, limit: false }
}

/** Danger is looked at, answered and raised as soon as any category is. */
const aimOf = (f: ClockFacts, kind: AimKind): number | null => {
  const own = f.aims[kind][f.category]
  const urgent = f.danger ? f.aims[kind].threatOrVulnerable : null
  return own === null || urgent === null ? (own ?? urgent) : Math.min(own, urgent)
}

function lookSpan(f: ClockFacts): Span | null {
  const startedAt = later(waitsFrom(f), f.dangerLastAt)
  const looked = since(startedAt, f.firstLookAt) ?? since(startedAt, f.lookedAt)
  return aimSpan(f, 'firstLook', startedAt, aimOf(f, 'firstLook'), looked ?? f.closedAt)
}

function replySpan(f: ClockFacts): Span | null {
  const startedAt = waitsFrom(f)
  const stoppedAt = since(startedAt, f.firstReplyAt) ?? f.closedAt
  if (stoppedAt === null && f.waitingSince === null) return null
  return aimSpan(f, 'firstReply', startedAt, aimOf(f, 'firstReply'), stoppedAt)
}

function incidentSpan(f: ClockFacts): Span | null {
  const stoppedAt = since(f.openedAt, f.incidentAt)
  const startedAt = aimed(f, stoppedAt ? f.openedAt : later(f.openedAt, f.dangerAt))
  return aimSpan(f, 'incidentRaised', startedAt, aimOf(f, 'incidentRaised'), stoppedAt ?? f.closedAt)
}

/** The limit goes on when the conversation is closed: the law does not know our outcomes. */
function crimeSpan(f: ClockFacts): Span | null {
  const stoppedAt = since(f.openedAt, f.crimeRecordedAt)
  const mayBeCrime = f.category === 'callForService' || f.category === 'intelligence'
  const reported = f.crimeSaid ?? (mayBeCrime && since(f.openedAt, f.incidentAt) !== null)
  if (!reported && stoppedAt === null) return null
  const after = (hours: number) => new Date(f.openedAt.getTime() + hours * hour)
  return {
    kind: 'crimeRecording',
    startedAt: f.openedAt,
    nearAt: after(crimeHours * 0.75),
    endsAt: after(crimeHours),
    stoppedAt,
    limit: true,
  }
}

function requestSpan(f: ClockFacts): Span | null {
  if (f.category !== 'informationRequest') return null
  const after = (days: number) => endOfWorkingDay(f.openedAt, days, f.zone)
  return {
    kind: 'informationRequest',
    startedAt: f.openedAt,
    nearAt: after(requestDays * 0.75),
    endsAt: after(requestDays),
    stoppedAt: f.closedAt,
    limit: true,
  }
}
