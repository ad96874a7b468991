/** The moderation record as figures (M28). Pure. */
import type { Act } from './moderation.ts'

export type Figures = {
  decided: number
  /** Of those decided in this month: what the network refused for good, or a person left undone. */
  notCarriedOut: number
  appeals: number
  upheld: number
  liftedOnAppeal: number
  /** Lifted by a person, without an appeal. */
  lifted: number
  expired: number
}

export const figureNames = [
  'decided',
  'notCarriedOut',
  'appeals',
  'upheld',
  'liftedOnAppeal',
  'lifted',
  'expired',
] as const satisfies readonly (keyof Figures)[]

export type CountRow = Figures & {
  year: number
  month: number
  act: Act
  code: string
  standard: string
  account: { id: string; name: string; network: string }
}

export type YearRow = Omit<Figures, 'notCarriedOut'> & { year: number; act: Act; code: string }

/** By year, act and standard, all accounts together: what the public page shows. */
export function byYear(rows: readonly CountRow[]): YearRow[] {
  const years = new Map<string, YearRow>()
  for (const r of rows) {
    const key = `${r.year} ${r.act} ${r.code}`
    const y = years.get(key) ?? {
      year: r.year,
      act: r.act,
      code: r.code,
      decided: 0,
      appeals: 0,
      upheld: 0,
      liftedOnAppeal: 0,
      lifted: 0,
      expired: 0,
    }
    for (const name of figureNames) if (name !== 'notCarriedOut') y[name] += r[name]
    years.set(key, y)
  }
  return [...years.values()]
}

/** A cell that a spreadsheet reads as text and never as a formula. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const heads = ['year', 'month', 'act', 'code', 'standard', 'account', 'network', ...figureNames]

/** One line for each month, act, standard and account; RFC 4180, UTF-8. */
export function csvOf(rows: readonly CountRow[], networkName: (id: string) => string): string {
  const lines = rows.map((r) =>
    [
      r.year,
      r.month,
      r.act,
      r.code,
      r.standard,
      r.account.name,
      networkName(r.account.network),
      ...figureNames.map((name) => r[name]),
    ]
      .map(cell)
      .join(','),
  )
  return `${[heads.join(','), ...lines].join('\r\n')}\r\n`
}
