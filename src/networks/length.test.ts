import { RichText } from '@atproto/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, lengthOf, splitThread } from './length.ts'
import type { LengthUnit } from './network.ts'

const units: readonly LengthUnit[] = ['grapheme', 'weighted', 'character']
const graphemesOf = (text: string): string[] => [...new Intl.Segmenter('en').segment(text)].map((part) => part.segment)

/** What officers write: words, links, mentions, hashtags, emoji, other scripts, line breaks. */
const written = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'police',
          'appeal.',
          'the',
          'Please',
          'witness?',
          'A38',
          'can’t',
          'über',
          'gwasanaeth',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('👨‍👩‍👧‍👦', '🇬🇧', '👮🏽‍♀️', '❤️', '1️⃣', 'é', '世界', 'สวัสดี', 'مرحبا', 'क्षि'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'https://www.example.police.uk/a/b?c=d',
          '(https://example.com/x_(y))',
          'example.co.uk/news',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('@desk.example.uk', '@someone', '#MissingPerson', '#stop-and-search', '#Ø'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\r\n', '  '), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map((gaps) => parts.map((part, at) => part + gaps[at]).join('')),
  )

describe('lengthOf', () => {
  it.each<[string, LengthUnit, number]>([
    ['', 'grapheme', 0],
    ['👨‍👩‍👧‍👦', 'grapheme', 1],
    ['👨‍👩‍👧‍👦', 'character', 7],
    ['👨‍👩‍👧‍👦', 'weighted', 2],
    ['🇬🇧', 'weighted', 2],
    ['👮🏽‍♀️', 'weighted', 2],
    ['❤️', 'weighted', 2],
    ['❤', 'weighted', 2],
    ['1️⃣', 'weighted', 2],
    ['1', 'weighted', 1],
    ['©', 'weighted', 1],
    ['é', 'weighted', 1],
    ['世界', 'weighted', 4],
    ['“quote” – dash', 'weighted', 14],
    ['https://example.com', 'weighted', 23],
    ['see https://example.com/a/very/long/path/that/goes/on/and/on.', 'weighted', 28],
    ['example.co.uk', 'weighted', 23],
    ['a.b', 'weighted', 3],
    ['me@example.com', 'weighted', 14],
    ['e\u0301', 'weighted', 1],
  ])('%j counts as %s: %d', (text, unit, length) => {
    expect(lengthOf(text, unit)).toBe(length)
  })

  it('counts graphemes as the Bluesky server does', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(lengthOf(text, 'grapheme')).toBe(new RichText({ text }).graphemeLength)
      }),
    )
  })

  it('counts two texts with a space between as both and the space', () => {
    fc.assert(
      fc.property(written, written, fc.constantFrom(...units), (a, b, unit) => {
        const both = lengthOf(`${a} ${b}`, unit)
        expect(Math.abs(both - (lengthOf(a, unit) + 1 + lengthOf(b, unit)))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('splitThread', () => {
  const entities = (text: string): string[] =>
    text.match(/https?:\/\/\S*[^\s).,]|(?<=^|\s)[@#][\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_]/gu) ?? []

  it('leaves a text alone that fits, and gives nothing for white space', () => {
    expect(splitThread('Road open again.', 300, 'grapheme')).toEqual({ kind: 'pieces', pieces: ['Road open again.'] })
    expect(splitThread(' \n ', 300, 'grapheme')).toEqual({ kind: 'pieces', pieces: [] })
  })

  it('cuts after a sentence when that leaves enough', () => {
    const split = splitThread('We are looking for a man. He wore a blue coat and a hat.', 40, 'grapheme')
    expect(split).toEqual({ kind: 'pieces', pieces: ['We are looking for a man.', 'He wore a blue coat and a hat.'] })
  })

  it('cuts between words when a sentence is too long', () => {
    expect(splitThread('one two three four five', 9, 'grapheme')).toEqual({
      kind: 'pieces',
      pieces: ['one two', 'three', 'four five'],
    })
  })

  it('cuts scripts without spaces, at words', () => {
    const split = splitThread('警察は情報を求めています。'.repeat(5), 20, 'grapheme')
    expect(split.kind === 'pieces' && split.pieces.join('')).toBe('警察は情報を求めています。'.repeat(5))
  })

  it('says which link is longer than a piece', () => {
    const link = `https://example.com/${'a'.repeat(50)}`
    expect(splitThread(`See ${link} now`, 40, 'grapheme')).toEqual({ kind: 'unsplittable', part: link })
    expect(splitThread(`See ${link} now`, 40, 'weighted')).toEqual({ kind: 'pieces', pieces: [`See ${link} now`] })
  })

  it('keeps to the bytes too', () => {
    const split = splitThread('👨‍👩‍👧‍👦'.repeat(300), 300, 'grapheme', 3000)
    if (split.kind !== 'pieces') throw new Error('not split')
    expect(split.pieces.length).toBe(3)
    for (const piece of split.pieces) expect(bytesOf(piece)).toBeLessThanOrEqual(3000)
  })

  it('makes pieces that fit, keep every word, and cut no grapheme, link, mention or hashtag', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...units), fc.integer({ min: 45, max: 120 }), (text, unit, max) => {
        const split = splitThread(text, max, unit)
        if (split.kind === 'unsplittable') {
          expect(lengthOf(split.part, unit)).toBeGreaterThan(max)
          return
        }
        for (const piece of split.pieces) expect(lengthOf(piece, unit)).toBeLessThanOrEqual(max)
        const solid = (parts: string[]): string[] => parts.filter((part) => !/^\s+$/u.test(part))
        expect(split.pieces.flatMap((piece) => solid(graphemesOf(piece)))).toEqual(solid(graphemesOf(text)))
        expect(split.pieces.flatMap(entities)).toEqual(entities(text))
      }),
      { numRuns: 300 },
    )
  })
})
