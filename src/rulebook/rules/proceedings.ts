import { ARRESTED, CAUGHT, CONVICTED, IN_COURT } from '../language/cues.ts'
import { capital, matches, phrases, says } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

type Accused = { pattern: string; one: string; many: string }
const accused = (pattern: string, offence: string): Accused => ({
  pattern,
  one: `person suspected of ${offence}`,
  many: `people suspected of ${offence}`,
})
const NOUNS: readonly Accused[] = [
  accused('burglars?', 'burglary'),
  accused('thief|thieves', 'theft'),
  { pattern: 'lleidr|lladron', one: 'person ar amheuaeth o ddwyn', many: 'pobl ar amheuaeth o ddwyn' },
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
const SOFTENED = /\b(?:suspected|alleged|accused|convicted|jailed|sentenced|anti-?|from|of being|being|as)\s(?:a\s)?$/
const IN_GOODS = /\b(?:cars?|art|antiques?|cards?|bikes?|scrap|main|private|registered|motor|metal|horse|book|used)\s$/
const MANY = /(?:s|thieves|men|lladron)$/
const THIS_ONE = /\b(?:the|this|our|that|these|those|another|a|an)\s(?:[a-z-]+\s)?$/

function arrestNear(text: Text, start: number, end: number): boolean {
  const sentence = text.sentenceAt(start)
  if (says(ARRESTED, sentence.lower) || says(CAUGHT, sentence.lower) || says(IN_COURT, sentence.lower)) return true
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
  if (text.language === 'cy' || word === 'lleidr')
    return { start, suggestion: text.opensSentence(start) ? capital(one) : one }
  const from = article ? start - article[0].length : start
  return { start: from, suggestion: `${text.opensSentence(from) ? 'A' : 'a'} ${one}` }
}

/** "who robbed the shop" as if it were known; the deed, and how to speak of a suspicion. */
const DEEDS: Record<string, string> = {
  robbed: 'robbing',
  stole: 'stealing',
  burgled: 'burgling',
  attacked: 'attacking',
  assaulted: 'assaulting',
  stabbed: 'stabbing',
  raped: 'raping',
  killed: 'killing',
  murdered: 'murdering',
  vandalised: 'damaging',
  mugged: 'robbing',
}
const WHO_DID = phrases(`who (${Object.keys(DEEDS).join('|')})`)

function deeds(text: Text): Hit[] {
  return matches(WHO_DID, text.lower).flatMap(({ start, end, groups }): Hit[] => {
    const sentence = text.sentenceAt(start).lower
    if (!says(ARRESTED, sentence) || says(CONVICTED, sentence) || /\bnot\s(?:been|yet)\b/.test(sentence)) return []
    const suggestion = `suspected of ${DEEDS[groups[0] ?? ''] ?? 'this'}`
    return [{ says: `${quoted(text, start, end)} calls a suspect guilty`, at: at(text, start, end), suggestion }]
  })
}

function guiltWords(text: Text): Hit[] {
  const hits: Hit[] = []
  for (const { start, end, found } of matches(NOUN, text.lower)) {
    const before = text.lower.slice(Math.max(0, start - 20), start)
    if (
      SOFTENED.test(before) ||
      (IN_GOODS.test(before) && /^dealer/.test(found)) ||
      text.inAddress(start) ||
      !arrestNear(text, start, end)
    )
      continue
    if (says(CONVICTED, text.sentenceAt(start).lower)) continue
    const better = gentler(text, start, end)
    const head = `${quoted(text, start, end)} calls a suspect guilty`
    hits.push({ says: head, at: at(text, better.start, end), suggestion: better.suggestion })
  }
  for (const { start, end, found } of matches(OUTRIGHT, text.lower)) {
    if (says(CONVICTED, text.lower)) continue
    hits.push({
      says: `${quoted(text, start, end)} calls a suspect guilty`,
      at: at(text, start, end),
      ...(/^caught/.test(found) ? { suggestion: 'stopped by officers' } : {}),
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
  look: (reading) => reading.texts.flatMap((text) => [...guiltWords(text), ...deeds(text)]),
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
    { words: 'The man who robbed the shop has been arrested.', marks: 'who robbed', suggests: 'suspected of robbing' },
    { words: 'Man arrested in Eastby, caught red-handed.', marks: 'caught red-handed' },
    { words: 'Buᴙglar? No: b\u200burglar caught in Quay Street.', marks: 'b\u200burglar' },
  ],
  passes: [
    { words: 'A woman was arrested on suspicion of handling stolen tools.' },
    { words: 'Thieves look for unlocked doors. Check yours tonight.' },
    { words: 'We have arrested three suspected shoplifters at the retail park.' },
    { words: 'A burglar who broke into four homes was jailed for three years at Westport Crown Court.' },
    { words: 'A car dealer in Eastby helped us arrest two people.' },
  ],
}

const COURT = phrases(
  'sentence[ds]?|sentencing|jail(?:ed)?|prison|judges?|magistrates?|court|porridge|behind bars|custodial|sent down|banged up|convicted',
)
const TERM = phrases('months|years|weeks')
/** An opinion on its length: said of months and years, too. */
const TOO_SHORT = phrases(
  "should(?: have|'ve| of)? (?:been|got|have got|be|have been given) (?:longer|more|much longer|life|a lot more)|(?:far |way |much )?too (?:short|lenient) a? ?(?:sentence|term|time)?",
)
const GLOSS = phrases(
  '(?:far |way |much )?too (?:short|lenient|soft|light)|not (?:long |nearly )enough|slap on the wrist|soft (?:touch|judges?|sentence)|throw away the key|lock (?:him|her|them) up and|good riddance|rot in|hope (?:he|she|they) (?:enjoys?|rots?|likes?)|deserve[ds]? (?:longer|more|every|all|it|life)|got off light(?:ly)?|what a joke|a joke of a|pathetic sentence|sentence[a-z ,-]{0,12}well[- ]deserved|well[- ]deserved (?:sentence|jail|prison|time inside)|laughable|disgrace(?:ful)? sentence',
  'enjoy (?:your |his |her |their |the )?(?:new home |stay |time |holiday )?(?:in |at |behind )?(?:prison|jail|porridge|bars|stay|inside|holiday)|sleep tight in|see you in \\d+ years|your room is ready|happy to see (?:him|her|them) (?:jailed|go down)|delighted (?:with|by) (?:the|this) sentence|great (?:sentence|result in court)',
  'only (?:got |given |a )?(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|a few) (?:months?|years?|weeks?)(?= in prison| inside|,|!|\\?|\\.|$| sentence| jail| -|\\n)',
)

function glosses(text: Text): { start: number; end: number }[] {
  const short = matches(TOO_SHORT, text.lower).filter(() => says(TERM, text.lower) || says(COURT, text.lower))
  if (short.length === 0 && !says(COURT, text.lower)) return []
  const other = matches(GLOSS, text.lower).filter((hit) => !text.inAddress(hit.start))
  return [...short, ...other.filter((hit) => !short.some((one) => one.start < hit.end && hit.start < one.end))]
}

const glossesSentence: Rule = {
  id: 'R06',
  version: VERSION,
  title: 'An opinion on a sentence, or pleasure in it',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: {
    kind: 'press',
    words: 'A large English force took such a post down in 2011, as reported',
  },
  why: 'Courts decide sentences. Our opinion of one, or pleasure in it, costs trust in both.',
  fix: 'Give the facts: the sentence, the court, the offence.',
  decidedBy: ['headOfCommunications', 'corporateCommunications', 'supervisor'],
  look: (reading) =>
    reading.texts.flatMap((text) =>
      glosses(text).map((hit): Hit => {
        const head = `${quoted(text, hit.start, hit.end)} comments on a sentence`
        return { says: head, at: at(text, hit.start, hit.end) }
      }),
    ),
  fails: [
    { words: 'He got 18 weeks. It should have been longer.', marks: 'should have been longer' },
    { words: 'Only 5 months, the court was kind!', marks: 'Only 5 months' },
    { words: 'Jailed today at Westport Crown Court. Should have been longer!', marks: 'Should have been longer' },
    { words: 'Enjoy prison, we will not miss you.', marks: 'Enjoy prison' },
    { words: 'Two years for that? The sentence is far too lenient.', marks: 'far too lenient' },
  ],
  passes: [
    { words: 'Westport Crown Court sentenced him to 18 weeks in prison for burglary.' },
    { words: 'PC Moss has been with us only two years and loves it.' },
    { words: 'After 30 years as a special constable, Ann deserves all our thanks.' },
    { words: 'Enjoy the fireworks at Eastby Park, and stay with your friends.' },
  ],
}

export const proceedingsRules: readonly Rule[] = [presumesGuilt, glossesSentence]
