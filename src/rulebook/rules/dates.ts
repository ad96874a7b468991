import { Temporal } from 'temporal-polyfill'
import { capital, matches, phrases } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const RELATIVE = phrases(
  'today|tonight|tomorrow(?: (?:morning|afternoon|evening|night))?|yesterday(?: (?:morning|afternoon|evening|night))?|last night|this (?:morning|afternoon|evening)|heddiw|heno|yfory|ddoe|neithiwr|bore ma|y bore ma|prynhawn ma|y prynhawn ma',
)
/** Words that look back belong to the day of writing; the others to the day of publishing. */
const LOOKS_BACK =
  /\b(?:was|were|had|did|has|have|been|(?!need|speed|feed|indeed)\w+ed|found|caught|saw|went|took|met|led|came|held|stole|broke)\b/
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const DYDDIAU = ['dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn', 'dydd Sul']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const MISOEDD = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
]

function dayOrNull(date: string): Temporal.PlainDate | null {
  const known = /^\d{4}-\d{2}-\d{2}/.exec(date)
  if (!known) return null
  try {
    return Temporal.PlainDate.from(known[0])
  } catch {
    return null
  }
}

const partOf = (word: string): string => {
  if (/night|heno|neithiwr/.test(word)) return word === 'tonight' ? ' evening' : ' night'
  return / (?:morning|afternoon|evening)/.exec(word)?.[0] ?? ''
}
const shiftOf = (word: string): number =>
  /^tomorrow|^yfory/.test(word) ? 1 : /^yesterday|^last|^ddoe|^neithiwr/.test(word) ? -1 : 0

/** 'on Tuesday evening, 6 October', or 'ddydd Mawrth 6 Hydref' in Welsh words. */
function dated(word: string, day: Temporal.PlainDate, welsh: boolean): string {
  const date = day.add({ days: shiftOf(word) })
  if (welsh)
    return `${DYDDIAU[date.dayOfWeek - 1] ?? ''} ${date.day} ${MISOEDD[date.month - 1] ?? ''}`.replace(/^dydd/, 'ddydd')
  const part = partOf(word)
  return `on ${DAYS[date.dayOfWeek - 1] ?? ''}${part}${part === '' ? '' : ','} ${date.day} ${MONTHS[date.month - 1] ?? ''}`
}

function relativeDates(reading: Reading, text: Text): Hit[] {
  const { writtenOn, publishAt } = reading.draft
  return matches(RELATIVE, text.lower)
    .filter(
      (hit) => !/^'s\s(?:world|society)/.test(text.lower.slice(hit.end, hit.end + 12)) && !text.inAddress(hit.start),
    )
    .flatMap((hit): Hit[] => {
      const word = hit.found.replaceAll(/\s/g, ' ')
      const back = LOOKS_BACK.test(text.sentenceAt(hit.start).lower)
      const meant = dayOrNull(back ? writtenOn : publishAt.local)
      const head = `${quoted(text, hit.start, hit.end)} is another day when it goes out`
      const owned = /^'s?/.test(text.lower.slice(hit.end, hit.end + 2))
      const plain = meant ? dated(word, meant, text.language === 'cy') : ''
      const bare =
        owned || /\b(?:from|until|of|since|for|on|by)\s$/.test(text.lower.slice(Math.max(0, hit.start - 6), hit.start))
          ? plain.replace(/^on /, '')
          : plain
      const suggestion = text.opensSentence(hit.start) ? capital(bare) : bare
      return [{ says: head, at: at(text, hit.start, hit.end), ...(meant ? { suggestion } : {}) }]
    })
}

const relativeDate: Rule = {
  id: 'R40',
  version: VERSION,
  title: 'Today, tonight or tomorrow in a post for another day',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter: the words are read on the day they go out, and long after' },
  why: 'It goes out on another day than it was written, and then the word means another day.',
  fix: 'Write the day and the date.',
  decidedBy: [],
  look(reading) {
    const { scheduled, writtenOn, publishAt } = reading.draft
    if (!scheduled || publishAt.local.slice(0, 10) === writtenOn.slice(0, 10)) return []
    return reading.words.flatMap((text) => relativeDates(reading, text))
  },
  fails: [
    {
      words: 'Officers arrested two people at the docks tonight.',
      when: 'written on Tuesday 6 October, for Wednesday',
      marks: 'tonight',
      suggests: 'on Tuesday evening, 6 October',
      draft: { scheduled: true, publishAt: { instant: '2026-10-07T07:00:00Z', local: '2026-10-07T08:00' } },
    },
    {
      words: 'Join us tonight at Eastby Hall.',
      when: 'written on Tuesday 6 October, for Friday',
      marks: 'tonight',
      suggests: 'on Friday evening, 9 October',
      draft: { scheduled: true, publishAt: { instant: '2026-10-09T16:00:00Z', local: '2026-10-09T17:00' } },
    },
  ],
  passes: [
    {
      words: 'Join us on Friday 9 October at Eastby Hall.',
      when: 'written on Tuesday, for Friday',
      draft: { scheduled: true, publishAt: { instant: '2026-10-09T16:00:00Z', local: '2026-10-09T17:00' } },
    },
    { words: 'Join us tonight at Eastby Hall.', when: 'published at once' },
    {
      words: 'Join us tonight at Eastby Hall.',
      when: 'for later on the day it was written',
      draft: { scheduled: true, publishAt: { instant: '2026-10-06T16:00:00Z', local: '2026-10-06T17:00' } },
    },
  ],
}

export const dateRules: readonly Rule[] = [relativeDate]
