import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from './category.ts'
import { likeness, shinglesOf } from './fingerprint.ts'
import { half, halfOf, messages } from './labelled/labelled.testbed.ts'
import { scoresOf } from './labelled/scores.ts'
import { type Message, suggest } from './suggest.ts'
import { unreadIn } from './unread.ts'

const kind = fc.constantFrom<Message['kind']>('reply', 'mention', 'quote', 'direct')
const some = fc.constantFrom(...messages)
const dangers = messages.filter((message) => suggest(message).danger)
/** A person is shown it at once. */
const isShown = (message: Message): boolean => {
  const { danger, look } = suggest(message)
  return danger || look
}
const dangerous = fc.constantFrom(...dangers)
const HIDDEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']
const NEUTRAL = [
  'The library opens at nine.',
  'We have lived here since spring.',
  'It rained a bit.',
  'Mae’r tywydd yn braf.',
  'The bus was on time today.',
]

test('never throws; the words shown stand where it says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(some, { maxLength: 4 }).map((all) => all.map((message) => message.text).join('\ud83d ')),
  )
  fc.assert(
    fc.property(text, kind, (words, from) => {
      const { category, because, second } = suggest({ text: words, kind: from })
      expect(categories).toContain(category)
      expect(second).not.toBe(category)
      for (const { words: shown, start, end } of because) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(words.length)
        expect(shown).toBe(words.slice(start, end))
        expect(shown).not.toBe('')
      }
    }),
    { numRuns: 400 },
  )
})

test('every suggestion of danger shows words, and no sign alone is one', () => {
  for (const message of messages) {
    const { because, danger, look } = suggest(message)
    if (danger || look) expect(because.length, message.text).toBeGreaterThan(0)
    for (const { words } of because) expect(words).toMatch(/[^!?.@\s]/)
  }
})

test('what is called a danger is not also to be looked at first', () => {
  const both = messages.map((message) => suggest(message))
  expect(both.filter(({ look }) => look).length).toBeGreaterThan(50)
  for (const { category, danger, look, second } of both) {
    expect(danger && look).toBe(false)
    expect(category === 'threatOrVulnerable').toBe(danger)
    if (look) expect(second).toBe('threatOrVulnerable')
  }
})

test('an unrelated sentence before or after hides hardly any danger', () => {
  const padded = dangers.flatMap(({ text, kind: from }) =>
    NEUTRAL.flatMap((neutral) =>
      [`${neutral} ${text}`, `${text}. ${neutral}`].map((all) => ({ text: all, kind: from })),
    ),
  )
  const hidden = padded.filter((message) => !isShown(message))
  expect(hidden.length / padded.length).toBeLessThan(0.01)
})

test('a danger in a long letter is looked at', () => {
  const letter = Array.from({ length: 8 }, () => NEUTRAL.join(' ')).join(' ')
  const clear = [
    'He has a knife and he is in the kitchen.',
    'I want to die tonight.',
    'My son is missing and it is dark.',
  ]
  for (const text of clear) expect(isShown({ text: `${letter} ${text} ${letter}`, kind: 'direct' }), text).toBe(true)
  expect(suggest({ text: letter, kind: 'direct' }).danger).toBe(false)
})

test('characters that nobody sees hide no danger', () => {
  fc.assert(
    fc.property(
      dangerous,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HIDDEN)), { minLength: 1, maxLength: 12 }),
      ({ text, kind: from }, hidden) => {
        const units = [...text]
        for (const [at, character] of hidden) units.splice(at % (units.length + 1), 0, character)
        expect(suggest({ text: units.join(''), kind: from })).toMatchObject({ danger: true })
      },
    ),
    { numRuns: 400 },
  )
})

test('capitals change nothing', () => {
  for (const message of messages)
    expect(suggest({ ...message, text: message.text.toUpperCase() }).category).toBe(suggest(message).category)
})

test('a message as long as a network carries is read quickly, whatever it holds', () => {
  const long = ['he has a knife and ', 'a', 'please ', '? ', '🆘', 'im 1 ', "'", 'the man '].map((piece) =>
    piece.repeat(Math.ceil(20_000 / piece.length)),
  )
  for (const text of long) {
    const before = performance.now()
    suggest({ text, kind: 'direct' })
    expect(performance.now() - before).toBeLessThan(1_500)
  }
})

test('the labelled set: 1,000 messages, each class at least 45, dangers at least 120, no two alike', () => {
  expect(messages).toHaveLength(1_000)
  expect(new Set(messages.map(({ id }) => id)).size).toBe(1_000)
  for (const category of categories)
    expect(messages.filter((message) => message.category === category).length).toBeGreaterThanOrEqual(45)
  expect(messages.filter(({ category }) => category === 'threatOrVulnerable').length).toBeGreaterThanOrEqual(120)
  const welsh = messages.filter(({ language }) => language === 'cy').length
  expect(welsh).toBeGreaterThanOrEqual(80)
  expect(welsh).toBeLessThanOrEqual(100)
  const shingles = messages.map(({ text }) => shinglesOf(text))
  const alike = shingles.flatMap((one, at) =>
    shingles.slice(at + 1).flatMap((other, by) => (likeness(one, other) >= 0.6 ? [[at, at + 1 + by]] : [])),
  )
  expect(alike.map((pair) => pair.map((at) => messages[at]?.text))).toEqual([])
  expect(messages.filter(({ id }) => halfOf(id) === 'held').length).toBeGreaterThan(450)
})

test('every language of the labelled set is told', () => {
  const wrong = messages.filter(({ text, kind: from, language }) => suggest({ text, kind: from }).language !== language)
  expect(wrong.length).toBeLessThanOrEqual(20)
})

test('held back: as well told as measured', () => {
  const judged = half('held').map((message) => ({ ...suggest(message), is: message.category }))
  const { macroF1 } = scoresOf(judged.map(({ is, category }) => ({ is, said: category })))
  const share = (isDanger: boolean, isFlagged: (one: (typeof judged)[number]) => boolean): number => {
    const those = judged.filter(({ is }) => (is === 'threatOrVulnerable') === isDanger)
    return those.filter(isFlagged).length / those.length
  }
  const atOnce = ({ danger, look }: (typeof judged)[number]): boolean => danger || look
  // Measured: 0.877 of the dangers called one, 0.959 shown at once; 0.100 and 0.221 of the rest; macro-F1 0.824.
  expect(share(true, ({ danger }) => danger)).toBeGreaterThanOrEqual(0.85)
  expect(share(true, atOnce)).toBeGreaterThanOrEqual(0.94)
  expect(share(false, ({ danger }) => danger)).toBeLessThanOrEqual(0.12)
  expect(share(false, atOnce)).toBeLessThanOrEqual(0.25)
  expect(macroF1).toBeGreaterThanOrEqual(0.8)
})

test('what is written as the rules cannot read is looked at first, and says so', () => {
  const look = (text: string) => suggest({ text, kind: 'direct' })
  const arabic = look('ساعدوني، هو أمام الباب (Mill Lane)')
  expect(arabic).toMatchObject({ look: true, danger: false, second: 'threatOrVulnerable' })
  expect(arabic.because[0]).toMatchObject({ words: 'ساعدوني', start: 0, end: 7, signal: 'unread' })
  expect(look('помогите, он стоит за дверью').look).toBe(true)
  const read = ['Thanks to PC Corrigan, from all at Київ café', '😡😡 42!', 'Diolch yn fawr i chi’ch dau am ddŵr a thŷ']
  expect(read.map(unreadIn)).toEqual([null, null, null])
})
