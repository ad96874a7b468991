import { matches, phrases } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

const TOPIC = phrases(
  'suicid(?:e|al)|(?:took|taken|take|taking|end(?:ed|ing)?|tried to end) (?:his|her|their|your|my) (?:own )?li(?:fe|ves)|self[- ]?harm(?:ed|ing|s)?|kill(?:ed|ing)? (?:him|her|them|my|your)sel(?:f|ves)|hung (?:him|her)self|hanged|hunanladdiad|hunan-?niweidio',
)
const METHOD = phrases(
  "(?:jump(?:ed|er|ing)?|fell|leapt|leap(?:ed)?|threw (?:him|her)self|climbed|about to jump|threaten(?:ed|ing) to jump|going to jump) (?:off|from|over|onto|in front of|into|under) [a-z0-9' ]{0,40}(?:bridge|roof|building|cliffs?|window|viaduct|flyover|balcony|platform|train|car ?park|tower|multi-?storey|scaffold(?:ing)?|ledge|pylon|tracks?|river|harbour|quay)",
  "(?:person|man|woman|male|female|someone|lad|girl|boy) on (?:the )?(?:wrong side of )?[a-z' ]{0,20}(?:bridge|viaduct|flyover|ledge|roof|parapet)(?=[a-z ,]{0,40}(?:distress|talk|negotiat|concern|welfare))",
  '(?:an |took an |taken an )overdose(?: of [a-z]+)?|overdosed on [a-z]+|slit (?:his|her|their) [a-z]+|cut (?:his|her|their) wrists',
)
const CRIME_SENSE =
  /\bsuicide\s(?:bomb|vest|attack)|\boverdose\sof\sheroin\scan|\bnaloxone|\bjumped\s(?:off|from)\s(?:a|the|his|her)?\s?(?:moving\s)?(?:car|vehicle|bike|van)\b/
const SIGNPOST = phrases(
  '116 ?123|samaritans|samariaid|85258|calmzone|papyrus|0800 ?068 ?41 ?41|0800 ?58 ?58 ?58|option 2|mind(?:\\.org\\.uk|line| cymru)|hubofhope|hub of hope|childline|0800 ?1111|lifeline|breathing space',
)
const COMMITTED = phrases('commit(?:ted|s|ting)? suicide')
const SUPPORT = ' If you need someone to listen, call Samaritans on 116 123 at any hour.'

function wordsOf(text: Text): Hit[] {
  return matches(COMMITTED, text.lower).map(({ start, end }): Hit => {
    const suggestion = /committed/.test(text.lower.slice(start, end)) ? 'died by suicide' : 'die by suicide'
    return { says: `${quoted(text, start, end)} speaks of a crime`, at: at(text, start, end), suggestion }
  })
}

function methodsOf(text: Text): Hit[] {
  return matches(METHOD, text.lower)
    .filter((hit) => !CRIME_SENSE.test(text.lower.slice(Math.max(0, hit.start - 12), hit.end + 12)))
    .map(({ start, end }): Hit => {
      const head = `${quoted(text, start, end)} tells the way or the place`
      return {
        says: head,
        at: at(text, start, end),
        ...(/^(?:jumped|leapt|fell|threw|climbed|threatened)/.test(text.lower.slice(start, end))
          ? { suggestion: 'was in distress' }
          : {}),
      }
    })
}

function withoutSignpost(reading: Reading, text: Text): Hit[] {
  if (reading.threadSays(text, SIGNPOST)) return []
  const [topic] = matches(TOPIC, text.lower).filter(
    (hit) => !CRIME_SENSE.test(text.lower.slice(hit.start, hit.end + 8)),
  )
  if (!topic) return []
  const head = 'Nobody in distress is told where to turn'
  const words = text.plain.slice(topic.start, topic.end)
  const sentence = text.sentenceAt(topic.start)
  const span = at(text, topic.start, sentence.end)
  const stop = /[.!?]["')]*$/.test(text.plain.slice(0, sentence.end)) ? '' : '.'
  const kept = text.raw.slice(span.span.start, span.span.end)
  return words === '' ? [] : [{ says: head, at: span, suggestion: `${kept}${stop}${SUPPORT}` }]
}

const suicide: Rule = {
  id: 'R16',
  version: VERSION,
  title: 'Suicide or self-harm: way, place, or no way to help',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'needsApproval',
  pack: null,
  source: { kind: 'official', words: 'Samaritans’ guidance to the media, as reported' },
  why: 'Details of way and place can lead others to follow; a helpline has been shown to do good.',
  fix: 'Say that someone was in distress and was helped. Leave out way and place, and give a helpline.',
  decidedBy: ['headOfCommunications', 'corporateCommunications', 'supervisor', 'oic'],
  look: (reading) =>
    reading.texts.flatMap((text) => {
      const plain = [...methodsOf(text), ...wordsOf(text)]
      return plain.length > 0 || text.part === 'alt' ? plain : withoutSignpost(reading, text)
    }),
  fails: [
    {
      words: 'A woman jumped from the Harbour bridge at noon. Samaritans: 116 123',
      marks: 'jumped from the Harbour bridge',
    },
    {
      words: 'He committed suicide last week. Samaritans: 116 123',
      marks: 'committed suicide',
      suggests: 'died by suicide',
    },
    { words: 'We know self-harm is hard to talk about.', marks: 'self-harm is hard to talk about.' },
  ],
  passes: [
    { words: 'We stayed with someone who was having a very hard night. Samaritans listen on 116 123.' },
    { words: 'Today is World Suicide Prevention Day. Talking helps: Samaritans are on 116 123, day and night.' },
    { words: 'The driver jumped from a moving car and ran. He was arrested nearby.' },
  ],
}

export const distressRules: readonly Rule[] = [suicide]
