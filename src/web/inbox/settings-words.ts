import type { z } from 'zod'
import { type AimKind, aimKinds } from '../../inbox/desk.ts'
import type { DeskChange, deskSettings } from '../../inbox/settings/settings.contract.ts'
import { type Category, described, needsPerson } from '../../inbox/triage/category.ts'
import { Count, plural } from '../say.ts'

export type Settings = z.output<typeof deskSettings.output>
export type Aims = Settings['aims'][number]

/** `15 min`, `1 h`, `1 h 30`, `3 days`; minutes of an aim are figures, never an age. */
export const aimWords = (minutes: number | null): string => {
  if (minutes === null) return 'no aim'
  if (minutes < 60) return `${minutes} min`
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440} days`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`
}

/** How soon somebody looks: the first thing that whoever waits would ask. */
export const settingsHeading = ({ aims }: Pick<Settings, 'aims'>): string => {
  const danger = aims.find((a) => a.category === 'threatOrVulnerable')?.firstLook ?? 0
  const others = Math.max(...aims.flatMap((a) => (a.category === 'threatOrVulnerable' ? [] : [a.firstLook])))
  return danger === others
    ? `Everything is looked at within ${aimWords(danger)}`
    : `Danger is looked at within ${aimWords(danger)}, everything else within ${aimWords(others)}`
}

const isOwn = (a: Aims, kind: AimKind | 'always'): boolean => a[kind] !== a.proposal[kind]
/** Whose aim it is; nothing where it is our proposal, which the page says once. */
export const basisWords = (a: Aims, kind: AimKind | 'always'): string => {
  if (kind === 'always' && needsPerson(a.category)) return 'Always, for the gravest'
  if (!isOwn(a, kind)) return ''
  const proposed = a.proposal[kind]
  return typeof proposed === 'boolean' ? 'Set here' : `Set here; proposal ${aimWords(proposed)}`
}

export const countedWords = (always: boolean): string => (always ? 'Day and night' : 'In the account’s hours')

export const ownCount = (aims: readonly Aims[]): number =>
  aims.reduce((n, a) => n + aimKinds.filter((kind) => isOwn(a, kind)).length, 0)

