import type { SpanName } from '../../measures/span.ts'
import { Count, plural } from '../say.ts'
import { accountsWords, type Definition, type Figure, figureWords, ofAccounts, ofAll, toLook } from './figures.ts'

const percent = (f: Figure): string => `${Math.round(100 * f.figure)}%`
const begins = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const fewAnswers = (figures: readonly Figure[]): string => {
  const few = ofAccounts(figures, 'M08').filter((f) => f.look).length
  return few === 0
    ? 'No account answered fewer than one in five'
    : `${begins(accountsWords(few))} answered fewer than one in five`
}

/** The answer of the overview: how many questions were answered; where none is heard, how much of what is put out is dialogue. */
export const overviewHeading = (counted: boolean, figures: readonly Figure[]): string => {
  if (!counted) return 'Nothing has been counted yet'
  const answers = ofAll(figures, 'M08')
  if (answers) return `We answered ${percent(answers)} of questions. ${fewAnswers(figures)}`
  const dialogue = ofAll(figures, 'M07')
  if (!dialogue) return 'Nothing was put out and nothing was asked in this time'
  const few = toLook(ofAccounts(figures, 'M07'))
  return `${percent(dialogue)} of what we put out answers the public. ${begins(accountsWords(few))} ${few === 1 ? 'is' : few === 0 ? 'is' : 'are'} under 5%`
}

export const measureHeading = (d: Definition, all: Figure | undefined, figures: readonly Figure[]): string => {
  if (d.version === 0) return `${d.name} is not measured here`
  if (!all) return `${d.name}: nothing to count in this time`
  const look = toLook(figures)
  const first =
    d.together === 'look'
      ? `${d.name}: ${all.of.toLocaleString('en-GB')} accounts counted`
      : `${d.name}: ${figureWords(d, all.figure)}`
  return look === 0 ? `${first}. None to look at` : `${first}. ${Count(look)} to look at`
}

export const accountHeading = (name: string, look: number, counted: number): string =>
  counted === 0
    ? `${name}: nothing to count in this time`
    : look === 0
      ? `${name}: nothing to look at`
      : `${name}: ${look} of ${counted} ${plural(counted, 'measure')} to look at`

export const spanLabels: Readonly<Record<SpanName, string>> = {
  weeks13: '13 weeks',
  before: 'The 13 weeks before',
  year: '12 months',
  all: 'All time',
}
export const basisLabels: Readonly<Record<Definition['comparison']['basis'], string>> = {
  field: 'Set by a source of the field',
  data: 'From published figures',
  proposed: 'Our own proposal',
}

export const measuresWords = {
  reading: 'Reading the measures',
  failed: 'The measures were not read',
  measures: 'Measures',
  lede: (span: string, day: string) => `${span} to ${day}. Each dot is an account,`,
  ledeLook: 'one to look at,',
  ledeMiddle: 'the middle one.',
  notCounted: 'They are counted every night, and after an import into the archive.',
  count: 'Count again now',
  span: 'Over what time',
  how: 'How counted',
  howHeading: 'How this is counted',
  rows: 'Rows',
  leftOut: 'Left out',
  more: 'Beside it',
  traps: 'What to beware of',
  compare: 'What to compare it with',
  lookWhen: 'One to look at',
  version: (d: Definition) => (d.version === 0 ? d.id : `${d.id}, version ${d.version}`),
  seeRows: 'See each account and its rows',
  was: (words: string) => `was ${words} in the 13 weeks before`,
  look: (n: number) => `${n} to look at`,
  chart: (name: string, n: number, middle: string, look: number) =>
    `${name}: ${n} ${plural(n, 'account')}, the middle one ${middle}, ${look} to look at`,
  noneToDraw: 'Nothing to draw in this time.',
  differ: 'Why accounts differ',
  differNote: 'Like with like: each dot an account, the bar its class, the line the middle',
  allClasses: 'Accounts, by class',
  className: 'Class',
  furthest: 'Furthest from its class',
  reason: 'Reason recorded',
  classMiddle: (words: string) => `class middle ${words}`,
  noReason: 'None yet',
  sayWhy: 'Say why',
  sayWhyLabel: (name: string, measure: string) => `Say why ${name} differs in ${measure}`,
  endReason: 'End this reason',
  endReasonLabel: (name: string) => `End this reason: ${name}`,
  whyHeading: (name: string, measure: string) => `Why does ${name} differ in ${measure}?`,
  whyReason: 'The reason, in a sentence',
  whyRightly: 'It is as it should be: no longer one to look at, from the next counting on',
  whyAct: 'Record the reason',
  whyShort: 'Write at least three letters.',
  account: 'Account',
  figure: 'Figure',
  counted: 'Counted',
  csv: 'Figures as CSV',
  rowsCsv: 'Rows as CSV',
  none: 'Nothing to measure in this time',
  notOver: 'This is not counted over that time. Choose another.',
  measure: 'Measure',
  groups: { look: 'To look at', counted: 'Counted', nothing: 'Nothing to count' },
  before: 'Before',
  middle: 'Class middle',
  rowsHeading: (name: string, total: number) =>
    `${name}: ${total.toLocaleString('en-GB')} ${plural(total, 'row')} behind it`,
  rowsNone: 'No rows are behind it: it is read from the register.',
  rowsRegister: 'Open its record',
  rowsFollowers: 'What it was counted from, and how to have it counted',
  rowsEmpty: 'Nothing was counted.',
  said: 'Said',
  when: 'When',
  whom: 'To whom',
  firstSeen: 'First seen',
  firstLine: 'First official line',
  noLine: 'None yet',
  took: 'It took, or has until now',
  nextRows: 'Show the next 100',
  firstRows: 'From the newest',
  cameIn: 'Came in',
  released: 'Released',
  doneAt: 'Decided',
  what: 'What',
  officials: 'Official accounts',
  variation: 'What is ordinary in a class',
  earns: 'What earns answers',
  officialsHeading: (n: number) =>
    n === 0
      ? 'No official accounts of others are listed'
      : `${n.toLocaleString('en-GB')} official ${plural(n, 'account')} of others`,
  officialsLede:
    'What is said to them is no dialogue with the public. The accounts of our own register are known besides.',
  officialsList: 'The list: a handle, a comma, police or partner, and a name, a line each',
  officialsAct: 'Put this list in place of the one before',
  officialsNone: 'Nothing is listed yet. A national list may be pasted here.',
  handle: 'Handle',
  kind: 'Kind',
  kinds: { police: 'Police', partner: 'Partner' },
  name: 'Name',
} as const
