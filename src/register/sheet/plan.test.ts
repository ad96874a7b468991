import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networks } from '../../networks/networks.ts'
import { accountClasses, accountKinds, signaturePlaces } from '../account.ts'
import { coverWords, tidy } from '../cover.ts'
import { columns, type Listed } from './columns.ts'
import { coverFrom } from './cover-words.ts'
import type { Line } from './csv.ts'
import { type Plan, type Present, planOf } from './plan.ts'

const titles = { offices: ['Harrowfield inspector', 'Head of communications'], objectives: ['Trust', 'Safer roads'] }
const linesOf = (...rows: readonly (readonly string[])[]): Line[] => rows.map((cells, i) => ({ line: i + 1, cells }))
const planned = (lines: readonly Line[], present: readonly Present[] = []): Plan => {
  const plan = planOf(lines, present, titles)
  if ('wrong' in plan) throw new Error(plan.wrong)
  return plan
}
const here: Present = {
  id: 'a1',
  version: 3,
  network: networks[0]?.id ?? '',
  handle: 'HarrowPol',
  name: 'Harrowfield',
  class: 'district',
  status: 'live',
  kind: 'collective',
  purpose: 'Harrowfield news',
  area: 'Harrowfield',
  owner: 'Harrowfield inspector',
  supervisor: null,
  signaturePlace: 'prefix',
  cover: [{ day: 1, from: '09:00', to: '17:00' }],
  latenessMinutes: 30,
  objectives: ['Trust'],
  nextReview: '2027-01-12',
}
const first = networks[0]?.name ?? ''

