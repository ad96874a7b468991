import { z } from 'zod'

/** What a contributor is trained in, and what they agree to themselves. */
export const subjects = ['mediaLaw', 'operationalSecurity', 'houseStyle', 'agreement'] as const
export const subject = z.enum(subjects)
export type Subject = z.output<typeof subject>

export const subjectLabels: Readonly<Record<Subject, string>> = {
  mediaLaw: 'Media law',
  operationalSecurity: 'Operational security',
  houseStyle: 'House style',
  agreement: 'Agreement',
}

/** What contributors agree to for a year. */
export const agreementWords =
  'I write in my own name and signature, keep to the rules and the house style, give no password to anybody, and ask when I am not sure.'
export const agreementDays = 365

/** What the force asks of everybody who writes. `from`: whoever has none of it may not write from that day; null: only what was recorded runs out. */
export const trainingAsked = z.object({ asked: z.array(subject).max(10), from: z.iso.date().nullable() })
export type TrainingAsked = z.output<typeof trainingAsked>

/** The latest end of each subject that was recorded. */
export type Kept = ReadonlyMap<Subject, Date>

const earliest = (ends: readonly Date[]): Date | null =>
  ends.reduce<Date | null>((first, end) => (first === null || end < first ? end : first), null)

/** Until when somebody may write; null where nothing is asked and nothing was recorded. */
export function rightsUntil(
  kept: Kept,
  { asked, from }: { asked: readonly Subject[]; from: Date | null },
): Date | null {
  if (asked.length === 0) return earliest([...kept.values()])
  return earliest(asked.flatMap((s) => kept.get(s) ?? from ?? []))
}

/** People are warned so many days before. */
export const warnDays = 30
export const standings = ['none', 'ended', 'soon', 'current'] as const
export type TrainingStanding = (typeof standings)[number]

export const standingAt = (until: Date | null, now: Date): TrainingStanding => {
  if (until === null) return 'none'
  if (until < now) return 'ended'
  return until.getTime() - now.getTime() <= warnDays * 86_400_000 ? 'soon' : 'current'
}
