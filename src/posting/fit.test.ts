import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf } from '../networks/length.ts'
import { content } from './content.ts'
import { compose, splitForAll } from './fit.ts'

const place = (changes: Partial<Parameters<typeof compose>[1]> = {}) => ({
  id: 'a',
  network: 'practice',
  handle: 'WestportPolice',
  signaturePlace: 'prefix' as const,
  signatures: [{ personId: 'leah', mark: 'PC LC' }],
  ...changes,
})
const words = (pieces: string[], more: Record<string, unknown> = {}) => content.parse({ pieces, ...more })
const texts = (fitted: ReturnType<typeof compose>) => fitted.pieces.map((p) => p.text)

test('a prefix stands before the first piece, a suffix after the last, none nowhere', () => {
  const thread = words(['One.', 'Two.', 'Three.'])
  expect(texts(compose(thread, place(), 'leah'))).toEqual(['PC LC: One.', 'Two.', 'Three.'])
  expect(
    texts(compose(thread, place({ signaturePlace: 'suffix', signatures: [{ personId: 'leah', mark: 'LC' }] }), 'leah')),
  ).toEqual(['One.', 'Two.', 'Three. ^LC'])
  expect(texts(compose(thread, place({ signaturePlace: 'none' }), 'leah'))).toEqual(['One.', 'Two.', 'Three.'])
  expect(compose(thread, place(), 'somebody').signature).toBeNull()
})

test('an account may have its own words, and a network without threads gets one post', () => {
  const thread = words(['One.', 'Two.'], { variants: { b: ['Only here.'] } })
  expect(texts(compose(thread, place({ id: 'b' }), 'leah'))).toEqual(['PC LC: Only here.'])
  const joined = compose(thread, place({ network: 'facebook' }), 'leah')
  expect(texts(joined)).toEqual(['PC LC: One.\n\nTwo.'])
  expect(joined.troubles).toEqual(['Facebook is listed but not connected, so nothing can be sent there from here.'])
})

test('counts are true, with the signature, and too long is said by how much', () => {
  const exact = compose(words(['x'.repeat(300 - 'PC LC: '.length)]), place(), 'leah')
  expect(exact.pieces[0]).toMatchObject({ count: 300, max: 300, over: 0 })
  expect(exact.troubles).toEqual([])
  const over = compose(words(['x'.repeat(300 - 'PC LC: '.length + 12)]), place(), 'leah')
  expect(over.troubles).toEqual(['It is 12 characters too long for Practice, with your signature.'])
})

test('a correction that says nothing yet does not go out, in either language, with or without a picture', () => {
  const none = (begun: string) => `Nothing but “${begun}” is written. Say what was wrong and what is right.`
  const troubles = (pieces: string[], more: Record<string, unknown> = {}) =>
    compose(words(pieces, more), place(), 'leah').troubles
  expect(troubles(['Correction: '])).toEqual([none('Correction:')])
  expect(troubles([' Cywiriad:'], { language: 'cy' })).toEqual([none('Cywiriad:')])
  expect(troubles(['Correction:'], { pictures: [{ id: 'p', alt: 'x' }] })).toEqual([none('Correction:')])
  expect(troubles(['We come on Friday.'], { variants: { a: ['Correction: '] } })).toEqual([none('Correction:')])
  expect(troubles(['Correction: we come on Friday.'])).toEqual([])
  expect(troubles(['Correction:', 'We come on Friday.'])).toEqual([])
})

test('empty words, an unknown network and pictures that cannot go are said', () => {
  expect(compose(words(['  ']), place(), 'leah').troubles).toEqual(['There are no words yet.'])
  expect(compose(words(['a', ' ']), place(), 'leah').troubles).toEqual(['Piece 2 has no words.'])
  expect(compose(words(['a']), place({ network: 'myspace' }), 'leah').troubles).toEqual([
    'We know no network called myspace.',
  ])
  const five = words(['a', 'b'], { pictures: [0, 1, 2, 3, 4].map((n) => ({ id: `p${n}`, alt: 'x', piece: 1 })) })
  expect(compose(five, place(), 'leah').troubles).toEqual(['Practice takes 4 pictures at once, not 5.'])
  const far = words(['a'], { pictures: [{ id: 'p', alt: 'x'.repeat(2001), piece: 7 }] })
  expect(compose(far, place(), 'leah').pieces[0]?.pictures).toHaveLength(1)
  expect(compose(far, place(), 'leah').troubles).toEqual([
    'A picture’s alt text is longer than Practice takes (2000 characters).',
  ])
  expect(
    compose(words(['a'], { pictures: [{ id: 'p', alt: 'x' }] }), place({ network: 'x' }), 'leah').troubles,
  ).toContain('Pictures cannot be sent to X from here.')
})

const prose = fc
  .array(fc.oneof(fc.lorem({ maxCount: 12, mode: 'words' }), fc.string({ unit: 'grapheme', maxLength: 30 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join('. '))

test('split for me: every piece fits every place with the signature, and no word is lost', () => {
  const places = [
    place(),
    place({ id: 'b', network: 'x', signaturePlace: 'suffix' as const, signatures: [{ personId: 'leah', mark: 'LC' }] }),
    place({ id: 'c', network: 'facebook' }),
  ]
  fc.assert(
    fc.property(prose, (text) => {
      const split = splitForAll(text, places, 'leah')
      if (split.kind === 'unsplittable') return true
      for (const at of places) {
        const fitted = compose(words([...split.pieces]), at, 'leah')
        for (const piece of fitted.pieces) if (piece.over > 0) return false
      }
      const bare = (s: string) => s.replace(/\s+/gu, '')
      return bare(split.pieces.join(' ')) === bare(text)
    }),
    { numRuns: 150 },
  )
})

test('the count of a piece is what the network counts of the very text that is sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
      const [piece] = compose(words([text]), place({ network: 'x' }), 'leah').pieces
      return piece !== undefined && piece.count === lengthOf(piece.text, 'weighted')
    }),
    { numRuns: 200 },
  )
})
