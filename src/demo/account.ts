import type { AccountClass } from '../register/account.ts'
import type { Cover } from '../register/cover.ts'
import type { ObjectiveKey, OfficeKey, PersonKey } from './force.ts'

export const everyDay = [1, 2, 3, 4, 5, 6, 7] as const
const weekdays = [1, 2, 3, 4, 5] as const
export const hours = (days: readonly number[], from: string, to: string): Cover =>
  days.map((day) => ({ day, from, to }))

export const always = hours(everyDay, '00:00', '24:00')
export const daily = hours(everyDay, '07:00', '23:00')
export const office = hours(weekdays, '09:00', '17:00')
export const longOffice = hours(weekdays, '08:00', '18:00')

type Place = {
  who: PersonKey
  /** Left out: signs there. */
  voice?: 'drafts'
  trusted?: true
  /** ISO day; before the demo begins where the person has long been there. */
  from?: string
  /** Where somebody else has the same initials. */
  initials?: string
}

export type Account = {
  network: string
  handle: string
  name: string
  class: AccountClass
  signs: 'prefix' | 'suffix' | 'none'
  purpose: string
  area: string | null
  owner: OfficeKey | null
  supervisor: OfficeKey | null
  cover: Cover
  objectives: readonly ObjectiveKey[]
  /** Days from now; negative: overdue. */
  reviewIn: number | null
  status: 'live' | 'unofficial' | 'proposed'
  places: readonly Place[]
}

const basis = {
  area: null,
  owner: null,
  supervisor: null,
  cover: [],
  objectives: [],
  reviewIn: 60,
  status: 'live',
  places: [],
} as const

/** An account in good order; state what differs. */
export const on = (
  a: Pick<Account, 'handle' | 'name' | 'class' | 'signs' | 'purpose'> & Partial<Account>,
): Account => ({
  network: 'practice',
  ...basis,
  ...a,
})
