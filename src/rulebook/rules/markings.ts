import { matches } from '../language/pattern.ts'
import { KNOWN_LINES, phoneNumbersOf } from '../language/phone-numbers.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

/** Small letters will do for these; the rest must be capitals or stand alone on a line. */
const INTERNAL =
  /\bofficial[\s:/()-]{1,4}sensitive\b|\bnot\sprotectively\smarked\b|\bfor\sinternal\suse(?:\sonly)?\b|\binternal\suse\sonly\b|\b(?:police\s(?:eyes|use)\sonly|law\senforcement\s(?:use\s)?only)\b|\bnot\sfor\s(?:onward\s)?(?:disclosure|dissemination|circulation|publication|release)\b|\bhandling\scode\b|\bniche\s(?:ref(?:erence)?|occ(?:urrence)?|rms|number|no|id)\b|\b(?:(?:athena|holmes|pnc|pnd|crimint|copa|genie)\s(?:ref(?:erence)?|id|log|number|no|urn|record|check|marker|serial)|(?:storm|connect)\s(?:ref|log|serial|occurrence))\b|\bintel(?:ligence)?\s(?:report|log|ref)\s?(?:no|number|ref|#)?[\s.:]?\d{2,}|\b(?:https?:\/\/)?[\w.-]{1,60}\.(?:pnn\.police\.uk|pnn\.gov\.uk|cjsm\.net)\b\S{0,200}|\bhttps?:\/\/[\w.-]{1,60}\.(?:intranet|internal|corp|local)\b\S{0,200}|\b(?:https?:\/\/)?intranet[\w./-]{0,200}|\bsharepoint\.com\/\S{0,200}|\bhttps?:\/\/(?:localhost|10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))[.:/]\S{0,200}|\bfile:\/\/\S{1,200}|\\\\[\w-]{2,60}\\\S{1,200}|\b[a-z]:\\[\w\\ .-]{2,120}|\bdraft\s?-?\s?(?:do\snot|don't|not\sto\sbe)\s(?:publish|post|release)(?:ed|d)?\b/g
const MARKING =
  /\bTOP\sSECRET\b|\bUK\s(?:SECRET|RESTRICTED)\b|(?:^|\n)\s?(?:OFFICIAL|RESTRICTED|CONFIDENTIAL|SECRET|GSC:?\s?OFFICIAL)(?:\s?[:-]\s?[A-Z][A-Z ]{1,40})?(?=\n|$)|\b(?:RESTRICTED|CONFIDENTIAL)\s?[:-]/g

function markingsOf(text: Text): Hit[] {
  const found = [...matches(INTERNAL, text.lower), ...matches(MARKING, text.plain)].map((hit) => {
    const lead = hit.found.length - hit.found.trimStart().length
    return { start: hit.start + lead, end: hit.end }
  })
  return found.map(({ start, end }): Hit => {
    const says = `${quoted(text, start, end)} is for inside the force`
    return { says, at: at(text, start, end), suggestion: '' }
  })
}

const protectiveMarking: Rule = {
  id: 'R30',
  version: VERSION,
  title: 'Protective marking, or text from an internal system',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: {
    kind: 'ours',
    words: 'Front Counter: a marking in the words means that they were copied from somewhere else',
  },
  why: 'It suggests that these words were never meant to leave the building.',
  fix: 'Go back to where the words came from, ask whether they may be used, and take the marking or reference out.',
  decidedBy: ['informationSecurity', 'informationManager', 'gold'],
  look: (reading) => reading.texts.flatMap(markingsOf),
  fails: [
    { words: 'OFFICIAL-SENSITIVE Two arrests in Eastby.', marks: 'OFFICIAL-SENSITIVE' },
    { words: 'Two arrests in Eastby, Niche ref 4471.', marks: 'Niche ref' },
    {
      words: 'More at https://intranet.westshire.pnn.police.uk/ops',
      marks: 'https://intranet.westshire.pnn.police.uk/ops',
    },
  ],
  passes: [
    { words: 'Two arrests in Eastby. Quote 4471 of 3 May.' },
    { words: 'The official opening of Eastby station is on Friday 9 October.' },
    { words: 'Calls to Crimestoppers are confidential: 0800 555 111.' },
  ],
}

/** "password: x" of almost anything; "password is x" only when x looks like one. */
const CREDENTIAL =
  /\b(?:pass(?:word|code|phrase)|pwd|pin(?:\s(?:code|number))?|user(?:name|\sname|\sid)|log-?in|access\scode|door\scode|api\skey|secret\skey|token)(?:\s?[=:]\s?(?!(?:important|a|the|your|strong|unique|not|never|safe|something|different|secure|in|on|at|one|easy|to|only|three|like|https?)\b)[^\s.,!?]{3,80}|\s(?:is|are)\s(?=[^\s]{0,40}[\d!@#$%^&*_+=])(?!\d{1,2}\s)[^\s.,?]{4,80})/gi
const KEYS =
  /\b(?:akia[0-9a-z]{16}|gh[pousr]_[0-9a-z]{20,255}|github_pat_\w{20,255}|sk-[0-9a-z_-]{20,255}|xox[abprs]-[0-9a-z-]{10,255}|eyj[\w-]{10,1000}\.[\w-]{10,2000}(?:\.[\w-]{0,1000})?|eaag\w{20,500}|bearer\s[\w.-]{16,1000}|glpat-[\w-]{16,255}|aiza[\w-]{30,60})|-----begin\s[a-z ]{3,40}-----/gi
/** A door into a system, or a key carried in the address. */
const LOGIN_LINK =
  /\/(?:log-?in|sign-?in|sso|oauth|reset-password|password-reset|wp-admin|admin|invite)\b|[?&#](?:token|auth|access_token|key|api_key|session|sid|password|code|sig|signature)=[^\s&]{4}/i
const LONG_STRING =
  /(?<![\w/@.#=&?-])(?=(?:[a-z_+-]{0,40}\d){4})(?=[\w+-]{0,79}[a-z])[\w+-]{24,400}={0,2}(?![\w/.@-])/gi
const NUMBERED =
  /\b(?:policy|account|payroll|warrant\scard|passport|licen[cs]e|national\sinsurance|ni|nhs|sort\scode|card|staff|custody|employee)\s(?:(?:no\.?|number|num|id)\W{0,3}(?=[a-z0-9/-]{0,12}\d{3})[a-z0-9][a-z0-9/-]{3,30}|[:#]?\s?[a-z]{0,3}\d{5,20})\b/gi
const INSURANCE = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/g
const CARD = /(?<!\d)(?:\d{4}[\s-]?){3}\d{4}(?!\d)/g
const STRAY = /(?<![\w£$#/.,:+-])\d{7,20}(?![\w%/])/g
const IS_REFERENCE =
  /(?:\bref(?:erence)?|\bquot(?:e|ing)|\bincident|\bcrime|\blog|\bcase|\burn|\bnumbers?|\bno|\bcharity|\bof|\bcall|\btext|\bdyfynnu|\bdyfynnwch|\brhif|\bon|#)\W{0,3}(?:number|no\.?|is|ref(?:erence)?|of)?\W{0,3}$/
const PLACEHOLDER =
  /\[(?:insert|add|name|link|date|time|place|tbc|xx+|town|number|url|picture|image)\b[^\]\n]{0,60}\]|\{\{[^}\n]{0,60}\}\}|\blorem\sipsum\b|\bxxx+\b(?!\w)|<(?:insert|name|link|date)[^>\n]{0,40}>/gi

function strayNumbers(text: Text): { start: number; end: number }[] {
  if (!/\d{7}/.test(text.plain)) return []
  const phones = phoneNumbersOf(text.plain)
  return matches(STRAY, text.plain).filter((hit) => {
    const before = text.lower.slice(Math.max(0, hit.start - 30), hit.start)
    if (IS_REFERENCE.test(before) || KNOWN_LINES.has(hit.found) || text.inAddress(hit.start)) return false
    return !phones.some((phone) => phone.start <= hit.start && hit.start < phone.end)
  })
}

function leaksOf(text: Text): Hit[] {
  const spots = [CREDENTIAL, KEYS, LONG_STRING, NUMBERED, INSURANCE, CARD, PLACEHOLDER].flatMap((pattern) =>
    matches(pattern, text.plain).map((hit) => ({ start: hit.start, end: hit.end })),
  )
  const doors = text.links.filter((link) => LOGIN_LINK.test(link.address))
  const apart: { start: number; end: number }[] = []
  for (const spot of [...doors, ...spots, ...strayNumbers(text)]) {
    if (!apart.some((other) => other.start < spot.end && spot.start < other.end)) apart.push(spot)
  }
  return apart.map(({ start, end }): Hit => {
    const says = `${quoted(text, start, end)} does not belong in public words`
    return { says, at: at(text, start, end), suggestion: '' }
  })
}

const strayText: Rule = {
  id: 'R31',
  version: VERSION,
  title: 'Password, key, log-in link or stray text',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'press', words: 'A stray number on a chief officer’s account in 2017, as reported' },
  why: 'A secret that was public for a second is no longer secret, and a stray number makes people guess.',
  fix: 'Take it out. If it was a password or a key and has been public, change it and tell information security.',
  decidedBy: ['informationSecurity', 'informationManager'],
  look: (reading) => reading.texts.flatMap(leaksOf),
  fails: [
    { words: 'Busy night in Eastby. Policy number 8841920377', marks: 'Policy number 8841920377' },
    { words: 'Log in with password: Westport99', marks: 'password: Westport99' },
    { words: 'Well done all. 20394857', marks: '20394857' },
    {
      words: 'Read more: https://portal.example.org/page?token=abcd1234',
      marks: 'https://portal.example.org/page?token=abcd1234',
    },
    { words: 'Join us at [insert place] on Friday.', marks: '[insert place]' },
  ],
  passes: [
    { words: 'Busy night in Eastby.' },
    { words: 'Call 101, reference 20394857.' },
    { words: 'Your password is private. Our staff 24-hour line can help, and police only ask once.' },
    { words: 'A strong password is three random words. Change yours today.' },
  ],
}

export const markingRules: readonly Rule[] = [protectiveMarking, strayText]
