import { expect, test } from 'vitest'
import {
  automaticLine,
  type LineFacts,
  noticeOf,
  ordinaryLines,
  profileOf,
  readLines,
  watchOf,
  withoutNumbers,
} from './unmonitored.ts'

const zone = 'Europe/London'
const at = (iso: string) => new Date(iso)
/** Mon–Fri 9–17, and somebody on duty on Monday 7 and Tuesday 8 September 2026 only. */
const cover = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))
const duties = [
  { from: at('2026-09-07T08:00Z'), until: at('2026-09-07T16:00Z') },
  { from: at('2026-09-08T09:00Z'), until: at('2026-09-08T16:00Z') },
]
const facts = { cover, duties, zone }

test.each([
  ['2026-09-07T08:00Z', true, 'watched', '2026-09-07T08:00Z'],
  ['2026-09-07T15:59Z', true, 'watched', '2026-09-07T15:59Z'],
  ['2026-09-07T16:00Z', false, 'outsideHours', '2026-09-08T09:00Z'],
  ['2026-09-08T08:30Z', false, 'nobodyOnDuty', '2026-09-08T09:00Z'],
  ['2026-09-09T10:00Z', false, 'nobodyOnDuty', null],
  ['2026-09-12T10:00Z', false, 'outsideHours', null],
] as const)(
  'at %s an account is watched only when the hours say so and somebody is there',
  (now, watched, why, next) => {
    expect(watchOf(facts, at(now))).toEqual({ watched, why, nextAt: next && at(next) })
  },
)

test('an account without hours is never watched, whoever is on duty', () => {
  expect(watchOf({ ...facts, cover: [] }, at('2026-09-07T10:00Z'))).toEqual({
    watched: false,
    why: 'noHours',
    nextAt: null,
  })
})

test('the words name 999 and 101 in both languages, and say when somebody looks again', () => {
  const now = at('2026-09-07T20:00Z')
  const notice = noticeOf(watchOf(facts, now), zone, now)
  expect(notice.en).toBe(
    'Nobody is reading messages here now. In an emergency call 999. If it is not an emergency, call 101. We look at messages here again on Tue 8 Sep, 10:00.',
  )
  expect(notice.cy).toMatch(/999\..*101\. Byddwn yn edrych ar negeseuon yma eto ddydd Mawrth 8 Medi am 10:00\.$/)
  const never = noticeOf(watchOf(facts, at('2026-09-09T10:00Z')), zone, now)
  expect(never.en).not.toMatch(/again/)
  for (const words of [never, profileOf('Mon–Fri 9–17'), profileOf('')]) expect(withoutNumbers(words)).toEqual([])
  expect(profileOf('Mon–Fri 9–17, Sat all day').cy).toMatch(/yma Llun–Gwener 9–17, Sadwrn drwy’r dydd\./)
})

test('a line without 999 and 101 is no line', () => {
  const en = ordinaryLines.words.en
  expect(withoutNumbers({ en, cy: 'Ffoniwch ni yfory os gwelwch yn dda' })).toEqual(['cy'])
  expect(withoutNumbers({ en: 'Call 9990 or 1012, or 01632 999101 of course', cy: ordinaryLines.words.cy })).toEqual([
    'en',
  ])
  expect(readLines({ enabled: true, words: { en: 'Call us again tomorrow please', cy: en } }).enabled).toBe(false)
  expect(readLines({ enabled: true, words: ordinaryLines.words }).enabled).toBe(true)
  expect(readLines({}).enabled).toBe(false)
})

const now = at('2026-09-07T20:00Z')
const conversation: LineFacts = {
  ...facts,
  lines: { ...ordinaryLines, enabled: true },
  stage: 'open',
  category: 'question',
  danger: false,
  language: 'cy',
  waitingSince: at('2026-09-07T19:50Z'),
  lastSaidAt: at('2026-09-07T19:50Z'),
  lastLineAt: null,
}

test('the automatic line goes out in the language of the message, with when somebody looks again', () => {
  const decided = automaticLine(conversation, now)
  expect(decided).toMatchObject({ send: true, language: 'cy' })
  expect(decided.send && decided.words).toMatch(/^Diolch am eich neges\. .*999.*101.*ddydd Mawrth 8 Medi am 10:00\.$/)
})

test.each([
  ['off', { lines: ordinaryLines }],
  ['closed', { stage: 'closed' as const }],
  ['nothingWaits', { waitingSince: null }],
  ['abuse', { category: 'abuse' }],
  ['danger', { danger: true }],
  [
    'watched',
    {
      duties: [{ from: at('2026-09-07T08:00Z'), until: at('2026-09-08T08:00Z') }],
      cover: [{ day: 1, from: '00:00', to: '24:00' }],
    },
  ],
  ['saidToday', { lastLineAt: at('2026-09-06T20:01Z') }],
  ['tooOld', { lastSaidAt: at('2026-09-07T18:59Z') }],
])('no automatic line: %s', (why, change) => {
  expect(automaticLine({ ...conversation, ...change }, now)).toEqual({ send: false, why })
})

test('while nobody looks it goes out once, however long that is; after somebody has looked, once more', () => {
  const sunday = at('2026-09-13T20:00Z')
  const weekend = { ...conversation, waitingSince: sunday, lastSaidAt: sunday }
  const said = { ...weekend, lastLineAt: at('2026-09-11T20:00Z') }
  expect(automaticLine(weekend, sunday).send).toBe(true)
  expect(automaticLine(said, sunday)).toEqual({ send: false, why: 'saidSince' })
  const looked = { from: at('2026-09-12T08:00Z'), until: at('2026-09-12T10:00Z') }
  const saturday = { day: 6, from: '09:00', to: '17:00' }
  expect(automaticLine({ ...said, cover: [...cover, saturday], duties: [...duties, looked] }, sunday).send).toBe(true)
})

test('it is said until somebody looks again', () => {
  expect(automaticLine(conversation, now)).toMatchObject({ until: at('2026-09-08T09:00Z') })
})

test('a day later it may go out once more', () => {
  expect(automaticLine({ ...conversation, lastLineAt: at('2026-09-06T20:00Z') }, now).send).toBe(true)
})