const kindNames: Readonly<Record<AimKind, string>> = {
  firstLook: 'First look',
  firstReply: 'First reply',
  incidentRaised: 'Incident raised',
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

/** What somebody changed, in one line. */
export const changeWords = (change: DeskChange): string => {
  if (change.what === 'lines')
    return `Automatic line ${change.enabled ? 'on' : 'off'}${change.before ? ', with other words' : ''}`
  if (change.what === 'dangerWords')
    return [
      'Words of danger:',
      [
        change.added.length > 0 ? `added ${quoted(change.added)}` : '',
        change.removed.length > 0 ? `taken out ${quoted(change.removed)}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    ].join(' ')
  const { before, after } = change
  const aims = aimKinds
    .filter((kind) => before[kind] !== after[kind])
    .map((kind) => `${kindNames[kind].toLowerCase()} ${aimWords(before[kind])}, now ${aimWords(after[kind])}`)
  const counted = before.always === after.always ? [] : [`counted ${countedWords(after.always).toLowerCase()}`]
  return `${described[change.category].label}: ${[...aims, ...counted].join('; ')}`
}

export const settingsWords = {
  reading: 'Reading what the desk is set to',
  failed: 'We cannot say what the desk is set to',
  path: 'Desk',
  link: 'How the desk works',
  lede: (own: number, of: number) =>
    own === 0
      ? 'All of these aims are our proposal, because nobody sets them for the country. Change what does not fit.'
      : `${Count(own)} of ${of} aims ${plural(own, 'is', 'are')} set here, the others are our proposal. Nobody sets them for the country.`,
  aims: {
    heading: 'Aims',
    note: 'from when it was said',
    caption: 'Aims for each kind of message',
    what: 'What it is',
    counted: 'Counted',
    act: 'Change',
    kinds: kindNames,
    actLabel: (what: string) => `Change the aims of: ${what}`,
    danger:
      'Whatever it is, words that may be about a person in danger count by the first row, day and night. Where an account states no hours, every aim counts day and night.',
    form: {
      heading: (what: string) => `Aims: ${what}`,
      unit: (kind: string) => `${kind}, in minutes`,
      none: 'Empty: no aim.',
      proposal: (words: string) => `Our proposal: ${words}.`,
      wrong: 'A whole number of minutes, from 1 to 40,320 (four weeks).',
      missing: 'Somebody always looks. Give the minutes.',
      always: 'Count day and night, not only in the hours in which the account is looked at',
      fixed: 'It counts day and night: whoever may be at risk does not wait for office hours.',
      propose: 'As we propose',
      act: 'Set these aims',
      says: 'What waits at the desk stands by them at once. What was set before stays on the record.',
    },
  },
  limits: {
    heading: 'Set by the law and for the country',
    note: 'not changed here',
    crime: 'A crime is recorded',
    crimeWords: (hours: number) => `Within ${hours} hours of its being reported.`,
    crimeBasis: 'National rule: National Crime Recording Standard.',
    request: 'A request for information is answered',
    requestWords: (days: number) => `Within ${days} working days.`,
    requestBasis: 'Law: Freedom of Information Act 2000, section 10(1).',
  },
  line: {
    heading: 'Line for hours in which nobody looks',
    on: 'It is on.',
    off: 'It is off: nothing goes out by itself.',
    does: [
      'Whoever writes to an account while nobody on duty looks at it reads this below their message, within minutes.',
      'Once a day to each, and once while nobody looks. Never to abuse, never where a person has seen danger and answers, never an hour later.',
      'It bears no signature and is no answer: the message waits, and its clocks run.',
    ],
    act: 'Change the line',
    formHeading: 'The line for hours in which nobody looks',
    enabled: 'Let it go out by itself',
    en: 'Words in English',
    cy: 'Words in Welsh',
    hint: 'Name 999 and 101. When somebody looks again is added by itself.',
    missing: 'These words do not name both 999 and 101.',
    length: 'From 20 to 500 letters.',
    save: 'Save this line',
    preview: 'How it would read now on',
    none: 'No account is connected yet.',
    watched: 'Somebody looks at this account now, so nothing would go out.',
    english: 'To people who write in English',
    welsh: 'To people who write in Welsh',
    tooLong: 'It does not go out as it is.',
  },
  danger: {
    heading: 'Words of danger of this force',
    does: [
      'A message with one of these goes to the head of the queue as one that may be about a person in danger, and whoever is on duty is told.',
      'They come on top of what is known already, and only ever lift a message. What it is, a person says.',
      'They count for what is heard from now on.',
    ],
    none: 'None yet. The name of a bridge, a local word for a drug: what only people here know.',
    en: 'In English',
    cy: 'In Welsh',
    act: 'Change these words',
    formHeading: 'Words of danger',
    lines: 'One on each line.',
    welshHint: 'One on each line. Write each form that people write: Pont Fawr and Bont Fawr.',
    never: 'Words and places, never the name of a person: Front Counter keeps no list of people.',
    save: 'Save these words',
    saysNothing: (words: readonly string[]) =>
      `${quoted(words)} ${plural(words.length, 'stands', 'stand')} in nearly every message. Use longer words, or two together.`,
    wrong: 'Each from 2 to 60 letters, at most 100.',
    try: 'Try a message',
    tryHint: 'It stays on this device.',
    tryReading: 'Being weighed',
    tryFailed: 'It could not be weighed: what weighs it was not read. Load this page again.',
    lifted: (word: string) => `To the head of the queue, because of your “${word}”.`,
    already: 'To the head of the queue also without your words.',
    not: 'Not to the head of the queue.',
    suggests: (category: Category) => `Suggested as: ${described[category].label}.`,
  },
  changes: { heading: 'Changed', none: 'Nothing was changed yet.', before: 'What it said before' },
} as const
