import { z } from 'zod'

const day = z.iso.date()
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const severity = z.enum(['advise', 'needsApproval', 'block'])

const preElectionPeriod = z
  .object({ from: day, to: day, words: z.string().trim().min(1).max(200) })
  .refine((p) => p.from <= p.to, { message: 'ends before it begins', path: ['to'] })

/** What the rules ask of this force; the shape that the rulebook calls a pack. */
export const forcePolicy = z.object({
  weaponPictures: z.enum(['block', 'corporateOnly', 'approval']).default('block'),
  /** What an English post without Welsh words meets; null where Welsh is not asked for. */
  welsh: severity.nullable().default(null),
  /** Days of the force's own wall clock, both included. */
  preElection: z.array(preElectionPeriod).max(20).default([]),
  lateNight: z.object({ from: wallTime, to: wallTime }).nullable().default({ from: '22:00', to: '06:00' }),
  hashtagsMidText: z.boolean().default(false),
  /** The force's own severity by rule id; `off` takes the rule out. */
  severities: z.record(z.string().max(20), z.union([severity, z.literal('off')])).default({}),
})

export const forceSettings = z.object({
  jurisdiction: z.enum(['englandWales', 'scotland', 'northernIreland']).default('englandWales'),
  /** Telephone numbers and e-mail addresses that the force itself publishes. */
  corporateNumbers: z.array(z.string().trim().min(3).max(100)).max(200).default([]),
  policy: forcePolicy.prefault({}),
  /** Trusted contributors may release a post at once when the rules find nothing that needs approval. */
  lowRiskRelease: z.boolean().default(true),
  /** Of the posts released at once, the share (0 to 1) that somebody looks at afterwards. */
  sampleShare: z.number().min(0).max(1).default(0.1),
  /** Product owners and information security may do nothing before they have set up a second factor. */
  insistOnSecondFactor: z.boolean().default(false),
})
export type ForceSettings = z.output<typeof forceSettings>

/** Names that this runtime knows: 'Europe/London'. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'is not a time zone; write it as Europe/London' })

function isTimeZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0 && !/^[+-]/.test(name)
    )
  } catch {
    return false
  }
}
