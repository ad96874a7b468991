import type { z } from 'zod'
import { middleOf } from '../../measures/measure.ts'
import type { measuresEndpoints } from '../../measures/measures.contract.ts'
import { count, plural } from '../say.ts'

type Overview = z.output<typeof measuresEndpoints.overview.output>
export type Definition = Overview['definitions'][number]
export type Figure = Overview['figures'][number]
export type MeasuredAccount = Overview['accounts'][number]
export type Reason = Overview['reasons'][number]

/** `43%`, `4 days`, `12`: a figure in the unit of its measure. */
export const figureWords = ({ id, unit }: Pick<Definition, 'id' | 'unit'>, value: number | null): string => {
  if (value === null) return '–'
  if (id === 'M03') return value >= 1 ? 'Dormant' : 'No'
  const n = Math.round(value)
  if (unit === 'share') return `${Math.round(100 * value)}%`
  if (unit === 'count') return n.toLocaleString('en-GB')
  return `${n.toLocaleString('en-GB')} ${unit === 'minutes' ? 'min' : plural(n, unit.slice(0, -1))}`
}

/** Marks of an axis that stand far enough apart to be read, the last with its unit. `x`: where a value stands, in px. */
export const readable = (
  d: Pick<Definition, 'id' | 'unit'>,
  ticks: readonly number[],
  x: (value: number) => number,
): { at: number; words: string }[] => {
  let last = Number.NEGATIVE_INFINITY
  const apart = ticks.filter((t) => {
    if (x(t) - last < 34 + 6 * t.toLocaleString('en-GB').length) return false
    last = x(t)
    return true
  })
  return apart.map((at, n) => ({
    at,
    words: d.unit === 'share' || n === apart.length - 1 ? figureWords(d, at) : at.toLocaleString('en-GB'),
  }))
}

/** All accounts together: counted accounts are said as so many of so many. */
export const allWords = (d: Definition, f: Figure | undefined): string => {
  if (!f) return '–'
  if (d.together === 'look' || d.id === 'M03')
    return `${f.top.toLocaleString('en-GB')} of ${f.of.toLocaleString('en-GB')}`
  return figureWords(d, f.figure)
}

/** `44 of 72`, where the figure is so many of so many. */
export const ofWords = (d: Pick<Definition, 'unit' | 'bottom' | 'id'>, f: { top: number; of: number }): string =>
  d.unit === 'share' && d.bottom && d.id !== 'M03' && Number.isInteger(f.top)
    ? `${f.top.toLocaleString('en-GB')} of ${f.of.toLocaleString('en-GB')}`
    : ''

export const ofAccounts = (figures: readonly Figure[], id: string): Figure[] =>
  figures.filter((f) => f.measure === id && f.accountId !== '')
export const ofAll = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((f) => f.measure === id && f.accountId === '')

/** In a class of at least three: how far an account is from its middle. */
export type Apart = { account: MeasuredAccount; measure: string; figure: number; middle: number }

/** Those furthest from the middle of their class, one line an account, those to be looked at first. */
export const furthest = (
  accounts: readonly MeasuredAccount[],
  figures: readonly Figure[],
  measures: readonly string[],
  most: number,
): Apart[] => {
  const found: (Apart & { look: boolean })[] = []
  for (const measure of measures) {
    const by = new Map(ofAccounts(figures, measure).map((f) => [f.accountId, f]))
    for (const inClass of Map.groupBy(accounts, (a) => a.class).values()) {
      const known = inClass.flatMap((account) => {
        const f = by.get(account.id)
        return f ? [{ account, f }] : []
      })
      const middle = middleOf(known.map(({ f }) => f.figure))
      if (middle === null || known.length < 3) continue
      for (const { account, f } of known) found.push({ account, measure, figure: f.figure, middle, look: f.look })
    }
  }
  const far = (a: Apart) => Math.abs(a.figure - a.middle)
  const sorted = found.toSorted((a, b) => Number(b.look) - Number(a.look) || far(b) - far(a))
  const once = new Set<string>()
  return sorted.filter((a) => far(a) > 0 && !once.has(a.account.id) && once.add(a.account.id)).slice(0, most)
}

export const toLook = (figures: readonly Figure[]): number => figures.filter((f) => f.look).length

/** `three accounts`, `no account`. */
export const accountsWords = (n: number): string => (n === 0 ? 'no account' : `${count(n)} ${plural(n, 'account')}`)
