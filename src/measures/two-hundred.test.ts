import { expect, test } from 'vitest'
import type { Book } from './book.ts'
import { inSpan, nothingKnown } from './book.ts'
import { type Around, readItems } from './item.ts'
import { measureOf } from './measures.ts'
import { markAlike } from './near/alike.ts'
import { shingling } from './near/shingles.ts'
import { spanOf } from './span.ts'
import { twoHundred } from './two-hundred.testbed.ts'

/** Thirteen weeks to Monday 7 September 2026: from Monday 8 June. */
const until = Date.parse('2026-09-07T00:00:00Z')
const officials = new Map<string, 'police' | 'partner'>([
  ['westshirepolice', 'police'],
  ['harrowfieldpol', 'police'],
  ['eastshirepolice', 'police'],
  ['westshirefire', 'partner'],
])
const since = (day: string) => Date.parse(`${day}T00:00:00Z`)
const signing = (person: string) => ({ personId: person, mark: person, from: new Date('2025-01-01'), until: null })

const around = (handle: string, people: readonly string[]): Around => ({
  handle,
  officials,
  signatures: people.map(signing),
  lines: new Set(),
})
const items = {
  westshire: readItems(twoHundred.westshire, around('@WestshirePolice', ['AB', 'CD', 'EF', 'GH', 'JK', 'MN'])),
  harrowfield: readItems(twoHundred.harrowfield, around('HarrowfieldPol', [])),
}
const near = nearOf()
const span = spanOf('weeks13', until)

function nearOf() {
  const posts = shingling()
  const ids: string[] = []
  for (const [n, own] of [items.westshire, items.harrowfield].entries())
    for (const i of own) if (i.own && posts.add(n, i.at, i.plain) >= 0) ids.push(i.id)
  const alike = markAlike(posts.done())
  const marked = (with_: Int32Array) => new Set(ids.filter((_, n) => with_[n] !== -1))
  return { near: marked(alike.other), nearOwn: marked(alike.own) }
}

const rest = { ...near, span, talks: null, released: [], moderated: [], followed: nothingKnown, rumours: [] }
const hygiene = { owner: null, training: null, review: null, cover: null, keys: null }
const named = (person: string, from = '2025-01-01') => ({ person, from: since(from) })
const westshire: Book = {
  ...rest,
  items: items.westshire,
  inSpan: inSpan(items.westshire, span),
  account: {
    id: 'a',
    handle: 'westshirepolice',
    class: 'corporate',
    kind: 'collective',
    coverHours: null,
    eventDriven: false,
    roster: [named('AB'), named('CD'), named('EF'), named('GH'), named('JK', '2026-09-01')],
    hygiene,
  },
}
const harrowfield: Book = {
  ...rest,
  items: items.harrowfield,
  inSpan: inSpan(items.harrowfield, span),
  account: {
    ...westshire.account,
    id: 'b',
    handle: 'harrowfieldpol',
    class: 'neighbourhood',
    kind: 'single',
    roster: [],
  },
}

const counted = (id: string, book: Book) => {
  const result = measureOf(id)?.count(book)
  if (!result) throw new Error(`no measure ${id}`)
  return result
}

test('there are two hundred, all read', () => {
  expect(twoHundred.westshire.length + twoHundred.harrowfield.length).toBe(200)
  expect(twoHundred.westshire.every((r) => r.id !== '' && !Number.isNaN(r.at))).toBe(true)
  // 30 own + 6 copies + 14 feed + 2 without words + 5 quotes + 3 short + 20 reshares + 30 to the public + 6 set lines
  // + 10 to itself + 8 police and partners + 2 unknown
  expect(westshire.inSpan.length).toBe(136)
  // 10 nearly the same + 10 own + 25 reshares + 5 replies
  expect(harrowfield.inSpan.length).toBe(50)
})

test('M01: from 2 September 10:00 to 7 September 00:00 are 4 whole days; 2 reshares and 1 of the feed came after', () => {
  expect(counted('M01', westshire)).toMatchObject({
    figure: 4,
    rows: ['o30'],
    leftOut: { reshares: 2, feed: 1 },
    look: true,
  })
  // From 25 June 12:30: 5 days of June, 31 of July, 31 of August, 6 of September, less half a day: 73.
  expect(counted('M01', harrowfield)).toMatchObject({
    figure: 73,
    rows: ['m10'],
    leftOut: { reshares: 25 },
    look: true,
  })
})

test('M03: 4 days are under the 7 of a corporate account; the other has only reshared for 60 days', () => {
  expect(counted('M03', westshire)).toMatchObject({ top: 0, of: 1, look: false })
  expect(counted('M03', harrowfield)).toMatchObject({ top: 1, of: 1, more: { reshareOnly: 1 }, look: true })
})

