import { expect, test } from 'vitest'
import { type Book, dayMs, type Followed, nothingKnown, type Released, type Rumour, type Talk } from '../book.ts'
import { measureOf } from '../measures.ts'
import { spanOf } from '../span.ts'

const until = Date.parse('2026-09-07T00:00:00Z')
const minute = 60_000
const span = spanOf('weeks13', until)

/** Ten days before the end, unless said otherwise; times in minutes after it was opened. */
const talk = (
  id: string,
  t: Partial<Talk> & { days?: number; look?: number; reply?: number; incident?: number } = {},
): Talk => {
  const openedAt = until - (t.days ?? 10) * dayMs
  const after = (minutes: number | undefined) => (minutes === undefined ? null : openedAt + minutes * minute)
  const plain: Talk = {
    id,
    category: 'question',
    openedAt,
    firstLookAt: after(t.look),
    lookedAt: after(t.look),
    firstReplyAt: after(t.reply),
    incidentAt: after(t.incident),
    crimeSaid: null,
    crimeRecordedAt: null,
    waitingSince: null,
    open: false,
    outcome: null,
    triaged: t.look !== undefined,
    turnsOfPublic: 1,
    turnsOfOurs: t.reply === undefined ? 0 : 1,
    inHours: true,
  }
  return { ...plain, ...t, id }
}
const post = (id: string, p: Partial<Released> = {}): Released => ({
  id,
  at: until - 10 * dayMs,
  askedAt: null,
  approvedAt: null,
  objectiveId: null,
  appeal: false,
  reviewAt: null,
  findings: 0,
  overrides: 0,
  answers: false,
  ...p,
})

const book = (b: Partial<Book>): Book => ({
  account: {
    id: 'a',
    handle: 'x',
    class: 'corporate',
    kind: 'single',
    coverHours: 42,
    eventDriven: false,
    roster: [],
    hygiene: { owner: true, training: false, review: true, cover: true, keys: null },
  },
  span,
  items: [],
  inSpan: [],
  near: new Set(),
  nearOwn: new Set(),
  talks: [],
  released: [],
  moderated: [],
  followed: nothingKnown,
  rumours: [],
  ...b,
})
const counted = (id: string, b: Partial<Book>) => {
  const result = measureOf(id)?.count(book(b))
  if (!result) throw new Error(`no measure ${id}`)
  return result
}

const talks = [
  talk('answered', { look: 5, reply: 20, outcome: 'answered', turnsOfPublic: 2, turnsOfOurs: 2 }),
  talk('replied', { look: 10, reply: 90 }),
  talk('passedOn', { look: 30, outcome: 'referred', inHours: false }),
  talk('needless', { look: 200, outcome: 'noAnswerNeeded' }),
  talk('moderated', { look: 40, outcome: 'moderated' }),
  talk('waiting', { days: 2, open: true, waitingSince: until - 2 * dayMs }),
  talk('lastYear', { days: 300, look: 1, reply: 2, outcome: 'answered' }),
  talk('thanks', { category: 'comment', look: 60, incident: 80 }),
]

test('M02: the one that nobody has looked at came in 48 hours ago', () => {
  expect(counted('M02', { talks })).toMatchObject({ figure: 48, rows: ['waiting'], look: true })
  const seen = talk('seen', { open: true, look: 5, waitingSince: until - 10 * dayMs })
  expect(counted('M02', { talks: [seen] })).toMatchObject({ figure: 0, look: false })
  expect(counted('M02', { talks: null })).toMatchObject({ figure: null, why: expect.stringContaining('not heard') })
})

test('M08: 2 of 6 questions less one needless and one moderated; none asked is none', () => {
  expect(counted('M08', { talks })).toMatchObject({
    rows: ['answered', 'replied'],
    of: 4,
    leftOut: { needless: 1, moderated: 1 },
    more: { referred: 1, waiting: 1 },
  })
  expect(counted('M08', { talks: [] })).toMatchObject({ figure: null, of: 0 })
})

test('M09: one of seven went to two turns on either side', () => {
  expect(counted('M09', { talks })).toMatchObject({ rows: ['answered'], of: 7 })
})

test('M10: of 5, 10, 30, 40, 60 and 200 minutes the middle is 40; one was not looked at', () => {
  expect(counted('M10', { talks })).toMatchObject({
    figure: 40,
    leftOut: { unlooked: 1 },
    more: { look90: 200, inHours: 40, outOfHours: 30, reply: 90, reply90: 90, incident: 80 },
    look: false,
  })
})

test('M11: recorded after 23 hours is in time, after 25 it is late; one still runs', () => {
  const crime = (id: string, days: number, hours: number | null) => {
    const openedAt = until - days * dayMs
    return talk(id, { days, crimeSaid: true, crimeRecordedAt: hours === null ? null : openedAt + hours * 60 * minute })
  }
  const crimes = [crime('in', 9, 23), crime('late', 9, 25), crime('never', 9, null), crime('running', 0.5, null)]
  expect(counted('M11', { talks: crimes })).toMatchObject({ rows: ['in'], of: 3, leftOut: { running: 1 }, look: true })
})

test('M12: one incident of six conversations that somebody looked at', () => {
  expect(counted('M12', { talks })).toMatchObject({ rows: ['thanks'], of: 6, leftOut: { untriaged: 1 } })
})

