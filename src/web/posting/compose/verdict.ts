import {
  checkDraft,
  chosenAccounts,
  consentUntil,
  isTrusted,
  toldByRules,
  troublesOf,
} from '../../../posting/check-draft.ts'
import type { Content } from '../../../posting/content.ts'
import type { DraftFacts } from '../../../posting/facts.ts'
import { type Needs, needs } from '../../../posting/post.ts'
import { dueOf, timeTrouble, whenWords } from '../../../posting/schedule.ts'
import type { CheckResult, Override } from '../../../rulebook/finding.ts'

/** What the rules say of the words as they stand, and what it takes to publish them. */
export type Verdict = {
  result: CheckResult
  needs: Needs
  /** Everything that makes it impossible as it stands. */
  troubles: readonly string[]
  /** Those of them that no finding tells: what is told beside its words is not told twice. */
  said: readonly string[]
}

/** The same check as the server's, on the same facts. This file brings the rulebook, so it is read when a page first needs it. */
export const verdictOf = (
  content: Content,
  facts: DraftFacts,
  now: Date,
  more: { overrides?: readonly Override[]; authorIsMe: boolean },
): Verdict => {
  const { zone, settings, author, speaksFor } = facts
  const result = checkDraft(content, facts, {
    now,
    writtenAt: now,
    consent: 'willAsk',
    overrides: more.overrides ?? [],
  })
  const due = dueOf(content.when, now)
  const at = due?.instant ?? now
  const chosen = chosenAccounts(content, facts)
  const past = timeTrouble(content.when, now, zone)
  const troubles = [...troublesOf(content, facts), ...(past ? [past] : [])]
  const told = toldByRules(content, facts, result)
  const consent = speaksFor ? consentUntil(chosen, speaksFor.id, author.id) : null
  const mustRelease = speaksFor && (consent === null || consent < at.toISOString()) ? speaksFor : null
  return {
    result,
    troubles,
    said: troubles.filter((one) => !told.includes(one)),
    needs: needs({
      result,
      troubles,
      trusted: more.authorIsMe && isTrusted(chosen, facts, at),
      lowRiskAtOnce: settings.lowRiskAtOnce,
      mustRelease,
      targets: content.targets.length,
      when: due?.scheduled ? whenWords(at, zone, now) : null,
    }),
  }
}
