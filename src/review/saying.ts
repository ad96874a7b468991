import { type Criterion, type CriterionId, criteria } from './criteria.ts'
import type { Tested } from './scorecard.ts'

/** Tests whose value is a yes or a no. */
export const yesOrNo: readonly CriterionId[] = ['dormant', 'owner', 'imitates']

const units: Readonly<Record<Criterion['unit'], (value: number) => string>> = {
  share: (value) => `${Math.round(100 * value)}%`,
  days: (value) => `${Math.round(value).toLocaleString('en-GB')} ${Math.round(value) === 1 ? 'day' : 'days'}`,
  hours: (value) => `${Math.round(value).toLocaleString('en-GB')} h`,
  count: (value) => Math.round(value).toLocaleString('en-GB'),
}

/** `42%`, `94 days`, `130 h`, `Yes`: what a test reads, as scorecards, prints and CSV say it; a dash for none. */
export const valueWords = (id: CriterionId, value: number | null): string => {
  if (value === null) return '–'
  if (yesOrNo.includes(id)) return value > 0 ? 'Yes' : 'No'
  return units[criteria[id].unit](value)
}

/** `over 30 days`, `under 5%`, `if not`: where a test stands out. */
export const lineWords = (id: CriterionId, line: number): string => {
  const more = criteria[id].better === 'more'
  if (yesOrNo.includes(id)) return more ? 'if not' : 'if so'
  return `${more ? 'under' : 'over'} ${valueWords(id, line)}`
}

/** One reason as a sentence without its stop: the test, its value, and what it is held against. `nameOf`: of an account, by its id. */
export function reasonWords(t: Tested, nameOf: (id: string) => string): string {
  const { name } = criteria[t.criterion]
  const value = valueWords(t.criterion, t.value)
  if (t.reading === 'notMeasured') return `${name}: nothing could be measured`
  if (t.reading === 'rightlySilent') return `${name}: ${value}, and rightly so. ${t.words ?? ''}`.trim()
  if (t.reading === 'imitates') return t.words?.replace(/\.$/, '') ?? name
  if (t.reading === 'strong')
    return `${name}: ${value}; the middle of its class is ${valueWords(t.criterion, t.middle)}`
  if (t.reading === 'inOrder' || yesOrNo.includes(t.criterion)) return `${name}: ${value}`
  const line =
    t.graveLine === null
      ? `${name}: ${value}; it stands out ${lineWords(t.criterion, t.line)}`
      : `${name}: ${value}; it speaks for closing ${lineWords(t.criterion, t.graveLine)}`
  const [most] = t.alike
  if (most) return `${line}. ${valueWords(t.criterion, most.share)} of it by ${nameOf(most.account)}`
  return t.words === null ? line : `${line}. ${t.words}`
}
