import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf } from '../../../posting/check-draft.ts'
import {
  blank,
  fieldName,
  isBlank,
  nearest,
  sameContent,
  targetsToBegin,
  textAt,
  withNextPiece,
  withoutPiece,
  withoutVariant,
  withPiece,
  withPieces,
  withWording,
} from './edit-content.ts'

test('fields are named as the rules name them', () => {
  for (const accountId of [null, 'westport'])
    for (const n of [0, 1, 12]) expect(fieldName({ accountId, n })).toBe(fieldOf(accountId, n))
})

test('a piece is changed in the common words, and in an account’s own without touching the others', () => {
  const own = withPiece(withPieces(blank, 'a', ['one', 'two']), { accountId: 'a', n: 1 }, 'zwei')
  expect(own.variants).toEqual({ a: ['one', 'zwei'] })
  expect(own.pieces).toEqual([''])
  expect(withoutVariant(own, 'a').variants).toEqual({})
})

test('pictures follow their piece when one before it is taken out', () => {
  const thread = {
    ...withPieces(blank, null, ['a', 'b', 'c']),
    pictures: [0, 1, 2].map((piece) => ({ id: `${piece}`, alt: '', piece })),
  }
  expect(withoutPiece(thread, { accountId: null, n: 1 }).pictures.map((p) => p.piece)).toEqual([0, 0, 1])
  expect(withoutPiece(blank, { accountId: null, n: 0 })).toBe(blank)
})

test('there are never more than twenty pieces', () => {
  const full = withPieces(blank, null, Array(20).fill('x'))
  expect(withNextPiece(full, null)).toBe(full)
  expect(withNextPiece(blank, null).pieces).toEqual(['', ''])
})

test('a wording takes the place of the marked words, also when they have moved since', () => {
  const content = withPieces(blank, null, ['A break-in at number 14 tonight'])
  const finding = { where: { field: 'words', start: 3, end: 12 }, words: 'number 14', suggestion: 'a house' }
  expect(withWording(content, finding)?.pieces).toEqual(['A break-in at a house tonight'])
  expect(withWording(withPieces(blank, null, ['other']), finding)).toBeNull()
  const alt = { ...blank, pictures: [{ id: 'p', alt: 'number 14', piece: 0 }] }
  expect(withWording(alt, { ...finding, where: { field: 'alt:0', start: 0, end: 9 } })?.pictures[0]?.alt).toBe(
    'a house',
  )
})

test('nearest finds words wherever they moved, and only real ones', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), fc.nat(50), (a, words, b, was) => {
      const text = a + words + b
      const at = nearest(text, words, was)
      expect(at === null ? null : text.slice(at, at + words.length)).toBe(words)
    }),
  )
  expect(nearest('abc', 'x', 0)).toBeNull()
  expect(nearest('abc', '', 0)).toBeNull()
})

test('blank and same are about what was written', () => {
  expect(isBlank({ ...blank, targets: ['a'] })).toBe(true)
  expect(isBlank(withPieces(blank, 'a', ['x']))).toBe(false)
  expect(sameContent(blank, { ...blank, pieces: [''] })).toBe(true)
  expect(sameContent(blank, { ...blank, language: 'cy' })).toBe(false)
  expect(textAt(blank, 'words/3')).toBeNull()
})

test('a new draft begins on the account that the address names, where this person may write', () => {
  const of = (mayWrite: Record<string, string | null>, account: string | null) =>
    targetsToBegin({ mayWrite, facts: { accounts: Object.keys(mayWrite).map((id) => ({ id })) } }, account)
  expect(of({ a: null, b: null }, 'b')).toEqual(['b'])
  expect(of({ a: null, b: null }, null)).toEqual([])
  expect(of({ a: null, b: 'not live' }, 'b')).toEqual(['a'])
  expect(of({ a: null, b: null }, 'elsewhere')).toEqual([])
})