const time = fc
  .integer({ min: 0, max: 95 })
  .map((q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`)
const stretch = fc
  .tuple(fc.integer({ min: 1, max: 7 }), time, fc.oneof(time, fc.constant('24:00')))
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]) => ({ day, from, to }))

test('hours that were written are read as they were', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (hours) => {
      expect(coverFrom(coverWords(hours))).toEqual(tidy(hours))
    }),
  )
  expect(coverFrom('daily 7-22')).toHaveLength(7)
  expect(coverFrom('Mon to Fri 9:30 to 17')).toHaveLength(5)
  for (const nonsense of ['sometimes', 'Mon', 'Fri–Mon 9–17', 'Mon 17–9', 'Mon 9–25'])
    expect(coverFrom(nonsense)).toBeNull()
})

const word = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,14}[a-z0-9]$/)
  .filter((w) => !/^(none|nobody|nothing)$/i.test(w))
const listed: fc.Arbitrary<Listed> = fc.record({
  network: fc.constantFrom(...networks.map((n) => n.id)),
  handle: fc.stringMatching(/^[A-Za-z0-9_.]{3,15}$/),
  name: word,
  class: fc.constantFrom(...accountClasses),
  status: fc.constantFrom('live', 'proposed', 'unofficial', 'underReview', 'closing', 'closed'),
  kind: fc.constantFrom(...accountKinds),
  purpose: word,
  area: fc.option(word),
  owner: fc.option(fc.constantFrom(...titles.offices)),
  supervisor: fc.option(fc.constantFrom(...titles.offices)),
  signaturePlace: fc.constantFrom(...signaturePlaces),
  cover: fc.array(stretch, { maxLength: 3 }).map(tidy),
  latenessMinutes: fc.integer({ min: 1, max: 1440 }),
  objectives: fc.subarray(titles.objectives),
  nextReview: fc.option(fc.constantFrom('2027-01-12', '2028-02-29')),
})

test('a register that is taken out and brought back changes nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(listed, { minLength: 1, maxLength: 6, selector: (l) => l.handle.toLowerCase() }),
      (all) => {
        const present = all.map((l, i) => ({ ...l, id: `a${i}`, version: 1 }))
        const { rows } = planned(
          linesOf(
            columns.map((c) => c.head),
            ...all.map((l) => columns.map((c) => c.write(l))),
          ),
          present,
        )
        expect(rows.map((r) => [r.state, r.wrong])).toEqual(all.map(() => ['same', []]))
      },
    ),
  )
})

test('a row is new, changed, the same, or bad with its line, its column and what to write', () => {
  const { rows, newOffices } = planned(
    linesOf(
      ['Network', 'Handle', 'Class', 'Owner', 'Cover', 'Notes'],
      [first, '@harrowpol', '', 'none', '', ''],
      [first, 'HarrowRural', 'Neighbourhood', 'Rural sergeant', 'Mon–Fri 9–17', 'x'],
      [first, 'NightShift', '', '', '', ''],
      ['', 'NoNetwork', 'District', '', '', ''],
      ['Carrier pigeon', 'Coo', 'Distrct', '', 'often', ''],
      [first, 'harrowrural', 'District', '', '', ''],
      [first, 'NoClass', '', 'Rural sergeant', '', ''],
      [first, 'Mistyped', 'Distrct', 'Rural sergeant', '', ''],
    ),
    [here],
  )
  expect(rows.map((r) => [r.line, r.state, r.asks])).toEqual([
    [2, 'changed', []],
    [3, 'new', []],
    [4, 'new', ['isOurs']],
    [5, 'bad', []],
    [6, 'bad', []],
    [7, 'bad', []],
    [8, 'bad', []],
    [9, 'bad', []],
  ])
  expect(rows[0]?.changes).toEqual([{ column: 'Office', from: 'Harrowfield inspector', to: '' }])
  expect(rows[2]?.account).toMatchObject({ status: 'unofficial', class: 'individual' })
  expect(rows[3]?.wrong).toEqual([{ column: 'Network', words: expect.stringContaining('empty') }])
  expect(rows[4]?.wrong.map((w) => w.column)).toEqual(['Network', 'Class', 'Cover'])
  expect(rows[5]?.wrong[0]?.words).toContain('Line 3')
  expect(rows[6]?.wrong).toEqual([{ column: 'Class', words: expect.stringContaining('It is empty') }])
  expect(rows[7]?.wrong).toEqual([{ column: 'Class', words: expect.stringContaining('“Distrct” is no class') }])
  expect(newOffices).toEqual([{ title: 'Rural sergeant', rows: 1 }])
})

test('a sheet moves no account and signs none anew', () => {
  const { rows } = planned(
    linesOf(['Network', 'Handle', 'Status', 'Signature'], [first, 'HarrowPol', 'Closed', 'After']),
    [here],
  )
  expect(rows[0]?.wrong.map((w) => w.column)).toEqual(['Status', 'Signature'])
})

test('the handle of a closed account is free again', () => {
  const { rows } = planned(linesOf(['Network', 'Handle', 'Class'], [first, 'HarrowPol', 'District']), [
    { ...here, status: 'closed' },
  ])
  expect(rows[0]?.state).toBe('new')
})

test('headings that cannot be right are told before any row', () => {
  const wrong = (...rows: readonly (readonly string[])[]) => {
    const plan = planOf(linesOf(...rows), [], titles)
    return 'wrong' in plan ? plan.wrong : ''
  }
  expect(wrong()).toContain('empty')
  expect(wrong(['Network', 'Name'], ['a', 'b'])).toContain('“Handle”')
  expect(wrong(['Network', 'Platform', 'Handle'], ['a', 'b', 'c'])).toContain('Two columns')
  expect(wrong(['Network', 'Handle'])).toContain('no row')
  expect(planned(linesOf(['Network', 'Handle', 'Colour'], [first, 'a', 'blue'])).unknownHeads).toEqual(['Colour'])
})

test('the address of a page, an old name of a network, a British day', () => {
  const twitter = networks.find((n) => n.alsoCalled.includes('Twitter'))
  const { rows } = planned(
    linesOf(
      ['Network', 'Link', 'Type', 'Review'],
      ['twitter', 'https://twitter.example/HarrowPol?lang=en', 'district', '3/2/2027'],
    ),
  )
  expect(rows[0]?.account).toMatchObject({ network: twitter?.id, handle: 'HarrowPol', nextReview: '2027-02-03' })
})
