import type { Book } from './book.ts'

/** Where a threshold or comparison comes from: a source of the field sets it, published data show it, or it is our own proposal. */
export type Basis = 'field' | 'data' | 'proposed'

/** share: 0 to 1 · days, hours, minutes: a length of time · count: how many. */
export type Unit = 'share' | 'days' | 'hours' | 'minutes' | 'count'

/**
 * What the ids behind a figure are ids of. followers: it counts people, who are kept nowhere; what it was counted from stands on the page of
 * the account's followers. none: there are no rows to open.
 */
export type RowsOf = 'published' | 'conversation' | 'post' | 'moderation' | 'rumour' | 'followers' | 'none'

/** How a measure is counted, as data: the page that explains it shows exactly this. */
export type Definition = {
  /** M01 to M30. */
  id: string
  name: string
  /** What it asks, in a sentence. */
  asks: string
  unit: Unit
  /** The fraction in words; `bottom` is null where the figure is no fraction. */
  top: string
  bottom: string | null
  /** What the figure covers: the weeks shown, or as of their last day. */
  covers: 'span' | 'lastDay'
  /** What is not counted, by the key under which `Result.leftOut` counts it. */
  leftOut: Readonly<Record<string, string>>
  /** Further figures beside it, by their key in `Result.more`. */
  more: Readonly<Record<string, string>>
  traps: readonly string[]
  comparison: { words: string; basis: Basis }
  /** When an account is one to look at, in words. */
  look: string
  /** A line on its chart, with its name: where one should explain, or look. */
  line?: { at: number; words: string }
  /** How accounts make one figure: their counts are added; the middle one; or how many are to be looked at. */
  together: 'sum' | 'middle' | 'look'
  rowsOf: RowsOf
  /** Goes up whenever the same rows would give another figure. */
  version: number
}

export type Result = {
  /** Null: there was nothing to measure. Never nought in its place. */
  figure: number | null
  top: number
  of: number
  /** Ids of the rows that `top` counts; of a time, the row that it is read from. */
  rows: readonly string[]
  leftOut: Readonly<Record<string, number>>
  more: Readonly<Record<string, number>>
  look: boolean
  /** Why there is no figure. */
  why: string | null
}

export type Measure = { definition: Definition; count: (book: Book) => Result }

type Extras = Partial<Pick<Result, 'leftOut' | 'more' | 'look' | 'why'>>

/** A figure of the form rows ÷ of. */
export const shareOf = (rows: readonly string[], of: number, extras: Extras = {}): Result => {
  const figure = of === 0 ? null : rows.length / of
  return {
    leftOut: {},
    more: {},
    look: false,
    why: figure === null ? 'Nothing of the kind in this time' : null,
    ...extras,
    figure,
    top: rows.length,
    of,
    rows,
  }
}

/** A figure that is a length of time or a number; null when there is none. */
export const amountOf = (figure: number | null, rows: readonly string[], extras: Extras = {}): Result => ({
  leftOut: {},
  more: {},
  look: false,
  why: figure === null ? 'Nothing of the kind in this time' : null,
  ...extras,
  figure,
  top: figure ?? 0,
  of: figure === null ? 0 : 1,
  rows,
})

export const notMeasured = (why: string): Result => amountOf(null, [], { why })

/** The value at that share of the sorted values (0.5 the middle); null of none. Between two values: the upper one. */
export const quantile = (values: readonly number[], q: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? null
}

/** The middle of so many values, the upper of two; null of none. */
export const middleOf = (values: readonly number[]): number | null => quantile(values, 0.5)
