/** What differs from force to force, and from season to season. A pack is stored by the force and handed to `check`. */

export type Severity = 'advise' | 'needsApproval' | 'block'

/** Local dates, both included; `words` says which vote: 'Westshire Council elections'. */
export type PreElectionPeriod = { from: string; to: string; words: string }

export type PolicyPack = {
  /** Pictures of seized weapons: never, by corporate accounts with approval, or by anyone with approval. */
  weaponPictures: 'block' | 'corporateOnly' | 'approval'
  /** What an English item without Welsh words meets; null where Welsh is not asked for. */
  welsh: Severity | null
  preElection: readonly PreElectionPeriod[]
  /** Wall-clock hours in which a personal post is asked about; null switches the question off. */
  lateNight: { from: string; to: string } | null
  /** Notice hashtags in the middle of the words. Off unless a force asks: many good posts have them. */
  hashtagsMidText: boolean
  /** The force's own severity for a rule, by rule id; 'off' takes the rule out. */
  severities: Readonly<Record<string, Severity | 'off'>>
}

export const ordinaryPack: PolicyPack = {
  weaponPictures: 'block',
  welsh: null,
  preElection: [],
  lateNight: { from: '22:00', to: '06:00' },
  hashtagsMidText: false,
  severities: {},
}

/** The pre-election period that a wall-clock moment ('2026-04-02T10:00') falls into, or null. */
export function preElectionAt(pack: PolicyPack, local: string): PreElectionPeriod | null {
  const day = local.slice(0, 10)
  return pack.preElection.find((period) => period.from <= day && day <= period.to) ?? null
}

/** Whether a wall-clock moment falls in the late hours; hours may run over midnight. */
export function isLate(pack: PolicyPack, local: string): boolean {
  if (!pack.lateNight) return false
  const { from, to } = pack.lateNight
  const time = local.slice(11, 16)
  return from <= to ? time >= from && time < to : time >= from || time < to
}
