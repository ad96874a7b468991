import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cover } from '../register/cover.ts'
import { type ClockFacts, type ClockKind, clocksOf, nextClock, nextDue } from './clock.ts'
import { ordinaryAims, readAims } from './desk.ts'
import { categories, needsPerson } from './triage/category.ts'

const office: Cover = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))
const at = (text: string) => new Date(text.length < 20 ? `${text}:00.000Z` : text)
const minutes = (from: Date, n: number) => new Date(from.getTime() + n * 60_000)

/** Monday 7 September 2026, 10:00 in London: a question, nothing done. */
const monday = at('2026-09-07T09:00')
const facts = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  aimsFrom: null,
  dangerAt: null,
  dangerLastAt: null,
  category: 'question',
  danger: false,
  openedAt: monday,
  waitingSince: change.openedAt ?? monday,
  firstLookAt: null,
  lookedAt: null,
  firstReplyAt: null,
  incidentAt: null,
  crimeSaid: null,
  crimeRecordedAt: null,
  closedAt: null,
  cover: office,
  zone: 'Europe/London',
  aims: ordinaryAims,
  ...change,
})
const clock = (f: ClockFacts, kind: ClockKind, now: Date = f.openedAt) => clocksOf(f, now).find((k) => k.kind === kind)
const ends = (f: ClockFacts, kind: ClockKind) => clock(f, kind)?.endsAt.toISOString()

describe('first look', () => {
  it.each([
    ['threatOrVulnerable', 15],
    ['callForService', 15],
    ['intelligence', 15],
    ['question', 60],
    ['comment', 60],
  ] as const)('%s in %i minutes', (category, aim) => {
    expect(ends(facts({ category }), 'firstLook')).toBe(minutes(monday, aim).toISOString())
  })
  it('counts in hours of cover, except for risk', () => {
    const openedAt = at('2026-09-11T15:30') // Friday, half past four
    expect(ends(facts({ openedAt }), 'firstLook')).toBe('2026-09-14T08:30:00.000Z')
    expect(ends(facts({ openedAt, category: 'callForService' }), 'firstLook')).toBe('2026-09-11T15:45:00.000Z')
    expect(ends(facts({ openedAt, danger: true }), 'firstLook')).toBe('2026-09-11T15:45:00.000Z')
    expect(ends(facts({ openedAt, cover: [] }), 'firstLook')).toBe('2026-09-11T16:30:00.000Z')
  })
  it('is near in its last quarter, then over; stopped in time or late', () => {
    const state = (n: number, f = facts()) => clock(f, 'firstLook', minutes(monday, n))?.state
    expect([0, 44, 45, 60, 61].map((n) => state(n))).toEqual(['running', 'running', 'near', 'near', 'over'])
    expect(state(99, facts({ firstLookAt: minutes(monday, 60) }))).toBe('stopped')
    expect(state(99, facts({ firstLookAt: minutes(monday, 61) }))).toBe('stoppedLate')
  })
  it('begins when it was said, however late we heard it', () => {
    expect(clock(facts(), 'firstLook', minutes(monday, 300))?.state).toBe('over')
  })
  it('runs again for what is said after our answer, and not for what is said before', () => {
    const seen = { firstLookAt: minutes(monday, 5), lookedAt: minutes(monday, 5) }
    expect(clock(facts(seen), 'firstLook')?.stoppedAt).not.toBeNull()
    const later = facts({ ...seen, firstReplyAt: minutes(monday, 10), waitingSince: minutes(monday, 30) })
    expect(clock(later, 'firstLook')).toMatchObject({ startedAt: minutes(monday, 30), stoppedAt: null })
    expect(clock(later, 'firstReply')).toMatchObject({ startedAt: minutes(monday, 30), stoppedAt: null })
    const again = { ...later, lookedAt: minutes(monday, 31) }
    expect(clock(again, 'firstLook')?.stoppedAt).toEqual(minutes(monday, 31))
    const done = { ...again, waitingSince: null }
    expect(clock(done, 'firstLook')).toMatchObject({ startedAt: monday, stoppedAt: minutes(monday, 5) })
    expect(clock(done, 'firstReply')).toMatchObject({ startedAt: monday, stoppedAt: minutes(monday, 10) })
  })
})

describe('said before we listened', () => {
  const aimsFrom = minutes(monday, 2 * 1440)
  it('aims count from then on, and not what was done before', () => {
    const f = facts({ category: 'callForService', waitingSince: monday, aimsFrom, firstLookAt: minutes(monday, 5) })
    for (const kind of ['firstLook', 'firstReply', 'incidentRaised'] as const)
      expect(clock(f, kind, aimsFrom)).toMatchObject({ startedAt: aimsFrom, state: 'running', stoppedAt: null })
  })
  it('limits of the law count from when it was said', () => {
    const f = facts({ category: 'informationRequest', crimeSaid: true, aimsFrom })
    expect(clock(f, 'informationRequest')?.startedAt).toEqual(monday)
    expect(clock(f, 'crimeRecording')?.startedAt).toEqual(monday)
  })
  it('and nothing of it once they have written again', () => {
    const openedAt = minutes(monday, 3 * 1440)
    expect(clock(facts({ openedAt, aimsFrom }), 'firstLook')?.startedAt).toEqual(openedAt)
  })
})

