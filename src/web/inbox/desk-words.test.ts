import { expect, test } from 'vitest'
import { type Clock, clockRow, type Row, requestDay, rowClock, waitingWords } from './clock-words.ts'
import { actWords, dangerArrived, deskHeading, emptyWords, holderWords, newWords } from './desk-words.ts'
import { beside, groupsOf, nextByRisk, standing, withPage } from './queue.ts'

const zone = 'Europe/London'
const now = new Date('2026-10-06T20:46:00.000Z')
const minutesAgo = (n: number): string => new Date(now.getTime() - n * 60_000).toISOString()

const clock = (over: Partial<Clock> = {}): Clock => ({
  kind: 'firstLook',
  startedAt: minutesAgo(6),
  endsAt: minutesAgo(-9),
  stoppedAt: null,
  state: 'running',
  limit: false,
  ...over,
})

const row = (id: string, over: Partial<Row> = {}): Row => ({
  id,
  account: {
    id: 'a',
    network: 'somewhere',
    handle: 'WestportPolice',
    name: 'Westport Police',
    class: 'neighbourhood',
    area: null,
  },
  kind: 'public',
  category: 'question',
  decided: true,
  danger: false,
  lookFirst: false,
  words: 'Is Quay Street shut?',
  language: 'en',
  from: 'Danielle R.',
  messages: 1,
  openedAt: minutesAgo(6),
  lastSaidAt: minutesAgo(6),
  lastFrom: 'public',
  before: false,
  clock: clock(),
  holder: null,
  offeredTo: null,
  incidentRef: null,
  incidentAt: null,
  alike: 0,
  heardLate: 0,
  ...over,
})

const held = (you: boolean): Row['holder'] => ({
  person: { id: 'p', rank: 'PC', name: 'Aisha Bellamy' },
  since: minutesAgo(4),
  until: minutesAgo(-26),
  you,
})

test('the heading: not known, none, one, many', () => {
  expect(deskHeading(null)).toBe('Looking who waits for us')
  expect(deskHeading({ waiting: 0, inDanger: 0 })).toBe('Nobody waits for us')
  expect(deskHeading({ waiting: 1, inDanger: 0 })).toBe('1 waiting')
  expect(deskHeading({ waiting: 1, inDanger: 1 })).toBe('1 waiting, who may be in danger')
  expect(deskHeading({ waiting: 34, inDanger: 1 })).toBe('34 waiting, 1 may be in danger')
  expect(deskHeading({ waiting: 1204, inDanger: 0 })).toBe('1,204 waiting')
})

test('an empty list says what is true and what comes next', () => {
  expect(emptyWords('all', false).is).toBe('Nobody waits for us.')
  expect(emptyWords('mine', false).is).toBe('You have no conversation now.')
  expect(emptyWords('nobodys', true).is).toBe('Nothing here on this account.')
})

test('what is new is counted, and danger is said first', () => {
  expect(newWords(1, 0)).toBe('1 new. Show it')
  expect(newWords(1, 1)).toBe('1 new, may be in danger. Show it')
  expect(newWords(49, 49, true)).toBe('49 or more new, may be in danger. Show them')
  expect(newWords(3, 1)).toBe('3 new, 1 may be in danger. Show them')
  expect(dangerArrived(1)).toBe('A person who may be in danger has written to us.')
  expect(dangerArrived(2)).toBe('Two people who may be in danger have written to us.')
})

test('who has it', () => {
  expect(holderWords(null, null)).toBe(null)
  expect(holderWords({ you: true, name: 'x' }, null)).toBe('You have this')
  expect(holderWords({ you: false, name: 'Aisha Bellamy' }, null)).toBe('Aisha Bellamy has this')
  expect(holderWords(null, 'Aisha Bellamy')).toBe('Offered to Aisha Bellamy')
  expect(actWords('tookOver', 'PC Leah Corrigan', 'Danny Wroe', 'Shift ended')).toBe(
    'PC Leah Corrigan took it over from Danny Wroe: Shift ended',
  )
  expect(actWords('handedOver', 'Danny Wroe', 'Siân Pryor', '')).toBe('Danny Wroe handed it to Siân Pryor')
  expect(actWords('offered', null, 'PC Leah Corrigan', '')).toBe('It was offered to PC Leah Corrigan, whom they answer')
  expect(actWords('lapsed', null, null, '')).toBe('It freed itself: its holder gave no sign of life')
  expect(actWords('categorised', 'Danny Wroe', null, '')).toBe('Danny Wroe said what it is')
})