test('M15 and M29: 42 of 168 hours; 3 of 4 checks, and which one is not in order', () => {
  expect(counted('M15', {})).toMatchObject({ figure: 0.25, top: 42, of: 168, look: false })
  const record = counted('M29', {})
  expect(record).toMatchObject({ top: 3, of: 4, leftOut: { unknown: 1 }, look: true })
  expect(record.more).toEqual({ training: 1 })
})

test('M19 to M22, from what was released here', () => {
  const asked = until - 10 * dayMs
  const released = [
    post('a', { askedAt: asked, approvedAt: asked + 10 * minute, objectiveId: 'o1', findings: 1, overrides: 1 }),
    post('b', {
      askedAt: asked,
      approvedAt: asked + 50 * minute,
      objectiveId: 'o1',
      findings: 2,
      appeal: true,
      reviewAt: until - 1,
    }),
    post('c', { appeal: true }),
    post('d', { answers: true }),
    post('old', { at: until - 200 * dayMs, objectiveId: 'o2' }),
  ]
  expect(counted('M19', { released })).toMatchObject({
    figure: 50,
    rows: ['a', 'b'],
    leftOut: { alone: 2 },
    more: { p90: 50 },
    look: true,
  })
  expect(counted('M20', { released })).toMatchObject({
    rows: ['a'],
    of: 2,
    leftOut: { quiet: 2 },
    more: { overrides: 1 },
  })
  expect(counted('M21', { released })).toMatchObject({ rows: ['b'], of: 2, more: { past: 1 }, look: true })
  expect(counted('M22', { released })).toMatchObject({
    rows: ['a', 'b'],
    of: 3,
    leftOut: { answers: 1 },
    more: { objectives: 1 },
  })
})

test('M28: what was done, by kind', () => {
  const at = until - dayMs
  const moderated = [
    { id: 'h', conversationId: 'c', act: 'hide' as const, at, appealed: true, lifted: true },
    { id: 'b', conversationId: 'c', act: 'block' as const, at, appealed: false, lifted: false },
    { id: 'old', conversationId: 'd', act: 'hide' as const, at: until - 200 * dayMs, appealed: false, lifted: false },
  ]
  expect(counted('M28', { moderated })).toMatchObject({
    figure: 2,
    rows: ['h', 'b'],
    more: { hide: 1, block: 1, report: 0, mute: 0, appealed: 1, lifted: 1 },
  })
})

test('M23: what somebody recorded of the network’s own page, and else that nobody has', () => {
  const local = { inArea: 620, of: 1000 }
  expect(counted('M23', { followed: { ...nothingKnown, local } })).toMatchObject({ figure: 0.62, top: 620, of: 1000 })
  expect(counted('M23', {})).toMatchObject({ figure: null, why: expect.stringContaining('nobody has recorded it') })
})

test('M24: of those who follow, how many follow nothing else of ours; and why it is not known', () => {
  const whole: Followed['read'] = { followers: 800, only: 500, accounts: 12, unread: 1 }
  const known: Followed = { ...nothingKnown, told: true, wasRead: true }
  expect(counted('M24', { followed: { ...known, read: whole } })).toMatchObject({
    ...{ figure: 0.625, top: 500, of: 800, look: false, rows: [] },
    more: { accounts: 12, unread: 1 },
  })
  const nobody = { ...whole, followers: 0, only: 0 }
  expect(counted('M24', { followed: { ...known, read: nobody } })).toMatchObject({
    figure: null,
    why: 'Nobody follows it',
  })
  const why = (followed: Followed) => counted('M24', { followed }).why
  expect([why(nothingKnown), why({ ...nothingKnown, told: true }), why(known)]).toEqual([
    'Not measured: this network does not tell us who follows',
    'Not measured: who follows it has not been read yet',
    'Not measured: who follows it could not be read to the end',
  ])
})

test('M27: the middle of those in the span; without a line one counts with its age, as open, and is one to look at', () => {
  const rumour = (id: string, days: number, minutes: number, isOut = true): Rumour => {
    const seenAt = until - days * dayMs
    const lineAt = isOut ? seenAt + minutes * minute : null
    return { id, seenAt, conversationId: null, lineAt, postId: null, took: minutes * minute }
  }
  const out = [rumour('b', 9, 48), rumour('a', 10, 10), rumour('old', 200, 1)]
  expect(counted('M27', { rumours: out })).toMatchObject({
    figure: 48,
    rows: ['a', 'b'],
    more: { all: 2, open: 0 },
    look: false,
  })
  expect(counted('M27', { rumours: out }).more).not.toHaveProperty('oldest')
  expect(counted('M27', { rumours: [...out, rumour('c', 1, 1440, false), rumour('d', 2, 2880, false)] })).toMatchObject(
    {
      figure: 1440,
      rows: ['a', 'b', 'd', 'c'],
      more: { all: 4, open: 2, oldest: 2880 },
      look: true,
    },
  )
  expect(counted('M27', {})).toMatchObject({ figure: null, why: expect.stringContaining('false rumour') })
})

test('M30 says that it is not measured here, and why', () => {
  expect(counted('M30', {})).toMatchObject({ figure: null, why: expect.stringMatching(/^Not measured here, because/) })
})
