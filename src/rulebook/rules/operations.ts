import { matches, phrases, says } from '../language/pattern.ts'
import { streetsOf } from '../language/places.ts'
import type { Text } from '../language/text.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const ACTIVITY = phrases(
  'speed (?:guns?|traps?|checks?|cameras?|van|enforcement)|mobile camera|warrants?|raids?|raiding|stop[- ]checks?|check ?points?|drugs? dogs?|plain[- ]clothes|covert(?:ly)?|surveillance|stake ?out|under ?cover|unmarked (?:car|cars|van|bike)|patrol(?:s|ling|led)?|stop and search|breath tests?|vehicle checks?|knife arch(?:es)?|decoy|sting|cyrch(?:oedd)?',
)
const AHEAD = phrases(
  "tomorrow|tonight|later(?: today| on)?|this (?:afternoon|evening|weekend|morning)|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|evening|afternoon))?|next week|will be|we'll be|we ll be|going to|about to|planned for|from [0-9]|yfory|heno",
)
const HOURS =
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)\b|\b\d{1,2}(?:[:.]\d{2})?\s?(?:-|to|until|till)\s?\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|hrs|hours)?(?=\W|$)(?!\s(?:miles|people|officers|years|cars|vehicles|per))|\b(?:[01]\d|2[0-3]):?[0-5]\d\s?(?:hrs|hours)?\b|\b(?:at|from|around)\s(?:\d{1,2}|noon|midnight)\b|\bdawn\b|\bfirst\slight\b/
const PLACE =
  /\b(?:school|station|bridge|junction|roundabout|car\spark|retail\spark|estate|nightclub|pub|underpass|m\d{1,2}|a\d{1,4}|address)\b/
const SECRET = phrases(
  "don't tell|do not tell|dont tell|keep (?:it|this) (?:quiet|secret|under your hat|to yourself)|between (?:us|you and me)|shh+|hush|they don't know|surprise (?:visit|them|for)",
)
const PUBLIC_EVENT = phrases(
  'come (?:along|and|down|over)|say hello|pop (?:in|along|by|over)|drop[- ]in|join us|surgery|open day|everyone welcome|stall|chat to|talk to us|meet (?:us|your|the)|have a (?:chat|word)|please avoid|road closures?|match day',
)
const OVER = phrases(
  'arrested|seized|recovered|found|carried out|executed|was|were|stopped|led to|resulted in|attended|yesterday|last night|earlier',
)

function plansOf(text: Text): Hit[] {
  return text.sentences.flatMap((sentence) => {
    const lower = text.lower.slice(sentence.start, sentence.end)
    const [activity] = matches(ACTIVITY, lower)
    if (!activity) return []
    const secret = says(SECRET, lower)
    const ahead = says(AHEAD, lower) && !says(OVER, lower)
    const where = PLACE.test(lower) || streetsOf(text.plain.slice(sentence.start, sentence.end)).length > 0
    if (!secret && !(ahead && where && HOURS.test(lower))) return []
    if (!secret && says(PUBLIC_EVENT, text.lower)) return []
    const [start, end] = [sentence.start + activity.start, sentence.start + activity.end]
    const says2 = `${quoted(text, start, end)} is told with its time and place`
    return [
      {
        says: secret ? `${quoted(text, start, end)} is told although it is meant to be secret` : says2,
        at: at(text, start, sentence.end),
      },
    ]
  })
}

const futureOperation: Rule = {
  id: 'R27',
  version: VERSION,
  title: 'An operation that has yet to happen, with time and place',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: {
    kind: 'official',
    words: 'College of Policing guidance on corporate communications; a county force’s blunder of 2018, as reported',
  },
  why: 'People who should not know then know where and when, and officers may meet them ready.',
  fix: 'Name the area and the week, or post when it is over.',
  decidedBy: ['gold', 'supervisor', 'corporateCommunications', 'headOfCommunications'],
  look: (reading) => reading.texts.flatMap(plansOf),
  fails: [
    { words: 'Speed trap on Church Road 7-9 tomorrow.', marks: 'Speed trap on Church Road 7-9 tomorrow.' },
    {
      words: "Warrant planned. Raid in Eastby soon, don't tell anyone!",
      marks: "Raid in Eastby soon, don't tell anyone!",
    },
    { words: 'We will be doing vehicle checks on Quay Road from 7pm.', marks: 'vehicle checks on Quay Road from 7pm.' },
  ],
  passes: [
    { words: 'Our roads team is out all over the county this month.' },
    { words: 'Officers carried out a warrant in Quay Street at 6am and arrested two people.' },
    { words: 'Our patrol team will be at Mill Lane library on Saturday, 10am to noon. Come and say hello.' },
  ],
}

export const operationRules: readonly Rule[] = [futureOperation]
