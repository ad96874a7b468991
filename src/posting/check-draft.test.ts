import { expect, test } from 'vitest'
import { ordinarySettings } from '../people/force.ts'
import { checkDraft, consentUntil, contributorOn, draftOf, isTrusted, signsOn, troublesOf } from './check-draft.ts'
import { content } from './content.ts'
import type { AccountFacts, DraftFacts } from './facts.ts'

const now = new Date('2026-09-07T09:00:00Z')
const officeHours = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))
const account = (changes: Partial<AccountFacts> = {}): AccountFacts => ({
  id: 'westport',
  network: 'practice',
  handle: 'WestportPolice',
  name: 'Westport Police',
  class: 'neighbourhood',
  area: null,
  kind: 'collective',
  status: 'live',
  signaturePlace: 'prefix',
  signatures: [
    { personId: 'leah', mark: 'PC LC' },
    { personId: 'tom', mark: 'PC TB' },
  ],
  contributors: [
    { personId: 'leah', voice: 'signs', trusted: true, until: null },
    { personId: 'tom', voice: 'signs', trusted: false, until: null },
  ],
  delegations: [],
  answerFor: [],
  cover: officeHours,
  hold: null,
  latenessMinutes: 30,
  unansweredRisk: 0,
  ...changes,
})
const leah = { id: 'leah', rank: 'PC', name: 'Leah Corrigan', leftAt: null, trainedUntil: null }
const theo = { id: 'theo', rank: 'ACC', name: 'Theo Ashdown', leftAt: null, trainedUntil: null }
const facts = (changes: Partial<DraftFacts> = {}): DraftFacts => ({
  zone: 'Europe/London',
  settings: ordinarySettings,
  accounts: [account()],
  pictures: [],
  author: leah,
  speaksFor: null,
  answering: null,
  ownHandles: ['WestportPolice'],
  ...changes,
})
const words = (changes: Record<string, unknown> = {}) =>
  content.parse({ pieces: ['Come and meet us.'], targets: ['westport'], ...changes })
const how = { now, writtenAt: now, consent: 'willAsk' as const }

test('the signature is the speaker’s, as published, and the others are those of the account', () => {
  const [target] = draftOf(words(), facts(), how).targets
  expect(target?.signature).toEqual({ signature: 'PC LC:', personId: 'leah' })
  expect(target?.otherSignatures).toEqual([{ signature: 'PC TB:', personId: 'tom' }])
  expect(target?.limit).toMatchObject({
    max: 300,
    pieces: [{ field: 'words', count: 'PC LC: Come and meet us.'.length }],
  })
})

test('cover is looked up at the time it goes out, not now', () => {
  const watched = (when: unknown, cover = officeHours) =>
    draftOf(words({ when }), facts({ accounts: [account({ cover })] }), how).targets[0]?.watched
  expect(watched({ kind: 'now' })).toBe('atPublish')
  expect(watched({ kind: 'at', wall: '2026-09-07T22:00', zone: 'Europe/London' })).toBe('no')
  expect(
    watched(
      { kind: 'now' },
      [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })),
    ),
  ).toBe('always')
})

test('words that go nowhere are not looked at; an account’s own words have a field of their own', () => {
  const fields = (changes: Record<string, unknown>) =>
    draftOf(words(changes), facts(), how).texts.map((t) => [t.field, t.accountId])
  expect(fields({ pieces: ['One.', 'Two.'] })).toEqual([
    ['words', null],
    ['words/1', null],
  ])
  expect(fields({ variants: { westport: ['Here.', 'There.'] } })).toEqual([
    ['words:westport', 'westport'],
    ['words:westport/1', 'westport'],
  ])
  expect(fields({ variants: { elsewhere: ['Not chosen.'] }, targets: [] })).toEqual([['words', null]])
})

test('who left, whose training ended or who does not belong is not a contributor when it goes out', () => {
  const why = (changes: Partial<DraftFacts>) =>
    draftOf(words({ when: { kind: 'at', wall: '2026-09-10T10:00', zone: 'Europe/London' } }), facts(changes), how)
      .targets[0]?.contributor
  expect(why({})).toEqual({ ok: true })
  expect(why({ author: { ...leah, leftAt: '2026-09-09T00:00:00.000Z' } })).toMatchObject({
    why: 'PC Leah Corrigan has left the force.',
  })
  expect(why({ author: { ...leah, trainedUntil: '2026-09-09T00:00:00.000Z' } })).toMatchObject({ ok: false })
  expect(why({ author: theo })).toMatchObject({ why: 'ACC Theo Ashdown does not contribute to Westport Police.' })
})

const consent = { by: 'theo', to: 'leah', until: '2026-12-01T00:00:00.000Z' }

test('speaking in another’s name needs their release or a consent in force', () => {
  const draft = (given: Partial<AccountFacts>, mode: 'willAsk' | 'standing') =>
    draftOf(words({ speaksForId: 'theo' }), facts({ accounts: [account(given)], speaksFor: theo }), {
      ...how,
      consent: mode,
    }).delegation
  expect(draft({}, 'willAsk')).toEqual({ personId: 'theo', until: now.toISOString() })
  expect(draft({}, 'standing')).toBeNull()
  expect(draft({ delegations: [consent] }, 'standing')).toEqual({ personId: 'theo', until: consent.until })
  expect(consentUntil([account({ delegations: [consent] }), account()], 'theo', 'leah')).toBeNull()
})

test('whoever only drafts on an account writes there, but nothing goes out in their name', () => {
  const chiefs = account({
    contributors: [
      { personId: 'leah', voice: 'drafts', trusted: true, until: null },
      { personId: 'tom', voice: 'signs', trusted: true, until: null },
    ],
  })
  const { author } = facts()
  expect(contributorOn(chiefs, author, now, 'drafts')).toEqual({ ok: true })
  expect(contributorOn(chiefs, author, now, 'signs')).toMatchObject({
    ok: false,
    why: expect.stringMatching('does not sign there'),
  })
  expect([signsOn(chiefs, 'leah'), signsOn(chiefs, 'tom')]).toEqual([false, true])
})

test('trusted means trusted on every account, and in another’s name only with consent', () => {
  const at = now
  expect(isTrusted([account()], facts(), at)).toBe(true)
  expect(
    isTrusted(
      [account(), account({ contributors: [{ personId: 'leah', voice: 'signs', trusted: false, until: null }] })],
      facts(),
      at,
    ),
  ).toBe(false)
  expect(isTrusted([], facts(), at)).toBe(false)
  expect(isTrusted([account()], facts({ speaksFor: theo }), at)).toBe(false)
  expect(isTrusted([account({ delegations: [consent] })], facts({ speaksFor: theo }), at)).toBe(true)
})

test('what makes it impossible is said, each thing once', () => {
  expect(troublesOf(words({ targets: [] }), facts())).toEqual(['Choose at least one account.'])
  expect(troublesOf(words({ targets: ['westport', 'gone'] }), facts())).toEqual([
    'One of the accounts is no longer on the register. Choose again.',
  ])
  expect(troublesOf(words({ pictures: [{ id: 'p', alt: 'A road' }] }), facts())).toEqual([
    'One of the pictures is no longer here. Take it out or add it again.',
  ])
})

test('the very same draft gives the very same result wherever it is checked', () => {
  const stored = JSON.parse(JSON.stringify(facts())) as DraftFacts
  expect(checkDraft(words(), stored, how)).toEqual(checkDraft(words(), facts(), how))
})
