import { ANY_JARGON, JARGON } from '../language/jargon.ts'
import { capital, matches, phrases } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'
const MOST_WORDS = 25

/** Two sentences where the writer already made a pause; undefined when there is none. */
function inTwo(sentence: string): string | undefined {
  const pause = /;\s|\s[-–—]\s|,\s(?:and|but|so)\s/.exec(sentence.slice(20, -20))
  if (!pause) return undefined
  const [from, to] = [pause.index + 20, pause.index + 20 + pause[0].length]
  const lead = /but\s$/.test(pause[0]) ? 'But ' : ''
  const rest = sentence.slice(to)
  return `${sentence.slice(0, from)}. ${lead}${lead ? rest : capital(rest)}`
}

const longSentence: Rule = {
  id: 'R78',
  version: VERSION,
  title: 'Sentence over 25 words',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: {
    kind: 'official',
    words: 'Government Communication Service guidance, and an English district council’s guide',
  },
  why: 'Long sentences lose readers, most of all on a telephone or in a second language.',
  fix: 'Make two or three sentences of it.',
  decidedBy: [],
  look: (reading) =>
    reading.words.flatMap((text) =>
      text.sentences
        .filter((sentence) => sentence.words > MOST_WORDS)
        .map((sentence): Hit => {
          const place = at(text, sentence.start, sentence.end)
          const suggestion = inTwo(text.raw.slice(place.span.start, place.span.end))
          return { says: `This sentence has ${sentence.words} words`, at: place, ...(suggestion ? { suggestion } : {}) }
        }),
    ),
  fails: [
    {
      words:
        'We are asking everyone who walked, cycled or drove along the coast path on Sunday morning between eight and ten to think back and call us on 101 with anything unusual.',
      marks: 'We are asking everyone',
    },
  ],
  passes: [{ words: 'Did you use the coast path on Sunday morning? Think back. Call 101 with anything unusual.' }],
}

