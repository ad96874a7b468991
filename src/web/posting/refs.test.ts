import { expect, test } from 'vitest'
import { decidingRoleSchema } from '../../rulebook/finding.ts'
import { listWords, personWords, roleName, rolesWords } from './refs.ts'

test('people and lists are said as people say them', () => {
  expect(personWords({ rank: 'PC', name: 'Leah Corrigan' })).toBe('PC Leah Corrigan')
  expect(personWords({ rank: '', name: 'Ffion Maddox' })).toBe('Ffion Maddox')
  expect(listWords([])).toBe('')
  expect(listWords(['A'])).toBe('A')
  expect(listWords(['A', 'B', 'C'], 'or')).toBe('A, B or C')
})

test('every role that may decide has a name', () => {
  for (const role of decidingRoleSchema.options) expect(roleName(role)).not.toBe(role)
  expect(rolesWords(['supervisor', 'sio'])).toBe('Supervisor or senior investigating officer')
})
