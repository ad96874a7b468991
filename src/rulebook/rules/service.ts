import { sketchTarget } from '../draft.ts'
import { APPEAL, ROUTE } from '../language/cues.ts'
import { matches, phrases, says } from '../language/pattern.ts'
import { KNOWN_LINES, phoneNumbersOf } from '../language/phone-numbers.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const HOW_TO_ANSWER = ' Call 101, or Crimestoppers on 0800 555 111 without giving your name.'
const HOW_TO_ANSWER_CY = ' Ffoniwch 101, neu Crimestoppers ar 0800 555 111 heb roi eich enw.'

function appealsWithoutRoute(reading: Reading): Hit[] {
  if (reading.draft.isReply) return []
  return reading.threads.flatMap((thread) => {
    if (says(ROUTE, thread.lower) || thread.texts.some((text) => text.links.length > 0)) return []
    for (const text of thread.texts) {
      const [cue] = matches(APPEAL, text.lower)
      if (!cue) continue
      const { end } = text.sentenceAt(cue.start)
      const spot = at(text, cue.start, Math.max(end, cue.end))
      const kept = text.raw.slice(spot.span.start, spot.span.end)
      const stop = /[.!?]["')]*$/.test(kept) ? '' : '.'
      const route = text.language === 'cy' ? HOW_TO_ANSWER_CY : HOW_TO_ANSWER
      return [{ says: 'People are asked to help and not told how', at: spot, suggestion: `${kept}${stop}${route}` }]
    }
    return []
  })
}

const routeMissing: Rule = {
  id: 'R34',
  version: VERSION,
  title: 'Appeal without a way to answer',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: {
    kind: 'computed',
    words:
      'Measured on posts of five large English forces, 2019 to 2021: up to seven in ten appeals gave no way in the words',
  },
  why: 'Someone who knows the answer should not have to look for where to give it.',
  fix: 'Add 101 with the reference, an online report, or Crimestoppers.',
  decidedBy: [],
  look: appealsWithoutRoute,
  fails: [
    { words: 'Do you recognise this man?', marks: 'Do you recognise this man?' },
    { words: 'We are appealing for witnesses to a fight in Quay Street', marks: 'appealing for witnesses' },
    { words: 'Welsoch chi rywbeth yn Eastby?', marks: 'Welsoch chi rywbeth yn Eastby?' },
  ],
  passes: [
    { words: 'Do you recognise this man? Call 101 or report online, ref 12/345.' },
    {
      words: 'Did you see what happened in Mill Lane?',
      when: 'first of two posts; the second tells how',
      draft: {
        texts: [
          { field: 'words/0', text: 'Did you see what happened in Mill Lane?', language: 'en', accountId: null },
          { field: 'words/1', text: 'Call 101 and quote 0398 of 6 October.', language: 'en', accountId: null },
        ],
      },
    },
    { words: 'Thank you to everyone who came to our open day.' },
  ],
}

const ASKS_111 =
  /\b(?:call(?:ing)?|ring(?:ing)?|phone|phoning|dial(?:ling)?|contact(?:ing)?)\s(?:us\s|the\s|police\s|officers\s){0,3}(?:on\s|at\s|via\s)?(1\s?1\s?1)\b(?!\s?\d)/g
const HEALTH =
  /\b(?:nhs|health|medical|doctor|gp|mental|unwell|ill|hurt|injur\w+|symptoms?|crisis|ambulance|pharmacy|option\s(?:2|two)|iechyd|gig)\b/
const SLIPS =
  /\b(?:call(?:ing)?|ring(?:ing)?|phone|dial|on)\s(?:us\s|the\s|police\s){0,3}(?:on\s|at\s)?(911|100|110|1001|1101|1011|0101|011|010|10l|l0l|1o1|109|909|991|9999|99)\b(?!\s?[\d%:]|\s(?:people|times|officers|calls|homes|years|days|weeks|miles|per|of\s\d|occasions|different|vehicles|cars|pounds|metres|and\s\d))/g
const EMERGENCY_101 =
  /\bin\san?\s(?:real\s)?emergency,?\s(?:please\s|always\s|you\scan\s|just\s)*(?:call|ring|dial|phone|contact)\s(?:us\son\s|police\son\s|the\spolice\son\s)?(101)\b/g
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

function shortNumbers(text: Text): Hit[] {
  const nhs = matches(ASKS_111, text.lower).filter((hit) => !HEALTH.test(text.sentenceAt(hit.start).lower))
  const spots = [
    ...nhs.map((hit) => ({ ...number(text, hit), better: '101' })),
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
    { words: 'Call 111 for police.', marks: '111', suggests: '101' },
    { words: 'Saw something? Ring Crimestoppers on 0800 555 1111.', marks: '0800 555 1111', suggests: '0800 555 111' },
    { words: 'In an emergency call 101.', marks: '101', suggests: '999' },
    { words: 'If you are in danger dial 911.', marks: '911', suggests: '999' },
  ],
  passes: [
    { words: 'Call 101, or 999 in an emergency.' },
    { words: 'Crimestoppers: call 0800 555 111.' },
    { words: 'For mental health support call NHS 111 and choose option 2.' },
    { words: 'If it is not an emergency, call 101.' },
  ],
}

const REPORTS_HERE = phrases(
  "(?:dm|d\\.m\\.|direct message|private message|message|inbox|pm|tweet|comment|reply to|text|whatsapp|messenger) (?:us|me|this page|here|below)?[a-z ,']{0,30}(?:report(?:s|ing)?|crimes?|information|info|intel|tip[- ]?offs?|tips|what you (?:saw|know)|sightings?|details|names?|anything you|footage|who (?:he|she|it|they))",
  "(?:report|send|share|tell us|give us|pass)[a-z ,']{0,40}(?:by|via|in|through|as|to) (?:a |our |the |your |this )?(?:dms?|direct messages?|private messages?|messages?|inbox|pms?|comments?|replies|messenger|facebook page|this page|page)",
  "(?:anything|information|info|details|saw (?:it|him|her|them)|know who)[a-z ,']{0,24}(?:comment below|dm us|message us|inbox us|in the comments|pop us a (?:dm|message)|drop us a (?:dm|message|line))",
)
const NEVER =
  /\b(?:don't|do\snot|please\sdon't|cannot|can't|can\snot|not|never|rather\sthan|instead\sof|unable\sto|won't|avoid)\b/

function unwatched(reading: Reading): Hit[] {
  return reading.threads.flatMap((thread) => {
    const alone = thread.targets.filter((target) => target.watched !== 'always')
    if (alone.length === 0) return []
    return thread.texts.flatMap((text) =>
      matches(REPORTS_HERE, text.lower)
        .filter((hit) => {
          const sentence = text.sentenceAt(hit.start)
          return !NEVER.test(text.lower.slice(sentence.start, hit.end))
        })
        .map((hit): Hit => {
          const names = alone.map((target) => target.name).join(', ')
          const why = `Nobody looks at ${names} day and night, so a call for help could lie there unread.`
          const opening = text.opensSentence(hit.start)
          const suggestion = `${opening ? 'R' : 'r'}eport it online or call 101; in an emergency call 999`
          return {
            says: `${quoted(text, hit.start, hit.end)} invites reports to a page that is not always watched`,
            at: at(text, hit.start, hit.end),
            why,
            suggestion,
          }
        }),
    )
  })
}

const untilTen = [sketchTarget({ watched: 'atPublish' })]

const reportsByMessage: Rule = {
  id: 'R36',
  version: VERSION,
  title: 'Reports of crime invited where nobody always looks',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'block',
  pack: null,
  source: {
    kind: 'press',
    words: 'Two English forces’ public advice not to report crime by social media, as reported',
  },
  why: 'A call for help could lie there unread.',
  fix: 'Send people to 101, 999 or the online report.',
  decidedBy: ['gold', 'headOfCommunications', 'supervisor'],
  look: unwatched,
  fails: [
    {
      words: 'DM us your reports of speeding.',
      when: 'on an account that is watched until 22:00',
      marks: 'DM us your reports',
      draft: { targets: untilTen },
    },
    {
      words: 'Saw who did it? Send details by private message.',
      when: 'on an account that is watched until 22:00',
      marks: 'Send details by private message',
      draft: { targets: untilTen },
    },
  ],
  passes: [
    { words: 'Report online or call 101; 999 in an emergency.', draft: { targets: untilTen } },
    { words: 'DM us your reports of speeding.', when: 'on an account that is watched day and night' },
    { words: 'Please do not report crime in the comments.', draft: { targets: untilTen } },
  ],
}

const DETAIL =
  '(?:home |full |e-?mail |email |phone |mobile |contact |date of )?(?:address|phone|number|mobile|telephone|details|birth|dob|postcode|post code|surname|full name|e-?mail)'
const ASKS_DETAIL = phrases(
  `what(?:'s| is| was|s) (?:your|ur|the) ${DETAIL}|(?:send|give|tell|let|drop|post|comment|confirm|reply with|can (?:i|we) (?:have|get|take)|could (?:i|we) (?:have|get|take)|may (?:i|we) have|need) (?:us |me |with )?(?:have )?(?:your|ur) ${DETAIL}|where do you live|(?:beth (?:yw|ydy)|rhowch) eich (?:cyfeiriad|rhif)`,
)
const IN_PRIVATE = phrases("private(?:ly)?|dm|direct message|message us|inbox|pm|do not|don't|never|neges breifat")

const asksDetails: Rule = {
  id: 'R37',
  version: VERSION,
  title: 'Asks for personal details in public',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'official', words: 'Published house rules of an English county force' },
  why: 'Whoever answers does it where everybody can read it.',
  fix: 'Ask for a private message.',
  decidedBy: ['supervisor', 'corporateCommunications', 'informationManager'],
  look: (reading) =>
    reading.words.flatMap((text) =>
      matches(ASKS_DETAIL, text.lower)
        .filter(
          (hit) =>
            reading.draft.isReply || /\b(?:comment|repl(?:y|ies)|below)\b/.test(text.sentenceAt(hit.start).lower),
        )
        .filter((hit) => !says(IN_PRIVATE, text.sentenceAt(hit.start).lower))
        .map((hit): Hit => {
          const suggestion = text.opensSentence(hit.start)
            ? 'Please send us a private message'
            : 'please send us a private message'
          return {
            says: `${quoted(text, hit.start, hit.end)} asks for it in public`,
            at: at(text, hit.start, hit.end),
            suggestion,
          }
        }),
    ),
  fails: [
    {
      words: "Hello Sam. What's your address?",
      when: 'in a reply',
      marks: "What's your address",
      draft: { isReply: true },
    },
    {
      words: 'Can we have your phone number please?',
      when: 'in a reply',
      marks: 'Can we have your phone number',
      draft: { isReply: true },
    },
  ],
  passes: [
    { words: 'Hello Sam. Please send us a private message.', when: 'in a reply', draft: { isReply: true } },
    {
      words: 'Please send us a private message with your contact number.',
      when: 'in a reply',
      draft: { isReply: true },
    },
  ],
}

export const serviceRules: readonly Rule[] = [routeMissing, wrongNumber, reportsByMessage, asksDetails]
