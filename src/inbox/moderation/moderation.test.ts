import { expect, test } from 'vitest'
import { byYear, type CountRow, cell, csvOf } from './counts.ts'
import { liftFrom } from './lift.ts'
import {
  afterTry,
  type DangerFacts,
  datesOf,
  fromReference,
  moderationActs,
  moderationStates,
  mustStayInSight,
  referenceOf,
  reviewFrom,
  whyNotHere,
} from './moderation.ts'
import { noReason, startingStandards } from './starting-standards.ts'
import { endWords, tellAppeal, tellThem } from './told.ts'

const now = new Date('2026-09-07T09:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)

test('mute and block end and are looked at before; what is hidden is looked at within 28 days; a report is neither', () => {
  expect(datesOf('hide', now, null)).toEqual({ expiresAt: null, reviewAt: days(28) })
  expect(reviewFrom('hide', days(28))).toEqual(days(21))
  expect(datesOf('block', now, 90)).toEqual({ expiresAt: days(90), reviewAt: days(83) })
  expect(datesOf('mute', now, 4)).toEqual({ expiresAt: days(4), reviewAt: days(2) })
  expect(datesOf('block', now, 9000).expiresAt).toEqual(days(365))
  expect(datesOf('report', now, 5)).toEqual({ expiresAt: null, reviewAt: null })
})

test('what a network cannot do is said, with what to do instead', () => {
  const here = { name: 'Somewhere', moderates: ['mute'] as const }
  expect(whyNotHere('mute', here, 'reply')).toBeNull()
  expect(whyNotHere('hide', here, 'reply')).toMatch(/^Somewhere lets us hide nothing from here.*in Somewhere itself/)
  expect(whyNotHere('report', here, 'reply')).toMatch(/Report it in Somewhere itself/)
  expect(whyNotHere('hide', { name: 'All', moderates: moderationActs }, 'direct')).toMatch(/private message/)
  for (const kind of ['mention', 'quote'] as const) {
    expect(whyNotHere('hide', { name: 'All', moderates: moderationActs }, kind)).toMatch(/author’s own page/)
    expect(whyNotHere('block', { name: 'All', moderates: moderationActs }, kind)).toBeNull()
  }
  expect(whyNotHere('block', null, 'reply')).toMatch(/This network/)
})

test('a possible danger stays in sight until a person has looked and decided after it was heard', () => {
  const facts: DangerFacts = {
    category: 'abuse',
    suggestedDanger: true,
    suggestedCategory: null,
    firstLookAt: null,
    decidedAt: null,
    heardAt: now,
  }
  expect(mustStayInSight('hide', facts)).toBe(true)
  expect(mustStayInSight('report', facts)).toBe(false)
  expect(mustStayInSight('mute', { ...facts, firstLookAt: days(1) })).toBe(true)
  expect(mustStayInSight('block', { ...facts, firstLookAt: days(1), decidedAt: days(-1) })).toBe(true)
  expect(mustStayInSight('hide', { ...facts, firstLookAt: days(1), decidedAt: days(1) })).toBe(false)
  expect(mustStayInSight('hide', { ...facts, suggestedDanger: false })).toBe(false)
  expect(mustStayInSight('hide', { ...facts, suggestedDanger: false, category: 'threatOrVulnerable' })).toBe(true)
  expect(mustStayInSight('hide', { ...facts, suggestedDanger: false, suggestedCategory: 'threatOrVulnerable' })).toBe(
    true,
  )
})

test('a reference is read back however it is typed', () => {
  const id = '0abc12345001k7q2x9pa'
  expect(referenceOf(id)).toBe('M-K7Q2X9PA')
  for (const typed of ['M-K7Q2X9PA', 'm-k7q2x9pa', ' k7q2x9pa ', 'MK7Q2X9PA'])
    expect(fromReference(typed)).toBe('k7q2x9pa')
  expect(fromReference('M-12')).toBeNull()
})

test('where lifting leads from every state', () => {
  const from = (act: 'hide' | 'report', state: (typeof moderationStates)[number], tries = 1) =>
    liftFrom({ act, state, tries })
  expect(moderationStates.map((s) => from('hide', s))).toEqual([
    'lifting',
    'lifting',
    'lifting',
    'nothing',
    'lifting',
    'nothing',
    'nothing',
  ])
  expect(from('hide', 'asked', 0)).toBe('lifted')
  expect(moderationStates.map((s) => from('report', s))).toEqual(moderationStates.map(() => 'nothing'))
})

test('where each ending of a try leads', () => {
  const t = { act: 'hide' as const, undo: false, now, since: days(0), tries: 1, againMs: 15_000 }
  expect(afterTry({ kind: 'done' }, t)).toEqual({ to: 'done' })
  expect(afterTry({ kind: 'done' }, { ...t, undo: true })).toEqual({ to: 'lifted' })
  expect(afterTry({ kind: 'refused', words: 'No.' }, t)).toEqual({ to: 'refused', words: 'No.' })
  expect(afterTry({ kind: 'refused', words: 'No.' }, { ...t, undo: true })).toEqual({ to: 'needsPerson', words: 'No.' })
  expect(afterTry({ kind: 'unknown', words: '?' }, { ...t, act: 'report' })).toMatchObject({ to: 'needsPerson' })
  expect(afterTry({ kind: 'unknown', words: '?' }, t)).toMatchObject({
    to: 'again',
    alarm: false,
    at: new Date(+now + 30_000),
  })
  expect(afterTry({ kind: 'unknown', words: '?' }, { ...t, tries: 60 })).toMatchObject({ at: new Date(+now + 600_000) })
  const later = { kind: 'later', until: days(0.5), keyEnded: false, words: 'Later.' } as const
  expect(afterTry(later, { ...t, act: 'report' })).toEqual({
    to: 'again',
    at: days(0.5),
    words: 'Later.',
    alarm: false,
  })
  expect(afterTry({ ...later, until: null, keyEnded: true }, t)).toMatchObject({ to: 'again', alarm: true })
  expect(afterTry(later, { ...t, since: days(-2) })).toMatchObject({ to: 'needsPerson' })
})

test('the set to begin with is whole in both languages, and dislike of the police is no reason', () => {
  expect(startingStandards.map((s) => s.code)).toEqual(startingStandards.map((_, n) => `CS${n + 1}`))
  for (const s of startingStandards) {
    expect(s.title.en.length).toBeLessThanOrEqual(60)
    expect(s.title.cy.length).toBeLessThanOrEqual(60)
    for (const text of [s.words.en, s.words.cy]) expect(text).toMatch(/^.{60,600}\.$/s)
    expect(s.words.en).not.toBe(s.words.cy)
  }
  expect(noReason.en).toMatch(/breaks no standard/)
})

test('what they are told fits the shortest network with room for a signature, in both languages', () => {
  for (const language of ['en', 'cy'] as const)
    for (const act of moderationActs)
      for (const s of startingStandards) {
        const until = act === 'mute' || act === 'block' ? endWords(language, new Date('2026-09-28T12:00:00Z')) : null
        const told = tellThem(language, { act, code: s.code, title: s.title[language], reference: 'M-K7Q2X9PA', until })
        expect([...told].length, told).toBeLessThanOrEqual(292)
        expect(told).toContain('M-K7Q2X9PA')
        expect(told).toContain('999')
      }
  expect(endWords('cy', new Date('2026-12-31T23:30:00Z'))).toBe('31 Rhagfyr 2026')
  expect(endWords('en', new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026')
  expect(tellAppeal('cy', { outcome: 'lifted', reference: 'M-1' })).toMatch(/mae’n ddrwg/i)
})

const row = (change: Partial<CountRow>): CountRow => ({
  year: 2026,
  month: 9,
  act: 'hide',
  code: 'CS1',
  standard: 'Personal details',
  account: { id: 'a', name: 'Westport, Police', network: 'n' },
  decided: 1,
  notCarriedOut: 0,
  appeals: 0,
  upheld: 0,
  liftedOnAppeal: 0,
  lifted: 0,
  expired: 0,
  ...change,
})

test('a table that a spreadsheet reads as figures and words, never as formulas', () => {
  expect(csvOf([row({})], () => 'Network')).toBe(
    'year,month,act,code,standard,account,network,decided,notCarriedOut,appeals,upheld,liftedOnAppeal,lifted,expired\r\n' +
      '2026,9,hide,CS1,Personal details,"Westport, Police",Network,1,0,0,0,0,0,0\r\n',
  )
  expect(cell('=1+1')).toBe("'=1+1")
  expect(cell('@desk')).toBe("'@desk")
  expect(cell('He said "no"')).toBe('"He said ""no"""')
})

test('years add up all months and accounts', () => {
  const rows = [
    row({}),
    row({ month: 3, decided: 4, appeals: 2 }),
    row({ year: 2025, lifted: 1 }),
    row({ code: 'CS2' }),
  ]
  expect(byYear(rows)).toMatchObject([
    { year: 2026, code: 'CS1', decided: 5, appeals: 2 },
    { year: 2025, lifted: 1 },
    { year: 2026, code: 'CS2', decided: 1 },
  ])
})
