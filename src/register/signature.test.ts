import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asPublished,
  clashWith,
  extendsInitials,
  initialsIn,
  markIn,
  markOf,
  rankIn,
  rankShort,
  type Signing,
  sameMark,
  signed,
  speakerAt,
  tidyInitials,
} from './signature.ts'

describe('the short form of a rank', () => {
  it.each([
    ['Assistant Chief Constable', 'ACC'],
    ['acc', 'ACC'],
    ['Chief  Superintendent', 'Ch Supt'],
    ['PS', 'Sgt'],
    ['Police Constable', 'PC'],
    ['Detective Chief Inspector', 'DCI'],
    ['PCSO', 'PCSO'],
    ['Digital manager', null],
    ['', null],
  ])('%s: %s', (rank, short) => expect(rankShort(rank)).toBe(short))
})

describe('what is published', () => {
  it('puts rank and initials before the words, initials alone after them, or nothing', () => {
    expect(signed('Good morning.', markOf('Assistant Chief Constable', 'MJ', 'prefix'), 'prefix')).toBe(
      'ACC MJ: Good morning.',
    )
    expect(signed('Good morning.', markOf('PC', 'DW', 'suffix'), 'suffix')).toBe('Good morning. ^DW')
    expect(signed('Good morning.', 'ACC MJ', 'none')).toBe('Good morning.')
    expect(signed('Good morning.', null, 'prefix')).toBe('Good morning.')
    expect(markOf('Digital manager', 'OT', 'prefix')).toBe('OT')
  })

  it('reads back what was published', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CC', 'Ch Supt', 'PC', 'Manager'),
        fc.stringMatching(/^[A-Z]{1,5}$/),
        fc.constantFrom('prefix', 'suffix'),
        (rank, initials, place) => {
          const mark = markOf(rank, initials, place)
          expect(markIn(asPublished(mark, place) ?? '')).toBe(mark)
          expect(initialsIn(mark)).toBe(initials)
          expect(rankIn(mark)).toBe(place === 'prefix' ? rankShort(rank) : null)
        },
      ),
    )
  })
})

describe('initials', () => {
  it('are letters, in capitals', () => {
    expect(tidyInitials('m. j.')).toBe('MJ')
    expect(tidyInitials('éo')).toBe('ÉO')
    expect(tidyInitials('')).toBeNull()
    expect(tidyInitials('M1')).toBeNull()
    expect(tidyInitials('ABCDEF')).toBeNull()
  })

  it('may take a middle one, and nothing else', () => {
    expect(['MTJ', 'MJ', 'MAJ'].map((i) => extendsInitials(i, 'MJ'))).toEqual([true, true, true])
    expect(['JM', 'TMJ', 'MJT', 'M', 'TH'].map((i) => extendsInitials(i, 'MJ'))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

const day = (n: number): Date => new Date(Date.UTC(2020, 0, 1 + n))
const signing = fc
  .record({
    personId: fc.constantFrom('a', 'b', 'c', 'd'),
    mark: fc.constantFrom('ACC MJ', 'acc mj', 'PC DW', 'DW', 'ACC MTJ'),
    start: fc.integer({ min: 0, max: 7000 }),
    length: fc.option(fc.integer({ min: 1, max: 2000 })),
  })
  .map(
    ({ personId, mark, start, length }): Signing => ({
      personId,
      mark,
      from: day(start),
      until: length === null ? null : day(start + length),
    }),
  )

/** Lets in only what does not clash, as the command does. */
const admitted = (wanted: readonly Signing[]): Signing[] => {
  const history: Signing[] = []
  for (const s of wanted) if (!clashWith(history, s)) history.push(s)
  return history
}

describe('a mark belongs to one person at any time', () => {
  it('whatever order signatures come in', () => {
    fc.assert(
      fc.property(
        fc.array(signing, { maxLength: 30 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.constantFrom('ACC MJ', 'PC DW', 'DW'),
        (wanted, at, mark) => {
          const instant = day(at)
          const holders = new Set(
            admitted(wanted)
              .filter((s) => sameMark(s.mark, mark) && s.from <= instant && (s.until === null || instant < s.until))
              .map((s) => s.personId),
          )
          expect(holders.size).toBeLessThanOrEqual(1)
          expect(speakerAt(admitted(wanted), mark, instant)?.personId).toBe([...holders][0])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('and passes from one to the next on the stroke', () => {
    const history = [
      { personId: 'a', mark: 'ACC MJ', from: day(0), until: day(10) },
      { personId: 'b', mark: 'ACC MJ', from: day(10), until: null },
    ]
    expect(clashWith([history[0] as Signing], history[1] as Signing)).toBeNull()
    expect(speakerAt(history, 'ACC MJ:', new Date(day(10).getTime() - 1))?.personId).toBe('a')
    expect(speakerAt(history, '^acc mj', day(10))?.personId).toBe('b')
    expect(speakerAt(history, 'ACC MJ', new Date('2019-12-31'))).toBeNull()
  })
})
