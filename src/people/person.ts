import { guardedRoles, secondFactorAdvised } from './role.ts'

/** A one-time password is for the first sign-in only and ends by itself. */
export const oneTimeDays = 3

/** After so many wrong passwords in so many minutes a person's sign-in pauses, whoever tries. */
export const triesAllowed = { most: 20, minutes: 15 } as const

/** What of a person decides whether their roles count yet. */
export type Standing = {
  roles: readonly string[]
  oneTimeUntil: Date | null
  secondFactor: boolean
  /** The force insists on a second factor for the guarded roles. */
  insist: boolean
}

const holdsOne = (held: readonly string[], of: readonly string[]) => of.some((role) => held.includes(role))

export function needsSecondFactor(s: Standing): 'must' | 'should' | 'no' {
  if (s.secondFactor) return 'no'
  if (s.insist && holdsOne(s.roles, guardedRoles)) return 'must'
  return holdsOne(s.roles, secondFactorAdvised) ? 'should' : 'no'
}

/** What has to be set up before anything else: an own password, then a demanded second factor. */
export const pendingOf = (s: Standing): 'password' | 'secondFactor' | null =>
  s.oneTimeUntil !== null ? 'password' : needsSecondFactor(s) === 'must' ? 'secondFactor' : null

/** 'Leah Corrigan' gives 'Corrigan'. */
export const familyNameOf = (name: string): string => name.split(' ').at(-1) ?? ''

/** Whoever was joined to a row, as a screen shows them; null when nobody was. */
export const personOf = (
  id: string | null,
  name: string | null,
  rank: string | null,
): { id: string; name: string; rank: string } | null =>
  id === null ? null : { id, name: name ?? '', rank: rank ?? '' }

/** The roles that count now: none while something is pending. */
export const rolesInForce = (s: Standing): readonly string[] => (pendingOf(s) === null ? s.roles : [])
