import { expect, test } from 'vitest'
import { allOf, readDangerWords, saysNothing, withOwnWords } from './own-words.ts'
import { suggest } from './suggest.ts'

const weighed = (text: string, ...own: string[]) => withOwnWords(suggest({ text, kind: 'mention' }), text, own)
const found = (text: string, ...own: string[]) =>
  weighed(text, ...own).because.flatMap((b) => (b.signal === 'own' ? [text.slice(b.start, b.end)] : []))

test('own words are found as they are heard: any letters, whole words, in a row, in Welsh', () => {
  expect(found('Someone is on the Severn Lookout AGAIN', 'severn lookout')).toEqual(['Severn Lookout'])
  expect(found('the lookout of the severn', 'severn lookout')).toEqual([])
  expect(found('Bluewaters are great', 'blue')).toEqual([])
  expect(found('Mae hi ar y Bont Fawr', 'bont fawr', 'pont fawr')).toEqual(['Bont Fawr'])
  expect(found('nothing here', '🙂', '.')).toEqual([])
})

test('they lift a message, say why, and decide nothing else; without them nothing changes', () => {
  const text = 'When does the cafe at Severn Lookout open on Sundays?'
  const plain = weighed(text)
  expect(plain).toMatchObject({ danger: false, own: [] })
  const lifted = weighed(text, 'Severn Lookout', 'elsewhere')
  expect(lifted).toMatchObject({ danger: true, category: plain.category, second: 'threatOrVulnerable' })
  expect(lifted.own).toEqual(['Severn Lookout'])
  expect(lifted.because[0]).toMatchObject({ words: 'Severn Lookout', signal: 'own' })
  expect(weighed(text, 'elsewhere')).toEqual(plain)
  const grave = 'please help he is outside my door and says he will kill me'
  expect(weighed(grave, 'door')).toMatchObject({ danger: true, category: weighed(grave).category, own: ['door'] })
})

test('what would lift nearly everything says nothing; what is kept wrongly is as nothing', () => {
  for (const word of ['the', 'you are', 'Police', 'a b', 'mae', '??']) expect(saysNothing(word), word).toBe(true)
  for (const word of ['Severn Lookout', 'spice', 'Bont Fawr', 'on the ledge'])
    expect(saysNothing(word), word).toBe(false)
  for (const kept of [null, undefined, {}, { en: 'x' }, { en: [1] }])
    expect(readDangerWords(kept)).toEqual({ en: [], cy: [] })
  expect(allOf(readDangerWords({ en: [' ledge '], cy: ['sibols'] }))).toEqual(['ledge', 'sibols'])
})
