import { expect, test } from 'vitest'
import { type Lived, lifeOf } from './life.ts'

const at = (time: string) => new Date(`2026-10-06T${time}Z`)
const lived = (changes: Partial<Lived> = {}): Lived => ({
  facts: [],
  decisions: [],
  checks: [],
  deliveries: [],
  dueAt: at('17:20:00'),
  zone: 'Europe/London',
  now: at('20:00:00'),
  nameOf: (id) => (id === 'tom' ? 'PC Tom Brackley' : 'Insp Nadia Farrow'),
  ...changes,
})
const delivery = (changes: Partial<Lived['deliveries'][number]> = {}): Lived['deliveries'][number] => ({
  id: 'd',
  handle: '@WestportPolice',
  state: 'sent',
  state_since: at('17:20:02'),
  sent_at: at('17:20:02'),
  next_at: at('17:20:00'),
  looks: 0,
  words: '',
  removal: null,
  ...changes,
})
const titles = (l: Lived) => lifeOf(l).map((e) => `${e.state} ${e.title}. ${e.detail}`.trim())

test('a life reads in order, whoever wrote it down first', () => {
  const fact = (kind: string, time: string, data = {}) => ({
    forceId: 'w',
    seq: 1,
    at: at(time).toISOString(),
    kind,
    actor: 'tom',
    subject: 'post:p',
    data,
  })
  expect(
    titles(
      lived({
        facts: [
          fact('post.drafted', '17:02:00'),
          fact('post.edited', '17:05:00', { from: 'asked', version: 2 }),
          fact('post.asked', '17:06:00', { version: 2 }),
          fact('something.else', '17:07:00'),
        ],
        decisions: [
          {
            kind: 'approve',
            person_id: 'nadia',
            role: null,
            reason: 'Find him.',
            version: 2,
            finding: null,
            at: at('17:11:00'),
          },
          {
            kind: 'override',
            person_id: 'nadia',
            role: 'sio',
            reason: 'Needed.',
            version: 2,
            finding: 'R17|words||x',
            at: at('17:10:00'),
          },
        ],
      }),
    ),
  ).toEqual([
    'done Begun by PC Tom Brackley.',
    'done Changed by PC Tom Brackley, so what was asked no longer counts. Version 2 takes its place.',
    'done Put before an approver by PC Tom Brackley. Version 2, frozen 18:06.',
    'done Insp Nadia Farrow decided that it may stand: R17. Needed.',
    'done Approved exactly as it stood: Insp Nadia Farrow. Version 2. Find him.',
  ])
})

test('what is out is said once, what is in doubt by itself, and live only of what was sent', () => {
  expect(titles(lived({ deliveries: [delivery(), delivery({ id: 'e', sent_at: at('17:20:04') })] }))).toEqual([
    'done Sent once to each of 2 accounts, all live by 18:20. Largest delay 4 seconds.',
  ])
  const checking = delivery({
    id: 'e',
    handle: '@WestshirePolice',
    state: 'checking',
    sent_at: null,
    state_since: at('17:21:00'),
    next_at: at('17:31:00'),
    words: 'It gave no answer.',
  })
  expect(titles(lived({ deliveries: [delivery(), checking] }))).toEqual([
    'done Live on 1 of 2 accounts. Largest delay 2 seconds.',
    'now Sent. We are checking that it is live: @WestshirePolice. It gave no answer. We look again at 18:31.',
  ])
  expect(titles(lived({ deliveries: [delivery({ state: 'refused', sent_at: null, words: 'Too long.' })] }))).toEqual([
    'person Refused by the network: @WestportPolice. Too long.',
  ])
  expect(
    titles(
      lived({ deliveries: [delivery({ state: 'waiting', sent_at: null, next_at: new Date('2026-10-07T07:00:00Z') })] }),
    ),
  ).toEqual(['now Waiting: @WestportPolice. Goes out Wed 7 Oct, 08:00.'])
  expect(titles(lived({ deliveries: [delivery({ removal: 'asked' })] })).at(-1)).toBe(
    'now Being removed from @WestportPolice.',
  )
  expect(titles(lived({ deliveries: [delivery({ state: 'withdrawn', removal: 'gone' })] })).at(-1)).toBe(
    'done Gone from @WestportPolice, seen to be gone.',
  )
})
