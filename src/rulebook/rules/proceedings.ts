import { ARRESTED, CONVICTED, IN_COURT } from '../language/cues.ts'
import type { PersonName } from '../language/names.ts'
import { isGivenName } from '../language/names.ts'
import { capital, matches, phrases, says } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const BEFORE =
  /\b(?:arrest(?:ed|ing|s)?|nicked|lifted|collared|nabbed|detained|apprehended|suspect(?:ed)?|questioning|cuffed|arrest\sof|custody\sis)(?:[\s,:-]+(?:a|the|one|our|local|prolific|wanted|suspected|suspect|offender|man|woman|male|female|person|resident|burglar|thief|dealer|robber|named|called|name|is|as|that|and|aged|\d{1,3}(?:-year-old)?|year-old|mr|mrs|ms|miss))*[\s,:"'-]*$/
const AFTER =
  /^(?:,?\s\(?(?:aged\s)?\d{1,2}\)?)?(?:,?\s(?:of|from)\s[\w\s']{1,40}?)?,?\s?(?:[-:]\s?)?(?:(?:was|is|has|have|had|been|being|now|also|got|were|remains|currently|then|later|both|today|this|morning)\s)*(?:arrested(?!\s(?:a|an|the|two|three|four|him|her|them|one|\d+|suspects?|people)\b)|in\s(?:police\s)?custody|in\s(?:our|the)\scells?|detained\b(?!\s(?:a|an|the|him|her)\b)|suspected\sof|being\sheld|held\son|nicked\b(?!\s(?:a|an|the)\b)|bailed|released\sunder|(?:a|our|the|prime|main)\s(?:prime\s|main\s)?suspect)/
const PRONOUN = /^(?:"|')?(?:he|she|they|the\s(?:man|woman|pair|two|\d+-year-old)|both)\b/
const ARRESTED_SMALL =
  /\b(?:arrested|nicked|detained|suspect)\s(?:mr\s|mrs\s|ms\s|miss\s)?(@[\w.]+|[a-z]{2,20}(?:\s[a-z'-]{2,20})?)/g

/** Whether the words say that this person has been charged or convicted, by name or in the next sentence's "he". */
function isCharged(text: Text, name: PersonName): boolean {
  const sentences = text.sentences.map(({ start, end }) => ({ start, lower: text.lower.slice(start, end) }))
  return sentences.some(({ start, lower }) => {
    const court = says(IN_COURT, lower) || says(CONVICTED, lower)
    return court && (lower.includes(name.surname) || (start > name.start && PRONOUN.test(lower)))
  })
}

const AGE_AFTER = /^,?\s\(?(?:aged\s)?(\d{1,2})\)?,?/

/** "a 34-year-old man", as far as the words around tell. */
function withoutName(text: Text, name: { start: number; end: number }): { end: number; suggestion: string } {
  const age = AGE_AFTER.exec(text.plain.slice(name.end, name.end + 14))
  const years = age?.[1]
  const near = text.lower
  const who = /\b(?:he|him|his|man|mr)\b/.test(near)
    ? 'man'
    : /\b(?:she|her|woman|mrs|ms|miss)\b/.test(near)
      ? 'woman'
      : 'person'
  const article = years && /^(?:8|11|18)/.test(years) ? 'an' : 'a'
  const plain = years ? `${article} ${years}-year-old ${who}` : `a ${who}`
  const suggestion = text.opensSentence(name.start) ? capital(plain) : plain
  return { end: name.end + (age ? age[0].length : 0), suggestion }
}

function suspectNames(text: Text): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const name of text.names) {
    if (name.officer) continue
    const before = text.lower.slice(Math.max(text.sentenceAt(name.start).start, name.start - 90), name.start)
    const told = BEFORE.test(before) || AFTER.test(text.lower.slice(name.end, name.end + 100))
    if (told && !isCharged(text, name)) found.push({ start: name.start, end: name.end })
  }
  return found
}

const SMALL_WORDS =
  /^(?:and|on|in|at|for|by|after|over|from|with|near|the|a|an|his|her|their|this|last|today|was|has|is|of|who|following|yesterday|under|without|to|as|but)$/

/** Names typed small, single given names and handles: only straight after the word that accuses. */
function smallNames(text: Text, known: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const hit of matches(ARRESTED_SMALL, text.lower)) {
    const named = hit.groups[0] ?? ''
    const [given = '', family = ''] = named.split(/\s/)
    const start = hit.end - named.length
    const typed = text.plain.slice(start, start + given.length)
    const isName =
      given.startsWith('@') ||
      (isGivenName(given) && ((family !== '' && !SMALL_WORDS.test(family)) || /^[A-Z]/.test(typed)))
    const end = family !== '' && SMALL_WORDS.test(family) ? start + given.length : hit.end
    const taken = known.some((other) => other.start < end && start < other.end)
    if (isName && !taken && !says(IN_COURT, text.lower)) found.push({ start, end })
  }
  return found
}

const namesSuspect: Rule = {
  id: 'R01',
  version: VERSION,
  title: 'Name of a person who is arrested or suspected',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'College of Policing guidance on naming people who are arrested' },
  why: 'Nobody has charged this person yet, and a name cannot be taken back if nobody ever does.',
  fix: 'Say age, sex, town, and what the arrest is for. If the name is needed, the senior investigating officer or gold records why.',
  decidedBy: ['sio', 'gold'],
  look(reading) {
    return reading.texts.flatMap((text) => {
      if (!says(ARRESTED, text.lower) && !text.lower.includes('suspect') && !text.lower.includes('lifted')) return []
      const names = suspectNames(text)
      return [...names, ...smallNames(text, names)].map((name): Hit => {
        const { end, suggestion } = withoutName(text, name)
        const says = `${quoted(text, name.start, name.end)} names someone who is not charged`
        return { says, at: at(text, name.start, end), suggestion }
      })
    })
  },
  fails: [
    {
      words: "We've arrested Darren Pell, 34, over the Mill Lane burglary.",
      marks: 'Darren Pell, 34,',
      suggests: 'a 34-year-old person',
    },
    { words: 'Kelly Marsh, 41, of Eastby, has been arrested and is in custody.', marks: 'Kelly Marsh, 41,' },
    { words: 'The suspect, named Tomos Vale, remains in custody.', marks: 'Tomos Vale' },
    { words: 'Overnight we arrested darren pell for theft', marks: 'darren pell' },
    { words: 'Last night we ARRESTED DARREN PELL.', marks: 'DARREN PELL' },
  ],
  passes: [
    {
      words:
        'A 34-year-old man from Westport has been arrested on suspicion of burglary in Mill Lane on 3 May and is in custody.',
    },
    { words: 'Darren Pell, 34, was arrested on 3 May. He has been charged with burglary.' },
    { words: 'PC Amy Lowe arrested a man in Quay Street after a short chase.' },
    { words: 'Sarah Bell has been found safe. Thank you for sharing.' },
  ],
}

type Accused = { pattern: string; one: string; many: string }
const accused = (pattern: string, offence: string): Accused => ({
  pattern,
  one: `person suspected of ${offence}`,
  many: `people suspected of ${offence}`,
})
const NOUNS: readonly Accused[] = [
  accused('burglars?', 'burglary'),
  accused('thief|thieves|lleidr|lladron', 'theft'),
  accused('(?:drugs? )?dealers?|drugs? (?:runners?|pushers?)', 'supplying drugs'),
  accused('robbers?|muggers?', 'robbery'),
  accused('rapists?', 'rape'),
  accused('murderers?|killers?', 'murder'),
  accused('shoplifters?', 'shoplifting'),
  accused('fraudsters?|conm[ae]n', 'fraud'),
  accused('paedophiles?|paedos?|pedophiles?', 'a sexual offence'),
  accused('vandals?', 'criminal damage'),
  accused('arsonists?', 'arson'),
  accused('poachers?', 'poaching'),
  accused('drink[- ]drivers?', 'drink-driving'),
  accused('drug[- ]drivers?', 'drug-driving'),
  accused('wife[- ]beaters?', 'domestic abuse'),
  accused('stalkers?', 'stalking'),
  accused('culprits?|perpetrators?|perps?|wrong ?doers?|crooks?|villains?', 'the offence'),
]
const NOUN = phrases(...NOUNS.map((noun) => noun.pattern))
const CHECKED_NOUNS = NOUNS.map((noun) => ({ ...noun, whole: new RegExp(`^(?:${noun.pattern})$`) }))
const OUTRIGHT = phrases(
  'caught red[- ]handed|bang to rights|caught in the act|got what (?:he|she|they) deserved?|(?:he|she|they) (?:did|done) it|no doubt (?:he|she|they)|obviously guilty|guilty as|caught with (?:his|her|their) (?:hand|hands|fingers) in the',
)
const SOFTENED =
  /\b(?:suspected|alleged|accused|convicted|jailed|sentenced|anti-?|car|art|antiques|card|bike|scrap|main|private|registered|from|of being|being|as)\s(?:a\s)?$/
const MANY = /(?:s|thieves|men|lladron)$/
const THIS_ONE = /\b(?:the|this|our|that|these|those|another|a|an)\s(?:[a-z-]+\s)?$/

function arrestNear(text: Text, start: number, end: number): boolean {
  const sentence = text.sentenceAt(start)
  if (says(ARRESTED, sentence.lower) || says(IN_COURT, sentence.lower)) return true
  if (!says(ARRESTED, text.lower)) return false
  return THIS_ONE.test(text.lower.slice(sentence.start, start)) && !MANY.test(text.lower.slice(start, end))
}

function gentler(text: Text, start: number, end: number): { start: number; suggestion: string } {
  const word = text.lower.slice(start, end).replaceAll(/\s/g, ' ')
  const noun = CHECKED_NOUNS.find((one) => one.whole.test(word))
  if (MANY.test(word)) {
    const many = noun?.many ?? 'people suspected of this'
    return { start, suggestion: text.opensSentence(start) ? capital(many) : many }
  }
  const one = noun?.one ?? 'person suspected of this'
  const article = /\b(an|our|the|this|that)\s$/.exec(text.lower.slice(Math.max(0, start - 6), start))
  if (!article && /\b(?:a|another|one|[a-z-]+)\s$/.test(text.lower.slice(text.sentenceAt(start).start, start))) {
    return { start, suggestion: one }
  }
  const from = article ? start - article[0].length : start
  return { start: from, suggestion: `${text.opensSentence(from) ? 'A' : 'a'} ${one}` }
}

function guiltWords(text: Text): Hit[] {
  const hits: Hit[] = []
  for (const { start, end } of matches(NOUN, text.lower)) {
    const before = text.lower.slice(Math.max(0, start - 20), start)
    if (SOFTENED.test(before) || text.inAddress(start) || !arrestNear(text, start, end)) continue
    if (says(CONVICTED, text.sentenceAt(start).lower)) continue
    const better = gentler(text, start, end)
    const head = `${quoted(text, start, end)} says guilt before a court has`
    hits.push({ says: head, at: at(text, better.start, end), suggestion: better.suggestion })
  }
  for (const { start, end } of matches(OUTRIGHT, text.lower)) {
    if (says(CONVICTED, text.lower)) continue
    hits.push({
      says: `${quoted(text, start, end)} says guilt before a court has`,
      at: at(text, start, end),
      suggestion: 'stopped by officers',
    })
  }
  return hits
}

const presumesGuilt: Rule = {
  id: 'R03',
  version: VERSION,
  title: 'Words that treat a suspect as guilty',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: {
    kind: 'official',
    words: 'College of Policing guidance on arrests; the Attorney General on contempt of court',
  },
  why: 'An arrest or a charge is not a conviction, and words like these can harm a trial.',
  fix: 'Say what the person is suspected of, or that someone was stopped or arrested.',
  decidedBy: ['sio', 'oic', 'supervisor', 'corporateCommunications', 'headOfCommunications'],
  look: (reading) => reading.texts.flatMap(guiltWords),
  fails: [
    {
      words: 'Burglar arrested last night, now in our cells.',
      marks: 'Burglar',
      suggests: 'A person suspected of burglary',
    },
    { words: 'Two arrests in Mill Lane tonight. The thief ran, but not for long.', marks: 'The thief' },
    {
      words: 'Another drug dealer off the streets of Westport.',
      marks: 'drug dealer',
      suggests: 'person suspected of supplying drugs',
    },
    { words: 'Three shoplifters nicked at the retail park.', marks: 'shoplifters' },
    { words: 'Man arrested in Eastby, caught red-handed.', marks: 'caught red-handed' },
    { words: 'Buᴙglar? No: b\u200burglar caught in Quay Street.', marks: 'b\u200burglar' },
  ],
  passes: [
    { words: 'One person arrested on suspicion of burglary.' },
    { words: 'Thieves look for unlocked doors. Check yours tonight.' },
    { words: 'We have arrested three suspected shoplifters at the retail park.' },
    { words: 'A burglar who broke into four homes was jailed for three years at Westport Crown Court.' },
    { words: 'A car dealer in Eastby helped us arrest two people.' },
  ],
}

const SENTENCE = phrases(
  'sentence[ds]?|jail(?:ed)?|prison|months|years|judge|magistrates?|court|bird|porridge|time inside|behind bars|suspended|custodial|sent down|banged up|fine[ds]?|inside',
)
const GLOSS = phrases(
  "should(?: have|'ve)? (?:been|got|have got|be|have been given) (?:longer|more|much longer|life|jailed|a lot more)|(?:far |way |much )?too (?:short|lenient|soft|light)|not (?:long |nearly )?enough|slap on the wrist|soft (?:touch|judges?|sentence)|throw away the key|lock (?:him|her|them) up and|good riddance|rot in|hope (?:he|she|they) (?:enjoys?|rots?|likes?)|deserve[ds]? (?:longer|more|every|all|it|life)|got off light(?:ly)?|what a joke|a joke of a|pathetic sentence|laughable|disgrace(?:ful)? sentence",
  'enjoy (?:your |his |her |their |the )?(?:new home |stay |time |holiday )?(?:in |at |behind )?(?:prison|jail|porridge|bars|stay|inside|holiday)|sleep tight in|see you in \\d+ years|your room is ready|happy to see (?:him|her|them) (?:jailed|go down)|delighted (?:with|by) (?:the|this) sentence|great (?:sentence|result in court)',
  'only (?:got |given |a )?(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|a few) (?:months?|years?|weeks?)(?= in| inside| for|,|!|\\?|\\.|$| sentence| jail| -|\\n)',
)

const glossesSentence: Rule = {
  id: 'R06',
  version: VERSION,
  title: 'Comment on a sentence, or gloating',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: {
    kind: 'press',
    words: 'A force withdrew such a post in 2011: what a sentence should be is for the court alone',
  },
  why: 'Courts decide sentences. Our opinion of one, or pleasure in it, costs trust in both.',
  fix: 'Give the facts: the sentence, the court, the offence.',
  decidedBy: ['headOfCommunications', 'corporateCommunications', 'supervisor'],
  look: (reading) =>
    reading.texts.flatMap((text) =>
      matches(GLOSS, text.lower)
        .filter((hit) => says(SENTENCE, text.lower) && !text.inAddress(hit.start))
        .map((hit): Hit => {
          const head = `${quoted(text, hit.start, hit.end)} comments on a sentence`
          return { says: head, at: at(text, hit.start, hit.end) }
        }),
    ),
  fails: [
    { words: 'Only 5 months, the court was kind!', marks: 'Only 5 months' },
    { words: 'Jailed today at Westport Crown Court. Should have been longer!', marks: 'Should have been longer' },
    { words: 'Enjoy prison, we will not miss you.', marks: 'Enjoy prison' },
    { words: 'Two years for that? The sentence is far too lenient.', marks: 'far too lenient' },
  ],
  passes: [
    { words: 'Jailed for five months at Westport Crown Court for handling stolen goods.' },
    { words: 'PC Moss has been with us only two years and loves it.' },
    { words: 'Enjoy the fireworks at Eastby Park, and stay with your friends.' },
  ],
}

export const proceedingsRules: readonly Rule[] = [namesSuspect, presumesGuilt, glossesSentence]
