import { capital, matches, phrases } from '../language/pattern.ts'
import type { Text } from '../language/text.ts'
import type { Reading } from '../reading.ts'
import { at, everywhere, type Hit, quoted, type Rule } from '../rule.ts'

const VERSION = '2026-11-21'

/** Word, and what to say of one and of several. */
const DEMEANING: readonly [string, string, string][] = [
  [
    'junk(?:ie|y)s?|smack[- ]?heads?|crack[- ]?heads?|drugg(?:ie|y|ies)|druggys|coke[- ]?heads?|stoners?|alkies?|alcys?|bag[- ]?heads?|skag[- ]?heads?',
    'person who uses drugs',
    'people who use drugs',
  ],
  [
    'nutters?|nutjobs?|psychos?|loon(?:y|ies)|lunatics?|mentalists?|head ?cases?|retards?|cripples|spastics?|mongs?',
    'person in need of help',
    'people in need of help',
  ],
  ['pikeys?|pikies|gyppos?|gippos?|chavs?|nig nogs?|pakis?|trannys?|trannies|poofs?|fagg?ots?', 'person', 'people'],
  [
    "scro[ta]es?|scum|scum ?bags?|low-?\\s?lif(?:e|es|er|ers)|toe-?\\s?rags?|yobb?o?s?|thugs?|louts?|(?:these|this|such|human|absolute) vermin|pond-?\\s?life|dirt ?bags?|scall(?:y|ies)|neds|crims?|scroats?|wrong-?\\s?'?uns?|ferals?|oxygen thie(?:f|ves)|waste of (?:space|oxygen)|muppets?|morons?|idiots?|imbeciles?|cretins?|numpt(?:y|ies)|plonkers?|bellends?|tossers?|wankers?|dickheads?|twats?|slappers?|savages|(?:absolute|bunch of|lot are|behav(?:ed|ing) like|acted like) animals",
    'person',
    'people',
  ],
]
const WORD = phrases(...DEMEANING.map(([pattern]) => pattern))
const WHOLE = DEMEANING.map(([pattern, one, many]) => ({ whole: new RegExp(`^(?:${pattern})$`), one, many }))
const INNOCENT = /\b(?:pond\sscum|head\scase\sstudy)\b/
const MANY = /(?:s|ies|vermin|scum|thieves)$/
/** Letters in disguise: 'scr0te', 'sc*m', 's.c.u.m'. */
const DISGUISED = /(?<![\w@#/.])(?=[a-z\d]{0,14}[^a-z\s'-])(?=\S{0,14}[a-z])[a-z\d@$!*.+_-]{4,30}(?![\w/@])/g
/** 's c u m' */
const SPACED = /\b(?:[a-z]\s){3,12}[a-z]\b/g
const STANDS_FOR: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
}
const HIDDEN = [
  ...['scrote', 'scrotes', 'scum', 'scumbag', 'scumbags', 'junkie', 'junkies', 'crackhead', 'smackhead', 'smackheads'],
  ...[
    'pikey',
    'pikeys',
    'chav',
    'chavs',
    'lowlife',
    'lowlifes',
    'retard',
    'retards',
    'nutter',
    'thug',
    'thugs',
    'vermin',
    'toerag',
    'toerags',
    'idiot',
    'idiots',
    'moron',
    'morons',
  ],
]

function unmasked(chunk: string): string | null {
  const bare = chunk.replace(/[.!+_-]+$/, '')
  const plain = [...bare]
    .map((letter) => STANDS_FOR[letter] ?? letter)
    .join('')
    .replaceAll(/[._-]/g, '')
  if (HIDDEN.includes(plain) && plain !== bare) return plain
  if (!plain.includes('*')) return null
  return (
    HIDDEN.find(
      (word) =>
        word.length === plain.length &&
        [...word].every((letter, place) => plain[place] === '*' || plain[place] === letter),
    ) ?? null
  )
}

function people(word: string): string {
  const known = WHOLE.find((one) => one.whole.test(word))
  return MANY.test(word) ? (known?.many ?? 'people') : (known?.one ?? 'person')
}

function demeaning(text: Text): Hit[] {
  const plain = matches(WORD, text.lower)
    .filter(
      (hit) =>
        !text.inAddress(hit.start) && !INNOCENT.test(text.lower.slice(Math.max(0, hit.start - 12), hit.end + 12)),
    )
    .map((hit) => ({ start: hit.start, end: hit.end, word: hit.found }))
  const hidden = matches(DISGUISED, text.lower).flatMap((hit) => {
    const word = unmasked(hit.found)
    const end = hit.start + hit.found.replace(/[.!+_-]+$/, '').length
    return word && !plain.some((one) => one.start < end && hit.start < one.end) ? [{ start: hit.start, end, word }] : []
  })
  const spaced = matches(SPACED, text.lower).flatMap((hit) => {
    const word = hit.found.replaceAll(/\s/g, '')
    return HIDDEN.includes(word) ? [{ start: hit.start, end: hit.end, word }] : []
  })
  const tags = text.hashtags.flatMap((tag) => {
    const parts = tag.name
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .toLowerCase()
      .split(/[ _]/)
    const word = parts.find((part) => WHOLE.some((one) => one.whole.test(part)))
    const whole = plain.some((one) => one.start === tag.start + 1)
    return word && !whole ? [{ start: tag.start, end: tag.end, word: '' }] : []
  })
  return [...plain, ...hidden, ...spaced, ...tags].map(({ start, end, word }): Hit => {
    const better = people(word)
    const suggestion = text.opensSentence(start) ? capital(better) : better
    return {
      says: `${quoted(text, start, end)} demeans people`,
      at: at(text, start, end),
      ...(word === '' ? {} : { suggestion }),
    }
  })
}

const demeaningWord: Rule = {
  id: 'R48',
  version: VERSION,
  title: 'Demeaning word',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: {
    kind: 'press',
    words: 'The police Code of Ethics of 2014, from an extract; to be checked against the code in force',
  },
  why: 'We serve everybody, also those we arrest, and this word says that some people count for less.',
  fix: 'Say who it is: a man, a person, people.',
  decidedBy: ['headOfCommunications', 'professionalStandards'],
  look: (reading) => reading.texts.flatMap(demeaning),
  fails: [
    { words: 'Another scrote in custody tonight.', marks: 'scrote', suggests: 'person' },
    { words: 'SCUMBAGS have damaged the play park.', marks: 'SCUMBAGS', suggests: 'People' },
    { words: 'Needles left by junkies in Mill Lane.', marks: 'junkies', suggests: 'people who use drugs' },
    { words: 'What kind of sc\u200bum does this?', marks: 'sc\u200bum' },
    { words: 'Some sc*m broke the window.', marks: 'sc*m', suggests: 'people' },
    { words: 'A ѕcrote ran off.', when: 'with a look-alike letter', marks: 'ѕcrote' },
  ],
  passes: [{ words: 'A man is in custody tonight.' }, { words: 'Air rifles for vermin must be locked away.' }],
}

const QUARREL = phrases(
  "if (?:you|u) (?:don't|dont|do not) like (?:it|us|that|this),? (?:then )?(?:you can |just |please |feel free to |you know )?(?:leave|unfollow|go|move|tough|lump it|jog|block|where|don't (?:look|read|follow)|bye|get out|stop reading)|(?:get|go and get|go get) a life(?!-)|get over (?:it|yourself)|grow up|mind (?:your|ur) own (?:business)?|jog on|do one|shut up|wind your neck in|bore off|cry (?:about it|me a river|more)|boo hoo|keyboard warriors?|armchair (?:experts?|detectives?|lawyers?)|snowflakes?|calm down(?: dear| love| mate)?|get a grip|you(?:'re| are) (?:talking|speaking|spouting) (?:rubbish|nonsense|rot|out of)|what(?:'s| is) your problem|are you (?:stupid|thick|blind|deaf|serious|having a laugh)(?! or| and| of hearing)|learn to read|read (?:it|the post) again|can(?:'t| not) you read|do your (?:own )?(?:research|homework)|typical (?:response|comment|attitude|of (?:you|your sort))|your sort|(?<!need )(?<!want )(?<!for )(?<!more )(?<!thanks to )(?<!with )people like you|nobody (?:cares|asked)|no ?one (?:cares|asked)|who asked you|feel free to (?:unfollow|leave (?:us|town|the page|the country))|(?:then )?unfollow us|pack it in|you clearly (?:haven't|have not|don't|do not)|you obviously|as (?:i|we)(?:'ve| have)? already (?:said|told you|explained)|how (?:many times|hard can it be)|wise up|trolls?|(?:whinging|moaning|whining)(?: again)?|don't be (?:silly|stupid|ridiculous|daft|so)|tough luck|your opinion (?:is (?:irrelevant|worthless|not wanted)|means nothing|doesn't)|we (?:really )?don't care (?:what|if)",
)
/** These are quarrels only when said to somebody. */
const ONLY_TO_SOMEBODY =
  /^(?:grow\sup|calm\sdown|do\sone|get\sa\sgrip|typical|trolls?|as\s(?:i|we)|you\sobviously|people\slike\syou|snowflakes?|read\sit|moaning|whining|whinging|how\s|pack\sit|learn\sto|tough\sluck|do\syour)/

const isToSomebody = (reading: Reading, text: Text): boolean => reading.draft.isReply || /^[\s."]*@\w/.test(text.plain)

const sameSentence = (text: Text, one: number, other: number): boolean =>
  text.sentenceAt(one).start === text.sentenceAt(other).start

const quarrel: Rule = {
  id: 'R54',
  version: VERSION,
  title: 'A quarrel in public',
  jurisdictions: everywhere,
  mode: 'auto',
  severity: 'block',
  pack: null,
  source: { kind: 'press', words: 'A quarrel of 2016 on a chief officer’s account, and others like it, as reported' },
  why: 'Everybody reads along, and nobody wins it. The person may still need us tomorrow.',
  fix: 'Leave it for half an hour. Then answer once, kindly and with facts, or let the desk answer.',
  decidedBy: ['supervisor', 'headOfCommunications'],
  look: (reading) =>
    reading.words.flatMap((text) =>
      matches(QUARREL, text.lower)
        .filter((hit) => isToSomebody(reading, text) || !ONLY_TO_SOMEBODY.test(hit.found))
        .filter((hit, place, all) => !all.slice(0, place).some((one) => sameSentence(text, one.start, hit.start)))
        .map((hit): Hit => {
          const { start, end } = text.sentenceAt(hit.start)
          const head = `${quoted(text, hit.start, hit.end)} starts a quarrel`
          const suggestion = 'Thank you for telling us what you think. We have said what we can here.'
          return { says: head, at: at(text, Math.min(start, hit.start), Math.max(end, hit.end)), suggestion }
        }),
    ),
  fails: [
    { words: "If you don't like that, unfollow.", marks: "If you don't like that, unfollow." },
    { words: 'Oh grow up.', when: 'in a reply', marks: 'Oh grow up.', draft: { isReply: true } },
    { words: '@sam Are you stupid? It was on the sign.', marks: 'Are you stupid?' },
  ],
  passes: [
    { words: 'Thank you, Sam. The road opens at 6pm.', when: 'in a reply', draft: { isReply: true } },
    { words: 'Are you blind or partly sighted? Our new page can be read aloud.' },
    { words: 'Your opinion is important to us. Take the survey.' },
    { words: 'Children who grow up near water should learn to swim.' },
  ],
}

export const toneRules: readonly Rule[] = [demeaningWord, quarrel]
