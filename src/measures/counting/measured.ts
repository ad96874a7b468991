import type { AccountClass } from '../../register/account.ts'
import { type Definition, middleOf, type Result } from '../measure.ts'
import type { SpanName } from '../span.ts'

/** A figure as it is kept. `accountId` empty: all accounts of the force together. */
export type MeasuredRow = {
  span: SpanName
  measure: string
  accountId: string
  version: number
  figure: number
  top: number
  of: number
  leftOut: Readonly<Record<string, number>>
  more: Readonly<Record<string, number>>
  look: boolean
}

/** What was published is known for ever; what a desk or a record held is not known of earlier days, and only for a year. */
export const isCounted = ({ rowsOf, covers }: Definition, span: SpanName): boolean => {
  if (rowsOf === 'published') return covers === 'span' || span === 'weeks13' || span === 'before'
  return covers === 'lastDay' ? span === 'weeks13' : span !== 'all'
}

/** Null where there was nothing to measure: no row is kept then. */
export const keptOf = (d: Definition, span: SpanName, accountId: string, r: Result): MeasuredRow | null =>
  r.figure === null
    ? null
    : {
        span,
        measure: d.id,
        accountId,
        version: d.version,
        figure: r.figure,
        top: r.top,
        of: r.of,
        leftOut: r.leftOut,
        more: r.more,
        look: r.look,
      }

/** The figures of a class together. `middle`: of its accounts' figures; `accounts`: so many have one. */
export type ClassRow = {
  span: SpanName
  measure: string
  class: AccountClass
  middle: number
  top: number
  of: number
  accounts: number
}

/** Each class by itself, in each measure and span; of accounts whose class is known. */
export function byClass(rows: readonly MeasuredRow[], classOf: ReadonlyMap<string, AccountClass>): ClassRow[] {
  const groups = Map.groupBy(rows, (row) => `${row.span} ${row.measure} ${classOf.get(row.accountId)}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const of = first && classOf.get(first.accountId)
    if (!first || !of) return []
    const sum = (what: 'top' | 'of') => group.reduce((total, row) => total + row[what], 0)
    const middle = middleOf(group.map((row) => row.figure)) ?? 0
    const { span, measure } = first
    return [{ span, measure, class: of, middle, top: sum('top'), of: sum('of'), accounts: group.length }]
  })
}

/** All accounts together, by the measure's own way; null of none. `more` is only added up where it is a count. */
export function together(d: Definition, span: SpanName, rows: readonly MeasuredRow[]): MeasuredRow | null {
  if (rows.length === 0) return null
  const sum = (of: (row: MeasuredRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row.leftOut)))]
  const leftOut = Object.fromEntries(keys.map((key) => [key, sum((row) => row.leftOut[key] ?? 0)]))
  const common = { span, measure: d.id, accountId: '', version: d.version, leftOut, more: {}, look: false }
  if (d.together === 'middle') {
    const figure = middleOf(rows.map((row) => row.figure)) ?? 0
    return { ...common, figure, top: figure, of: rows.length }
  }
  if (d.together === 'look') {
    const look = rows.filter((row) => row.look).length
    return { ...common, figure: d.unit === 'share' ? look / rows.length : look, top: look, of: rows.length }
  }
  const [top, of] = [sum((row) => row.top), sum((row) => row.of)]
  return { ...common, figure: d.unit === 'share' ? top / of : top, top, of }
}
