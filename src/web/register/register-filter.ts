import { z } from 'zod'
import { type AccountClass, accountClass, accountClasses, accountFlags } from '../../register/account.ts'
import type { AccountRow } from '../../register/register.contract.ts'
import { matches } from '../find/matches.ts'
import { showing, textsOf } from './register-words.ts'
import { shows } from './shows.ts'

export const sorts = ['name', 'class', 'owner', 'people', 'cover', 'review'] as const
export type SortBy = (typeof sorts)[number]

/** What is shown and how, as it stands in the address of the register. */
export const registerSearch = z.object({
  show: z.enum(shows).optional().catch(undefined),
  network: z.string().optional(),
  area: z.string().optional(),
  class: accountClass.optional().catch(undefined),
  office: z.string().optional(),
  sought: z.string().optional(),
  /** Left out: what needs attention first, then class by class. */
  sort: z.enum(sorts).optional().catch(undefined),
  back: z.boolean().optional().catch(undefined),
})
export type Filter = z.output<typeof registerSearch>

const fits = (row: AccountRow, filter: Filter): boolean =>
  (!filter.network || row.network === filter.network) &&
  (!filter.area || row.area === filter.area) &&
  (!filter.class || row.class === filter.class) &&
  (!filter.office || row.owner?.officeId === filter.office) &&
  (!filter.sought || matches(filter.sought, textsOf(row)))

/** Whether a look-alike fits, which has no area, class or office. */
export const fitsFound = (found: { network: string; handle: string; what: string }, filter: Filter): boolean =>
  !filter.area &&
  !filter.class &&
  !filter.office &&
  (!filter.network || found.network === filter.network) &&
  (!filter.sought || matches(filter.sought, [found.handle, found.what]))

const grave = (row: AccountRow): number => (row.flags[0] ? accountFlags.indexOf(row.flags[0]) : accountFlags.length)
const outside = (row: AccountRow): number => Math.max(0, ['proposed', 'unofficial', 'closed'].indexOf(row.status) + 1)
const place = (c: AccountClass): number => accountClasses.indexOf(c)
const collator = new Intl.Collator('en-GB', { numeric: true })

/** Those that need attention first, the gravest of them on top; then class by class, by name. */
const byNeed = (a: AccountRow, b: AccountRow): number =>
  grave(a) - grave(b) || outside(a) - outside(b) || place(a.class) - place(b.class) || collator.compare(a.name, b.name)

/** What is not said stands last, whichever way round. */
const words = (a: string | null | undefined, b: string | null | undefined): number =>
  collator.compare(a ?? '\uffff', b ?? '\uffff')

const by: Readonly<Record<SortBy, (a: AccountRow, b: AccountRow) => number>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  class: (a, b) => place(a.class) - place(b.class),
  owner: (a, b) => words(a.owner?.title, b.owner?.title),
  people: (a, b) => a.people - b.people,
  cover: (a, b) => a.cover.hours - b.cover.hours,
  review: (a, b) => words(a.nextReviewAt, b.nextReviewAt),
}

/** The rows that the address asks for, in its order. */
export const rowsFor = (rows: readonly AccountRow[], filter: Filter): AccountRow[] => {
  const found = rows.filter((row) => showing[filter.show ?? 'all'](row) && fits(row, filter))
  const { sort } = filter
  if (!sort) return found.sort(byNeed)
  const sign = filter.back ? -1 : 1
  return found.sort((a, b) => sign * by[sort](a, b) || collator.compare(a.name, b.name))
}
