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

/**
 * The moment from which people in offices count back: the present, where they were at work all of the last `minutes`, or else the end of their
 * last day, so that nobody plans a market day at four in the morning.
 */
export function atWork({ at, now }: Calendar, minutes: number): Date {
  const from = later(now, -minutes)
  if (from >= at(0, '07:30') && now <= at(0, '19:30')) return now
  return now > at(0, '19:30') ? at(0, '17:30') : at(1, '17:30')
}
