import { matches, phrases, says } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

/** Capitals matter: labour and the greens are also other things. */
const PARTY =
  /\b(?:Labour(?!\s(?:exploitation|market|abuse|ward|provider|user))(?:\sParty)?|Conservatives?|Tor(?:y|ies)|Lib(?:eral)?\sDem(?:ocrat)?s?|Reform(?:\sUK|\sParty)|Green\sParty|the\sGreens|SNP|Plaid(?:\sCymru)?|DUP|Sinn\sFein|UUP|SDLP|Alliance\sParty|UKIP|Brexit\sParty)\b/g
const POLITICIAN = phrases(
  "mps?(?![/0-9])|prime ministers?|pm's|home secretar(?:y|ies)|(?:shadow |cabinet |first |policing |government )ministers?|ministers|(?<!local )(?:the |this |our )?governments?(?:'s)?(?! (?:advice|guidance|website|agenc|departments?|scheme|building|communication|office))|downing street|westminster politicians?|politicians?|chancellor of the exchequer|members? of parliament|leader of the opposition|aelod seneddol|llywodraeth",
)
const CONTEST = phrases(
  '(?:parliamentary|council|mayoral|election|by-?election|party|commissioner) candidates?|manifesto|vote (?:for|against)|campaign trail|canvassing|hustings|polling day result',
)
const JUDGES = phrases(
  "great|terrible|disgrace(?:ful)?|shame(?:ful|less)?|brilliant|fantastic|thank(?:s| you)?|proud|well done|wonderful|amazing|should(?:n't)?|must|ought|fail(?:ed|s|ing|ure)?|nonsense|ridiculous|jokes?|clowns?|liars?|lies|lying|support(?:s|ing)?|agree|welcome[ds]?|wrong|right to|betray(?:al|ed)?|useless|hopeless|pathetic|best|worst|hypocri(?:te|sy|tical)|corrupt|finally|at last|delighted|pleased|disappoint(?:ed|ing)|hate|love|vote|cuts|broken|promise[ds]?|about time|no wonder|lol|haha+|pleasure",
)

function spots(text: Text): { start: number; end: number }[] {
  const all = [...matches(PARTY, text.plain), ...matches(POLITICIAN, text.lower), ...matches(CONTEST, text.lower)]
  return all.filter(
    (hit, place) =>
      !text.inAddress(hit.start) &&
      !all.some((one, other) => other < place && one.start < hit.end && hit.start < one.end),
  )
}

function politics(reading: Reading, text: Text): Hit[] {
  return spots(text).flatMap(({ start, end }): Hit[] => {
    const sentence = text.sentenceAt(start).lower
    const laughing = text.emoji.some(({ sign }) => /[😂🤣🤡🙄]/u.test(sign))
    const judges = says(JUDGES, sentence) || laughing
    if (!judges && !reading.preElection) return []
    const period = reading.preElection
    const head = judges
      ? `${quoted(text, start, end)} is judged here`
      : `${quoted(text, start, end)} is named before a vote`
    const why = period
      ? `The period before ${period.words} is on, and the force may not seem to take a side.`
      : undefined
    const severity = period && judges ? 'block' : 'needsApproval'
    return [{ says: head, at: at(text, start, end), severity, ...(why ? { why } : {}) }]
  })
}

const partyPolitics: Rule = {
  id: 'R51',
  version: VERSION,
  title: 'Party, candidate, politician or government, with an opinion',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: 'preElection',
  source: {
    kind: 'official',
    words: 'Published election rules of two English forces; a repost that one force regretted, as reported',
  },
  why: 'Officers serve people of every opinion, and the law asks us to take no side.',
  fix: 'Say what the law or the change is, when it begins, and nothing on who made it or whether it is good.',
  decidedBy: ['headOfCommunications'],
  look: (reading) => reading.texts.flatMap((text) => politics(reading, text)),
  fails: [
    { words: 'The Tories are a joke on policing.', marks: 'Tories' },
    { words: 'Great to welcome our MP to the station.', marks: 'MP' },
    {
      words: 'A visit from the Labour candidate today.',
      when: 'in the period before an election',
      marks: 'Labour',
      pack: { preElection: [{ from: '2026-09-28', to: '2026-10-15', words: 'the Westshire by-election' }] },
    },
  ],
  passes: [
    { words: 'From 4 January drivers must give cyclists more room. These are the new rules.' },
    { words: 'Government guidance says you should not travel in this storm.' },
    { words: 'Forced labour is a crime. Know the signs.' },
    { words: 'Applications for police constable are open. Candidates should be 18 or over.' },
  ],
}

const NEWS = phrases(
  'announc(?:e|es|ed|ing)|launch(?:es|ed|ing)?|(?:new|extra|additional|more) (?:officers|funding|investment|money|station|team|policy|strategy|initiative|scheme)|invest(?:ing|ed|ment)|unveil(?:s|ed|ing)?|consultation',
)

function announcements(reading: Reading): Hit[] {
  const period = reading.preElection
  if (!period) return []
  return reading.words.flatMap((text) =>
    matches(NEWS, text.lower)
      .slice(0, 1)
      .map(({ start, end }): Hit => {
        const why = `Until ${period.to} the period before ${period.words} is on, and new plans wait unless they must not.`
        return { says: `${quoted(text, start, end)} announces something before a vote`, at: at(text, start, end), why }
      }),
  )
}

const beforeElection: Rule = {
  id: 'R52',
  version: VERSION,
  title: 'New announcement in the period before an election',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'needsApproval',
  pack: 'preElection',
  source: { kind: 'official', words: 'Published election rules of an English force' },
  why: 'New plans can look like help for one side, so they wait until after the vote.',
  fix: 'Keep to operational posts, or let the head of communications decide.',
  decidedBy: ['headOfCommunications'],
  look: announcements,
  fails: [
    {
      words: 'We are launching a new team for Eastby.',
      when: 'in the period before an election',
      marks: 'launching',
      pack: { preElection: [{ from: '2026-09-28', to: '2026-10-15', words: 'the Westshire by-election' }] },
    },
  ],
  passes: [
    { words: 'We are launching a new team for Eastby.' },
    {
      words: 'The A12 is closed after a collision. Please find another way.',
      when: 'in the period before an election',
      pack: { preElection: [{ from: '2026-09-28', to: '2026-10-15', words: 'the Westshire by-election' }] },
    },
  ],
}

export const neutralityRules: readonly Rule[] = [partyPolitics, beforeElection]
