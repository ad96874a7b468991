import { z } from 'zod'

/** What a check says, as data: stored with the post, sent to the editor, shown to an inspector. */

const severitySchema = z.enum(['advise', 'needsApproval', 'block'])

export const decidingRoleSchema = z.enum([
  'sio',
  'oic',
  'gold',
  'headOfCommunications',
  'corporateCommunications',
  'communicationsOfficer',
  'supervisor',
  'productOwner',
  'informationManager',
  'informationSecurity',
  'professionalStandards',
  'welshLanguageOfficer',
  'chiefOfficer',
])
/** Roles of the glossary that may decide what a rule stops. Who holds one is known to the room that asks. */
export type DecidingRole = z.infer<typeof decidingRoleSchema>

const sourceSchema = z.object({ kind: z.enum(['official', 'press', 'computed', 'ours']), words: z.string() })

/** A decision of a named person in a named role, matched to a finding by its key. `at` is an ISO instant. */
const overrideSchema = z.object({
  key: z.string(),
  role: decidingRoleSchema,
  personId: z.string(),
  reason: z.string(),
  at: z.string(),
})
export type Override = z.infer<typeof overrideSchema>

const questionSchema = z.object({
  /** The key under which the answer belongs in `draft.answers`. */
  key: z.string(),
  asks: z.string(),
  answers: z.array(z.object({ id: z.string(), words: z.string(), clears: z.boolean() })),
  /** The answer given, or null. */
  given: z.string().nullable(),
})
export type Question = z.infer<typeof questionSchema>

const findingSchema = z.object({
  /** Stable while rule, field and matched words stay: decisions and answers hang on it. */
  key: z.string(),
  rule: z.string(),
  version: z.string(),
  severity: severitySchema,
  /** open: counts. answered: the question was answered in its favour. decided: a role decided. */
  state: z.enum(['open', 'answered', 'decided']),
  /** UTF-16 units of the text with that field; null when the finding is about an account or the whole. */
  where: z.object({ field: z.string(), start: z.number(), end: z.number() }).nullable(),
  accountId: z.string().nullable(),
  words: z.string(),
  says: z.string(),
  why: z.string(),
  source: sourceSchema,
  fix: z.string(),
  /** Text to put in place of the marked words, or null. */
  suggestion: z.string().nullable(),
  decidedBy: z.array(decidingRoleSchema),
  question: questionSchema.nullable(),
  decision: overrideSchema.nullable(),
})
export type Finding = z.infer<typeof findingSchema>

export const checkResultSchema = z.object({
  rulebookVersion: z.string(),
  /** Ids of every rule that was looked at, found something or not. */
  checkedRules: z.array(z.string()),
  findings: z.array(findingSchema),
  outcome: z.enum(['clear', 'advise', 'needsApproval', 'block']),
})
export type CheckResult = z.infer<typeof checkResultSchema>

/** Whether someone with these roles may decide a finding. Advice needs no role: whoever writes may leave it. */
export function mayDecide(finding: Pick<Finding, 'severity' | 'decidedBy'>, roles: readonly string[]): boolean {
  return finding.severity === 'advise' || finding.decidedBy.some((role) => roles.includes(role))
}
