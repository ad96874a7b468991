import type { z } from 'zod'
import type { YearRow } from '../../inbox/moderation/counts.ts'
import type { listModeration, moderation, moderationCounts } from '../../inbox/moderation/moderation.contract.ts'
import { actNames, appealDays } from '../../inbox/moderation/moderation.ts'
import type { listStandards } from '../../inbox/moderation/standard.contract.ts'
import { Count, count, plural } from '../say.ts'

export type Decision = z.output<typeof moderation>
export type Decisions = z.output<typeof listModeration.output>
export type Standards = z.output<typeof listStandards.output>
export type CountsRow = z.output<typeof moderationCounts.output>['rows'][number]
export type Show = 'waiting' | 'standing' | 'all'

/** What waits for somebody, the worst first. */
export function standardsHeading(d: Pick<Decisions, 'stuck' | 'appealsOpen' | 'reviewsDue' | 'standing'>): string {
  if (d.stuck > 0) return `${Count(d.stuck)} ${plural(d.stuck, 'decision was', 'decisions were')} not carried out`
  if (d.appealsOpen > 0)
    return `${Count(d.appealsOpen)} ${plural(d.appealsOpen, 'appeal waits', 'appeals wait')} for a decision`
  if (d.reviewsDue > 0)
    return `${Count(d.reviewsDue)} ${plural(d.reviewsDue, 'decision waits', 'decisions wait')} for a second look`
  if (d.standing === 0) return 'Nothing is hidden, muted or blocked'
  return `${Count(d.standing)} ${plural(d.standing, 'decision stands', 'decisions stand')}, and nothing waits`
}

const stateWords: { readonly [state in Decision['state']]: string } = {
  asked: 'Decided, not yet done on the network',
  doing: 'Being done on the network',
  done: '',
  refused: 'Not carried out',
  needsPerson: 'Needs a person',
  lifting: 'Being lifted on the network',
  lifted: 'Lifted',
}

export const stateSaid = (d: Pick<Decision, 'state' | 'act'>): string =>
  d.state === 'done' ? actNames[d.act].done : stateWords[d.state]

const doneWelsh = {
  hide: 'Cuddiwyd',
  report: 'Rhoddwyd gwybod i’r rhwydwaith',
  mute: 'Tawelwyd',
  block: 'Rhwystrwyd',
} as const

