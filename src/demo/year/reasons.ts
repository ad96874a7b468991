import type { PersonKey } from '../force.ts'

/** Why an account is as it is, and rightly so, in the words of whoever answers for it. */
export const reasons: readonly (readonly [handle: string, measure: string, by: PersonKey, reason: string])[] = [
  [
    'WestshireEvents',
    'M03',
    'owen',
    'It speaks while a march or a match lasts and is silent between them. Followers know that; the last was the harvest festival.',
  ],
  [
    'WestshireDesk',
    'M13',
    'priya',
    'A crime is not reported here: who wants to report one is sent to 101 or to the form, and told why.',
  ],
]
