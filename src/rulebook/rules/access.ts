import { sketchTarget } from '../draft.ts'
import { splitTag } from '../language/hashtags.ts'
import { capital } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const altMissing: Rule = {
  id: 'R72',
  version: VERSION,
  title: 'Picture without alt text',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'Government Communication Service guidance on accessible social media' },
  why: 'Someone who cannot see the picture learns nothing from it.',
  fix: 'Say in one sentence what the picture shows.',
  decidedBy: ['gold', 'headOfCommunications', 'corporateCommunications'],
  look: (reading) =>
    reading.texts
      .filter(
        (text) =>
          text.part === 'alt' &&
          !/[\p{L}\p{N}]/u.test(
            text.plain.replace(
              /^\W*(?:image|picture|photo|img[\w-]*|dsc[\w-]*|untitled|alt(?: text)?|none|n\/a)(?:\.\w{3,4})?\W*$/i,
              '',
            ),
          ),
      )
      .map(
        (text, index): Hit => ({ says: `Picture ${index + 1} has no alt text`, at: at(text, 0, text.plain.length) }),
      ),
  fails: [
    {
      words: 'Our new van.',
      when: 'with a picture that has no words',
      draft: { pictures: [{ field: 'alt:0', alt: '', language: 'en', locationInFile: false }] },
    },
    {
      words: 'Our new van.',
      when: 'with “image.jpg” for words',
      draft: { pictures: [{ field: 'alt:0', alt: 'image.jpg', language: 'en', locationInFile: false }] },
    },
  ],
  passes: [
    {
      words: 'Our new van.',
      when: 'with a picture that has words',
      draft: {
        pictures: [
          { field: 'alt:0', alt: 'A white van outside Eastby station', language: 'en', locationInFile: false },
        ],
      },
    },
  ],
}

const MOST_TAGS = 2

function tagHits(reading: Reading, text: Text): Hit[] {
  const hits: Hit[] = []
  const { hashtags } = text
  const [third, last] = [hashtags[MOST_TAGS], hashtags.at(-1)]
  if (third && last) {
    hits.push({
      says: `${hashtags.length} hashtags: two are enough`,
      at: at(text, third.start, last.end),
      ...(third.start >= text.closing ? { suggestion: '' } : {}),
    })
  }
  if (reading.pack.hashtagsMidText) {
    for (const tag of hashtags.filter((one) => one.start < text.closing)) {
      hits.push({
        says: `${quoted(text, tag.start, tag.end)} stands inside the words`,
        at: at(text, tag.start, tag.end),
        suggestion: tag.name,
        fix: 'Move it to the end.',
      })
    }
  }
  return hits
}

const tooManyTags: Rule = {
  id: 'R75',
  version: VERSION,
  title: 'Too many hashtags, or hashtags inside the words',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: 'hashtagsMidText',
  source: {
    kind: 'official',
    words: 'An English district council’s guide, after the Government Communication Service',
  },
  why: 'Screen readers say every one of them aloud, and a reader loses the sentence.',
  fix: 'Keep the two that people look for, and put them at the end.',
  decidedBy: [],
  look: (reading) => reading.words.flatMap((text) => tagHits(reading, text)),
  fails: [
    { words: 'Out in town. #Eastby #Police #Patrol', marks: '#Patrol', suggests: '' },
    {
      words: 'Our #Police team is out today in town.',
      when: 'where the force asks for hashtags at the end',
      marks: '#Police',
      suggests: 'Police',
      pack: { hashtagsMidText: true },
    },
  ],
  passes: [
    { words: 'Out in town today. #Eastby #Patrol' },
    { words: 'Our #Police team is out today in town.', when: 'as long as the force does not ask' },
  ],
}

const smallTags: Rule = {
  id: 'R76',
  version: VERSION,
  title: 'Hashtag of several words without capitals',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'official', words: 'An English district council’s accessibility guide' },
  why: 'With a capital for each word, a screen reader can say the words.',
  fix: 'Begin each word in it with a capital.',
  decidedBy: [],
  look: (reading) =>
    reading.words.flatMap((text) =>
      text.hashtags.flatMap((tag): Hit[] => {
        const parts = splitTag(tag.name)
        if (!parts) return []
        const suggestion = `#${parts.map(capital).join('')}`
        return [
          {
            says: `${quoted(text, tag.start, tag.end)} reads better with capitals`,
            at: at(text, tag.start, tag.end),
            suggestion,
          },
        ]
      }),
    ),
  fails: [
    { words: 'On patrol tonight. #saferstreets', marks: '#saferstreets', suggests: '#SaferStreets' },
    { words: 'On patrol tonight. #saferwestport', marks: '#saferwestport', suggests: '#SaferWestport' },
  ],
  passes: [
    { words: 'On patrol tonight. #SaferStreets' },
    { words: 'On patrol tonight. #westport' },
    { words: 'On patrol tonight. #policing' },
  ],
}