test('M04: own words 30 + 6 copies + 2 without words + 5 quotes + 3 short = 46, beside 20 reshares', () => {
  // Replies 30 + 6 + 10 + 8 + 2 = 56.
  expect(counted('M04', westshire)).toMatchObject({ top: 46, of: 66, leftOut: { replies: 56, feed: 14 }, look: false })
  expect(counted('M04', harrowfield)).toMatchObject({ top: 20, of: 45, leftOut: { replies: 5, feed: 0 }, look: true })
})

test('M05: 6 copies + 2 of the feed, of 30 + 6 + 14 + 5 + 3 = 58 with words', () => {
  expect(counted('M05', westshire)).toMatchObject({
    top: 8,
    of: 58,
    rows: ['x01', 'x02', 'x03', 'x04', 'x05', 'x06', 'f13', 'f14'].sort(byTime),
    leftOut: { wordless: 2 },
    more: { fed: 2 },
    look: false,
  })
  expect(counted('M05', harrowfield)).toMatchObject({ top: 0, of: 20, figure: 0 })
})

test('M06: 8 pairs within the week; n09 and n10 came nine days after theirs', () => {
  const rows = ['o01', 'o02', 'o03', 'o04', 'o05', 'o06', 'o07', 'o08']
  // 60 own words, less 2 without words and 3 too short.
  // Of its own: the 6 copies, and 13 of the feed after its first, whose number alone is another.
  expect(counted('M06', westshire)).toMatchObject({
    rows,
    of: 55,
    leftOut: { short: 5 },
    more: { own: 19 },
    look: false,
  })
  expect(counted('M06', harrowfield)).toMatchObject({
    rows: ['n01', 'n02', 'n03', 'n04', 'n05', 'n06', 'n07', 'n08'],
    of: 20,
    look: true,
  })
})

test('M07: 30 of 136 less 10 to itself, 8 police and partners, 6 set lines, 2 unknown', () => {
  expect(counted('M07', westshire)).toMatchObject({
    top: 30,
    of: 110,
    leftOut: { self: 10, police: 8, setLines: 6, unknown: 2 },
    // (30 + 26) of 136
    more: { withThem: 41 },
  })
  expect(counted('M07', harrowfield)).toMatchObject({ top: 5, of: 50, figure: 0.1 })
})

test('M13 and M14: of 30 replies and 6 set lines, 10 + 6 name another channel and 4 say that nobody reads', () => {
  const leftOut = { self: 10, police: 8, unknown: 2 }
  expect(counted('M13', westshire)).toMatchObject({ top: 16, of: 36, leftOut })
  expect(counted('M14', westshire)).toMatchObject({ rows: ['p09', 'p10', 'p11', 'p12'], of: 36, leftOut, look: true })
  expect(counted('M13', harrowfield)).toMatchObject({ top: 0, of: 5 })
})

test('M16: AB 14 + 4 + 20 = 38, CD 6 + 2 + 5 = 13, EF 6 + 2 = 8; 136 less 20 reshares less 59 signed = 57 unsigned', () => {
  expect(counted('M16', westshire)).toMatchObject({
    top: 38,
    of: 59,
    leftOut: { unsigned: 57 },
    // (38² + 13² + 8²) ÷ 59² = 1677 ÷ 3481; AB wrote 20 of the 25 signed replies, two of them in CD's thread.
    more: { people: 3, concentration: 4818, replies: 80, othersThreads: 2 },
    look: true,
  })
  expect(counted('M16', harrowfield)).toMatchObject({ figure: null, why: 'Fewer than two people sign here' })
})

test('M17: since 8 August AB and CD of four; JK was named on 1 September and is not asked yet', () => {
  expect(counted('M17', westshire)).toMatchObject({
    top: 2,
    of: 4,
    rows: ['x04', 'x06'],
    leftOut: { newcomers: 1 },
    look: true,
  })
})

test('M18: MN spoke in the 91 days before and not since, while AB rose from 4 of 12 to 38 of 59', () => {
  expect(counted('M18', westshire)).toMatchObject({ figure: 1, rows: ['b12'], more: { spokeBefore: 3 }, look: true })
})

test('M25: of 116 that are no reshares, 3 pictures, 2 for hashtags and 2 for a sentence fail', () => {
  expect(counted('M25', westshire)).toMatchObject({
    top: 109,
    of: 116,
    leftOut: { reshares: 20 },
    more: { picture: 3, hashtags: 2, sentence: 2 },
  })
})

test('M26: of 60 own, 2 Welsh and 4 not known leave 54 English, of which 2 have a Welsh one of their day', () => {
  expect(counted('M26', westshire)).toMatchObject({ top: 2, of: 54, leftOut: { unknown: 4 }, more: { welsh: 2 } })
  expect(counted('M26', harrowfield)).toMatchObject({ figure: null, why: 'It has never published in Welsh' })
})

const byTime = (a: string, b: string) =>
  (items.westshire.find((i) => i.id === a)?.at ?? 0) - (items.westshire.find((i) => i.id === b)?.at ?? 0)
