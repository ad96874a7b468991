import { expect, test } from 'vitest'
import { dayMs } from '../book.ts'
import { type Earning, earning, type Put } from './counting.ts'
import { featureOf, features, featuresOf, hourIn, placesOf, type Said } from './feature.ts'
import { conversationalOf } from './lessons.ts'

const said = (words: string, more: Partial<Said> = {}): Said => ({
  words,
  language: 'en',
  link: false,
  picture: false,
  video: false,
  hashtag: false,
  mention: false,
  hour: 12,
  ...more,
})
const namesOf = (s: Said, places: RegExp | null = null) => {
  const bits = featuresOf(s, places)
  return features.filter((_, n) => (bits >> n) & 1).map((f) => f.id)
}

test('each feature is read from a post that has it, and not from one that has not', () => {
  expect(namesOf(said('Road closed.'))).toEqual(['short', 'shortSentences', 'day'])
  expect(namesOf(said('', { picture: true, hour: 3 }))).toEqual(['short', 'picture', 'night'])
  expect(namesOf(said('x '.repeat(60)))).toContain('medium')
  expect(namesOf(said('x '.repeat(120)))).toEqual(['long', 'longSentences', 'day'])
  expect(namesOf(said('Investigation continues tomorrow'))).toContain('longWords')
  expect(namesOf(said('A dog was lost near the old mill by us'))).not.toContain('longWords')
  expect(namesOf(said('Did you see it? Call us'))).toContain('question')
  expect(namesOf(said('Read it: https://a.example/?a=1'))).not.toContain('question')
  expect(namesOf(said('Thank you all ^AB'))).toContain('signature')
  expect(namesOf(said('Thank you all AB'))).not.toContain('signature')
  expect(namesOf(said('Diolch', { language: 'cy' }))).toContain('welsh')
  expect(namesOf(said('We are in Mill Lane'))).toContain('place')
  const places = placesOf(['Westport', 'Stoke Green', ' '])
  expect(namesOf(said('Ice in #Westport'), places)).toContain('place')
  expect(namesOf(said('Ice in #StokeGreen'), places)).toContain('place')
  expect(namesOf(said('Ice in Westporters'), places)).not.toContain('place')
  for (const [hour, id] of [
    [22, 'night'],
    [5, 'night'],
    [6, 'morning'],
    [10, 'day'],
    [15, 'day'],
    [16, 'evening'],
    [21, 'evening'],
  ] as const)
    expect([hour, namesOf(said('a', { hour })).at(-1)]).toEqual([hour, id])
  expect(placesOf([])).toBeNull()
})

test('the hour is the one on the wall of the force', () => {
  const hour = hourIn('Europe/London')
  expect(hour(Date.parse('2026-07-01T09:30:00Z'))).toBe(10)
  expect(hour(Date.parse('2026-12-01T09:30:00Z'))).toBe(9)
})

const at = Date.parse('2026-05-01T11:00:00Z')
let ids = 0
const put = (more: Partial<Put>): Put => ({
  id: `p${++ids}`,
  at,
  kind: 'original',
  words: `Number ${'abcdefghij'[ids % 10]} ${ids}`,
  language: 'en',
  link: false,
  picture: false,
  video: false,
  hashtag: false,
  mention: false,
  toId: null,
  toHandle: null,
  replies: 0,
  reshares: 0,
  countedAt: null,
  ...more,
})
const account = (id: string, more: Partial<Earning> = {}): Earning => ({
  id,
  handle: id,
  network: 'x',
  class: 'neighbourhood',
  followers: 1000,
  conversational: false,
  ...more,
})
const span = { from: 0, until: at + 100 * dayMs }
const around = { hour: () => 12, places: null, officials: new Map([['eastshire', 'police' as const]]) }
const letters = 'qwertyuiopasdfghjklzxcvbnm'.split('')
/** Words that no feed writes: each differs in more than a number. */
const different = (n: number, link = false) =>
  put({ words: `${letters[n % 26]}${letters[(n * 7) % 26]} came by ${letters[(n * 3) % 26]}`, link })

test('counted: own words with settled counts; left out: answers, reshares, feeds, what is young; threads are no replies', () => {
  const counting = earning(span, around)
  const own = different(1)
  counting.add(account('a'), [
    { ...own, replies: 3 },
    put({ kind: 'reply', toId: own.id, toHandle: 'a' }),
    put({ kind: 'reply', toHandle: 'ann' }),
    put({ kind: 'reshare' }),
    put({ words: 'Young', countedAt: at + dayMs }),
    put({ words: 'Old', countedAt: at + 3 * dayMs, replies: null }),
    ...Array.from({ length: 12 }, (_, n) => put({ words: `Camera ${n}` })),
    put({ words: 'Beyond', at: span.until }),
  ])
  const found = counting.done()
  expect(found).toMatchObject({ posts: 2, accounts: 1, leftOut: { answers: 2, reshares: 1, automated: 12, young: 1 } })
  expect(found.networks).toEqual({ x: { posts: 2, replies: 1, reshares: 2 } })
})

