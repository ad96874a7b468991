import { expect, test } from 'vitest'
import type { AccountRow } from '../../register/register.contract.ts'
import { type Filter, fitsFound, rowsFor } from './register-filter.ts'

const row = (id: string, over: Partial<AccountRow> = {}): AccountRow => ({
  id,
  network: 'n',
  handle: id,
  name: id,
  class: 'district',
  kind: 'single',
  status: 'live',
  practice: false,
  purpose: '',
  area: null,
  owner: null,
  signaturePlace: 'none',
  people: 1,
  cover: { words: '', hours: 0, days: [] },
  nextReviewAt: null,
  keys: { state: 'working', words: '', endsAt: null },
  flags: [],
  ...over,
})
const office = { officeId: 'o', title: 'Roads inspector', holder: null, since: null }
const rows = [
  row('Unit 10', { people: 3, nextReviewAt: '2027-01-01T09:00:00.000Z' }),
  row('Unit 9', { class: 'corporate', people: 1, owner: office, area: 'Llŷr' }),
  row('Old', { status: 'closed' }),
  row('Lost', { flags: ['noOwner', 'noCover'], people: 0 }),
  row('Theirs', { status: 'unofficial' }),
  row('Late', { flags: ['reviewOverdue'], people: 2, nextReviewAt: '2026-01-01T09:00:00.000Z' }),
]
const ids = (filter: Filter) => rowsFor(rows, filter).map((r) => r.id)

test('what needs somebody first, the gravest on top; then class by class', () => {
  expect(ids({})).toEqual(['Lost', 'Late', 'Unit 9', 'Unit 10'])
})

test('every filter of the address narrows it', () => {
  expect(ids({ show: 'noOwner' })).toEqual(['Lost'])
  expect(ids({ show: 'closed' })).toEqual(['Old'])
  expect(ids({ class: 'corporate' })).toEqual(['Unit 9'])
  expect(ids({ office: 'o' })).toEqual(['Unit 9'])
  expect(ids({ area: 'Llŷr' })).toEqual(['Unit 9'])
  expect(ids({ sought: 'roads llyr' })).toEqual(['Unit 9'])
  expect(ids({ network: 'other' })).toEqual([])
})

test('what is not ours stands in its own list alone, and is found there', () => {
  expect(ids({ show: 'unofficial' })).toEqual(['Theirs'])
  expect(ids({ show: 'unofficial', sought: 'roads' })).toEqual([])
  const found = { network: 'n', handle: 'WestshireP0lice', what: 'Asks for money' }
  expect([{}, { sought: 'money' }, { network: 'n' }].map((f) => fitsFound(found, f))).toEqual([true, true, true])
  const never: Filter[] = [
    { sought: 'roads' },
    { network: 'm' },
    { area: 'Llŷr' },
    { class: 'district' },
    { office: 'o' },
  ]
  expect(never.map((f) => fitsFound(found, f))).toEqual(never.map(() => false))
})

test('sorted as asked, numbers in names as numbers, what is not said last', () => {
  expect(ids({ sort: 'name' })).toEqual(['Late', 'Lost', 'Unit 9', 'Unit 10'])
  expect(ids({ sort: 'people', back: true })).toEqual(['Unit 10', 'Late', 'Unit 9', 'Lost'])
  expect(ids({ sort: 'review' }).slice(0, 2)).toEqual(['Late', 'Unit 10'])
})
