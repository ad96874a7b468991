import type { Draft } from './draft.ts'
import { type CheckResult, type Finding, mayDecide, type Override } from './finding.ts'
import { fold } from './language/fold.ts'
import { type Reading, read } from './reading.ts'
import type { Hit, Rule } from './rule.ts'
import { allRules, rulebookVersion } from './rulebook.ts'
import { ordinaryPack, type PolicyPack, type Severity } from './season.ts'

export type CheckOptions = {
  pack?: PolicyPack
  /** Decisions recorded so far; those that match no finding are passed over. */
  overrides?: readonly Override[]
  /** Only these rules, for a test or a bench. */
  rules?: readonly Rule[]
}

const RANK: Record<Severity, number> = { advise: 1, needsApproval: 2, block: 3 }

/**
 * Looks at a draft with every rule in force. Pure: the same draft, pack and decisions give the same result, in the browser and on the
 * server. Texts are read up to 12,000 UTF-16 units each; R84 stops what is longer.
 */
export function check(draft: Draft, options: CheckOptions = {}): CheckResult {
  const pack = options.pack ?? ordinaryPack
  const rules = (options.rules ?? allRules).filter((rule) => applies(rule, draft, pack))
  const reading = read(draft, pack)
  const seen = new Map<string, number>()
  const findings: Finding[] = []
  for (const rule of rules) {
    for (const hit of rule.look(reading))
      findings.push(settle(toFinding(rule, hit, reading, seen), options.overrides ?? []))
  }
  return {
    rulebookVersion,
    checkedRules: rules.map((rule) => rule.id),
    findings: findings.sort(byWeight(reading)),
    outcome: outcomeOf(findings),
  }
}

function applies(rule: Rule, draft: Draft, pack: PolicyPack): boolean {
  return rule.jurisdictions.includes(draft.jurisdiction) && pack.severities[rule.id] !== 'off'
}

/** A force's own severity wins over the rule's, and over what the rule thinks of this one hit. */
function severityOf(rule: Rule, hit: Hit, pack: PolicyPack): Severity {
  const own = pack.severities[rule.id]
  return own && own !== 'off' ? own : (hit.severity ?? rule.severity)
}

/** Rule, field, account, words and basis, in small letters, and a number from the second time on. */
function keyOf(rule: Rule, hit: Hit, words: string, seen: Map<string, number>): string {
  const parts = [rule.id, hit.at?.text.field ?? '', hit.accountId ?? '', fold(words).lower.trim()]
  if (hit.basis !== undefined) parts.push(fold(hit.basis).lower.trim())
  const base = parts.join('|')
  const count = (seen.get(base) ?? 0) + 1
  seen.set(base, count)
  return count === 1 ? base : `${base}|${count}`
}

function toFinding(rule: Rule, hit: Hit, reading: Reading, seen: Map<string, number>): Finding {
  const span = hit.at?.span ?? null
  const words = hit.at ? hit.at.text.raw.slice(hit.at.span.start, hit.at.span.end) : (hit.words ?? '')
  const key = keyOf(rule, hit, words, seen)
  const given = reading.draft.answers[key] ?? null
  const cleared = hit.question?.answers.some((answer) => answer.id === given && answer.clears) ?? false
  return {
    key,
    rule: rule.id,
    version: rule.version,
    severity: severityOf(rule, hit, reading.pack),
    state: cleared ? 'answered' : 'open',
    where: span && hit.at ? { field: hit.at.text.field, start: span.start, end: span.end } : null,
    accountId: hit.accountId ?? hit.at?.text.accountId ?? null,
    words,
    says: hit.says,
    why: hit.why ?? rule.why,
    source: rule.source,
    fix: hit.fix ?? rule.fix,
    suggestion: hit.suggestion ?? null,
    decidedBy: [...(hit.decidedBy ?? rule.decidedBy)],
    question: hit.question ? { key, asks: hit.question.asks, answers: [...hit.question.answers], given } : null,
    decision: null,
  }
}

/** A decision counts when its role may make it and a reason is written down. */
function settle(finding: Finding, overrides: readonly Override[]): Finding {
  if (finding.state !== 'open') return finding
  const decision = overrides.find(
    (one) => one.key === finding.key && one.reason.trim() !== '' && mayDecide(finding, [one.role]),
  )
  return decision ? { ...finding, state: 'decided', decision } : finding
}

export function outcomeOf(findings: readonly Finding[]): CheckResult['outcome'] {
  let worst: CheckResult['outcome'] = 'clear'
  for (const { state, severity } of findings) {
    if (state === 'open' && (worst === 'clear' || RANK[severity] > RANK[worst])) worst = severity
  }
  return worst
}

/** The heaviest first, then in the order in which a reader meets the words. */
function byWeight(reading: Reading): (a: Finding, b: Finding) => number {
  const order = new Map(reading.texts.map((text, index) => [text.field, index]))
  const place = (finding: Finding): number => (finding.where ? (order.get(finding.where.field) ?? 0) : 999)
  return (a, b) =>
    RANK[b.severity] - RANK[a.severity] || place(a) - place(b) || (a.where?.start ?? 0) - (b.where?.start ?? 0)
}
