import { describe, expect, test } from 'vitest'
import { calendarOf, dice } from '../calendar.ts'
import { forceZone } from '../force.ts'
import { yearAccounts } from './accounts.ts'
import { thingsOn, timeOfDay } from './cadence.ts'
import { historyOf, type Teller, type Told } from './history.ts'

const now = new Date('2026-11-21T11:26:00.000Z')
const calendar = calendarOf(now, forceZone)

describe('a year, told', () => {
  const teller = (style: Teller['style'], change: Partial<Teller> = {}): Teller => ({
    network: 'x',
    handle: `The${style}`,
    place: 'Marsh End',
    style,
    corporate: false,
    followers: 900,
    signers: [],
    since: 366,
    until: 0,
    ...change,
  })
  const told = (style: Teller['style'], change: Partial<Teller> = {}) =>
    historyOf(teller(style, change), calendar, 1829)
  const share = (rows: readonly Told[], kind: string) => rows.filter((r) => r.kind === kind).length / rows.length
  const lastOwn = (rows: readonly Told[]) => String(rows.findLast((r) => r.kind === 'original')?.said_at).slice(0, 10)

  test('the same dice tell the same year, others another; nothing lies ahead, and no id comes twice', () => {
    expect(told('corporate')).toEqual(told('corporate'))
    expect(historyOf(teller('corporate'), calendar, 7)).not.toEqual(told('corporate'))
    const rows = told('corporate')
    expect(rows.every((r) => String(r.said_at) < now.toISOString())).toBe(true)
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length)
  })

  test('days are uneven: more of them are empty than with even dice, and few things happen at night', () => {
    const roll = dice(3)
    const days = Array.from({ length: 3000 }, () => thingsOn(7, 2, roll))
    expect(days.reduce((a, b) => a + b, 0) / days.length).toBeCloseTo(7, 0)
    const empty = days.filter((n) => n === 0).length / days.length
    expect(empty).toBeGreaterThan(0.01)
    expect(empty).toBeLessThan(0.22)
    const times = Array.from({ length: 2000 }, () => timeOfDay(roll, false))
    expect(times.filter((t) => t < '05:00').length).toBe(0)
    expect(times.every((t) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(t))).toBe(true)
  })

  test('who is quiet is quiet for over 60 days, who only passes on says nothing of its own for as long', () => {
    expect(lastOwn(told('quiet')) < '2026-09-21').toBe(true)
    const passing = told('resharer')
    expect(lastOwn(passing) < '2026-09-21').toBe(true)
    expect(share(passing, 'reshare')).toBeGreaterThan(0.7)
    expect(String(passing.at(-1)?.said_at) > '2026-11-01').toBe(true)
    expect(share(told('answersNothing'), 'reply')).toBe(0)
    expect(share(told('brilliant'), 'reply')).toBeGreaterThan(0.4)
  })

  test('one voice drowns three: two thirds to three quarters of the last quarter, one colleague gone, two fading', () => {
    const voice = (mark: string, part: number) => ({
      part,
      from: new Date(0),
      sign: (words: string) => `${mark}: ${words}`,
    })
    const signers = [voice('Sgt ME', 30), voice('PC ZP', 27), voice('PC IQ', 24), voice('PCSO DA', 19)]
    const rows = told('drowned', { signers }).filter((r) => r.kind !== 'reshare')
    const of = (from: string, until: string, mark: string) =>
      rows.filter((r) => String(r.said_at) >= from && String(r.said_at) < until && String(r.words).startsWith(mark))
        .length
    const all = (from: string, until: string) => of(from, until, '')
    const share = of('2026-08-22', '2026-11-21', 'Sgt ME') / all('2026-08-22', '2026-11-21')
    expect(share).toBeGreaterThan(0.65)
    expect(share).toBeLessThan(0.75)
    expect(of('2026-05-23', '2026-08-15', 'PC ZP')).toBeGreaterThan(3)
    expect(of('2026-08-22', '2026-11-21', 'PC ZP')).toBe(0)
    expect(of('2026-11-06', '2026-11-21', 'PC IQ') + of('2026-11-06', '2026-11-21', 'PCSO DA')).toBe(0)
  })

  test('no sentence is left with a gap, and each begins with a capital', () => {
    for (const { style, name, handle } of yearAccounts)
      for (const { words } of told(style, { handle, place: name })) {
        expect(words).not.toMatch(/[{}]|undefined/)
        expect(words).toMatch(/^[\p{Lu}\d]/u)
      }
  })
})
