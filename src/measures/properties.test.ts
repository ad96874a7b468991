import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Book, inSpan, nothingKnown } from './book.ts'
import { type Item, type Row, readItems } from './item.ts'
import type { Result } from './measure.ts'
import { measures } from './measures.ts'
import { dialogue } from './said/dialogue.ts'
import { spanOf } from './span.ts'

const until = Date.parse('2026-09-07T00:00:00Z')
const hour = 3_600_000
const span = spanOf('weeks13', until)
const people = ['AB', 'CD', 'EF']
const around = {
  handle: 'westshirepolice',
  officials: new Map([['eastshirepolice', 'police' as const]]),
  signatures: people.map((mark) => ({ personId: mark, mark, from: new Date('2020-01-01'), until: null })),
  lines: new Set<string>(),
}

const words = fc
  .array(
    fc.constantFrom('road', 'closed', 'thank', 'you', 'call', '101', 'the', 'sea', '#Cale', 'https://a.example', '🚓'),
    { maxLength: 6 },
  )
  .chain((all) => fc.constantFrom('', ' ^AB', ' ^CD', ' ^EF').map((signed) => all.join(' ') + signed))
const id = fc.integer({ min: 1, max: 60 }).map((n) => `i${n}`)
const row: fc.Arbitrary<Row> = fc.record({
  id,
  // Whole days, so that many are of the same instant.
  at: fc.integer({ min: -190, max: 1 }).map((days) => until + days * 24 * hour),
  kind: fc.constantFrom('original', 'reply', 'quote', 'reshare'),
  words,
  language: fc.constantFrom('en', 'cy', null),
  toId: fc.option(id, { nil: null }),
  toHandle: fc.option(fc.constantFrom('ann', 'ben', 'WestshirePolice', 'EastshirePolice'), { nil: null }),
  hashtags: fc.constant([]),
  pictures: fc.constantFrom(0, 1),
  videos: fc.constant(0),
  described: fc.constantFrom(0, 1, null),
  speaker: fc.constantFrom('AB', null),
})
const rows = fc.uniqueArray(row, { selector: (r) => r.id, maxLength: 50 })

const bookOf = (all: readonly Row[], of: readonly Item[] = readItems(all, around)): Book => ({
  account: {
    id: 'a',
    handle: 'westshirepolice',
    class: 'corporate',
    kind: 'collective',
    coverHours: 40,
    eventDriven: false,
    roster: people.map((person) => ({ person, from: 0 })),
    hygiene: { owner: true, training: null, review: false, cover: true, keys: true },
  },
  span,
  items: of,
  inSpan: inSpan(of, span),
  near: new Set(),
  nearOwn: new Set(),
  talks: null,
  released: [],
  moderated: [],
  followed: nothingKnown,
  rumours: [],
})
const all = (given: readonly Row[]): Result[] => measures.map((m) => m.count(bookOf(given)))

test('a reply to itself never raises the dialogue share', () => {
  fc.assert(
    fc.property(rows, row, fc.boolean(), (given, extra, byName) => {
      const target = given[0]
      const self: Row = {
        ...extra,
        id: 'new',
        kind: 'reply',
        toId: byName || !target ? null : target.id,
        toHandle: byName || !target ? '@WestshirePolice' : 'ann',
      }
      const before = dialogue.count(bookOf(given)).figure ?? 0
      expect(dialogue.count(bookOf([...given, self])).figure ?? 0).toBeLessThanOrEqual(before)
    }),
    { numRuns: 500 },
  )
})

test('the order in which posts come in makes no difference to any measure', () => {
  fc.assert(
    fc.property(
      rows.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
      ([given, shuffled]) => {
        expect(all(shuffled)).toEqual(all(given))
      },
    ),
    { numRuns: 200 },
  )
})

test('a post that comes in twice counts once', () => {
  fc.assert(
    fc.property(
      rows.chain((given) => fc.tuple(fc.constant(given), fc.subarray(given))),
      ([given, again]) => {
        expect(all([...given, ...again])).toEqual(all(given))
      },
    ),
    { numRuns: 200 },
  )
})

test('a share is never under nought or over one, its rows are as many as it counts, and nothing is none', () => {
  fc.assert(
    fc.property(rows, (given) => {
      for (const { definition, count } of measures) {
        const result = count(bookOf(given))
        if (definition.unit !== 'share' || result.figure === null) continue
        expect(result.figure).toBeGreaterThanOrEqual(0)
        expect(result.figure).toBeLessThanOrEqual(1)
        if (definition.rowsOf === 'published') expect(result.rows.length).toBe(result.top)
      }
    }),
    { numRuns: 200 },
  )
  const nothing = all([])
  for (const [n, { definition }] of measures.entries())
    if (!['M15', 'M28', 'M29'].includes(definition.id))
      expect([definition.id, nothing[n]?.figure, Boolean(nothing[n]?.why)]).toEqual([definition.id, null, true])
})

test('there are thirty, each with its number, and what it leaves out it has a name for', () => {
  expect(measures.map((m) => m.definition.id)).toEqual(
    Array.from({ length: 30 }, (_, n) => `M${String(n + 1).padStart(2, '0')}`),
  )
  fc.assert(
    fc.property(rows, (given) => {
      for (const { definition, count } of measures) {
        const result = count(bookOf(given))
        for (const key of Object.keys(result.leftOut)) expect(definition.leftOut).toHaveProperty(key)
        for (const key of Object.keys(result.more)) expect(definition.more).toHaveProperty(key)
      }
    }),
    { numRuns: 50 },
  )
})