test('the clock of a row is amber when it is near or over, and red for a person in danger alone', () => {
  expect(rowClock(row('1'), zone, now)).toEqual({ words: 'Look due in 9 min', tone: 'plain' })
  expect(rowClock(row('1', { clock: clock({ state: 'near' }) }), zone, now).tone).toBe('warn')
  const over = clock({ kind: 'firstReply', startedAt: minutesAgo(125), endsAt: minutesAgo(5), state: 'over' })
  expect(rowClock(row('1', { clock: over }), zone, now)).toEqual({ words: 'Reply 5 min over', tone: 'warn' })
  const justOver = clock({ kind: 'firstReply', startedAt: minutesAgo(120), endsAt: now.toISOString(), state: 'over' })
  expect(rowClock(row('1', { clock: justOver }), zone, now).words).toBe('Reply just over')
  expect(rowClock(row('1', { clock: over, danger: true }), zone, now).tone).toBe('risk')
  expect(rowClock(row('1', { clock: null, lastFrom: 'us' }), zone, now).words).toBe('Answered')
  const raised = row('1', { danger: true, incidentRef: '0412', incidentAt: minutesAgo(12), clock: null })
  expect(rowClock(raised, zone, now)).toEqual({ words: 'Incident 0412 raised, 12 min', tone: 'ok' })
})

test('a request counts working days', () => {
  const asked = '2026-09-21T09:00:00.000Z'
  expect(requestDay(asked, zone, now)).toBe(11)
  const c = clock({
    kind: 'informationRequest',
    startedAt: asked,
    endsAt: '2026-10-19T23:00:00.000Z',
    limit: true,
  })
  expect(rowClock(row('1', { clock: c }), zone, now).words).toBe('Day 11 of 20, due Mon 19 Oct')
  expect(clockRow(c, false, zone, now)).toMatchObject({ figure: 'Day 11 of 20', note: 'due Mon 19 Oct' })
})

test('the clocks beside a conversation say their aim, and what is left or over', () => {
  expect(clockRow(clock(), false, zone, now)).toMatchObject({ figure: '6 min', note: 'aim 15 min, 9 min left' })
  const late = clock({
    startedAt: minutesAgo(24),
    endsAt: minutesAgo(9),
    stoppedAt: minutesAgo(5),
    state: 'stoppedLate',
  })
  expect(clockRow(late, false, zone, now)).toMatchObject({ figure: '19 min', note: '4 min over the aim', tone: 'warn' })
  const crime = clock({
    kind: 'crimeRecording',
    startedAt: minutesAgo(24),
    endsAt: minutesAgo(24 - 24 * 60),
    limit: true,
  })
  expect(clockRow(crime, false, zone, now)).toMatchObject({ figure: 'Wed 21:22', note: '23 h 36 left' })
  expect(waitingWords(row('1'), now)).toEqual({ figure: '6 min', words: 'waiting, 9 left' })
})

test('people in danger stand first, whatever their category, and are counted once', () => {
  const rows = [
    row('1', { danger: true, category: 'callForService' }),
    row('2', { category: 'callForService' }),
    row('3'),
  ]
  const whole = {
    inDanger: 1,
    byCategory: [
      { category: 'callForService' as const, waiting: 4 },
      { category: 'question' as const, waiting: 26 },
    ],
  }
  expect(groupsOf(rows, whole).map((g) => [g.name, g.count])).toEqual([
    ['May be in danger', 1],
    ['Call for service', 3],
    ['Question', 26],
  ])
  expect(groupsOf(rows, null).map((g) => g.count)).toEqual([1, 1, 1])
})

test('a fresh answer changes rows in place, moves none and keeps what is new waiting', () => {
  const kept = [row('2'), row('3')]
  const fresh = [row('1', { danger: true }), row('3', { messages: 2 })]
  const { rows, gone, waiting } = standing(kept, fresh)
  expect(rows.map((r) => [r.id, r.messages])).toEqual([
    ['2', 1],
    ['3', 2],
  ])
  expect([...gone]).toEqual(['2'])
  expect(waiting.map((r) => r.id)).toEqual(['1'])
  expect([...standing([row('2'), row('3'), row('4')], fresh, true).gone]).toEqual(['2'])
  expect(standing(null, fresh)).toMatchObject({ rows: fresh, waiting: [] })
  expect(standing([], fresh).rows).toBe(fresh)
  expect(withPage(kept, [row('3'), row('4')]).map((r) => r.id)).toEqual(['2', '3', '4'])
})

test('the next by risk is somebody in danger whom nobody has, then what stands below', () => {
  const rows = [row('1', { danger: true, holder: held(false) }), row('2', { holder: held(false) }), row('3'), row('4')]
  expect(nextByRisk(rows, null)).toBe('3')
  expect(nextByRisk(rows, '3')).toBe('4')
  expect(nextByRisk(rows, '4')).toBe('3')
  expect(nextByRisk([row('0', { danger: true }), ...rows], '4')).toBe('0')
  expect(nextByRisk([row('1')], '1')).toBe(null)
  expect([beside(['1', '2'], null, 1), beside(['1', '2'], '1', 1), beside(['1', '2'], '2', 1)]).toEqual([
    '1',
    '2',
    null,
  ])
})