function isExplained(text: Text, start: number, end: number, meaning: string): boolean {
  const near = text.plain.slice(Math.max(0, start - 1), end + 2)
  if (/^\(/.test(near) && /\)/.test(near)) return true
  return /^\s?\(/.test(text.plain.slice(end, end + 2)) || text.lower.includes(meaning)
}

function jargonHits(text: Text): Hit[] {
  if (!ANY_JARGON.test(text.plain)) return []
  return JARGON.flatMap(({ pattern, one, many }) =>
    matches(pattern, text.plain)
      .filter(({ start, end }) => !isExplained(text, start, end, one.toLowerCase()) && !text.inAddress(start))
      .map(({ start, end, found }): Hit => {
        const plural = /(?<!RT|MI)'?s$/.test(found) && !/'s$/.test(found)
        const meaning = `${plural ? many : one}${/'s$/.test(found) ? "'s" : ''}`
        const article = /\b(an?)\s$/i.exec(text.plain.slice(Math.max(0, start - 3), start))?.[0] ?? ''
        const lead = article === '' ? '' : `${/^[aeiou]/.test(meaning) ? 'an' : 'a'} `
        const from = start - article.length
        const suggestion = text.opensSentence(from) ? capital(lead + meaning) : lead + meaning
        return { says: `${quoted(text, start, end)} is our word, not theirs`, at: at(text, from, end), suggestion }
      }),
  )
}

const jargon: Rule = {
  id: 'R79',
  version: VERSION,
  title: 'Police shorthand',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter: a list of short words that stand inside the service only' },
  why: 'Most readers do not know it, and some take it for something else.',
  fix: 'Write it out in everyday words.',
  decidedBy: [],
  look: (reading) => reading.texts.flatMap(jargonHits),
  fails: [
    { words: 'Misper located in Eastby.', marks: 'Misper', suggests: 'Missing person' },
    { words: 'The A12 is closed after an RTC.', marks: 'an RTC', suggests: 'a road traffic collision' },
    { words: 'Two people arrested for PWITS.', marks: 'PWITS' },
  ],
  passes: [
    { words: 'Agnes is safe and at home.' },
    { words: 'Road traffic collision (RTC) on the A12. The RTC is near Eastby.' },
    { words: 'Report it to our team. #ASB' },
  ],
}

const CLICK_HERE =
  /\b(?:click|tap|press|cliciwch)\s(?:here|this|below|yma|(?:on\s)?(?:the|this)\slink)(?:\sbelow)?(?:\sto\s(\w+)|\sfor\s(?:the\s)?(\w+))?(?!\w)/g
const WARNED =
  /\b(?:don't|do\snot|dont|never|avoid|not|before\syou|asking\syou\sto|asks\syou\sto|told\sto|peidiwch)\b[^.!?]{0,30}$/

function clickHits(text: Text): Hit[] {
  return matches(CLICK_HERE, text.lower)
    .filter((hit) => !WARNED.test(text.lower.slice(Math.max(0, hit.start - 50), hit.start)))
    .map(({ start, end, groups }): Hit => {
      const opening = text.opensSentence(start)
      const then = groups[0] ?? groups[1] ?? (text.language === 'cy' ? 'darllenwch fwy' : 'read more')
      return {
        says: `${quoted(text, start, end)} does not say where it leads`,
        at: at(text, start, end),
        suggestion: opening ? capital(then) : then,
      }
    })
}

function linkHits(text: Text): Hit[] {
  const [only, second] = text.links
  if (!only) return []
  const last = text.links.at(-1) ?? only
  if (second)
    return [{ says: `${text.links.length} links: one is easier to follow`, at: at(text, second.start, last.end) }]
  const words = text.sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  const bare = words - (/^https?:|^www\./i.test(only.address) ? 0 : 1)
  return bare > 1
    ? []
    : [
        {
          says: 'The link stands alone',
          at: at(text, only.start, only.end),
          fix: 'Say in a few words what the reader finds there.',
        },
      ]
}

const unclearLink: Rule = {
  id: 'R80',
  version: VERSION,
  title: 'Link that does not say where it leads',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'official', words: 'An English district council’s accessibility guide, and a university’s' },
  why: 'People decide by the words whether to follow a link, and the careful ones follow none that is silent.',
  fix: 'Say what is there: “Report it online:” and the link.',
  decidedBy: [],
  look: (reading) => reading.words.flatMap((text) => [...clickHits(text), ...linkHits(text)]),
  fails: [
    {
      words: 'Click here to report a crime: https://www.westshire.police.uk/report',
      marks: 'Click here to report',
      suggests: 'Report',
    },
    { words: 'Click here', marks: 'Click here', suggests: 'Read more' },
    { words: 'https://www.westshire.police.uk/news', marks: 'https://www.westshire.police.uk/news' },
    {
      words: 'Read about locks at www.example.org/locks and about sheds at www.example.org/sheds',
      marks: 'www.example.org/sheds',
    },
  ],
  passes: [
    { words: 'Report it online: https://www.westshire.police.uk/report' },
    { words: 'Had a text from your bank? Do not click on the link.' },
  ],
}

const SHOUTED = /(?<![\w#@])[A-Z][A-Z'’&-]+(?:[ ,]{1,2}(?:[A-Z][A-Z'’&-]+|\d{1,5}|[AI])(?![\w])){2,60}[!?.]{0,5}/g
/** Runs of these are names and not shouts. */
const LETTERS = phrases(
  'bbc|itv|uk|usa|nhs|cctv|cctv|pcso|pcsos|mp|dvla|dvsa|rspca|rnli|aa|rac|gmp|psni|btp|cps|hmp|hm|tv|am|pm|ok|id|pc|ps|dc|ds|di|dci|acc|dcc|cc|rtc|asb|anpr|cid|phd|vip|ev|suv|bmw|vw|led|usb|pin|qr|faq|gp|ae|mot',
)
const FANCY =
  /(?:[\u2102\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128-\u2134\u{1d400}-\u{1d7ff}\u{ff21}-\u{ff5a}\u{24b6}-\u{24e9}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}][\ufe0f\u0300-\u036f]*\s?){2,400}/gu

function shouting(text: Text): Hit[] {
  return matches(SHOUTED, text.plain).flatMap(({ start, end, found }): Hit[] => {
    const words = found.match(/[A-Z][A-Z'’&-]+/g) ?? []
    const spoken = words.filter(
      (word) => !matches(LETTERS, word.toLowerCase()).some((hit) => hit.found.length === word.length),
    )
    if (spoken.length < 3 || spoken.join('').length < 9) return []
    const small = found.toLowerCase().replaceAll(/\bi\b/g, 'I')
    const suggestion = text.opensSentence(start) ? capital(small) : small
    return [{ says: `${quoted(text, start, end)} shouts`, at: at(text, start, end), suggestion }]
  })
}

function fancyLetters(text: Text): Hit[] {
  if (!/[\u2102-\u2134\uff21-\uff5a\u24b6-\u24e9\ud835\ud83c]/.test(text.raw)) return []
  return [...text.raw.matchAll(FANCY)].map((hit): Hit => {
    const found = hit[0].trimEnd()
    const span = { start: hit.index, end: hit.index + found.length }
    const suggestion = found.replaceAll('\ufe0f', '').normalize('NFKC')
    return { says: 'These letters are signs to a screen reader', at: { text, span }, suggestion }
  })
}

const shout: Rule = {
  id: 'R81',
  version: VERSION,
  title: 'Shouting capitals, or letters from a symbol font',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'official', words: 'An English district council’s accessibility guide' },
  why: 'Capitals are slow to read and feel like shouting; symbol letters are read out as signs or not at all.',
  fix: 'Use ordinary letters.',
  decidedBy: [],
  look: (reading) => reading.words.flatMap((text) => [...shouting(text), ...fancyLetters(text)]),
  fails: [
    { words: 'SLOW DOWN NEAR SCHOOLS', marks: 'SLOW DOWN NEAR SCHOOLS', suggests: 'Slow down near schools' },
    { words: 'Come to our 𝓯𝓪𝓷𝓬𝔂 day.', marks: '𝓯𝓪𝓷𝓬𝔂', suggests: 'fancy' },
  ],
  passes: [
    { words: 'Slow down near schools' },
    { words: 'PC 4471 of the RNLI and BBC UK day' },
    { words: 'WITNESS APPEAL: were you in Mill Lane? Call 101.' },
  ],
}

export const plainLanguageRules: readonly Rule[] = [longSentence, jargon, unclearLink, shout]
