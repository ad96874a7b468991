import type { CheckResult } from '../../rulebook/finding.ts'

const ofTheCase: readonly string[] = ['sio', 'oic', 'gold']

/**
 * Whether it can only be released on a written rationale: something was found that nobody but those who lead a case or an incident may
 * decide. The screens ask this while somebody writes and reads, the server before it approves.
 */
export const needsRationale = (result: Pick<CheckResult, 'findings'>): boolean =>
  result.findings.some(
    (f) =>
      f.state !== 'answered' &&
      f.severity !== 'advise' &&
      f.decidedBy.length > 0 &&
      f.decidedBy.every((role) => ofTheCase.includes(role)),
  )
