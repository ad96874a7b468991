import { expect, test } from 'vitest'
import { type Activity, draftersOf, type Place, rowsOf } from './voices.ts'

const place = (n: number, signature: string): Place => ({
  id: `c${n}`,
  person: { id: `p${n}`, name: `Person ${n}`, rank: 'PC' },
  voice: 'signs',
  trusted: false,
  from: '2026-01-01T00:00:00.000Z',
  until: null,
  inForce: true,
  trainedUntil: null,
  signature,
  clash: null,
})
const voice = (n: number, mark: string, all: number): Activity['voices'][number] => ({
  person: { id: `p${n}`, name: `Person ${n}`, rank: 'PC' },
  mark,
  bars: [all],
  all,
  share: all / 10,
  lastAt: null,
})

test('the balance names people by their ids, never by their signatures', () => {
  const voices = [voice(1, '^DW', 3), voice(2, '^MJ', 7), voice(3, '^LC', 0)]
  const contributors = [place(1, '^DW'), place(2, '^MJ'), place(3, '^LC')]
  const rows = rowsOf('collective', contributors, { voices, balance: { oneOverHalf: 'p2', quiet: ['p3'] } })
  expect(rows.map((row) => [row.place.person.id, row.overHalf, row.quiet])).toEqual([
    ['p2', true, false],
    ['p1', false, false],
    ['p3', false, true],
  ])
})

test('an account of one voice has no balance to keep', () => {
  const [row] = rowsOf('single', [place(1, '^DW')], {
    voices: [voice(1, '^DW', 9)],
    balance: { oneOverHalf: 'p1', quiet: ['p1'] },
  })
  expect([row?.overHalf, row?.quiet]).toEqual([false, false])
})

test('while nothing is known of who spoke, nobody is called quiet', () => {
  expect(rowsOf('collective', [place(1, '^DW')], undefined)).toEqual([
    { place: place(1, '^DW'), voice: null, quiet: false, overHalf: false },
  ])
})

test('whoever only drafts is no voice of the account', () => {
  const contributors = [place(1, '^DW'), { ...place(2, ''), voice: 'drafts' as const, signature: null }]
  expect(rowsOf('collective', contributors, undefined).map((row) => row.place.person.id)).toEqual(['p1'])
  expect(draftersOf(contributors).map((p) => p.person.id)).toEqual(['p2'])
})
