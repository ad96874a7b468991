import { type Role, roles } from '../../people/role.ts'
import type { PersonRef } from '../../posting/facts.ts'

/** 'PC Leah Corrigan' */
export const personWords = ({ rank, name }: Pick<PersonRef, 'rank' | 'name'>): string => `${rank} ${name}`.trim()

/** 'A', 'A or B', 'A, B or C' */
export const listWords = (names: readonly string[], last: 'and' | 'or' = 'and'): string => {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

const isRole = (id: string): id is Role => Object.hasOwn(roles, id)

/** What a role is called; a role that is not known here is called by its own name. */
export const roleName = (id: string): string => (isRole(id) ? roles[id].label : id)

/** 'Supervisor or senior investigating officer' */
export const rolesWords = (ids: readonly string[]): string => {
  const words = listWords(
    ids.map((id) => roleName(id).toLowerCase()),
    'or',
  )
  return words.charAt(0).toUpperCase() + words.slice(1)
}
