import { expect, test } from 'vitest'
import {
  earnsHeading,
  effectSaid,
  effectWords,
  lessonSentence,
  luckWords,
  type Row,
  untold,
} from '../earns/earns-words.ts'
import {
  kindSentence,
  type Measured,
  outSentence,
  type Standing,
  type Variation,
  variationHeading,
  wideSentence,
} from './variation-words.ts'

const m: Measured = { id: 'M07', name: 'Dialogue share', unit: 'share', asks: '' }
const standing = (stands: Standing['stands']): Standing => ({
  id: stands,
  figure: 0.05,
  top: 6,
  of: 120,
  low: stands === 'unsaid' ? null : 0.31,
  high: stands === 'unsaid' ? null : 0.78,
  stands,
})
const of = (...stands: Standing['stands'][]): Variation => ({
  funnel: true,
  ordinary: stands.includes('unsaid') ? null : { middle: 0.8, extra: 0, accounts: stands.length },
  middle: stands.includes('unsaid') ? null : 0.5,
  points: stands.map(standing),
})

test('variation: not known, nothing, too few, none, one, many; and between forces', () => {
  expect(variationHeading(m, false, [])).toBe('Nothing has been counted yet')
  expect(variationHeading(m, true, [])).toBe('Dialogue share: nothing to count in this time')
  expect(variationHeading(m, true, [of('unsaid')])).toBe('Dialogue share: too few accounts to say what is ordinary')
  const alike = { ...of('unsaid'), points: Array.from({ length: 8 }, () => of('unsaid').points).flat() }
  expect(variationHeading(m, true, [alike])).toBe(
    'Dialogue share: accounts too few, or too alike, to say what is ordinary',
  )
  expect(variationHeading(m, true, [of('inside', 'inside')])).toBe(
    'No account differs in dialogue share beyond what is ordinary in its class',
  )
  expect(variationHeading(m, true, [of('inside', 'below'), of('unsaid')])).toBe(
    'One of 2 accounts differs in dialogue share beyond what is ordinary in its class',
  )
  expect(variationHeading(m, true, [of('above', 'below')])).toBe(
    'Two of 2 accounts differ in dialogue share beyond what is ordinary in their class',
  )
  expect(
    variationHeading(m, true, [of('above', 'below', 'inside')], { one: 'force', where: () => 'between them' }),
  ).toBe('Two of 3 forces differ in dialogue share beyond what is ordinary between them')
})

test('a class and one that stands out, each in a sentence', () => {
  expect(kindSentence(m, of('inside', 'below'))).toBe(
    'Two accounts, the middle one at 50%; one beyond what is ordinary.',
  )
  expect(kindSentence(m, of('inside'))).toBe('One account, the middle one at 50%; all within what is ordinary.')
  expect(kindSentence(m, of('unsaid'))).toBe('One account: too few, or too alike, to say what is ordinary among them.')
  expect(outSentence(m, standing('below'), true)).toBe(
    '5% with 120 rows: below the 31% to 78% that is ordinary for so many',
  )
})

test('wide limits say why: few rows, accounts that differ, or few of them; others say nothing', () => {
  const point = { ...standing('inside'), low: 0.1, high: 0.7 }
  const wide = (extra: number, accounts: number, more: object = {}): Variation => ({
    funnel: true,
    ordinary: { middle: 0.8, extra, accounts },
    middle: 0.5,
    points: [{ ...point, ...more }],
  })
  expect(wideSentence(m, wide(0.0001, 40))).toBe(
    'The limits are wide, because the accounts have few rows each: few figures would stand out.',
  )
  expect(wideSentence(m, wide(0.1, 40))).toContain('because the accounts differ much among themselves:')
  expect(wideSentence(m, wide(0.1, 9), 'force')).toBe(
    'The limits are wide, because the forces differ much among themselves and there are only nine to tell by: few figures would stand out.',
  )
  expect(wideSentence(m, wide(0.1, 40, { high: 0.59 }))).toBe('')
  expect(wideSentence(m, of('unsaid'))).toBe('')
  const days = { ...m, unit: 'days' as const }
  const lengths = (high: number) => ({ ...wide(0.5, 40, { low: 0, high }), funnel: false, middle: 4 })
  expect(wideSentence(days, lengths(40))).toContain('because the accounts differ much among themselves')
  expect(wideSentence(days, lengths(39))).toBe('')
})

