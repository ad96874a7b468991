import { type Calendar, later } from '../calendar.ts'

/** The first time after `soonest` minutes at which the wall clock shows this. */
export function next({ at, now }: Calendar, wall: string, soonest = 40): Date {
  const today = at(0, wall)
  return today >= later(now, soonest) ? today : at(-1, wall)
}

/** To the next five minutes after so many. */
export const soon = (now: Date, minutes: number): Date =>
  new Date(Math.ceil(later(now, minutes).getTime() / 300_000) * 300_000)

export const ago = (now: Date, minutes: number): Date =>
  new Date(Math.floor(later(now, -minutes).getTime() / 60_000) * 60_000)
