import { sketchTarget } from '../draft.ts'
import { APPEAL, ROUTE } from '../language/cues.ts'
import { matches, phrases, says } from '../language/pattern.ts'
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
    { words: 'Have you seen this bike?', marks: 'Have you seen this bike?' },
    { words: 'We are appealing for witnesses to a fight in Quay Street', marks: 'appealing for witnesses' },
    { words: 'Welsoch chi rywbeth yn Eastby?', marks: 'Welsoch chi rywbeth yn Eastby?' },
  ],
  passes: [
    { words: 'Have you seen this bike? Ring 101 with reference 0442.' },
    {
      words: 'Did you see what happened in Mill Lane?',
      when: 'first of two posts; the second tells how',
      draft: {
        texts: [
          { field: 'words/0', text: 'Did you see what happened in Mill Lane?', language: 'en', accountId: null },
          { field: 'words/1', text: 'Ring 101 with reference 0442.', language: 'en', accountId: null },
        ],
      },
    },
    { words: 'Thank you to everyone who came to our open day.' },
  ],
}

const REPORTS_HERE = phrases(
  '(?:got|have|any|with) (?:any |some )?(?:info|information|intel|tips?|footage)[?,.! ]{1,3}(?:please )?(?:dm|inbox|message|pm) us',
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
      words: 'Message us your reports of speeding.',
      when: 'on an account that is watched until 22:00',
      marks: 'Message us your reports',
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
    { words: 'Tell us on our website or by ringing 101.', draft: { targets: untilTen } },
    { words: 'Message us your reports of speeding.', when: 'on an account that is watched day and night' },
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
            ? 'Tell us in a private message'
            : 'tell us in a private message'
          return {
            says: `${quoted(text, hit.start, hit.end)} asks for it in public`,
            at: at(text, hit.start, hit.end),
            suggestion,
          }
        }),
    ),
  fails: [
    {
      words: 'Hello Sam. What is your home address?',
      when: 'in a reply',
      marks: 'What is your home address',
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
    { words: 'Hello Sam. A private message is best for this.', when: 'in a reply', draft: { isReply: true } },
    {
      words: 'Could you send your number to us in a private message?',
      when: 'in a reply',
      draft: { isReply: true },
    },
  ],
}

export const serviceRules: readonly Rule[] = [routeMissing, reportsByMessage, asksDetails]
