import { expect, test } from 'vitest'
import type { CarryingPage } from '../../review/carrying/carrying.contract.ts'
import { type AccountFacts, lossOf } from '../../review/plan/loss.ts'
import { cameAlongWords } from './carrying-words.ts'
import { lossSentence, lostWords, planWords, shareWords } from './plan-words.ts'

const account = (id: string, followers: number | null, conversations: number | null): AccountFacts => ({
  id,
  area: null,
  followers,
  conversations,
  answered: null,
  replies: 0,
  own: 0,
  reshares: 0,
  voices: [],
  objectives: [],
  leaving: null,
})
const loss = (all: readonly AccountFacts[], ...ids: string[]) =>
  lossOf(
    all,
    ids.map((accountId) => ({ accountId, intoAccountId: null })),
    { voicesSign: true },
  )
const said = (all: readonly AccountFacts[], ...ids: string[]) => {
  const s = lossSentence(loss(all, ...ids), 'conversations')
  return `${s.begins} ${s.followers} ${s.joins} ${s.said}`
}

test('the sentence bears both figures, and sets them against each other where more talk goes than followers', () => {
  const all = [account('a', 97, 91), account('b', 3, 9)]
  expect(said(all, 'b')).toBe('Closing this one loses 3% but 9%')
  expect(said(all, 'a', 'b')).toBe('Closing these 2 loses 100% and 100%')
})

test('what is not known is not nought, and what is partly known is at least so much', () => {
  const all = [account('a', 90, 90), account('b', 10, 10), account('c', 5, null)]
  expect(said(all, 'c')).toContain('and not known')
  expect(lostWords(loss(all, 'b', 'c').amounts.conversations)).toBe('at least 10%')
  expect([0, 0.002, 0.09, 1, null].map(shareWords)).toEqual(['0%', '0.2%', '9%', '100%', 'not known'])
  expect(planWords.becomes(0.062, 0.058)).toBe('6.2% becomes 5.8%')
  expect(planWords.becomes(0.09, 0.07)).toBe('9% becomes 7%')
})

test('who follows nothing else: counted, estimated, or not known', () => {
  const all = [account('a', 100, 1), account('b', 50, 1), account('c', null, 1)]
  const read = {
    ...{ at: '2026-09-07T09:00:00Z', unread: ['b'] },
    accounts: [{ id: 'a', n: 0 }],
    patterns: [[80, 0]],
  }
  const of = (id: string) => lossOf(all, [{ accountId: id, intoAccountId: null }], { voicesSign: true }, [read])
  expect([of('a'), of('b'), of('c')].map((l) => [planWords.onlyThese(l), planWords.compared.onlyTheseOf(l)])).toEqual([
    ['80 of the 80 people who follow them follow no other account of ours.', '80'],
    ['About 32 of 50 followers follow no other police account.', 'about 32, an estimate'],
    ['How many follow them is not known.', 'not known'],
  ])
  const [counted] = [of('a').exactly]
  expect(counted && planWords.countedOnly(counted, 'Europe/London')).toMatch(
    /^Counted on Mon 7 Sep.*, on each network by itself\. One more of our accounts there could not be read:/,
  )
})

const counted = (day: number, over: Partial<CarryingPage['migration'][number]>) => ({
  day,
  dueAt: '2026-10-28T09:00:00.000Z',
  countedAt: '2026-10-28T09:00:00.000Z',
  followersAt: null,
  followers: 1000,
  dialogue: 0.4,
  voices: 4,
  intoFollowers: 5000,
  intoDialogue: 0.2,
  intoVoices: 2,
  ...over,
})

test('who came along: followers, voices and dialogue together, or which of them is not known', () => {
  const into = { id: 'w', name: 'Westport Police', handle: 'WestportPolice', network: 'x' }
  const page = (...migration: CarryingPage['migration']) => ({ migration, into }) as CarryingPage
  const later = counted(30, { intoFollowers: 5150, voices: 3, intoDialogue: 0.25 })
  expect(cameAlongWords(page(counted(0, {}), later, counted(90, { countedAt: null })))).toEqual([
    'After 30 days: 150 more followers there, 15% of the 1,000 here; 3 of 4 voices sign there; dialogue 5 points up.',
  ])
  const alone = { ...page(counted(0, {}), later), into: null }
  expect(cameAlongWords(alone)).toEqual(['After 30 days: it joined no account, so who came along is not known.'])
  const unknown = counted(30, { intoFollowers: null, intoDialogue: null })
  expect(cameAlongWords(page(counted(0, {}), unknown))).toEqual([
    'After 30 days: how many followers came along is not known; 4 of 4 voices sign there; dialogue not known.',
  ])
})
