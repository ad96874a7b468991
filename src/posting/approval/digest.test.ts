import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import { digestText, sumWords } from './digest.ts'
import type { Sheet } from './sheet.ts'

const hash = (sheet: Sheet) => createHash('sha256').update(digestText(sheet)).digest('hex')
const word = fc.string({ minLength: 1, maxLength: 12 })
const picture = fc.record({ id: word, sha256: word, alt: word })
const piece = fc.record({ text: word, pictures: fc.array(picture, { maxLength: 2 }) })
const target = fc.record({
  accountId: word,
  network: word,
  handle: word,
  signature: fc.option(fc.record({ personId: word, mark: word })),
  pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
})
const when = fc.record({
  wall: fc.constantFrom('2026-10-07T08:00', '2026-10-25T01:30', '2027-01-01T00:00'),
  zone: fc.constantFrom('Europe/London', 'Europe/Paris'),
  which: fc.constantFrom<'earlier' | 'later'>('earlier', 'later'),
  instant: fc.constant('2026-10-07T07:00:00.000Z'),
})
const sheets: fc.Arbitrary<Sheet> = fc.record({
  language: fc.constantFrom<'en' | 'cy'>('en', 'cy'),
  when: fc.option(when),
  answering: fc.option(
    fc.record({ externalId: fc.string(), by: fc.string(), words: fc.string(), private: fc.boolean() }),
  ),
  targets: fc.uniqueArray(target, { minLength: 1, maxLength: 3, selector: (t) => t.accountId }),
})

/** Every way to reach a leaf of a value and put something else there. */
function* mutations(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    yield [...value, 'one more']
    for (let n = 0; n < value.length; n++) for (const changed of mutations(value[n])) yield value.with(n, changed)
  } else if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value))
      for (const changed of mutations(inner)) yield { ...value, [name]: changed }
  } else yield `${String(value)} changed`
}

test('any change of anything covered changes the digest', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const before = hash(sheet)
      for (const changed of mutations(sheet)) if (hash(changed as Sheet) === before) return false
      return true
    }),
    { numRuns: 100 },
  )
})

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, shuffled(v)]),
  )
}

test('neither the order of keys nor the order in which accounts were ticked matters', () => {
  fc.assert(
    fc.property(
      sheets,
      (sheet) =>
        hash(shuffled(sheet) as Sheet) === hash(sheet) &&
        hash({ ...sheet, targets: [...sheet.targets].reverse() }) === hash(sheet),
    ),
  )
})

test('what differs is named whenever the digest differs, and nothing when it does not', () => {
  const now = new Date('2026-10-06T20:00:00Z')
  fc.assert(
    fc.property(sheets, sheets, (a, b) => {
      expect(changesBetween(a, a, now)).toEqual([])
      return hash(a) === hash(b) || changesBetween(a, b, now).length > 0
    }),
  )
})

const sheet = (over: Partial<Sheet['targets'][number]> = {}, when: Sheet['when'] = null): Sheet => ({
  language: 'en',
  when,
  answering: null,
  targets: ['A', 'B'].map((handle) => ({
    accountId: handle,
    network: 'x',
    handle,
    signature: { personId: 'leah', mark: 'PC LC' },
    pieces: [{ text: 'PC LC: One.', pictures: [{ id: 'p1', sha256: 's1', alt: 'A road' }] }],
    ...over,
  })),
})

test('changes are told as a person would, once for all the places they concern', () => {
  const now = new Date('2026-10-06T20:00:00Z')
  const at = {
    wall: '2026-10-07T08:00',
    zone: 'Europe/London',
    which: 'earlier' as const,
    instant: '2026-10-07T07:00:00.000Z',
  }
  expect(
    changesBetween(
      sheet(),
      sheet({ pieces: [{ text: 'PC LC: Two.', pictures: [{ id: 'p1', sha256: 's1', alt: 'A wet road' }] }] }),
      now,
    ),
  ).toEqual([
    { field: 'Words on A, B', before: 'PC LC: One.', now: 'PC LC: Two.' },
    { field: 'Alt text on A, B', before: 'A road', now: 'A wet road' },
  ])
  expect(changesBetween(sheet(), sheet({ signature: { personId: 'leah', mark: 'Sgt LC' } }), now)[0]).toEqual({
    field: 'Signature on A, B',
    before: 'PC LC',
    now: 'Sgt LC',
  })
  expect(changesBetween(sheet(), sheet({}, at), now)).toEqual([
    { field: 'Time', before: 'As soon as it is approved', now: 'Wed 7 Oct, 08:00, Europe/London' },
  ])
  expect(changesBetween(sheet(), { ...sheet(), targets: sheet().targets.slice(0, 1) }, now)).toEqual([
    { field: 'Goes to', before: 'B', now: null },
  ])
})

test('a check sum is written in groups of four', () => {
  expect(sumWords('8f2a91c4d07e5555')).toBe('8f2a 91c4 d07e')
})
