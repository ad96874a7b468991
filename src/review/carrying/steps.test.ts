import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goodbyeOf, onwardOf } from './goodbye.ts'
import { type CarryingKind, carryingKinds } from './lists.ts'
import { dueOn, duesOf, isLast, isLate, type Live, lastDayOf, leansOn, stepsOf, stops } from './steps.ts'

const clear: Live = {
  openConversations: 0,
  withoutArchive: [],
  withKeys: [],
  waitingPosts: 0,
  voicesLeft: [],
  onRegister: true,
  owned: true,
  lookWaits: false,
}
const list = (kind: CarryingKind, joins = true) => ({ kind, joins, endsOn: '2026-11-02', notBefore: null })
const all = (kind: CarryingKind) => stepsOf(kind, true).map((s) => s.id)
const but = (kind: CarryingKind, ...ids: string[]) => new Set(all(kind).filter((id) => !ids.includes(id)))

test('what waits stops the end: a second look, and posts that need the keys', () => {
  const why = (kind: CarryingKind, id: string, live: Partial<Live>) =>
    stops(list(kind), id, but(kind, id), { ...clear, ...live }, '2026-11-02')
  for (const kind of ['closing', 'adoption'] as const) {
    const end = kind === 'closing' ? 'register' : 'publish'
    expect(why(kind, end, {})).toBeNull()
    expect(why(kind, end, { lookWaits: true })).toContain('second look')
  }
  expect(why('closing', 'keys', { waitingPosts: 1 })).toContain('1 post still waits')
  expect(why('closing', 'register', { waitingPosts: 1 })).toContain('1 post still waits')
})

test('what a step needs stands before it in its list', () => {
  for (const kind of carryingKinds)
    stepsOf(kind, true).forEach((step, at, steps) => {
      const before = steps.slice(0, at).map((s) => s.id)
      expect(before, `${kind} ${step.id}`).toEqual(expect.arrayContaining([...step.needs]))
    })
})

test('in whatever order people try, the last step is done last, and every list can be ended', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...carryingKinds),
      fc.boolean(),
      fc.array(fc.nat(20), { minLength: 200, maxLength: 200 }),
      (kind, joins, tries) => {
        const steps = stepsOf(kind, joins)
        const done = new Set<string>()
        for (const n of tries) {
          const id = steps[n % steps.length]?.id ?? ''
          if (done.has(id) || stops(list(kind, joins), id, done, clear, '2026-11-02') !== null) continue
          if (isLast(kind, id)) expect(done.size).toBe(steps.length - 1)
          done.add(id)
        }
        for (const { id } of steps)
          if (!done.has(id)) {
            expect(stops(list(kind, joins), id, done, clear, '2026-11-02')).toBeNull()
            done.add(id)
          }
      },
    ),
  )
})

test('what the records have against a step is said in words', () => {
  const closing = (id: string, live: Partial<Live>, today = '2026-11-02') =>
    stops(list('closing'), id, but('closing', id, 'register'), { ...clear, ...live }, today)
  expect(closing('drained', { openConversations: 1 })).toBe(
    '1 conversation is still open there. Answer or pass on every one first.',
  )
  expect(closing('drained', { openConversations: 3 })).toContain('3 conversations are still open')
  expect(closing('archive', { withoutArchive: ['Westport', 'Eastby', 'Chiefs', 'Dogs'] })).toContain(
    'Westport, Eastby, Chiefs and 1 more',
  )
  expect(closing('keys', { withKeys: ['Westport'] })).toContain('Keys of Westport are still in custody')
  expect(closing('register', { openConversations: 1 })).toContain('still open')
  expect(closing('register', { waitingPosts: 2 })).toContain('2 posts still wait')
  expect(closing('register', {})).toBeNull()
  expect(closing('migration', {}, '2026-11-01')).toContain('last day has not come')
  expect(closing('nothing', {})).toContain('no such step')
  expect(stops(list('closing'), 'lastPost', new Set(['told']), clear, '2026-11-02')).toBe(
    'First: the time to move is over.',
  )
  const adoption = (id: string, live: Partial<Live>) =>
    stops(list('adoption'), id, but('adoption', id), { ...clear, ...live }, '2026-11-02')
  expect(adoption('ownership', { onRegister: false })).toContain('not on the register yet')
  expect(adoption('ownership', { owned: false })).toContain('No office')
  expect(adoption('publish', { owned: false })).toContain('No office')
  const leaving = stops(
    list('platformRetirement'),
    'waiting',
    new Set(['told', 'lastPosts']),
    { ...clear, waitingPosts: 1 },
    '2026-11-02',
  )
  expect(leaving).toContain('1 post still waits')
})

