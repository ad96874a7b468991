import type { AccountClass } from '../../register/account.ts'
import type { ObjectiveKey, PersonKey } from '../force.ts'
import type { ServingKey } from './people.ts'
import type { StyleKey } from './styles.ts'

/** A voice on an account: who, and how large a part of what is said there. */
export type Speaker = PersonKey | ServingKey
type Voice = readonly [who: Speaker, part: number]

/** An account that comes in through the sheet. Offices by their titles: those that nobody holds are made by the sheet. */
export type YearAccount = {
  network: string
  handle: string
  name: string
  class: AccountClass
  purpose: string
  area: string
  office: string
  supervisor: string
  cover: string
  signs: 'prefix' | 'suffix' | 'none'
  objectives: readonly ObjectiveKey[]
  /** Days from the day on which the demo is opened; negative: overdue. */
  reviewIn: number | null
  status: 'live' | 'unofficial'
  voices: readonly Voice[]
  style: StyleKey
  followers: number
}

type Needed = 'handle' | 'name' | 'purpose' | 'style' | 'followers'
type Given = Pick<YearAccount, Needed> & Partial<YearAccount>

const basis = {
  network: 'x',
  office: '',
  supervisor: '',
  cover: 'Mon–Fri 9–17',
  signs: 'none',
  objectives: ['trust'],
  reviewIn: 75,
  status: 'live',
  voices: [],
} as const

/** One of a neighbourhood of this area. */
export const around =
  (area: string, office: string, supervisor: string) =>
  (given: Given): YearAccount => ({ ...basis, class: 'neighbourhood', area, office, supervisor, ...given })

/** Any other, of the whole force. */
export const account = (kindOf: AccountClass, given: Given): YearAccount => ({
  ...basis,
  class: kindOf,
  area: '',
  ...given,
})
