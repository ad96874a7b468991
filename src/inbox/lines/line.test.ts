import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, gapsOf, type Line, lineState, linesFor, mayUse, stemsOf, usable, wrongGaps } from './line.ts'
import { startingLines } from './starting-lines.ts'

const now = '2026-09-07T09:00:00.000Z'
const inDays = (n: number) => new Date(Date.parse(now) + n * 86_400_000).toISOString()
const lines: Line[] = startingLines.map((l, n) => ({ ...l, id: `l${n}`, expiresAt: null, endedAt: null }))
const titles = (said: string, language: 'en' | 'cy' = 'en', asked = true) =>
  linesFor(lines, said, { language, now, asked }).map((o) => o.line.title)

test('lines are ranked by what was said, in both languages', () => {
  expect(titles('there is a man with a knife outside right now, help!!')[0]).toBe('Emergency: call 999')
  expect(titles('Someone stole my bike last night, how do I report it?')[0]).toBe('Not an emergency: 101 or online')
  expect(titles('ive reported this already and heard nothing, wheres my update')[0]).toBe(
    'Reported already, with a reference',
  )
  expect(titles('FOI: how many speed awareness courses since April?')[0]).toBe('A request for information (FOI)')
  expect(titles('I want to make a complaint about a rude officer')[0]).toBe('How to complain')
  expect(titles('Mae rhywun mewn perygl, brys', 'cy')[0]).toBe('Emergency: call 999')
  expect(titles('Rwyf wedi colli fy waled', 'cy')[0]).toBe('Lost property')
  expect(titles('lovely weather')).toEqual([])
})

test('an "if asked" line is never offered where nobody asked', () => {
  const said = 'complaint complain rude officer foi freedom of information lost phone court'
  const asked = startingLines.filter((l) => l.ifAsked).map((l) => l.title)
  expect(titles(said).some((t) => asked.includes(t))).toBe(true)
  expect(titles(said, 'en', false).filter((t) => asked.includes(t))).toEqual([])
  const unasked = usable(lines, { language: 'en', now, asked: false })
  expect(unasked.every((l) => !l.ifAsked)).toBe(true)
})

test('neither expired nor ended lines are offered, nor one without words in that language', () => {
  const [first] = lines
  if (!first) throw new Error('no lines')
  const offered = (change: Partial<Line>, language: 'en' | 'cy' = 'en') =>
    linesFor([{ ...first, ...change }], 'emergency danger', { language, now, asked: true }).length
  expect(offered({})).toBe(1)
  expect(offered({ expiresAt: inDays(1) })).toBe(1)
  expect(offered({ expiresAt: now })).toBe(0)
  expect(offered({ endedAt: inDays(-1) })).toBe(0)
  expect(offered({ words: { ...first.words, cy: ' ' }, topics: 'perygl brys danger' }, 'cy')).toBe(0)
})

test('where a line stands', () => {
  const state = (expiresAt: string | null, endedAt: string | null = null) => lineState({ expiresAt, endedAt }, now)
  expect(state(null)).toBe('ready')
  expect(state(inDays(8))).toBe('ready')
  expect(state(inDays(7))).toBe('expiring')
  expect(state(now)).toBe('expired')
  expect(state(inDays(3), now)).toBe('ended')
  expect(mayUse({ expiresAt: inDays(1), endedAt: null }, now)).toBe(true)
})

test('words are compared without case, accents, apostrophes and endings', () => {
  expect(stemsOf('Reported REPORTING reports')).toEqual(['report', 'report', 'report'])
  expect(stemsOf('Tŷ tan’r')).toEqual(['ty', 'tanr'])
  expect(stemsOf('the a y yn')).toEqual([])
})

test('gaps: named, the same in both languages, and all filled before use', () => {
  expect(gapsOf('{a} and {b} and {a}')).toEqual(['a', 'b'])
  expect(wrongGaps({ en: 'Quote {reference}.', cy: 'Nodwch {reference}.' })).toBeNull()
  expect(wrongGaps({ en: 'Quote {reference}.', cy: '' })).toBeNull()
  expect(wrongGaps({ en: 'Quote {reference}.', cy: 'Nodwch.' })).toMatch(/one language only/)
  expect(wrongGaps({ en: 'Quote {the number}.', cy: '' })).toMatch(/not a gap/)
  expect(wrongGaps({ en: 'Quote {}.', cy: '' })).toMatch(/not a gap/)
  expect(wrongGaps({ en: 'Quote {reference.', cy: '' })).toMatch(/stands alone/)
  expect(fill('Quote {reference} to {team}.', { reference: ' 0418 ' })).toEqual({ kind: 'missing', gaps: ['team'] })
  expect(fill('Quote {reference}.', { reference: '  ' })).toEqual({ kind: 'missing', gaps: ['reference'] })
  expect(fill('Quote {reference} to {team}.', { reference: '$&{team}', team: 'us' })).toEqual({
    kind: 'filled',
    words: 'Quote $&{team} to us.',
  })
  expect(fill('{toString}', {})).toEqual({ kind: 'missing', gaps: ['toString'] })
  expect(fill('No gap.', {})).toEqual({ kind: 'filled', words: 'No gap.' })
})

test('a filled line keeps every word around its gaps', () => {
  fc.assert(
    fc.property(
      fc.string().filter((s) => !/[{}]/.test(s)),
      fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
      (text, value) => {
        expect(fill(`${text}{reference}${text}`, { reference: value })).toEqual({
          kind: 'filled',
          words: `${text}${value.trim()}${text}`,
        })
      },
    ),
  )
})

test('the lines to begin with have 999 and 101 in both languages, good gaps, and fit the shortest network', () => {
  for (const line of startingLines) {
    expect(wrongGaps(line.words)).toBeNull()
    for (const text of [line.words.en, line.words.cy]) {
      expect(text.length).toBeGreaterThan(40)
      expect([...text].length, text).toBeLessThanOrEqual(290)
    }
  }
  const emergency = startingLines[0]
  expect(emergency?.words.en).toContain('999')
  expect(emergency?.words.cy).toContain('999')
  expect(startingLines[1]?.words.cy).toContain('101')
})