test('only an account that joins another hands its people over', () => {
  expect(stepsOf('closing', false).some((s) => s.id === 'handOver')).toBe(false)
  expect(stepsOf('closing', true).some((s) => s.id === 'handOver')).toBe(true)
})

test('days are counted from the last one, and nothing is due before it began', () => {
  const [told, notice] = stepsOf('closing', false)
  const register = stepsOf('closing', false).at(-1)
  if (!told || !notice || !register) throw new Error('the list is empty')
  expect([told, notice, register].map((s) => dueOn(s, '2026-11-02', '2026-10-07'))).toEqual([
    '2026-10-07',
    '2026-10-19',
    '2026-11-04',
  ])
  expect(dueOn(notice, '2026-11-02', '2026-10-30')).toBe('2026-10-30')
  // While its people may still ask for a second look, no day is due as if they could not.
  const days = (notBefore: string | null) =>
    duesOf('closing', { joins: false, on: '2026-10-10', notBefore, begunOn: '2026-10-07' }).map((s) => s.dueOn)
  expect([days(null)[0], days(null).at(-1)]).toEqual(['2026-10-07', '2026-10-12'])
  expect([days('2026-10-22')[0], days('2026-10-22').at(-1)]).toEqual(['2026-10-07', '2026-10-24'])
  expect(days('2026-10-09')).toEqual(days(null))
  expect(isLate({ dueOn: '2026-11-02', doneAt: null }, '2026-11-02')).toBe(false)
  expect(isLate({ dueOn: '2026-11-02', doneAt: null }, '2026-11-03')).toBe(true)
  expect(isLate({ dueOn: '2026-11-02', doneAt: new Date(0) }, '2026-11-03')).toBe(false)
})

test('the words of a goodbye say the day, the place and the numbers, in the length of every network', () => {
  const { pinned, last } = goodbyeOf('2026-11-02', onwardOf('x', { network: 'x', handle: '@WestportPolice' }))
  expect(pinned).toContain('closes on 2 November')
  for (const words of [pinned, last]) {
    expect(words).toContain('at @WestportPolice')
    expect(words).toContain('call 999')
    expect(words.length).toBeLessThan(240)
  }
  expect(goodbyeOf('2026-11-02', null).last).toContain('on the force’s other accounts')
})

test('whoever joins an account on another network is sent there by name and address', () => {
  const of = (network: string, handle: string) => goodbyeOf('2026-11-02', onwardOf('x', { network, handle })).pinned
  expect(of('bluesky', 'westport.police.example')).toContain(
    'find us on Bluesky: https://bsky.app/profile/westport.police.example.',
  )
  expect(of('mastodon', '@westport@social.example')).toContain('on Mastodon: https://social.example/@westport.')
  expect(of('practice', '@Westport')).toContain('on Practice: @Westport.')
})

test('while its people may ask for a second look, nothing goes that cannot be brought back', () => {
  const waiting = { ...list('closing'), notBefore: '2026-11-10' }
  const why = (id: string, today: string, from = waiting) =>
    stops(from, id, but('closing', id, 'register'), clear, today)
  for (const id of ['migration', 'register']) {
    expect(why(id, '2026-11-09')).toContain('until 9 November')
    expect(why(id, '2026-11-10')).toBeNull()
  }
  for (const id of ['told', 'notice', 'drained', 'handOver']) expect(why(id, '2026-11-02')).toBeNull()
  expect(why('migration', '2026-11-02', { ...waiting, notBefore: '2026-11-01' })).toBeNull()
  expect([
    lastDayOf('2026-11-02', '2026-11-10'),
    lastDayOf('2026-11-12', '2026-11-10'),
    lastDayOf('2026-11-02', null),
  ]).toEqual(['2026-11-10', '2026-11-12', '2026-11-02'])
})

test('a step is taken back after those that need it', () => {
  const after = (id: string, ...done: string[]) => leansOn('closing', id, new Set(done)).map((s) => s.id)
  expect(after('told', 'told', 'notice', 'handOver')).toEqual(['notice', 'handOver'])
  expect(after('notice', 'told', 'notice')).toEqual([])
})