describe('incident and crime', () => {
  it('runs for calls for service and for danger until the control room has it', () => {
    expect(clock(facts(), 'incidentRaised')).toBeUndefined()
    expect(ends(facts({ category: 'callForService' }), 'incidentRaised')).toBe('2026-09-07T09:30:00.000Z')
    expect(ends(facts({ danger: true }), 'incidentRaised')).toBe('2026-09-07T09:30:00.000Z')
    const raised = facts({ category: 'callForService', incidentAt: minutes(monday, 22) })
    expect(clock(raised, 'incidentRaised')?.state).toBe('stopped')
    // An answer alone does not stop it.
    const answered = facts({ category: 'callForService', firstReplyAt: minutes(monday, 3), waitingSince: null })
    expect(clock(answered, 'incidentRaised', minutes(monday, 31))?.state).toBe('over')
  })
  it('gives 24 hours to record a crime, from the words and not from the incident', () => {
    const raised = { category: 'callForService', incidentAt: minutes(monday, 22) } as const
    expect(clock(facts({ category: 'callForService' }), 'crimeRecording')).toBeUndefined()
    expect(clock(facts(raised), 'crimeRecording')).toMatchObject({ limit: true, endsAt: at('2026-09-08T09:00') })
    expect(clock(facts({ ...raised, crimeSaid: false }), 'crimeRecording')).toBeUndefined()
    expect(clock(facts({ crimeSaid: true }), 'crimeRecording')?.endsAt).toEqual(at('2026-09-08T09:00'))
    // Over a night in which the clocks change it is still 24 hours.
    const autumn = facts({ crimeSaid: true, openedAt: at('2026-10-24T12:00') })
    expect(ends(autumn, 'crimeRecording')).toBe('2026-10-25T12:00:00.000Z')
  })
  it('goes on when the conversation is closed, as the only one', () => {
    const closed = facts({ crimeSaid: true, closedAt: minutes(monday, 90), waitingSince: null })
    expect(nextClock(clocksOf(closed, minutes(monday, 91)))?.kind).toBe('crimeRecording')
    expect(nextDue({ ...closed, crimeRecordedAt: minutes(monday, 200) }, minutes(monday, 201))).toBeNull()
  })
})

describe('requests for information', () => {
  it('give twenty working days from the day after', () => {
    expect(ends(facts({ category: 'informationRequest' }), 'informationRequest')).toBe('2026-10-05T23:00:00.000Z')
  })
  it('are near from day fifteen', () => {
    const f = facts({ category: 'informationRequest' })
    expect(clock(f, 'informationRequest', at('2026-09-28T22:59'))?.state).toBe('running')
    expect(clock(f, 'informationRequest', at('2026-09-28T23:00'))?.state).toBe('near')
  })
})

describe('aims of the force', () => {
  it('replace ours one by one; what cannot be read is as usual', () => {
    const aims = readAims({ firstLook: { question: 30 }, firstReply: { question: null } })
    expect(aims.firstLook.question).toBe(30)
    expect(aims.firstLook.comment).toBe(60)
    expect(clock(facts({ aims }), 'firstReply')).toBeUndefined()
    for (const wrong of [null, [], 'x', { firstLook: { question: -5 } }, { firstLook: 7 }])
      expect(readAims(wrong)).toEqual(ordinaryAims)
    expect(readAims({ firstLook: { question: null } }).firstLook.question).toBe(60)
  })
})

const time = fc.date({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00'), noInvalidDate: true })
const maybe = (of: fc.Arbitrary<Date>) => fc.option(of, { nil: null })
const any: fc.Arbitrary<ClockFacts> = fc
  .record({
    category: fc.constantFrom(...categories),
    danger: fc.boolean(),
    openedAt: time,
    firstLookAt: maybe(time),
    lookedAt: maybe(time),
    firstReplyAt: maybe(time),
    waitingSince: maybe(time),
    aimsFrom: maybe(time),
    incidentAt: maybe(time),
    crimeSaid: fc.option(fc.boolean(), { nil: null }),
    crimeRecordedAt: maybe(time),
    closedAt: maybe(time),
    cover: fc.constantFrom(office, [] as Cover),
  })
  .map((f) => facts(f))

describe('whatever happened', () => {
  it('a clock never ends before its aim has passed, nor begins before the words', () => {
    fc.assert(
      fc.property(any, time, (f, now) => {
        for (const k of clocksOf(f, now)) {
          expect(k.startedAt >= f.openedAt).toBe(true)
          expect(k.endsAt > k.startedAt).toBe(true)
          if (k.stoppedAt && k.stoppedAt !== f.closedAt) expect(k.stoppedAt >= f.openedAt).toBe(true)
          if (k.limit) continue
          const aim = (k.endsAt.getTime() - k.startedAt.getTime()) / 60_000
          if (needsPerson(f.category) || f.danger) expect(aim).toBeLessThanOrEqual(480)
        }
      }),
    )
  })
  it('what is due next does not move as time passes, and later words are due later', () => {
    fc.assert(
      fc.property(any, time, time, (f, a, b) => {
        expect(nextDue(f, a)).toEqual(nextDue(f, b))
        const fresh = facts({ category: f.category, danger: f.danger, openedAt: a, cover: f.cover })
        const later = facts({ category: f.category, danger: f.danger, openedAt: b, cover: f.cover })
        const [x, y] = [nextDue(fresh, a), nextDue(later, b)]
        if (x && y && a <= b) expect(x <= y).toBe(true)
      }),
    )
  })
})
