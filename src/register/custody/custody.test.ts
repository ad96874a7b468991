import { expect, it } from 'vitest'
import { networks } from '../../networks/networks.ts'
import { fieldsFor, keysStateOf, needsKeys, withoutKeys } from './custody.ts'

const now = new Date('2026-09-07T09:00:00Z')
const keyed = networks.find((n) => n.connected && !n.practice) ?? null
const practice = networks.find((n) => n.practice) ?? null
const listed = networks.find((n) => !n.connected) ?? null

it('asks for keys only where something can go out and reach the public', () => {
  expect([keyed, practice, listed, null].map(needsKeys)).toEqual([true, false, false, false])
})

it('says how keys stand', () => {
  const kept = { state: 'working', words: '', endsAt: null } as const
  expect(keysStateOf(practice, null, now).state).toBe('working')
  expect(keysStateOf(listed, kept, now).state).toBe('notConnected')
  expect(keysStateOf(null, kept, now).state).toBe('notConnected')
  expect(keysStateOf(keyed, null, now).state).toBe('missing')
  expect(keysStateOf(keyed, kept, now).state).toBe('working')
  expect(keysStateOf(keyed, { ...kept, endsAt: now }, now)).toMatchObject({
    state: 'ended',
    words: 'The keys have ended.',
  })
})

it('takes the fields of the network and nothing else', () => {
  if (!keyed) throw new Error('no such network')
  const all = Object.fromEntries(keyed.keyFields.map((f) => [f.name, ` ${f.name} `]))
  expect(fieldsFor(keyed, { ...all, more: 'x' })).toEqual({
    secret: Object.fromEntries(keyed.keyFields.map((f) => [f.name, f.name])),
    missing: [],
  })
  expect(fieldsFor(keyed, {}).missing).toEqual(keyed.keyFields.map((f) => f.label))
})

it('blots out keys, whoever wrote the words', () => {
  expect(withoutKeys('wrong: abcd-efgh for desk', { password: 'abcd-efgh', handle: 'desk' }, ['password'])).toBe(
    'wrong: … for desk',
  )
})
