import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { type DraftText, sketchDraft, sketchTarget } from './draft.ts'
import type { Finding } from './finding.ts'
import { read } from './reading.ts'
import { ordinaryPack } from './season.ts'

const only = (findings: readonly Finding[], rule: string): Finding[] => findings.filter((one) => one.rule === rule)
const picture = { field: 'alt:0', alt: 'A table with a cloth', language: 'en', locationInFile: false } as const

describe('marked words', () => {
  const marked = (words: string, rule: string): string[] =>
    only(check(sketchDraft(words)).findings, rule).map((one) => words.slice(one.where?.start, one.where?.end))

  test.each([
    ['👨‍👩‍👧‍👦 Family day. Burglar arrested.', 'Burglar'],
    ['‮Right to left‬. Burglar arrested.', 'Burglar'],
    ['Zero\u200bwidth. Bur\u200dglar arrested.', 'Bur\u200dglar'],
    ['Two   spaces\n\n\nand lines. Burglar arrested.', 'Burglar'],
    ['Cafe\u0301 au lait. Burgla\u0301r arrested.', 'Burgla\u0301r'],
    ['ﬁne and ½. Ｂｕｒｇｌａｒ arrested.', 'Ｂｕｒｇｌａｒ'],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿 BURGLAR arrested.', 'BURGLAR'],
    ['Вurglar arrested.', 'Вurglar'],
    ['“Quoted” ‘words’ … “burglar” arrested.', 'burglar'],
    ['Bur\u00adglar arrested.', 'Bur\u00adglar'],
  ])('cover the words in %s', (words, expected) => {
    expect(marked(words, 'R03')).toEqual([expected])
  })

  test('name the field of a thread piece, a variant and an alt text', () => {
    const texts: DraftText[] = [
      { field: 'words/0', text: 'Two arrests in Eastby.', language: 'en', accountId: null },
      { field: 'words/1', text: 'One scrote ran.', language: 'en', accountId: null },
      { field: 'words:corporate', text: 'What a numpty.', language: 'en', accountId: 'corporate' },
    ]
    const pictures = [{ ...picture, alt: 'A scumbag on a bench' }]
    const targets = [sketchTarget(), sketchTarget({ accountId: 'corporate' })]
    const found = check(sketchDraft('', { texts, pictures, targets })).findings
    expect(found.map((one) => [one.where?.field, one.accountId])).toEqual([
      ['words/1', null],
      ['words:corporate', 'corporate'],
      ['alt:0', null],
    ])
    expect(
      read(sketchDraft('', { texts, targets }), ordinaryPack).threads.map((thread) =>
        thread.targets.map((target) => target.accountId),
      ),
    ).toEqual([['westport'], ['corporate']])
  })

  test('can be replaced by the suggestion', () => {
    const words = 'We’ve arrested Darren Pell, 34, in Mill Lane. #saferstreets 🚨🚨🚨'
    let text = words
    for (const one of check(sketchDraft(words)).findings.sort(
      (a, b) => (b.where?.start ?? 0) - (a.where?.start ?? 0),
    )) {
      if (one.where && one.suggestion !== null)
        text = text.slice(0, one.where.start) + one.suggestion + text.slice(one.where.end)
    }
    expect(text).toBe('We’ve arrested a 34-year-old person in Mill Lane. #SaferStreets 🚨')
    expect(check(sketchDraft(text)).outcome).toBe('clear')
  })
})

describe('a very long text', () => {
  test('is stopped for being unread, and quickly', () => {
    for (const piece of [
      'arrested a ',
      'http://',
      'Darren Pell arrested ',
      '0',
      'a.',
      '😂 ',
      "A'B",
      '#saferstreets ',
    ]) {
      const draft = sketchDraft(piece.repeat(100_000 / piece.length))
      const before = performance.now()
      const result = check(draft)
      expect(performance.now() - before, piece).toBeLessThan(10_000) // what goes wrong here takes minutes
      expect(
        only(result.findings, 'R84').map((one) => one.severity),
        piece,
      ).toEqual(['block'])
    }
  })
})

const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'arrested',
          'Darren',
          'Pell',
          ',',
          '34',
          'burglar',
          '14',
          'Mill',
          'Lane',
          '#saferstreets',
          '@sam',
          '🚨',
          '\u202e',
          '\u200b',
          'é',
          'e\u0301',
        ],
        ...[
          'suicide',
          'rape',
          'her father',
          'call',
          '111',
          'DM us',
          'report',
          '.',
          '\n',
          '\n\n',
          '  ',
          "don't",
          'RTC',
          'https://a.uk',
          'Tory',
          'tonight',
          '\ud83d',
        ],
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
)

describe('whatever is written', () => {
  test('nothing throws, spans lie inside, cut no character in half and hold the reported words', () => {
    fc.assert(
      fc.property(anyWords, anyWords, fc.boolean(), (words, alt, isReply) => {
        const draft = sketchDraft(words, {
          isReply,
          scheduled: true,
          writtenOn: '2026-10-01',
          pictures: [{ ...picture, alt }],
        })
        const fields = new Map([
          ['words', words],
          ['alt:0', alt],
        ])
        for (const { where, words: found } of check(draft, { pack: { ...ordinaryPack, hashtagsMidText: true } })
          .findings) {
          if (!where) continue
          const text = fields.get(where.field) ?? ''
          expect(where.start).toBeGreaterThanOrEqual(0)
          expect(where.end).toBeGreaterThanOrEqual(where.start)
          expect(where.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(where.start, where.end)).toBe(found)
          for (const edge of [where.start, where.end])
            expect(/[\ud800-\udbff]$/.test(text.slice(0, edge)) && /^[\udc00-\udfff]/.test(text.slice(edge))).toBe(
              false,
            )
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the same draft gives the same result', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(check(sketchDraft(words))).toEqual(check(sketchDraft(words)))
      }),
      { numRuns: 150 },
    )
  })

  test('a harmless sentence before or after moves no marked words of the others', () => {
    const sentence = 'The library is blue.'
    const bad = fc.constantFrom(
      'Another scrote here.',
      'Burglar arrested.',
      'We arrested Darren Pell, 34.',
      'Break-in at 14 Quay Street.',
      'Ring Jim on 07700 900123.',
      'Misper located.',
      'Dial 911 now.',
    )
    fc.assert(
      fc.property(fc.array(bad, { minLength: 1, maxLength: 4 }), fc.boolean(), (parts, before) => {
        const words = parts.join(' ')
        const more = before ? `${sentence} ${words}` : `${words} ${sentence}`
        const told = (text: string) =>
          check(sketchDraft(text))
            .findings.map((one) => `${one.key} ${one.words}`)
            .sort()
        expect(told(more)).toEqual(told(words))
      }),
      { numRuns: 150 },
    )
  })

  test('every finding can be told to a person: heading, reason, source, way out', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        for (const one of check(sketchDraft(words)).findings) {
          expect(one.says.length * one.why.length * one.fix.length * one.source.words.length).toBeGreaterThan(0)
          if (one.severity !== 'advise' && one.rule !== 'R84') expect(one.decidedBy.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })
})
