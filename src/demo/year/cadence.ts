import type { Calendar } from '../calendar.ts'
import type { Roll } from './grammar.ts'
import type { Style } from './styles.ts'

/** A number of things on a day whose middle is `mean`: over-dispersed (a gamma mixture of Poissons), so that there are empty days and bursts. */
export function thingsOn(mean: number, evenness: number, roll: Roll): number {
  if (mean <= 0) return 0
  let gamma = 0
  for (let i = 0; i < evenness; i++) gamma -= Math.log(1 - roll())
  return poisson((mean * gamma) / evenness, roll)
}

function poisson(mean: number, roll: Roll): number {
  const floor = Math.exp(-mean)
  let n = 0
  for (let left = roll(); left > floor; left *= roll()) n += 1
  return n
}

/** How often each hour of the day is chosen: hardly ever at night, most from eight to eleven, again toward the evening. */
const byHour = [0, 0, 0, 0, 0, 1, 4, 9, 14, 14, 12, 9, 7, 6, 6, 7, 9, 10, 8, 6, 4, 3, 1, 0]
const hoursInAll = byHour.reduce((sum, n) => sum + n, 0)

/** Wall clock, such as `09:41`. A desk that never closes also speaks at night. */
export function timeOfDay(roll: Roll, always: boolean): string {
  let left = roll() * (always ? hoursInAll + 48 : hoursInAll)
  let hour = byHour.findIndex((n) => {
    left -= always ? n + 2 : n
    return left < 0
  })
  if (hour < 0) hour = 12
  return `${String(hour).padStart(2, '0')}:${String(Math.floor(roll() * 60)).padStart(2, '0')}`
}

/** Leave, courses, a busy month: of a small account whole weeks are empty. */
export function absences(style: Style, roll: Roll): (ago: number) => boolean {
  if (style.perDay >= 1) return () => false
  const gaps = Array.from({ length: 3 }, () => [30 + Math.floor(roll() * 320), 12 + Math.floor(roll() * 16)] as const)
  return (ago) => gaps.some(([from, days]) => ago <= from && ago > from - days)
}

/** How many things an account puts out on that day. */
export function thingsOf(style: Style, ago: number, { isWeekend }: Calendar, roll: Roll): number {
  if (style.events) return style.events.find(([day]) => day === ago)?.[1] ?? 0
  const season = 1 + 0.2 * Math.sin((ago / 365) * 2 * Math.PI)
  return thingsOn(style.perDay * season * (isWeekend(ago) ? 0.7 : 1.12), style.evenness, roll)
}
