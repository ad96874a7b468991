import type { z } from 'zod'

/** What is wrong with one field, in words that follow its name: `reason: at most 2,000 characters`. */
export const issueWords = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return issue.message
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
  const of = issue.origin === 'string' ? ` ${bound === 1 ? 'character' : 'characters'}` : ''
  return `${issue.code === 'too_small' ? 'at least' : 'at most'} ${bound.toLocaleString('en-GB')}${of}`
}
