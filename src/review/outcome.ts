import { z } from 'zod'

/** What may become of an account. `leaveAsPersonal` is said of one that is somebody's own and stays so. */
export const outcomes = ['keep', 'improve', 'merge', 'adopt', 'close', 'leaveAsPersonal'] as const

export const outcome = z.enum(outcomes)

export type Outcome = z.infer<typeof outcome>

/** In the words of screens, prints and CSV. */
export const outcomeWords: Record<Outcome, string> = {
  keep: 'Keep',
  improve: 'Improve',
  merge: 'Merge',
  adopt: 'Adopt',
  close: 'Close',
  leaveAsPersonal: 'Leave as personal',
}

/** Outcomes after which the account is no longer one of ours to speak on. */
export const ends = (what: Outcome): boolean => what === 'merge' || what === 'close'
