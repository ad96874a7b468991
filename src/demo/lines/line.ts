import type { ConnectedKey } from '../accounts.ts'
import type { ObjectiveKey, PersonKey } from '../force.ts'
import type { SceneKey } from '../scenes.ts'

/** Words that name a day know when they go out: `on(2)` is 'Thursday 10 September', two days later; `ar(2)` the same in Welsh. */
export type Day = { on(daysLater: number): string; ar(daysLater: number): string }
type Words = string | readonly string[]

export type Line = {
  by: PersonKey
  says: Words | ((day: Day) => Words)
  /** Days before the present; left out: wherever there is room. */
  ago?: number
  at?: string
  /** Besides the account of the bank. */
  also?: readonly ConnectedKey[]
  intent?: 'inform' | 'engage' | 'appeal'
  for?: ObjectiveKey
  picture?: readonly [SceneKey, string]
  welsh?: true
  /** In whose name; the author has their consent from the day on which it was given. */
  speaksFor?: PersonKey
  /** `now`: the author lets it out alone. `asked`: at once when approved. `timed`: approved beforehand for its time. */
  how: 'now' | 'asked' | 'timed'
}

export type Bank = {
  account: ConnectedKey
  /** Who usually approves. */
  approver: PersonKey
  /** Usual times of the day. */
  times: readonly string[]
  weekdaysOnly?: true
  objective: ObjectiveKey
  lines: readonly Line[]
}