const row = (feature: string, low: number | null, high: number | null): Row => ({
  group: 'others',
  reaction: 'replies',
  feature,
  accounts: 4,
  withIt: 1,
  without: 1,
  effect: low === null || high === null ? null : (low + high) / 2,
  low,
  high,
  perFollowerWith: null,
  perFollowerWithout: null,
  followersKnown: 0,
  luck: low === null ? null : 0.01,
  stands: low !== null && high !== null && (low > 0.5 || high < 0.5),
})

test('what earns answers: not known, too few, nothing, one, many', () => {
  expect(earnsHeading(false, [], 'replies')).toBe('What earns answers has not been counted yet')
  expect(earnsHeading(true, [row('link', null, null)], 'replies')).toBe(
    'Too few accounts to say what goes with replies',
  )
  expect(earnsHeading(true, [row('link', 0.4, 0.6)], 'replies')).toBe(
    'Nothing here clearly goes with more replies, or with fewer',
  )
  const luck = { ...row('link', 0.6, 0.7), stands: false }
  expect(earnsHeading(true, [luck], 'replies')).toBe('Nothing here clearly goes with more replies, or with fewer')
  const alike = { ...row('link', null, null), effect: 0.7 }
  expect(earnsHeading(true, [alike, row('video', null, null)], 'replies')).toBe(
    'Accounts are too alike to say what goes with replies',
  )
  expect(earnsHeading(true, [row('link', 0.2, 0.4)], 'replies')).toBe(
    'One thing goes with fewer replies, none with more',
  )
  expect(earnsHeading(true, [row('link', 0.6, 0.7)], 'replies')).toBe(
    'One thing goes with more replies, none with fewer',
  )
  const many = [row('link', 0.2, 0.4), row('question', 0.6, 0.7), row('picture', 0.55, 0.7)]
  expect(earnsHeading(true, many, 'replies')).toBe('Two things go with more replies, one with fewer')
  expect(earnsHeading(true, many, 'reshares')).toBe('Too few accounts to say what goes with reshares')
})

test('effects, luck, what no network tells, and lessons in words', () => {
  expect(effectWords(row('link', 0.53, 0.63))).toBe('58 of 100 (53 to 63)')
  expect(effectWords(row('link', null, null))).toBe('Too few to say: four accounts with enough of both')
  expect(effectWords({ ...row('link', null, null), effect: 0.7, accounts: 5 })).toBe(
    'Too alike to tell: 70 of 100 in each of five accounts',
  )
  expect(effectSaid('A link', 'Others', { ...row('link', 0.6, 0.7), stands: false })).toBe(
    'A link, Others: 65 of 100 (60 to 70), no clear difference',
  )
  const unclear = Array.from({ length: 37 }, () => row('link', 0.4, 0.6))
  const byLuck = { ...row('link', 0.6, 0.7), stands: false }
  expect(luckWords([...unclear, byLuck, row('link', 0.6, 0.7), row('link', 0.2, 0.3)])).toBe(
    '40 comparisons were looked at, of replies and reshares together. If nothing went with anything, about two of them would still look so, by luck. By its own line three differ; two stand when all are looked at together, and only those are called a finding.',
  )
  expect(luckWords([])).toBe('')
  const networks = [
    { network: 'x', posts: 1200, replies: 1200, reshares: 0 },
    { network: 'other', posts: 10, replies: 4, reshares: 10 },
  ]
  expect(untold(networks, 'reshares')).toBe('X tells no reshares (1,200 posts not in it)')
  expect(untold(networks, 'replies')).toBe('other tells replies of 4 of 10 posts')
  const lesson = {
    feature: 'question',
    use: { conversational: 0.31, corporate: 0.08 },
    accounts: { conversational: 6, corporate: 1 },
    examples: [],
  }
  expect(lessonSentence('A question', lesson, row('question', 0.55, 0.67))).toBe(
    'A question: in 31% of the posts of six conversational accounts, in 8% of those of one corporate account. Among all others it won 61 of 100 (55 to 67) pairs for replies.',
  )
})