export const standardsWords = {
  reading: 'Reading what was moderated',
  failed: 'What was moderated was not read',
  lede: (late: number): string =>
    late > 0
      ? `${Count(late)} ${plural(late, 'review is', 'reviews are')} late. Only a published standard is a reason, and a copy is kept.`
      : 'Only a published standard is a reason. A copy is kept, everybody is told why, and everybody can appeal.',
  decisions: 'What was moderated and why',
  show: 'Show',
  shows: { waiting: 'Waits for somebody', standing: 'Stands now', all: 'All' },
  reference: 'Reference',
  referenceHint: 'As they quote it, M-7K2Q9XPA',
  older: 'Show older ones',
  newest: 'Back to the newest',
  nothing: {
    waiting: 'Nothing waits. Reviews, appeals and what was not carried out would stand here.',
    standing: 'Nothing is hidden, muted or blocked now.',
    all: 'Nothing was moderated yet.',
    reference: 'No decision has this reference.',
  },
  title: (act: Decision['act'], code: string, title: string) => `${actNames[act].name}: ${code} ${title}`,
  from: (from: string, at: string) => (from === '' ? `Said ${at}.` : `${from}, ${at}.`),
  pictures: (n: number) => (n === 0 ? '' : `With ${count(n)} ${plural(n, 'picture')}, not copied.`),
  decided: (by: string, at: string, account: string) => `Decided by ${by}, ${at}, on ${account}`,
  because: (reason: string) => `Their reason: ${reason}`,
  ends: (at: string) => `Ends ${at}`,
  reviewBy: (at: string) => `A second person looks by ${at}`,
  reviewed: (by: string, at: string, words: string) => `Reviewed by ${by}, ${at}: ${words}`,
  appealed: (at: string) => `Appeal, ${at}`,
  appealDecided: (outcome: 'upheld' | 'lifted', by: string, at: string, reason: string) =>
    `${outcome === 'upheld' ? 'The decision stands' : 'Lifted on appeal'}, decided by ${by}, ${at}: ${reason}`,
  lift: (why: 'person' | 'expired' | 'appeal', by: string | null, at: string, words: string) =>
    why === 'expired' ? `Its time was over ${at}` : `Lifted by ${by ?? 'the product'}, ${at}: ${words}`,
  network: (words: string) => `The network says: ${words}`,
  told: 'What to tell them',
  conversation: 'See it on the network',
  acts: {
    lift: 'Lift…',
    review: 'Review…',
    appeal: 'Record an appeal…',
    decideAppeal: 'Decide the appeal…',
    settle: 'Say how it is…',
  },
  of: (act: string, reference: string) => `${act.replace('…', '')}: ${reference}`,
  forms: {
    reason: 'Why, for the record',
    reasonMissing: 'Say why in a sentence: it is kept with the decision.',
    lift: {
      heading: (ref: string) => `Lift ${ref} now?`,
      body: 'The network is asked to undo it at once.',
      act: 'Lift it now',
    },
    review: {
      heading: (ref: string) => `Does ${ref} still stand?`,
      body: 'Look at the copy and the standard. If it should not stand, lift it instead.',
      act: 'It stands',
    },
    appeal: {
      heading: (ref: string) => `Record an appeal against ${ref}`,
      body: `Anybody may appeal; we ask for it within ${appealDays} days, and read later ones too. Somebody who did not decide it decides the appeal.`,
      words: 'Their words',
      wordsMissing: 'Write what they said.',
      act: 'Record the appeal',
    },
    decide: {
      heading: (ref: string) => `Decide the appeal against ${ref}`,
      outcome: 'Outcome',
      upheld: 'The decision stands',
      lifted: 'We were wrong: lift it',
      act: 'Decide the appeal',
    },
    settle: {
      heading: (ref: string) => `How is it with ${ref}?`,
      body: 'Look on the network itself first.',
      saw: 'What you saw',
      done: 'It is done there',
      again: 'It is not done: ask the network again',
      leave: 'It is not done, and stays so',
      act: 'Keep this',
    },
  },
  standards: 'The published standards',
  inForce: (n: number) => `${n} in force`,
  nonePublished: 'No standard is published, so nothing can be moderated',
  none: 'No standard is published, so nothing can be moderated. Begin with a set written for police forces, or publish your own.',
  begin: 'Publish the set to begin with',
  beginHeading: 'Publish nine standards?',
  beginBody: 'They are in English and Welsh. Their words never change once published; each can be ended and replaced.',
  add: 'Publish a standard',
  ended: (at: string) => `Ended ${at}`,
  end: 'End…',
  endLabel: (code: string) => `End ${code}`,
  endHeading: (code: string) => `End ${code} now?`,
  endBody: 'Nothing more is moderated under it. What was decided keeps it, and its code is not used again.',
  endAct: 'End it now',
  form: {
    heading: 'Publish a standard',
    code: 'Code',
    codeHint: 'Two capital letters and a number. It is never used twice.',
    codeWrong: 'Write it as CS12.',
    titleEn: 'Name in English',
    titleCy: 'Name in Welsh',
    wordsEn: 'Words in English',
    wordsCy: 'Words in Welsh',
    hint: 'These words never change once published.',
    short: 'Write a little more.',
    act: 'Publish it',
  },
  counts: 'Counts, ready to publish',
  countsNote: 'Each figure stands in the month in which it happened. Nothing here is about a person.',
  csv: 'Download as a table (CSV)',
  noCounts: 'Nothing to count yet.',
  columns: {
    month: 'Month',
    what: 'What',
    account: 'Account',
    decided: 'Decided',
    notCarriedOut: 'Not carried out',
    appeals: 'Appeals',
    upheld: 'Upheld',
    liftedOnAppeal: 'Lifted on appeal',
    lifted: 'Lifted by us',
    expired: 'Ran out',
  },
  preview: 'As the public reads it',
  previewNote: (address: string) => `Open to everybody at ${address}`,
  language: 'Language',
  languages: { en: 'English', cy: 'Cymraeg' },
  noReason: { en: 'What is no reason', cy: 'Beth nad yw’n rheswm' },
  howOften: {
    en: (year: number) => `How often, ${year}`,
    cy: (year: number) => `Pa mor aml, ${year}`,
  },
  often: {
    en: (r: YearRow) =>
      `${actNames[r.act].done} under ${r.code}: ${r.decided}. Appeals: ${r.appeals}, of which we reversed ${r.liftedOnAppeal}. Ended early or ran out: ${r.lifted + r.expired}.`,
    cy: (r: YearRow) =>
      `${doneWelsh[r.act]} o dan ${r.code}: ${r.decided}. Apeliadau: ${r.appeals}, a gwnaethom wrthdroi ${r.liftedOnAppeal}. Wedi dod i ben: ${r.lifted + r.expired}.`,
  },
  howToAppeal: { en: 'How to appeal', cy: 'Sut i apelio' },
} as const

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
export const monthSaid = (r: Pick<CountsRow, 'year' | 'month'>): string => `${months[r.month - 1]} ${r.year}`
