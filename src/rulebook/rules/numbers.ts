import { matches } from '../language/pattern.ts'
import { KNOWN_LINES, phoneNumbersOf } from '../language/phone-numbers.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const ASKS_111 =
  /\b(?:call(?:ing)?|ring(?:ing)?|phone|phoning|dial(?:ling)?|contact(?:ing)?)\s(?:us\s|the\s|police\s|officers\s){0,3}(?:on\s|at\s|via\s)?(1\s?1\s?1)\b(?!\s?\d)/g
/** The NHS is meant: said in the same sentence without the police, or so plainly that anywhere will do. */
const HEALTH = /\b(?:health|medical|doctor|mental|ill|hurt|injur\w+|crisis|ambulance|option\s(?:2|two)|iechyd|gig)\b/
const SURELY_HEALTH = /\b(?:nhs|unwell|pharmac(?:y|ist)|gp|symptoms?)\b/
const SURELY_POLICE = /\b(?:police|officers|crime|information|quot(?:e|ing)|ref|saw|report)\b/
const SLIPS =
  /\b(?:(?:call(?:ing)?|ring(?:ing)?|phone|dial)\s(?:us\s|the\s|police\s){0,3}(?:on\s|at\s)?|(?:us|police|contact|crimestoppers)\son\s)(911|100|110|1001|1101|1011|0101|011|010|10l|l0l|1o1|109|909|991|9999|99)(?=\s?(?:[.,;:!?)]|$)|\s(?:for|if|in|to|or|now|quoting|with|when|straight|immediately|at|and|police)\b)/g
const EMERGENCY_101 =
  /\bin\san?\s(?:real\s)?emergency,?\s(?:please\s|always\s|you\scan\s|just\s)*(?:call|ring|dial|phone|contact)\s(?:us\son\s|police\son\s|the\spolice\son\s)?(101)\b|\b(?:call|ring|dial|phone)\s(?:us\son\s|police\son\s)?(101)\sin\san\semergency\b/g
const ROUTINE_999 =
  /\b(?:non-?\s?emergenc(?:y|ies)|not\san\semergency),?\s(?:please\s|always\s)*(?:call|ring|dial|phone)\s(?:us\son\s|police\son\s)?(999|112)\b|\b(999|112)\s(?:for|in)\s(?:an?\s)?non-?\s?emergenc(?:y|ies)\b/g

const number = (
  text: Text,
  hit: { start: number; end: number; groups: readonly (string | undefined)[]; found: string },
) => {
  const digits = hit.groups.find((group) => group !== undefined) ?? hit.found
  const start = hit.start + hit.found.indexOf(digits)
  return { text, start, end: start + digits.length, digits }
}

function isHealth(text: Text, sentence: string): boolean {
  if (SURELY_POLICE.test(sentence)) return /\bnhs\b/.test(sentence)
  return HEALTH.test(sentence) || SURELY_HEALTH.test(text.lower)
}

function shortNumbers(text: Text): Hit[] {
  const wrong111 = matches(ASKS_111, text.lower).filter((hit) => !isHealth(text, text.sentenceAt(hit.start).lower))
  const spots = [
    ...wrong111.map((hit) => ({ ...number(text, hit), better: '101' })),
    ...matches(SLIPS, text.lower)
      .map((hit) => number(text, hit))
      .map((spot) => ({ ...spot, better: /9/.test(spot.digits) && spot.digits !== '109' ? '999' : '101' })),
    ...matches(EMERGENCY_101, text.lower).map((hit) => ({ ...number(text, hit), better: '999' })),
    ...matches(ROUTINE_999, text.lower).map((hit) => ({ ...number(text, hit), better: '101' })),
  ]
  return spots.map(({ start, end, better }): Hit => {
    const head = `${quoted(text, start, end)} is not the number for this`
    return { says: head, at: at(text, start, end), suggestion: better }
  })
}

/** Numbers for the public that have a digit too few or too many. */
function brokenNumbers(text: Text): Hit[] {
  return phoneNumbersOf(text.plain).flatMap(({ start, end, digits }): Hit[] => {
    if (KNOWN_LINES.has(digits)) return []
    const free = /^0800555/.test(digits)
    const wrong =
      free || (/^0[38]/.test(digits) && digits.length !== 11 && !(digits.startsWith('0800') && digits.length === 10))
    if (!wrong) return []
    const head = `${quoted(text, start, end)} has a digit too few or too many`
    return [{ says: head, at: at(text, start, end), ...(free ? { suggestion: '0800 555 111' } : {}) }]
  })
}

const wrongNumber: Rule = {
  id: 'R35',
  version: VERSION,
  title: 'Wrong contact number',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter: the slip from 101 to 111 has been seen in print' },
  why: 'Someone in need would reach the wrong service, or nobody.',
  fix: '999 in an emergency, 101 otherwise, Crimestoppers on 0800 555 111. 111 is the NHS.',
  decidedBy: ['supervisor', 'corporateCommunications', 'communicationsOfficer', 'headOfCommunications'],
  look: (reading) =>
    reading.texts.flatMap((text) =>
      /\d|[lo]\b/.test(text.lower) ? [...shortNumbers(text), ...brokenNumbers(text)] : [],
    ),
  fails: [
    { words: 'Police in Eastby: ring 111 with information.', marks: '111', suggests: '101' },
    { words: 'Saw something? Ring Crimestoppers on 0800 555 1111.', marks: '0800 555 1111', suggests: '0800 555 111' },
    { words: 'In an emergency call 101.', marks: '101', suggests: '999' },
    { words: 'If you are in danger dial 911.', marks: '911', suggests: '999' },
  ],
  passes: [
    { words: 'Call 101, or 999 in an emergency.' },
    { words: 'Crimestoppers: call 0800 555 111.' },
    { words: 'For mental health support call NHS 111 and choose option 2.' },
    { words: 'If it is not an emergency, call 101.' },
    { words: 'Feeling unwell? Call 111.' },
  ],
}

export const numberRules: readonly Rule[] = [wrongNumber]
