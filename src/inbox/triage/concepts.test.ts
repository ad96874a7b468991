import { expect, test } from 'vitest'
import { categories, described, needsPerson, rank } from './category.ts'
import { mutations, spellOut } from './concepts/concept.ts'
import { concepts, conceptsIn } from './concepts.ts'
import { hear } from './hear.ts'
import { wilson } from './labelled/scores.ts'
import { rules } from './rules.ts'
import { suggest } from './suggest.ts'

const heardIn = (text: string): string[] =>
  conceptsIn(hear(text).words.split(' ')).map(({ concept }) => concepts[concept]?.name ?? '')

test('concepts and rules have names of their own and a plain sentence', () => {
  expect(new Set(concepts.map(({ name }) => name)).size).toBe(concepts.length)
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  for (const { says } of [...concepts, ...rules]) expect(says).toMatch(/^[A-Z].*\.$/)
})

test('an entry may stand for many wordings', () => {
  expect(spellOut('(no|any) (food|heat)s?')).toHaveLength(8)
  expect(spellOut('keeps ~ out')).toContain('keeps  _ _  out')
  expect(mutations('cyllell')).toEqual(['cyllell', 'gyllell', 'nghyllell', 'chyllell'])
  expect(mutations('lladd')).toContain('ladd')
})

test.each([
  ['she is 9 and all by herself', 'child'],
  ['she is 9 and all by herself', 'alone'],
  ['my neighbour is 84', 'old or frail'],
  ['Mae gan rywun gyllell', 'weapon'],
  ['he keeps strangling her', 'violence'],
  ['hes threatning us', 'threat'],
  ['she is unconsious', 'lifeless'],
  ['I could murder a curry', 'manner of speaking'],
])('%s: %s', (text, name) => {
  expect(heardIn(text)).toContain(name)
})

test.each([
  'gona kil myself',
  'hes got a nife',
  'HES GOT A KNIFE',
  "he's got a kniiiife",
  'hе hаs а knіfe',
  'mae gan rywun gyllell',
  'dwi ddim eisiau byw',
  'heeelp me',
  'H e l p  m e',
  '🆘',
  'k1ll mys3lf',
  'she isnt answering and she said goodbye to her mum',
  'my nan is on the floor and cant get up',
  'there is a toddler on the railway line',
  'someone is on the ledge of the car park roof',
  'he put his hands round my neck',
  'I have been raped',
])('danger is heard in: %s', (text) => {
  expect(suggest({ text, kind: 'direct' })).toMatchObject({ danger: true })
})

test.each([
  'in that film he had a gun',
  'this traffic will be the death of me',
  'this is not an emergency, when do you open',
  'You are killing it lads',
  'I could murder a cuppa',
  'Mums gonna murder me when she sees this',
  "I'm dying at the last photo",
  'Absolutely bombed my driving test',
  'Is the knife arch there at weekends?',
])('a way of speaking is no danger: %s', (text) => {
  expect(suggest({ text, kind: 'reply' }).danger).toBe(false)
})

test('a Welsh question is Welsh', () => {
  expect(suggest({ text: 'Ble mae’r orsaf os gwelwch yn dda?', kind: 'reply' }).language).toBe('cy')
})

test('nine categories in the order of risk; a person decides the first three', () => {
  expect(categories.map(rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(categories.filter(needsPerson)).toEqual(['threatOrVulnerable', 'callForService', 'intelligence'])
  for (const category of categories) expect(described[category].says).toMatch(/\.$/)
})

test('a known newsroom is heard as one', () => {
  const asked = { text: 'Can we have the figures for tonight?', kind: 'direct' } as const
  expect(suggest({ ...asked, authorIsKnownMedia: true }).category).toBe('media')
  expect(suggest(asked).category).not.toBe('media')
})

test('an interval holds its share and narrows with more of it', () => {
  const [low, high] = wilson(98, 100)
  expect(low).toBeGreaterThan(0.92)
  expect(high).toBeLessThan(0.996)
  expect(wilson(0, 0)).toEqual([0, 1])
})
