import { type Act, say } from './act.ts'
import { type Calendar, dice, later } from './calendar.ts'
import { chiefs } from './lines/chiefs.ts'
import { eastby, harrowfield, tregarn } from './lines/districts.ts'
import { desk, heddlu, westshire } from './lines/headquarters.ts'
import type { Bank, Line } from './lines/line.ts'
import { dogs, roads, rural } from './lines/teams.ts'
import { central, westport } from './lines/westport.ts'

export const banks: readonly Bank[] = [
  westshire,
  heddlu,
  desk,
  chiefs,
  westport,
  central,
  eastby,
  harrowfield,
  tregarn,
  roads,
  dogs,
  rural,
]

const weeks = 5
/** From so many days before the present on. */
export const firstDay = weeks * 7
/** What is to go out within so many hours is planned already. */
const ahead = 24 * 60

type Spot = { line: Line; bank: Bank; name: string; ago: number; at: Date }

/** Everyday posts of five weeks, spread over each account's usual days and times, and what is planned for the next 24 hours. */
export function everyday(calendar: Calendar, seed: number): Act[] {
  const roll = dice(seed)
  return banks
    .flatMap((bank) => spotsOf(bank, calendar, roll))
    .flatMap((spot) => (isTooFar(spot, calendar.now) ? [] : actsOf(spot, calendar, roll)))
}

function spotsOf(bank: Bank, calendar: Calendar, roll: () => number): Spot[] {
  const step = (firstDay + 1.5) / bank.lines.length
  return bank.lines.map((line, n) => {
    const wish = line.ago ?? Math.min(firstDay - 1, Math.round(firstDay - 1 - n * step - roll() * step * 0.6))
    const ago = bank.weekdaysOnly && line.ago === undefined ? weekday(Math.max(-1, wish), calendar) : Math.max(-1, wish)
    const time = line.at ?? bank.times[Math.floor(roll() * bank.times.length)] ?? '12:00'
    const at = calendar.at(ago, time)
    const exact = line.how === 'timed' || line.at !== undefined
    return { line, bank, name: `${bank.account} ${n}`, ago, at: exact ? at : later(at, Math.floor(roll() * 14)) }
  })
}

/** The same day, or the Friday before. */
const weekday = (ago: number, calendar: Calendar): number =>
  calendar.isWeekend(ago) ? weekday(ago + 1, calendar) : ago

/** Planned posts may lie up to a day ahead; nobody knows yet what will be said at once. */
const isTooFar = ({ line, at }: Spot, now: Date): boolean =>
  line.how === 'timed' ? at.getTime() > later(now, ahead).getTime() : at.getTime() > later(now, -6).getTime()

function actsOf({ line, bank, name, ago, at }: Spot, calendar: Calendar, roll: () => number): Act[] {
  const day = {
    on: (n: number) => calendar.day(ago - n),
    ar: (n: number) => calendar.dydd(ago - n).replace(/^dydd/, 'ddydd'),
  }
  const words = typeof line.says === 'function' ? line.says(day) : line.says
  const what = say({
    pieces: typeof words === 'string' ? [words] : words,
    on: [bank.account, ...(line.also ?? [])],
    language: line.welsh ? 'cy' : 'en',
    intent: line.intent ?? 'inform',
    objective: line.for ?? bank.objective,
    due: line.how === 'timed' ? at : null,
    speaksFor: line.speaksFor ?? null,
    picture: line.picture ? { scene: line.picture[0], alt: line.picture[1] } : null,
  })
  const post = { post: name, by: line.by }
  if (line.how === 'now')
    return [
      { do: 'write', at: later(at, -4 - Math.floor(roll() * 9)), ...post, say: what },
      { do: 'publish', at, ...post },
    ]
  // What is planned was approved at its time; what lies ahead of the present was approved before it.
  const before = at < calendar.at(ago, '11:00') ? 900 + roll() * 150 : 25 + roll() * 100
  const approved = Math.min(later(at, -before).getTime(), later(calendar.now, -10 - roll() * 300).getTime())
  const when = line.how === 'timed' ? new Date(Math.floor(approved)) : at
  const by = bank.approver === line.by ? 'ffion' : bank.approver
  const asked = later(when, -4 - Math.floor(roll() * 40))
  return [
    { do: 'write', at: later(asked, -3 - Math.floor(roll() * 25)), ...post, say: what },
    { do: 'ask', at: asked, ...post },
    { do: 'approve', at: when, post: name, by, reason: '' },
  ]
}
