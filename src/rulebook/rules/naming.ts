import { ARRESTED, CONVICTED, IN_COURT } from '../language/cues.ts'
import { isGivenName, type PersonName } from '../language/names.ts'
import { capital, matches, says } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const BEFORE =
  /\b(?:arrest(?:ed|ing|s)?|nicked|lifted|collared|nabbed|detained|apprehended|suspect(?:ed)?|questioning|cuffed|arrest\sof|custody\sis|in\scustody|in\sour\scells)(?:[\s,:-]+(?:a|the|one|our|local|prolific|wanted|suspected|suspect|offender|man|woman|male|female|person|resident|burglar|thief|dealer|robber|named|called|name|is|as|that|aged|has|have|been|was|were|locally|again|overnight|today|last|night|yesterday|\d{1,3}(?:-year-old)?|year-old|mr|mrs|ms|miss))*[\s,:?!"'-]*$/
const AFTER =
  /^(?:,?\s\(?(?:aged\s)?\d{1,2}\)?)?(?:,?\s(?:of|from)\s[\w\s']{1,40}?)?,?\s?(?:[-:]\s?)?(?:(?:was|is|has|have|had|been|being|now|also|got|were|remains|currently|then|later|both|today|this|morning)\s)*(?:arrested(?!\s(?:a|an|the|two|three|four|him|her|them|one|\d+|suspects?|people)\b)|in\s(?:police\s)?custody|in\s(?:our|the)\scells?|detained\b(?!\s(?:a|an|the|him|her)\b)|suspected\sof|being\sheld|held\son|nicked\b(?!\s(?:a|an|the)\b)|bailed|released\sunder|(?:a|our|the|prime|main)\s(?:prime\s|main\s)?suspect)/
const PRONOUN = /^(?:"|')?(?:he|she|they|the\s(?:man|woman|pair|two|\d+-year-old)|both)\b/
const ARRESTED_SMALL =
  /\b(?:arrested|nicked|detained|suspect)\s(?:mr\s|mrs\s|ms\s|miss\s)?(@[\w.]+|[a-z]{2,20}(?:\s[a-z'-]{2,20})?)/g

const NOT_CHARGED =
  /\b(?:not|never|nobody|no\sone|hasn't|haven't|wasn't)\s(?:yet\s)?(?:been\s|being\s|has\sbeen\s|was\s)?charged\b|\bwithout\scharge\b|\b(?:could|may|might|will|to)\sbe\scharged\b/

const isInCourt = (lower: string): boolean =>
  (says(IN_COURT, lower) || says(CONVICTED, lower)) && !NOT_CHARGED.test(lower)

/** Whether the words say that this person has been charged or convicted, by name or in the next sentence's "he". */
function isCharged(text: Text, name: PersonName): boolean {
  const sentences = text.sentences.map(({ start, end }) => ({ start, lower: text.lower.slice(start, end) }))
  return sentences.some(({ start, lower }) => {
    return isInCourt(lower) && (lower.includes(name.surname) || (start > name.start && PRONOUN.test(lower)))
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

const JOINED = /^,?\s?(?:\(?(?:aged\s)?\d{1,2}\)?,?\s)?(?:and\s|&\s|,\s?)$/
const ASKED = /\?["')]*\s$/

/** What stands before a name in its sentence; also the question that the name answers: "Guess who is in custody? …". */
function wordsBefore(text: Text, start: number): string {
  const from = text.sentenceAt(start).start
  const answers = from === start && ASKED.test(text.plain.slice(Math.max(0, from - 4), from))
  return text.lower.slice(Math.max(answers ? 0 : from, start - 90), start)
}

const isAccused = (text: Text, name: { start: number; end: number }): boolean =>
  BEFORE.test(wordsBefore(text, name.start)) || AFTER.test(text.lower.slice(name.end, name.end + 100))

function suspectNames(text: Text): { start: number; end: number }[] {
  const names = text.names.filter((name) => !name.officer && !isCharged(text, name))
  const accused = names.map((name) => isAccused(text, name))
  for (const [place, name] of names.entries()) {
    const next = names[place + 1]
    if (!next || !JOINED.test(text.lower.slice(name.end, next.start))) continue
    const both = accused[place] || accused[place + 1]
    accused[place] = Boolean(both)
    accused[place + 1] = Boolean(both)
  }
  return names.filter((_, place) => accused[place]).map(({ start, end }) => ({ start, end }))
}

/** A given name alone, with a capital, of which the words say that its bearer was arrested. */
function givenNames(text: Text): { start: number; end: number }[] {
  return matches(CAPITAL_WORD, text.plain)
    .filter(
      (hit) => isGivenName(hit.found) && !text.names.some((name) => name.start <= hit.start && hit.start < name.end),
    )
    .filter(
      (hit) => !OFFICER.test(text.lower.slice(Math.max(0, hit.start - 14), hit.start)) && !text.inAddress(hit.start),
    )
    .filter((hit) => AFTER.test(text.lower.slice(hit.end, hit.end + 100)) && !isInCourt(text.lower))
}

const CAPITAL_WORD = /\b[A-Z][a-z]{1,15}\b(?!\s[A-Z])/g
const OFFICER = /\b(?:pc|dc|ds|di|sgt|sergeant|insp|inspector|constable|detective|pcso|dog|pd)\s$/

const SMALL_WORDS =
  /^(?:and|on|in|at|for|by|after|over|from|with|near|the|a|an|his|her|their|this|last|today|was|has|is|of|who|following|yesterday|under|without|to|as|but)$/

function endOfName(text: Text, start: number, end: number, given: string, family: string): number {
  if (given.startsWith('@'))
    return start + (/^@[\w.-]*\w/.exec(text.plain.slice(start, start + 80))?.[0].length ?? given.length)
  return family !== '' && SMALL_WORDS.test(family) ? start + given.length : end
}

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
    const end = endOfName(text, start, hit.end, given, family)
    const taken = known.some((other) => other.start < end && start < other.end)
    if (isName && !taken && !isInCourt(text.lower)) found.push({ start, end })
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
      const full = suspectNames(text)
      const names = [...full, ...givenNames(text)]
      return [...names, ...smallNames(text, names)].map((name): Hit => {
        const { end, suggestion } = withoutName(text, name)
        const says = `${quoted(text, name.start, name.end)} names someone who is not charged`
        return { says, at: at(text, name.start, end), suggestion }
      })
    })
  },
  fails: [
    {
      words: 'Well done team: arrested Darren Pell, 34, for the break-in at the yacht club.',
      marks: 'Darren Pell, 34,',
      suggests: 'a 34-year-old person',
    },
    { words: 'Kelly Marsh, 41, of Eastby, has been arrested and is in custody.', marks: 'Kelly Marsh, 41,' },
    { words: 'The suspect, named Tomos Vale, remains in custody.', marks: 'Tomos Vale' },
    { words: 'Darren Pell and Kelly Marsh have been arrested.', marks: 'Darren Pell' },
    { words: 'Darren Pell was arrested and has not been charged.', marks: 'Darren Pell' },
    { words: 'Guess who is in custody? Darren Pell!', marks: 'Darren Pell' },
    { words: 'Overnight we arrested darren pell for theft', marks: 'darren pell' },
    { words: 'Last night we have arrested DARREN PELL.', marks: 'DARREN PELL' },
  ],
  passes: [
    {
      words: 'A woman of 52 from Eastby was arrested on suspicion of fraud on Monday. She is in custody.',
    },
    { words: 'Darren Pell, 34, was arrested on 3 May. He has been charged with burglary.' },
    { words: 'PC Amy Lowe arrested a man in Quay Street after a short chase.' },
    { words: 'A man was arrested and Sarah Bell is safe at home.' },
    { words: 'Sarah Bell has been found safe. Thank you for sharing.' },
  ],
}

export const namingRules: readonly Rule[] = [namesSuspect]
