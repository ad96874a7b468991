import type { Category } from '../../inbox/triage/category.ts'
import type { ConnectedKey } from '../accounts.ts'
import type { PersonKey } from '../force.ts'

/** What the desk makes of what somebody says. Whoever is at the desk does it where nobody is named. */
export type Then =
  | { does: 'read'; why: string }
  | { does: 'answer'; by: PersonKey; words: string }
  | { does: 'pass'; team: string }
  | { does: 'raise'; as: Category; reference: string }
  | { does: 'hide'; code: string; why: string }

export type Talk = { on: ConnectedKey; name: string; words: string; language: 'en' | 'cy'; direct: boolean; then: Then }

type Words = readonly [name: string, words: string]
const on = (account: ConnectedKey, [name, words]: Words, then: Then): Talk => ({
  on: account,
  name,
  words,
  language: 'en',
  direct: false,
  then,
})

/** Each says something that asks nothing of us. */
export const remarks = (account: ConnectedKey, why: string, ...said: readonly Words[]): Talk[] =>
  said.map((words) => on(account, words, { does: 'read', why }))
/** Each asks, and one officer or agent answers. */
export const questions = (
  account: ConnectedKey,
  by: PersonKey,
  ...said: readonly (readonly [name: string, words: string, answer: string])[]
): Talk[] => said.map(([name, words, answer]) => on(account, [name, words], { does: 'answer', by, words: answer }))
export const passed = (account: ConnectedKey, team: string, ...said: readonly Words[]): Talk[] =>
  said.map((words) => on(account, words, { does: 'pass', team }))
export const raised = (account: ConnectedKey, as: Category, reference: string, ...words: Words): Talk[] => [
  on(account, words, { does: 'raise', as, reference }),
]
export const inWelsh = (talks: readonly Talk[]): Talk[] => talks.map((talk) => ({ ...talk, language: 'cy' }))
export const inPrivate = (talks: readonly Talk[]): Talk[] => talks.map((talk) => ({ ...talk, direct: true }))
