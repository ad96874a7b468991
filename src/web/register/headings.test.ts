import { expect, test } from 'vitest'
import type { AccountPage, AccountRow } from '../../register/register.contract.ts'
import { accountHeading } from './account-words.ts'
import { officesWords } from './offices-words.ts'
import { holderWords, registerHeading, registerLede } from './register-words.ts'

const row = (part: Partial<AccountRow> = {}): AccountRow => ({
  id: 'a',
  network: 'somewhere',
  handle: '@eastby',
  name: 'Eastby North',
  class: 'neighbourhood',
  kind: 'collective',
  status: 'live',
  practice: false,
  purpose: 'Eastby North estates',
  area: null,
  owner: null,
  signaturePlace: 'suffix',
  people: 1,
  cover: { words: '', hours: 0, days: [] },
  nextReviewAt: null,
  keys: { state: 'working', words: 'Connected', endsAt: null },
  flags: [],
  ...part,
})

test('the register says how many, and what is wrong first', () => {
  expect(registerHeading([])).toBe('No account is on the register yet')
  expect(registerHeading([row()])).toBe('One account, and it is in order')
  expect(registerHeading([row(), row({ flags: ['noOwner'] })])).toBe('Two accounts. 1 has no owner')
  expect(registerHeading([row(), row({ status: 'closed' })])).toBe('One account, and it is in order')
  expect(registerHeading([row(), row({ status: 'unofficial' })])).toBe('One account, and it is in order')
  const many = [...Array(11)].map(() => row({ flags: ['ownerVacant', 'noCover', 'reviewOverdue'] }))
  expect(registerHeading(many)).toBe('11 accounts. 11 have no owner, 11 have no cover')
  expect(registerHeading(many, 4)).toBe('11 accounts. 11 have no owner, 4 are dormant')
  expect(registerHeading([row()], 1)).toBe('One account. 1 is dormant')
  expect(registerHeading([row({ flags: ['signatureClash'] }), row()])).toBe('Two accounts. One needs attention')
  expect(registerLede([row()])).toBe('On one network. Every account the force answers for is in this list.')
})

const page = (part: Partial<AccountRow>, writers: number): Parameters<typeof accountHeading>[0] => {
  const account: AccountPage['account'] = {
    ...row(part),
    supervisor: null,
    coverHours: [],
    zone: 'Europe/London',
    coveredNow: false,
    nextCover: null,
    latenessMinutes: 30,
    objectives: [],
    externalId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    version: 1,
  }
  const contributors: AccountPage['contributors'] = [...Array(writers)].map((_, n) => ({
    id: `c${n}`,
    person: { id: `p${n}`, name: 'Marian Jessop', rank: 'ACC' },
    voice: 'signs',
    trusted: false,
    from: '2026-01-01T00:00:00.000Z',
    until: null,
    inForce: true,
    trainedUntil: null,
    signature: '^MJ',
    clash: null,
  }))
  return { account, contributors }
}

test('an account says what stops it first, otherwise who speaks', () => {
  expect(accountHeading(page({}, 0))).toBe('Nobody may write on Eastby North')
  const { account, contributors } = page({}, 2)
  const oneDrafts = contributors.map((c, n) => ({ ...c, voice: n === 0 ? ('drafts' as const) : c.voice }))
  expect(accountHeading({ account, contributors: oneDrafts })).toBe('One person speaks here, every post signed')
  expect(accountHeading(page({}, 1))).toBe('One person speaks here, every post signed')
  expect(accountHeading(page({}, 5))).toBe('Five people, one account, every post signed')
  expect(accountHeading(page({ signaturePlace: 'none' }, 2))).toBe('Two people, one account, and nothing says who')
  expect(accountHeading(page({ kind: 'single' }, 2))).toBe('Two people write here, in one voice')
  expect(accountHeading(page({ flags: ['ownerVacant'] }, 2))).toBe('Nobody answers for Eastby North')
  expect(accountHeading(page({ flags: ['keysEnded'] }, 2))).toBe('Eastby North cannot send: its keys have ended')
  expect(accountHeading(page({ status: 'closed' }, 2))).toBe('Eastby North is closed')
})

test('an office and a holder of the same name are said once', () => {
  const title = 'Head of communications'
  const holder = { rank: 'Head of communications', name: 'Priya Nandakumar' }
  expect(holderWords({ title, holder })).toBe('Priya Nandakumar')
  expect(holderWords({ title, holder: { ...holder, rank: 'Assistant Chief Constable' } })).toBe('ACC Priya Nandakumar')
})

test('offices', () => {
  expect(officesWords.heading(0, 0)).toBe('No office is set up yet')
  expect(officesWords.heading(1, 1)).toBe('One office, and it is vacant')
  expect(officesWords.heading(12, 2)).toBe('12 offices. Two are vacant')
  expect(officesWords.heading(3, 0)).toBe('Three offices, each held by somebody')
})
