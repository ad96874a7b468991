import type { z } from 'zod'
import type { clock as clockShape, queued } from '../../inbox/inbox.contract.ts'
import { endOfWorkingDay } from '../../inbox/working-days.ts'
import { age, clock as clockOf, day } from '../say.ts'

export type Clock = z.output<typeof clockShape>
export type Row = z.output<typeof queued>

/** `risk` is kept for a person who may be in danger; lateness alone is amber. */
type Tone = 'plain' | 'warn' | 'risk' | 'ok'

export type Said = { words: string; tone: Tone }

const minute = 60_000
const requestDays = 20

const clockNames: Readonly<Record<Clock['kind'], string>> = {
  firstLook: 'First look',
  firstReply: 'First reply',
  incidentRaised: 'Incident raised',
  crimeRecording: 'If a crime, record by',
  informationRequest: 'Answer the request by',
}

const shortNames: Readonly<Record<Clock['kind'], string>> = {
  firstLook: 'Look',
  firstReply: 'Reply',
  incidentRaised: 'Incident',
  crimeRecording: 'Crime record',
  informationRequest: 'Request',
}

/** Both ways: how long until then, or how long since. The last minute before an end counts as one. */
const until = (at: string, now: Date): string => age(now, new Date(new Date(at).getTime() + minute - 1))
const since = (at: string, now: Date): string => age(at, now)
/** Less than a minute is no figure that says anything. */
const just = (span: string, words: string): string | null => (span === '0 min' ? words : null)
const over = (from: string, to: Date): string => just(age(from, to), 'just over') ?? `${age(from, to)} over`

/** The working day of a request that today is: day 1 is the first after it came. At most one more than the limit. */
export const requestDay = (startedAt: string, zone: string, now: Date): number => {
  const from = new Date(startedAt)
  for (let n = 1; n <= requestDays; n += 1) if (endOfWorkingDay(from, n, zone) > now) return n
  return requestDays + 1
}

/** The last day of the limit, not the midnight that ends it. */
const lastDay = (endsAt: string, zone: string): string => day(new Date(new Date(endsAt).getTime() - 1), zone)

const requestWords = (c: Clock, zone: string, now: Date): string => {
  const n = requestDay(c.startedAt, zone, now)
  if (n > requestDays) return `Past day ${requestDays}, was due ${lastDay(c.endsAt, zone)}`
  return `Day ${n} of ${requestDays}, due ${lastDay(c.endsAt, zone)}`
}

const toneOf = (c: Clock, danger: boolean): Tone => {
  if (c.state !== 'near' && c.state !== 'over') return 'plain'
  return danger ? 'risk' : 'warn'
}

/** The clock of a row: what is due next, or how long it is over. */
export const rowClock = (row: Row, zone: string, now: Date): Said => {
  const c = row.clock
  if (row.incidentAt !== null && (c === null || c.state === 'running'))
    return {
      words:
        `Incident ${row.incidentRef ?? ''} raised, ${just(since(row.incidentAt, now), 'just now') ?? since(row.incidentAt, now)}`.replace(
          '  ',
          ' ',
        ),
      tone: 'ok',
    }
  if (c === null)
    return row.lastFrom === 'us'
      ? { words: 'Answered', tone: 'plain' }
      : { words: since(row.lastSaidAt, now), tone: 'plain' }
  const tone = toneOf(c, row.danger)
  if (c.kind === 'informationRequest') return { words: requestWords(c, zone, now), tone }
  const name = shortNames[c.kind]
  if (c.state === 'over') return { words: `${name} ${over(c.endsAt, now)}`, tone }
  if (c.kind === 'crimeRecording')
    return { words: `Record by ${day(c.endsAt, zone).slice(0, 3)} ${clockOf(c.endsAt, zone)}`, tone }
  return { words: `${name} due in ${until(c.endsAt, now)}`, tone }
}

type ClockRow = {
  kind: Clock['kind']
  name: string
  /** The figure on the right. */
  figure: string
  /** Below its name: the aim or the limit, and what is left or over. */
  note: string
  tone: Tone
}

const aimWords = (c: Clock): string => {
  const minutes = Math.round((new Date(c.endsAt).getTime() - new Date(c.startedAt).getTime()) / minute)
  return `${c.limit ? 'limit' : 'aim'} ${age(new Date(0), new Date(minutes * minute))}`
}

const legal = (c: Clock): boolean => c.kind === 'crimeRecording' || c.kind === 'informationRequest'

const legalFigure = (c: Clock, zone: string, now: Date): string => {
  if (c.kind === 'informationRequest') return requestWords(c, zone, now).split(',')[0] ?? ''
  return `${day(c.endsAt, zone).slice(0, 3)} ${clockOf(c.endsAt, zone)}`
}

const runningNote = (c: Clock, zone: string, now: Date): string => {
  if (c.state === 'over') return `${over(c.endsAt, now)} the ${c.limit ? 'limit' : 'aim'}`
  if (c.kind === 'informationRequest') return `due ${lastDay(c.endsAt, zone)}`
  const left = `${until(c.endsAt, now)} left`
  return legal(c) ? left : `${aimWords(c)}, ${left}`
}

/** One clock for the list beside a conversation. */
export const clockRow = (c: Clock, danger: boolean, zone: string, now: Date): ClockRow => {
  const base = { kind: c.kind, name: clockNames[c.kind] }
  if (c.stoppedAt !== null) {
    const late = c.state === 'stoppedLate'
    return {
      ...base,
      figure: age(c.startedAt, new Date(c.stoppedAt)),
      note: late
        ? `${over(c.endsAt, new Date(c.stoppedAt))} the ${c.limit ? 'limit' : 'aim'}`
        : legal(c)
          ? 'done in time'
          : aimWords(c),
      tone: late ? 'warn' : 'plain',
    }
  }
  return {
    ...base,
    figure: legal(c) ? legalFigure(c, zone, now) : age(c.startedAt, now),
    note: runningNote(c, zone, now),
    tone: toneOf(c, danger),
  }
}

/** For Today: how long somebody waits, and what is left of the aim: `waiting, 6 left`. */
export const waitingWords = (row: Row, now: Date): { figure: string; words: string } => {
  const c = row.clock
  if (c === null) return { figure: since(row.lastSaidAt, now), words: 'since it was said' }
  const figure = since(c.startedAt, now)
  if (c.state === 'over') return { figure, words: `waiting, ${over(c.endsAt, now)}` }
  return { figure, words: `waiting, ${until(c.endsAt, now).replace(/ min$/, '')} left` }
}
