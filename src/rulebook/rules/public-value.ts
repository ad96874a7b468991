import { sketchTarget } from '../draft.ts'
import { FRAUD, LAUGHING } from '../language/cues.ts'
import { matches, phrases, says } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule, yesOrNo } from '../rule.ts'
import { isLate } from '../season.ts'

const VERSION = '2026-11-21'

const TRADE = phrases(
  '(?:best|finest|greatest|tastiest) (?:coffee|pizza|food|cafe|breakfast|burgers?|curry|chips|kebabs?|pub|gym|shop|deal|price|prices|cakes?|sandwich(?:es)?)|[0-9]{1,2} ?(?:%|percent|per cent) off|(?:special|exclusive|limited) offers?|discount(?:s|ed)?(?: code| for)?|use (?:the )?code|voucher codes?|prize draw|raffles?|(?<!dead )(?<!a )giveaways?|win (?:a|one of) (?:prizes?|vouchers?|hampers?|pair|tickets?|bikes?|holidays?|free)|buy (?:now|yours|one|tickets from)|crowd ?fund(?:er|ing)?|go ?fund ?me|just ?giving|donate (?:to|here|at|via)|sponsor (?:me|us|him|her|our)|sponsored by|shop now|order (?:now|yours)|highly recommend (?:them|their|it|the (?:cafe|shop|food|coffee))|treat yourself|bargains?|half price|buy one get one|ymuno .r raffl',
)
const commercial: Rule = {
  id: 'R56',
  version: VERSION,
  title: 'Advertising, raffle or collection',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter, from general public-service practice; check the force’s own policy' },
  why: 'The force’s name may not help one business or one collection over another.',
  fix: 'Name the place and the time, and leave the praise, the price or the collection out.',
  decidedBy: ['headOfCommunications', 'corporateCommunications'],
  look: (reading) =>
    reading.words.flatMap((text) =>
      matches(TRADE, text.lower)
        .filter(() => !reading.threadSays(text, FRAUD))
        .map(
          (hit): Hit => ({ says: `${quoted(text, hit.start, hit.end)} advertises`, at: at(text, hit.start, hit.end) }),
        ),
    ),
  fails: [
    { words: 'Tastiest pizza on the coast, thanks @LucasOven', marks: 'Tastiest pizza' },
    { words: 'Our sergeant is running 10k, see her JustGiving page.', marks: 'JustGiving' },
    { words: 'Bike locks, 20% off at the shop this week.', marks: '20% off' },
  ],
  passes: [
    { words: 'Tea with your local officers, Eastby church hall, Thursday 2pm.' },
    { words: 'Two people arrested after a theft from a shop at Eastby. The court order from May is still in force.' },
    { words: 'Scam alert: a text that offers 50% off is fake. Do not press the link.' },
  ],
}

const POLICE_HANDLE = /police|cops?\b|copper|constab|\bpcso|sgt|insp|heddlu|polis|roads|response|neighbourhood/i
const CHUMMY = phrases(
  "good one|nice one|love it|legends?|mate|bud(?:dy)?|pal|cheers|brew(?:s)? on|you lot|behave|cheeky|jealous|tea(?:'s| is) on|see you at (?:the )?(?:pub|gym|canteen)|better than (?:yours|you|us)|slackers|you wish|in your dreams",
)
const USEFUL = /\d|https?:|\b(?:report|call|appeal|road|closed|arrest|help|event|missing|witness|information|advice)/

function banter(reading: Reading, text: Text): Hit[] {
  const mentions = [...text.plain.matchAll(/@([\w.-]+)/g)]
  const own = new Set(reading.draft.ownHandles.map((handle) => handle.toLowerCase().replace(/^@/, '')))
  const colleague = mentions.find((one) => own.has((one[1] ?? '').toLowerCase()) || POLICE_HANDLE.test(one[1] ?? ''))
  if (!colleague || USEFUL.test(text.lower.replaceAll(/@[\w.-]+/g, ''))) return []
  const laughs =
    says(LAUGHING, text.lower) ||
    says(CHUMMY, text.lower) ||
    text.emoji.some(({ sign }) => /[😂🤣😜😉😆😅🙈]/u.test(sign))
  const short = text.sentences.reduce((sum, sentence) => sum + sentence.words, 0) <= 20
  if (!laughs || !short) return []
  return [{ says: 'This is talk between colleagues', at: at(text, 0, text.plain.length) }]
}

const internalTalk: Rule = {
  id: 'R58',
  version: VERSION,
  title: 'Talk between police accounts that gives the public nothing',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'advise',
  pack: null,
  source: { kind: 'ours', words: 'Front Counter, from a practitioner’s notes on what drives readers away' },
  why: 'People follow us to learn something. Jokes among ourselves hide what they came for.',
  fix: 'Say it inside the force, or add what the public gains.',
  decidedBy: [],
  look: (reading) => reading.words.flatMap((text) => banter(reading, text)),
  fails: [
    {
      words: 'Lol nice one @HarbourTeam 😂',
      marks: 'Lol nice one @HarbourTeam 😂',
      draft: { ownHandles: ['@HarbourTeam'] },
    },
  ],
  passes: [
    { words: 'Thank you @EastbyPolice for help on the A12 closure, now open again.' },
    { words: 'Haha good one @sam 😂', draft: { ownHandles: ['@HarbourTeam'] } },
  ],
}

const lateNight: Rule = {
  id: 'R55',
  version: VERSION,
  title: 'Personal post late at night',
  jurisdictions: everywhere,
  mode: 'meta',
  severity: 'advise',
  pack: 'lateNight',
  source: { kind: 'press', words: 'A late exchange of 2016 on a chief officer’s account, as reported' },
  why: 'Tired words in the officer’s own name are the ones most often regretted. Some posts at this hour are right, so this is a question.',
  fix: 'Set it for the morning, or say that you mean it for now.',
  decidedBy: [],
  look(reading) {
    const { scheduled, publishAt, targets } = reading.draft
    if (scheduled || !isLate(reading.pack, publishAt.local)) return []
    return targets
      .filter((target) => target.class === 'individual' || target.class === 'chiefOfficer')
      .map((target): Hit => {
        const question = yesOrNo('Do you mean this to go out now?', 'No, I would rather set a time', 'Yes, now')
        return {
          says: `It is ${publishAt.local.slice(11, 16)}`,
          at: null,
          accountId: target.accountId,
          words: 'late',
          question,
        }
      })
  },
  fails: [
    {
      words: 'Still reading your messages on workload.',
      when: 'at 01:30 from a chief officer',
      draft: {
        publishAt: { instant: '2026-10-06T00:30:00Z', local: '2026-10-06T01:30' },
        targets: [sketchTarget({ class: 'chiefOfficer' })],
      },
    },
  ],
  passes: [
    {
      words: 'Out with the early shift in Eastby.',
      when: 'at 14:00 from a chief officer',
      draft: { targets: [sketchTarget({ class: 'chiefOfficer' })] },
    },
    {
      words: 'The A12 is closed.',
      when: 'at 01:30 from a neighbourhood',
      draft: { publishAt: { instant: '2026-10-06T00:30:00Z', local: '2026-10-06T01:30' } },
    },
  ],
}

export const publicValueRules: readonly Rule[] = [commercial, internalTalk, lateNight]