const MOST_EMOJI = 3

function emojiHits(text: Text): Hit[] {
  const { emoji, raw } = text
  const [one, last] = [emoji[0], emoji.at(-1)]
  if (!one || !last) return []
  const place = (start: number, end: number) => ({ text, span: { start, end } })
  for (const [index, current] of emoji.entries()) {
    let until = index
    while (
      emoji[until + 1]?.sign === current.sign &&
      /^\s*$/.test(raw.slice(emoji[until]?.end ?? 0, emoji[until + 1]?.start))
    )
      until += 1
    const end = emoji[until]?.end ?? current.end
    if (until > index)
      return [
        { says: `The same emoji ${until - index + 1} times`, at: place(current.start, end), suggestion: current.sign },
      ]
  }
  if (!/[\p{L}\p{N}]/u.test(text.plain))
    return [{ says: 'Emoji alone carry the meaning', at: place(one.start, last.end) }]
  const bullets = emoji.filter(({ start }) => /(?:^|\n)[^\S\n]*$/.test(raw.slice(Math.max(0, start - 4), start)))
  if (bullets.length >= 3)
    return [{ says: 'Emoji stand as list marks', at: place(bullets[0]?.start ?? 0, bullets.at(-1)?.end ?? 0) }]
  const fourth = emoji[MOST_EMOJI]
  return fourth ? [{ says: `${emoji.length} emoji: three are the most`, at: place(fourth.start, last.end) }] : []
}

const tooManyEmoji: Rule = {
  id: 'R77',
  version: VERSION,
  title: 'Too many emoji, or emoji in place of words',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'official', words: 'An English district council’s accessibility guide' },
  why: 'Screen readers say the name of each one, every time.',
  fix: 'Keep one, at the end, and let the words say it.',
  decidedBy: [],
  look: (reading) => reading.words.flatMap(emojiHits),
  fails: [
    { words: '🚨🚨🚨🚨 Road closed', marks: '🚨🚨🚨🚨', suggests: '🚨' },
    { words: 'Out today ☀️ with tea ☕ and cake 🍰 and a dog 🐕', marks: '🐕' },
    { words: '🚓👮‍♀️', marks: '🚓👮‍♀️' },
  ],
  passes: [{ words: '🚨 Road closed on the A12' }, { words: 'A family day 👨‍👩‍👧‍👦 in Eastby 🏴󠁧󠁢󠁷󠁬󠁳󠁿' }],
}

const noWelsh: Rule = {
  id: 'R82',
  version: VERSION,
  title: 'English without Welsh',
  jurisdictions: ['englandWales'],
  mode: 'meta',
  severity: 'needsApproval',
  pack: 'welsh',
  source: { kind: 'official', words: 'A Welsh force’s compliance with the Welsh language standards' },
  why: 'Where the force serves in both languages, both go out together.',
  fix: 'Add the Welsh words, or have the exception recorded with a time by which they follow.',
  decidedBy: ['welshLanguageOfficer', 'gold', 'headOfCommunications'],
  look(reading) {
    const { welsh } = reading.pack
    if (welsh === null) return []
    const has = (language: string): boolean =>
      reading.words.some((text) => text.language === language && text.plain.trim() !== '')
    return has('en') && !has('cy')
      ? [{ says: 'There are no Welsh words', at: null, words: 'no Welsh', severity: welsh }]
      : []
  },
  fails: [
    { words: 'Out in town today.', when: 'where the force publishes in both languages', pack: { welsh: 'block' } },
  ],
  passes: [
    { words: 'Out in town today.', when: 'where Welsh is not asked for' },
    {
      words: 'Out in town today.',
      when: 'with Welsh beside it',
      pack: { welsh: 'block' },
      draft: {
        targets: [sketchTarget()],
        texts: [
          { field: 'words', text: 'Out in town today.', language: 'en', accountId: null },
          { field: 'words:cy', text: 'Allan yn y dref heddiw.', language: 'cy', accountId: null },
        ],
      },
    },
  ],
}

export const accessRules: readonly Rule[] = [altMissing, tooManyTags, smallTags, tooManyEmoji, noWelsh]
