import { z } from 'zod'
import { trainingAsked } from './training/training.ts'

const day = z.iso.date()
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write it as 22:00')
const severity = z.enum(['advise', 'needsApproval', 'block'])

const preElectionPeriod = z
  .object({ from: day, to: day, words: z.string().trim().min(1).max(200) })
  .refine((p) => p.from <= p.to, { message: 'ends before it begins', path: ['to'] })

/** What the rules ask of this force; the shape that the rulebook calls a pack. */
const pack = z.object({
  weaponPictures: z.enum(['block', 'corporateOnly', 'approval']),
  /** What an English post without Welsh words meets; null where Welsh is not asked for. */
  welsh: severity.nullable(),
  /** Days of the force's own wall clock, both included. */
  preElection: z.array(preElectionPeriod).max(20),
  /** When a personal post is asked about; null switches the question off. */
  lateNight: z.object({ from: wallTime, to: wallTime }).nullable(),
  hashtagsMidText: z.boolean(),
  /** The force's own severity by rule id; `off` takes the rule out. */
  severities: z.record(z.string().max(40), z.union([severity, z.literal('off')])),
})

export const forceSettings = z.object({
  jurisdiction: z.enum(['englandWales', 'scotland', 'northernIreland']),
  /** Telephone numbers and e-mail addresses that the force itself publishes. */
  corporateNumbers: z.array(z.string().trim().min(3).max(100)).max(200),
  pack,
  /** Trusted contributors may release a post at once when the rules find nothing that needs approval. */
  lowRiskAtOnce: z.boolean(),
  /** Of the posts released at once, the share (0 to 1) that somebody looks at afterwards. */
  lowRiskSample: z.number().min(0).max(1),
  /** Training and agreement without which nobody writes. */
  training: trainingAsked,
  /** Product owners and information security may do nothing before they have set up a second factor. */
  insistOnSecondFactor: z.boolean(),
})
export type ForceSettings = z.output<typeof forceSettings>

/** Any of the settings; what is left out stays as it is. */
export const forceSettingsChanges = forceSettings.partial()

export const ordinarySettings: ForceSettings = {
  jurisdiction: 'englandWales',
  corporateNumbers: [],
  pack: {
    weaponPictures: 'block',
    welsh: null,
    preElection: [],
    lateNight: { from: '22:00', to: '06:00' },
    hashtagsMidText: false,
    severities: {},
  },
  lowRiskAtOnce: true,
  lowRiskSample: 0.2,
  training: { asked: [], from: null },
  insistOnSecondFactor: false,
}

/** Reads stored settings; one that is missing or cannot be read counts as not set. */
export function readForceSettings(stored: unknown): ForceSettings {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(stored)
  const readable = Object.entries(given).filter(
    ([name, value]) => forceSettingsChanges.safeParse({ [name]: value }).success,
  )
  return forceSettings.parse({ ...ordinarySettings, ...Object.fromEntries(readable) })
}

/** Names that this runtime knows: 'Europe/London'. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'is not a time zone; write it as Europe/London' })

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
