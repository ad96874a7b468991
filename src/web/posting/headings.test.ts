import { expect, test } from 'vitest'
import { type HealthRead, healthHeading, healthLede } from './health-words.ts'
import { type Hold, type Holds, holdsHeading } from './holds-words.ts'
import { type Need, type Today, todayHeading, todayLede } from './today-words.ts'

const at = '2026-10-06T20:40:00.000Z'
const need: Need = {
  kind: 'approval',
  key: '1',
  title: '',
  words: '',
  at,
  minutes: 20,
  postId: null,
  deliveryId: null,
  alarmId: null,
  alarm: null,
  account: null,
}
const today = (needs: number, waiting: number, toApprove = 0, held = 0): Today => ({
  now: at,
  zone: 'Europe/London',
  needs: [...Array(needs)].map(() => need),
  approvals: [],
  health: {
    days: 7,
    due: 0,
    onTime: 0,
    sent: 0,
    checking: 0,
    held: 0,
    needsPerson: 0,
    refused: 0,
    missed: 0,
    sentTwice: 0,
  },
  next24: {
    from: at,
    to: at,
    waiting,
    toApprove,
    held,
    items: [...Array(waiting)].map((_, n) => ({
      postId: `${n}`,
      title: '',
      at,
      state: 'waiting',
      class: 'corporate',
      accounts: 1,
      standing: [],
    })),
  },
  noCover: { of: 0, accounts: [] },
})

test('today: none, one, many', () => {
  expect(todayHeading(today(0, 0), () => '07:00')).toBe('Nothing needs a person now')
  expect(todayHeading(today(0, 1), () => '07:00')).toBe('Nothing needs a person now. Next post 07:00')
  expect(todayHeading(today(1, 1), () => '07:00')).toBe('One thing needs a person now')
  expect(todayHeading(today(12, 1), () => '07:00')).toBe('12 things need a person now')
  expect(todayHeading(today(0, 1), () => '07:00', 1)).toBe('One person may be in danger now')
  expect(todayHeading(today(2, 1), () => '07:00', 1)).toBe('Three things need a person now')
  expect(todayLede(today(0, 0))).toBe('Nothing is planned for the next 24 hours.')
  expect(todayLede(today(0, 1))).toBe('In the next 24 hours one post goes out.')
  expect(todayLede(today(0, 6, 3, 1))).toBe(
    'In the next 24 hours six posts go out, three still need approval and one is held.',
  )
})

const health = (secondsAgo: number | null, alarms = 0, twice = 0): HealthRead => ({
  needsPerson: [],
  checking: [],
  networks: [],
  week: { onTime: 0, sent: 0, held: 0, unknown: 0 },
  ever: { sent: 10, twice, since: null },
  workers: [
    { process: 'a-web', kind: 'web', startedAt: at, secondsAgo: 1 },
    ...(secondsAgo === null ? [] : [{ process: 'a', kind: 'worker', startedAt: at, secondsAgo }]),
  ],
  alarms: [...Array(alarms)].map((_, n) => ({ id: `${n}`, kind: 'late', subject: 'x', words: '', raisedAt: at })),
  nextDueAt: null,
  maySettle: true,
  maySettleAlarms: true,
})

test('publishing health: a web process alone sends nothing', () => {
  expect(healthHeading(health(4), null)).toBe('Posts will go out. Nothing needs a person')
  expect(healthHeading(health(4, 1), null)).toBe('Posts will go out. One thing needs a person')
  expect(healthHeading(health(4, 2), 'Everything is held since 21:55')).toBe(
    'Everything is held since 21:55. Two things need a person',
  )
  expect(healthHeading(health(null), null)).toBe('Posts are not going out: no sender is at work')
  expect(healthHeading(health(180), null)).toBe('Posts are not going out: the sender was last heard three minutes ago')
  expect(healthLede(health(4), 'Tue 6 Oct, 22:00')).toBe(
    'Nothing was sent twice. The next post is due Tue 6 Oct, 22:00.',
  )
  expect(healthLede(health(4, 0, 1), null)).toBe('One was sent twice. No post is due.')
})

const hold = (scope: Hold['scope'], targetName: string | null): Hold => ({
  id: scope,
  scope,
  target: targetName,
  targetName,
  reason: 'Incident',
  placedBy: 'Supt Orrell',
  placedAt: at,
  held: 0,
  beingSent: 0,
})
const holds = (list: Hold[], held: number): Holds => ({
  holds: list,
  waiting: 0,
  beingSent: 0,
  held: [...Array(held)].map((_, n) => ({
    id: `${n}`,
    postId: `${n}`,
    account: '',
    handle: '',
    network: '',
    words: '',
    why: '',
    dueAt: at,
    past: false,
    underHold: false,
    live: 0,
    pieces: 1,
  })),
  mayHold: true,
})

test('holds: none, one, everything', () => {
  const since = () => '21:55'
  expect(holdsHeading(holds([], 0), since)).toBe('Nothing is held')
  expect(holdsHeading(holds([], 2), since)).toBe('No hold is in force. Two posts wait to be looked at')
  expect(holdsHeading(holds([hold('area', 'Eastby')], 1), since)).toBe(
    'Eastby is held since 21:55. One post waits to be looked at',
  )
  expect(holdsHeading(holds([hold('area', 'Eastby'), hold('everything', null)], 0), since)).toBe(
    'Everything is held since 21:55',
  )
})
