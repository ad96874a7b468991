import { APPEAL, ARRESTED, CONVICTED, IN_COURT } from '../language/cues.ts'
import { first, matches, phrases, says } from '../language/pattern.ts'
import { streetsOf } from '../language/places.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule, yesOrNo } from '../rule.ts'

const VERSION = '2026-11-21'

const proceedings = (words: string): boolean => says(ARRESTED, words) || says(IN_COURT, words) || says(CONVICTED, words)

const YOUNG = phrases(
  '(?:[1-9]|1[0-7])[- ]?(?:years?|yrs?)[- ]old|(?:aged|age) (?:[1-9]|1[0-7])|(?:boys?|girls?|lads?|teen(?:ager)?s?|youths?|child|kid|pupil|student|son|daughter),? \\(?(?:aged )?(?:[1-9]|1[0-7])\\)?',
  "(?:son|daughter) of [a-z' ]{3,40},? \\(?(?:aged )?(?:[1-9]|1[0-7])|(?:school|teenage |teenaged )(?:boys?|girls?)|teenagers?|juveniles?|under[- ]18s?|(?:boys?|girls?|youths?|pupils?|schoolchild(?:ren)?)",
)
const SCHOOL =
  /\b(?:[A-Z][\w']+\s){1,3}(?:(?:High|Primary|Secondary|Grammar|Junior|Infant)\s)?(?:School|Academy|College|Comprehensive)\b|\bYsgol\s[A-Z]\w+/g
const RELATED = phrases('(?:step)?(?:son|daughter|brother|sister|nephew|niece|grandson|granddaughter)s? of')
const NOT_YOUNG = /\b(?:(?:1[89]|[2-9]\d)[- ]?year[- ]old)\b/

/** Names that could be the young person's: sure ones, and any two capitals with an age. Officers and victims' streets are not. */
function identifiersOfYoung(text: Text): { start: number; end: number }[] {
  const names = text.names.filter(
    (name) => !name.officer && (name.sure || /^,?\s\(?1?\d\)?\b/.test(text.plain.slice(name.end, name.end + 6))),
  )
  return [...names, ...matches(SCHOOL, text.plain), ...matches(RELATED, text.lower)].map(({ start, end }) => ({
    start,
    end,
  }))
}

function youngInTrouble(text: Text): { start: number; end: number } | null {
  const sentences = text.sentences.filter(({ start, end }) => proceedings(text.lower.slice(start, end)))
  for (const { start, end } of sentences) {
    const young = first(YOUNG, text.lower.slice(start, end))
    if (young && !NOT_YOUNG.test(young.found)) return { start: start + young.start, end: start + young.end }
  }
  return null
}

const youngQuestion = yesOrNo(
  'Could anybody tell from the name, school or picture who the young person is?',
  'Yes, or I am not sure',
  'No: it belongs to somebody or something else',
)

function youngHits(reading: Reading): Hit[] {
  return reading.words.flatMap((text) => {
    const young = youngInTrouble(text)
    if (!young) return []
    const marks = identifiersOfYoung(text)
    if (marks.length === 0 && reading.draft.pictures.length > 0) marks.push(young)
    return marks.map((mark): Hit => {
      const what = mark === young ? 'A picture beside' : quoted(text, mark.start, mark.end)
      const says =
        mark === young
          ? 'A picture may show a young person in a case'
          : `${what} may tell who a young person in a case is`
      return {
        says,
        at: at(text, mark.start, mark.end),
        question: youngQuestion,
        ...(mark === young ? { basis: reading.pictured } : {}),
      }
    })
  })
}

const youngPerson: Rule = {
  id: 'R07',
  version: VERSION,
  title: 'Someone under 18 in a case, and what would identify them',
  jurisdictions: everywhere,
  mode: 'ask',
  severity: 'block',
  pack: null,
  source: {
    kind: 'official',
    words: 'College of Policing guidance on the law; section 45, Youth Justice and Criminal Evidence Act 1999',
  },
  why: 'The law protects a young person in a case from being known, and courts can make that protection an order.',
  fix: 'Give age, sex, town and offence only: no name, no school, no picture.',
  decidedBy: ['sio', 'gold', 'headOfCommunications'],
  look: youngHits,
  fails: [
    { words: 'A girl of 14 from Hill School was charged with arson.', marks: 'Hill School' },
    { words: 'Jayden Marsh, 16-year-old, was charged and is due before Westport Youth Court.', marks: 'Jayden Marsh' },
    {
      words: 'Boy, 15, arrested near Eastby harbour.',
      when: 'with a picture',
      marks: 'Boy, 15',
      draft: { pictures: [{ field: 'alt:0', alt: 'A street in Eastby', language: 'en', locationInFile: false }] },
    },
  ],
  passes: [
    { words: 'A girl, 16, is due before the youth court for arson.' },
    { words: 'PC Amy Lowe met pupils of Hill School this morning.' },
    {
      words: 'A girl of 14 from Hill School was charged with arson.',
      when: 'and the question is answered: it is not about the young person',
      draft: { answers: { 'R07|words||hill school': 'no' } },
    },
  ],
}

const SEXUAL = phrases(
  'rape[ds]?|raping|rapist|sex(?:ual)? (?:offen[cs]es?|assault(?:s|ed|ing)?|abuse[ds]?|exploitation|activity|touching)|sexually (?:assault(?:ed|ing)?|abus(?:ed|ing)|touch(?:ed|ing)|exploited)|indecen(?:t|tly|cy)[a-z ]{0,16}|grooming|groomed|upskirting|voyeurism|trafficked|trafficking (?:of )?(?:people|women|girls|person|for)|human trafficking|modern slavery|female genital mutilation|fgm|forced marriage|forced (?:in)?to (?:marriage|marry)|honour[- ]based|molest(?:ed|ing|ation)?|sex attack|treisi?o?|trosedd rhyw(?:iol)?',
)
const SINGLE_CASE = phrases(
  'arrest(?:ed|s)?|charged|court|jailed|sentenced|convicted|guilty|attack(?:ed|er)?|reported|investigat(?:e|ing|ion)|appeal(?:ing)?|witness(?:es)?|happened|took place|incident|suspect|victim|survivor|was|were',
)
const DETAIL = phrases(
  "(?:her|his|their|the victim's|victim's|a|the) (?:step-?)?(?:father|dad|mother|mum|brother|sister|son|daughter|uncle|aunt|cousin|grand(?:father|dad|mother|son|daughter)|niece|nephew|husband|wife|partner|ex-?partner|ex-?boyfriend|boyfriend|girlfriend|ex|fiance|carer|teacher|tutor|coach|boss|manager|employer|colleague|landlord|neighbour|flatmate|housemate|lodger|doctor|priest|vicar|imam|family friend)",
  "step-?(?:father|dad|mother|mum|brother|sister|son|daughter)s?|(?:her|his|their|the victim's) (?:own )?(?:home|house|flat|bedroom|school|college|university|workplace|work|church|mosque|car|street|village)|(?:at|in) (?:the|a) (?:flat|house|bungalow|care home|children's home|hostel|caravan) (?:in|on|at)|who works (?:at|as|for|in)|who (?:goes to|attends|studies at)",
  '(?:victim|complainant|survivor|girl|boy|woman|teenager),? (?:a |an |who is |aged )?(?:[0-9]{1,2}|nurse|teacher|student|barmaid|shop ?worker|carer|pupil|waitress|runner|jogger|dog walker|tourist|mother|mum)',
)
const HELP_ONLY = phrases(
  "consent means|if you have been|if you've been|support is (?:available|there)|you will be believed|awareness (?:week|day|month)|never your fault|signs of|know the signs|spot the signs|training",
)

const sexualQuestion = yesOrNo(
  'Could this detail, with what is known elsewhere, tell somebody who the complainant is?',
  'Yes, or I am not sure',
  'No, it could not lead to them',
)

function complainantHits(text: Text): Hit[] {
  if (!says(SEXUAL, text.lower) || !says(SINGLE_CASE, text.lower)) return []
  if (says(HELP_ONLY, text.lower) && !proceedings(text.lower)) return []
  const details = [
    ...matches(DETAIL, text.lower),
    ...streetsOf(text.plain).filter((place) => !isCourt(text, place.end)),
  ]
  return details.map(({ start, end }): Hit => {
    const head = `${quoted(text, start, end)} may lead to the complainant`
    return { says: head, at: at(text, start, end), question: sexualQuestion }
  })
}

const isCourt = (text: Text, end: number): boolean =>
  /^\s(?:magistrates|crown|police\sstation)/.test(text.lower.slice(end, end + 20))

const sexualOffence: Rule = {
  id: 'R08',
  version: VERSION,
  title: 'Sexual offence, trafficking, FGM or forced marriage, and a detail about the complainant',
  jurisdictions: everywhere,
  mode: 'ask',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'College of Policing guidance on the law; Sexual Offences (Amendment) Act 1992' },
  why: 'The complainant must never be known, for life. A relation, a home or a job is often enough for those around them.',
  fix: 'Say the offence and the town. Leave out who they are to each other, and where exactly.',
  decidedBy: ['sio', 'gold'],
  look: (reading) => reading.texts.flatMap(complainantHits),
  fails: [
    { words: 'A girl was sexually assaulted by her stepfather. He is in custody.', marks: 'her stepfather' },
    { words: 'Man charged with rape at the flat in Eastby.', marks: 'at the flat in' },
    { words: 'Man charged with rape after an attack in Quay Street.', marks: 'Quay Street' },
  ],
  passes: [
    { words: 'Someone will stand trial for a rape in Westshire last year.' },
    { words: 'If you have been raped, tell us or a friend. Support is available, and you choose what happens next.' },
    { words: 'A man was jailed for nine years at Westport Crown Court for rape.' },
  ],
}

const ORIGIN =
  'syrian|afghan|albanian|polish|romanian|lithuanian|latvian|bulgarian|hungarian|czech|slovak|ukrainian|russian|turkish|kurdish|iraqi|iranian|pakistani|indian|bangladeshi|sri lankan|chinese|vietnamese|somali|eritrean|ethiopian|sudanese|nigerian|ghanaian|jamaican|algerian|moroccan|egyptian|libyan|tunisian|eastern european|african|arab|asian|black|white|mixed[- ]race|roma|gypsy|traveller|irish|british|english|portuguese|spanish|italian|french|german|brazilian|kenyan|congolese|zimbabwean|south african|american|australian|foreign|muslim|jewish|sikh|hindu|middle eastern'
const WHO =
  'm[ae]n|wom[ae]n|males?|females?|nationals?|teenagers?|boys?|girls?|gangs?|youths?|drivers?|people|persons?|suspects?|citizens?|migrants?|lads?|couple|brothers?|\\d+-year-old'
const ORIGIN_OF = new RegExp(`\\b(${ORIGIN.replaceAll(' ', '\\s')})(?=[-\\s](?:born\\s)?(?:${WHO})\\b)`, 'g')
const DESCRIBED = /\b(?:described\sas|description|missing|was\swearing|wearing|years?\sold\sand|slim|build|tall)\b/

/** Without the adjective these nouns say nothing. */
const STANDS_IN = new Map([
  ['national', 'person'],
  ['nationals', 'people'],
  ['citizen', 'person'],
  ['citizens', 'people'],
])

function originHits(text: Text): Hit[] {
  return matches(ORIGIN_OF, text.lower).flatMap(({ start, end }) => {
    const sentence = text.sentenceAt(start)
    const relevant = proceedings(sentence.lower) || /\bsuspects?\b/.test(sentence.lower)
    if (!relevant || DESCRIBED.test(sentence.lower) || says(APPEAL, sentence.lower)) return []
    const space = text.lower.charAt(end) === ' ' ? 1 : 0
    const who = /^[\w-]+/.exec(text.plain.slice(end + space))?.[0] ?? ''
    const rest = STANDS_IN.get(who.toLowerCase()) ?? who
    const article = /\b(an?)\s$/i.exec(text.plain.slice(Math.max(0, start - 3), start))?.[0] ?? ''
    const lead = article === '' ? '' : `${/^[aeiou]|^8|^1[18]/i.test(rest) ? 'an' : 'a'} `
    const opening = text.opensSentence(start - article.length)
    const better = `${lead}${rest}`
    const suggestion = opening ? better.charAt(0).toUpperCase() + better.slice(1) : better
    const head = `${quoted(text, start, end)} tells where a suspect comes from`
    return [{ says: head, at: at(text, start - article.length, end + space + who.length), suggestion }]
  })
}

const ethnicity: Rule = {
  id: 'R11',
  version: VERSION,
  title: 'Ethnicity or nationality of a suspect',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: { kind: 'official', words: 'National Police Chiefs’ Council guidance, August 2025' },
  why: 'It may be told after a charge, for a purpose that is written down, such as ending a rumour; not in passing.',
  fix: 'Leave it out, or have the head of communications record the purpose and that prosecutors were considered.',
  decidedBy: ['headOfCommunications'],
  look: (reading) => reading.texts.flatMap(originHits),
  fails: [
    { words: 'Bulgarian driver charged after a crash in Westport.', marks: 'Bulgarian driver', suggests: 'Driver' },
    {
      words: 'Police have arrested an Albanian national in Eastby.',
      marks: 'an Albanian national',
      suggests: 'a person',
    },
  ],
  passes: [
    { words: 'A driver was charged after a crash in Westport.' },
    { words: 'The suspect is described as white, about 6ft and bald. Call 101.' },
    { words: 'A white van driver stopped to help. Thank you.' },
    { words: 'We joined the Polish community for their open day in Eastby.' },
  ],
}

const STATUS_ALWAYS = phrases(
  'illegal (?:im)?migrants?|illegal aliens?|illegals|failed asylum seekers?|here illegally|in the (?:uk|country) illegally|illegal entrants?',
)
const STATUS = phrases(
  'asylum[- ]seekers?|(?:im)?migrants?|refugees?|over-?stayers?|undocumented|no leave to remain|immigration status|small boats? arrivals?|visa (?:has )?expired|no right to (?:be here|remain|work)',
)

/** Here those people were harmed or used, and are not the suspects. */
const VICTIM_OF =
  /\b(?:smuggl\w+|traffick\w+|exploit\w+|target\w+|facilitat\w+|against|attack\w*|abus\w+|harbour\w+|transport\w+|employ\w+)\s(?:\w+\s){0,3}$/

function statusHits(text: Text): Hit[] {
  const always = matches(STATUS_ALWAYS, text.lower)
  const inCase = matches(STATUS, text.lower).filter(
    (hit) =>
      !VICTIM_OF.test(text.lower.slice(Math.max(0, hit.start - 40), hit.start)) &&
      proceedings(text.sentenceAt(hit.start).lower) &&
      !always.some((one) => one.start <= hit.start && hit.end <= one.end),
  )
  return [...always, ...inCase].map(({ start, end, found }): Hit => {
    const article = /\b(?:an?)\s$/i.exec(text.plain.slice(Math.max(0, start - 3), start))?.[0] ?? ''
    const person = found.endsWith('s') && article === '' ? 'people' : article === '' ? 'person' : 'a person'
    const from = start - article.length
    const suggestion = text.opensSentence(from) ? person.charAt(0).toUpperCase() + person.slice(1) : person
    const noun = /(?:migrant|seeker|refugee|alien|illegal|stayer|entrant|arrival)s?$/.test(found)
    const head = `${quoted(text, start, end)} tells somebody’s immigration status`
    return { says: head, at: at(text, from, end), ...(noun ? { suggestion } : {}) }
  })
}

const immigrationStatus: Rule = {
  id: 'R12',
  version: VERSION,
  title: 'Immigration status',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: {
    kind: 'press',
    words: 'Reports of the National Police Chiefs’ Council guidance: status is for the Home Office',
  },
  why: 'Whether someone may be in the country is for another office to say, and says nothing about the crime.',
  fix: 'Say “a man” or “a person”, and nothing on status.',
  decidedBy: ['headOfCommunications', 'gold'],
  look: (reading) => reading.texts.flatMap(statusHits),
  fails: [
    {
      words: 'Police in Eastby arrested an illegal immigrant at the docks.',
      marks: 'an illegal immigrant',
      suggests: 'a person',
    },
    { words: 'Three asylum seekers were arrested after a fight.', marks: 'asylum seekers', suggests: 'people' },
  ],
  passes: [
    { words: 'Police in Eastby arrested someone at the docks.' },
    { words: 'Two men were jailed for smuggling migrants across the Channel.' },
    { words: 'It is Refugee Week: join our officers and local refugees for food at Eastby Hall.' },
  ],
}

export const peopleRules: readonly Rule[] = [youngPerson, sexualOffence, ethnicity, immigrationStatus]
