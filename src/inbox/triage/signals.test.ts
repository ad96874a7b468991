import { expect, test } from 'vitest'
import { categories, described, needsPerson, rank } from './category.ts'
import { hear } from './hear.ts'
import { idioms } from './idioms.ts'
import { listenerFor } from './listen.ts'
import { mutated } from './signal.ts'
import { signals } from './signals.ts'
import { suggest } from './suggest.ts'

const hearsIn = (hears: (typeof signals)[number]['hears'], text: string): boolean =>
  (listenerFor([hears])(hear(text).words)[0] ?? []).length > 0

test.each(signals)('signal: $name', ({ name, category, hears, examples, not = [], says }) => {
  expect(examples.length).toBeGreaterThan(0)
  expect(says).toMatch(/^[A-Z].*\.$/)
  for (const example of examples) expect(hearsIn(hears, example), example).toBe(true)
  for (const example of not)
    if (category === 'threatOrVulnerable')
      expect(suggest({ text: example, kind: 'direct' }).because.map(({ signal }) => signal)).not.toContain(name)
    else expect(hearsIn(hears, example), example).toBe(false)
})

test('names of signals are unique', () => {
  expect(new Set(signals.map(({ name }) => name)).size).toBe(signals.length)
})

test.each(idioms.flatMap((idiom) => idiom.examples.map((example) => [example, idiom] as const)))(
  'no danger is heard in: %s',
  (example, idiom) => {
    expect(hearsIn(idiom.hears, example)).toBe(true)
    expect(suggest({ text: example, kind: 'reply' })).toMatchObject({ danger: false })
  },
)

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
])('danger is heard in: %s', (text) => {
  expect(suggest({ text, kind: 'direct' })).toMatchObject({ category: 'threatOrVulnerable', danger: true })
})

test.each([
  'in that film he had a gun',
  'this traffic will be the death of me',
  'this is not an emergency, when do you open',
  'You are killing it lads',
])('a way of speaking is no danger: %s', (text) => {
  expect(suggest({ text, kind: 'reply' }).danger).toBe(false)
})

test('Welsh words are heard with their mutations', () => {
  expect(new RegExp(`^${mutated('cyllell')}$`).test('gyllell')).toBe(true)
  expect(new RegExp(`^${mutated('cyllell')}$`).test('nghyllell')).toBe(true)
  expect(new RegExp(`^${mutated('lladd')}$`).test('ladd')).toBe(true)
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
