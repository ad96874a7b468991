import type { Rule } from './rule.ts'
import { accessRules } from './rules/access.ts'
import { coherenceRules } from './rules/coherence.ts'
import { dateRules } from './rules/dates.ts'
import { distressRules } from './rules/distress.ts'
import { imageRules } from './rules/images.ts'
import { limitRules } from './rules/limits.ts'
import { markingRules } from './rules/markings.ts'
import { namingRules } from './rules/naming.ts'
import { neutralityRules } from './rules/neutrality.ts'
import { numberRules } from './rules/numbers.ts'
import { operationRules } from './rules/operations.ts'
import { peopleRules } from './rules/people.ts'
import { personalDataRules } from './rules/personal-data.ts'
import { plainLanguageRules } from './rules/plain-language.ts'
import { proceedingsRules } from './rules/proceedings.ts'
import { publicValueRules } from './rules/public-value.ts'
import { serviceRules } from './rules/service.ts'
import { signatureRules } from './rules/signatures.ts'
import { toneRules } from './rules/tone.ts'

const byId = (a: Rule, b: Rule): number => (a.id < b.id ? -1 : 1)

/** Every rule, in the order of its number. */
export const allRules: readonly Rule[] = [
  ...namingRules,
  ...proceedingsRules,
  ...peopleRules,
  ...distressRules,
  ...imageRules,
  ...operationRules,
  ...markingRules,
  ...personalDataRules,
  ...serviceRules,
  ...numberRules,
  ...dateRules,
  ...toneRules,
  ...publicValueRules,
  ...neutralityRules,
  ...signatureRules,
  ...coherenceRules,
  ...accessRules,
  ...plainLanguageRules,
  ...limitRules,
].sort(byId)

/** FNV-1a over UTF-16 units, as eight hexadecimal digits. Tells versions apart; it protects nothing. */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** '2026-11-21.3f9a01bc': the day of the newest rule, and a print of every rule's id, version and weight. */
export function versionOf(rules: readonly Rule[]): string {
  const newest =
    rules
      .map((rule) => rule.version)
      .sort()
      .at(-1) ?? 'empty'
  const print = rules
    .map((rule) => `${rule.id} ${rule.version} ${rule.mode} ${rule.severity}`)
    .sort()
    .join('\n')
  return `${newest}.${fingerprint(print)}`
}

export const rulebookVersion: string = versionOf(allRules)
