import { z } from 'zod'
import { accountClass, accountClasses } from '../../register/account.ts'
import { outcome, type outcomes } from '../../review/outcome.ts'
import type { RoundRow } from '../../review/review.contract.ts'
import { matches } from '../find/matches.ts'

export const stages = ['undecided', 'decided', 'otherwise', 'lookWaits', 'toBegin'] as const

/** What is shown of a round, as it stands in its address. */
export const roundSearch = z.object({
  recommended: outcome.optional().catch(undefined),
  class: accountClass.optional().catch(undefined),
  /** `otherwise`: decided against the recommendation. */
  stage: z.enum(stages).optional().catch(undefined),
  sought: z.string().max(200).optional().catch(undefined),
})
export type RoundFilter = z.output<typeof roundSearch>

const isAt: Readonly<Record<(typeof stages)[number], (row: RoundRow) => boolean>> = {
  undecided: (row) => row.decided === null,
  decided: (row) => row.decided !== null,
  otherwise: (row) => row.decided !== null && row.decided.outcome !== row.recommendation,
  lookWaits: (row) => row.lookWaits,
  toBegin: (row) => row.toBegin,
}

/** What would change most stands first; what is kept, last. */
const order: readonly string[] = [
  'close',
  'merge',
  'adopt',
  'improve',
  'leaveAsPersonal',
  'keep',
] satisfies (typeof outcomes)[number][]
const place = (row: RoundRow): number =>
  order.indexOf(row.recommendation) * 100 + (row.class ? accountClasses.indexOf(row.class) : accountClasses.length)

/** The rows that the address asks for: by recommendation, then by class, then by name. */
export const rowsFor = (rows: readonly RoundRow[], filter: RoundFilter): RoundRow[] =>
  rows
    .filter(
      (row) =>
        (!filter.recommended || row.recommendation === filter.recommended) &&
        (!filter.class || row.class === filter.class) &&
        (!filter.stage || isAt[filter.stage](row)) &&
        (!filter.sought || matches(filter.sought, [row.name, row.handle, row.area ?? '', ...row.because])),
    )
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en-GB'))