/** Five accounts of eight posts with a link, earning so much, and eight without, earning two replies. */
const five = (counting: ReturnType<typeof earning>, earns: number, group: Partial<Earning>) => {
  for (let n = 0; n < 5; n++) {
    const posts = Array.from({ length: 16 }, (_, i) => ({
      ...different(i, i < 8),
      replies: i < 8 ? earns : 2,
    }))
    counting.add(account(`${group.class}${n}`, group), posts)
  }
}

test('corporate and all others are told apart, and reactions too; per follower where followers are known', () => {
  const counting = earning(span, around)
  five(counting, 4, { class: 'corporate', followers: 50_000 })
  five(counting, 1, { class: 'individual' })
  five(counting, 1, { class: 'specialist', followers: null })
  const { rows } = counting.done()
  const link = (group: string, reaction: string) =>
    rows.find((r) => r.group === group && r.reaction === reaction && r.feature === 'link')
  // All five say the very same: that is too alike to tell, and no finding.
  expect(link('corporate', 'replies')).toMatchObject({ effect: 1, low: null, luck: null, stands: false, accounts: 5 })
  expect(link('corporate', 'replies')).toMatchObject({ withIt: 40, without: 40 })
  // 4 replies a post, 100 posts, 50 thousand followers.
  expect(link('corporate', 'replies')).toMatchObject({ perFollowerWith: 8, perFollowerWithout: 4, followersKnown: 5 })
  expect(link('others', 'replies')).toMatchObject({ effect: 0, accounts: 10, followersKnown: 5, perFollowerWith: 100 })
  expect(link('others', 'reshares')).toMatchObject({ effect: 0.5, low: null, high: null, stands: false })
  expect(rows.find((r) => r.feature === 'welsh')).toMatchObject({ effect: null, accounts: 0 })
})

test('a lesson: what conversational accounts do and corporate ones do not, where it goes with replies; its posts are typical ones', () => {
  const counting = earning(span, around)
  // Corporate accounts never link.
  for (let n = 0; n < 5; n++)
    counting.add(
      account(`c${n}`, { class: 'corporate' }),
      Array.from({ length: 8 }, (_, i) => different(i)),
    )
  for (let n = 0; n < 5; n++) {
    const linked = [1, 5, 9, 5, 5].map((replies, i) => ({ ...different(i, true), id: `${n} ${i} ${replies}`, replies }))
    const answer = put({ kind: 'reply', toHandle: n === 4 ? 'Eastshire' : 'ann', toId: 'theirs', at: at + dayMs })
    // Two of the accounts have one post without that beats the weakest with.
    const bare = Array.from({ length: 8 }, (_, i) => ({ ...different(i + 8), replies: i === 0 && n % 2 === 1 ? 2 : 0 }))
    const posts = [...linked, ...bare, answer]
    counting.add(account(`n${n}`, { conversational: n !== 3 }), posts)
  }
  const { lessons } = counting.done()
  expect(lessons.map((l) => l.feature)).toEqual(['link'])
  expect(lessons[0]).toMatchObject({ accounts: { conversational: 4, corporate: 5 }, use: { corporate: 0 } })
  expect(lessons[0]?.use.conversational).toBeCloseTo(5 / 13, 9)
  // Five replies is the middle; one post an account; n3 does not talk, and n4 talked only with police.
  expect(lessons[0]?.examples).toEqual([
    { accountId: 'n0', id: '0 1 5', replies: 5 },
    { accountId: 'n1', id: '1 1 5', replies: 5 },
    { accountId: 'n2', id: '2 1 5', replies: 5 },
  ])
})

test('conversational are the top quarter of the others by dialogue share, of those that put out enough', () => {
  const others = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((share, n) => ({
    id: `n${n}`,
    corporate: false,
    share,
    of: 100,
  }))
  const all = [
    ...others,
    { id: 'c', corporate: true, share: 0.9, of: 900 },
    { id: 'few', corporate: false, share: 1, of: 5 },
  ]
  expect([...conversationalOf(all)]).toEqual(['n6', 'n7'])
  expect(conversationalOf([{ id: 'a', corporate: false, share: 0, of: 100 }]).size).toBe(0)
  expect(featureOf('link')?.name).toBe('A link')
})
