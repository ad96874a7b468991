import type { CarryingPage, CarryingRow, CarryingStep } from '../../review/carrying/carrying.contract.ts'
import type { CarryingKind } from '../../review/carrying/lists.ts'
import { cameAlong } from '../../review/carrying/migration.ts'
import { Count, plural } from '../say.ts'
import { shareWords } from './plan-words.ts'

export const saidOf = (p: { rank: string; name: string }): string => `${p.rank} ${p.name}`.trim()

/** Whoever answers for a step: the office and who holds it, or the person. */
export const whoWords = ({ office, person }: Pick<CarryingStep, 'office' | 'person'>): string =>
  office
    ? `${office.title}${office.holder ? `, ${saidOf(office.holder)}` : ', held by nobody'}`
    : person
      ? saidOf(person)
      : 'Nobody'

const doing: Readonly<Record<CarryingKind, string>> = {
  closing: 'Closing',
  adoption: 'Adopting',
  platformRetirement: 'Leaving',
}
const done: Readonly<Record<CarryingKind, string>> = {
  closing: 'is closed',
  adoption: 'is adopted',
  platformRetirement: 'is left',
}

export const rowName = (row: Pick<CarryingRow, 'kind' | 'name' | 'into'>): string =>
  `${doing[row.kind]} ${row.name}${row.into ? ` into ${row.into.name}` : ''}`

const number = (n: number | null): string => (n === null ? 'not known' : n.toLocaleString('en-GB'))

export const carryingWords = {
  reviews: 'Reviews',
  path: 'Carrying out',
  reading: 'Reading the lists',
  failed: 'The lists could not be read',
  heading: (rows: readonly CarryingRow[]): string => {
    const open = rows.filter((r) => r.endedAt === null)
    const late = open.filter((r) => r.late > 0).length
    if (open.length === 0) return 'Nothing is being carried out now'
    const what = `${Count(open.length)} ${plural(open.length, 'list')} ${open.length === 1 ? 'is' : 'are'} under way`
    return late === 0
      ? `${what}. Nothing is overdue`
      : `${what}. ${Count(late)} ${late === 1 ? 'has' : 'have'} overdue steps`
  },
  lede: 'An account is closed or adopted step by step, each by a named person until a day. The last step waits for the others.',
  open: 'Under way',
  ended: 'Ended',
  empty: 'Nothing is being carried out. A decision of a review begins a list; so can you.',
  head: { what: 'What', done: 'Done', next: 'Next', ends: 'Ends', ended: 'Ended' },
  of: (r: CarryingRow) => `${r.done} of ${r.steps}`,
  overdue: (n: number) => `${n} overdue`,
  nextWords: (r: CarryingRow, due: string) => (r.next ? `${r.next.what}, ${whoWords(r.next)}, ${due}` : ''),
  endings: { done: 'Done', stopped: 'Stopped' },
  begin: 'Begin a list',
  leave: 'Leave a network',
  left: 'Networks that we have left',
  leftWords: (network: string, note: string, on: string) => `${network}, on ${on}. ${note}`,
  csv: 'Lists as CSV',
  form: {
    heading: 'Begin a list without a review',
    act: 'Begin the list',
    kind: 'What',
    closing: 'Close an account',
    adoption: 'Adopt an account outside our control',
    account: 'Account',
    into: 'It joins',
    nowhere: 'No other account',
    on: 'Last day',
    choose: 'Choose one.',
    missing: 'Choose a day.',
  },
  retire: {
    heading: 'Leave a network, account by account',
    act: 'Begin leaving it',
    body: 'Nothing is closed before the last step. Record and archive stay.',
    network: 'Network',
    accounts: (n: number) => `${n} ${plural(n, 'account')}`,
    note: 'What the public list will say',
    noteHint: 'Why we left, and where to find us.',
    missing: 'Write it; people will look for us there.',
  },
  one: {
    reading: 'Reading the list',
    failed: 'The list could not be read',
    heading: (p: CarryingPage): string => {
      if (p.ending === 'done') return `${p.name} ${done[p.kind]}`
      if (p.ending === 'stopped') return `${rowName(p)} was stopped`
      const late = p.late === 0 ? '' : `, ${p.late} overdue`
      return `${rowName(p)}: ${p.done} of ${p.steps} steps done${late}`
    },
    lede: (p: CarryingPage, day: string, begun: string) =>
      `${p.endedAt === null ? `Its last day is ${day}.` : `Its last day was ${day}.`} Begun by ${saidOf(p.begunBy)} on ${begun}.`,
    steps: 'Steps',
    due: (day: string) => `due ${day}`,
    late: (day: string) => `overdue since ${day}`,
    doneBy: (who: string, day: string) => `Done by ${who}, ${day}`,
    answersForIt: (who: string) => `Answers for it: ${who}.`,
    notYet: 'Not yet',
    done: 'Done',
    ready: 'Can be done',
    do: 'Mark as done',
    doLabel: (what: string) => `Mark as done: ${what}`,
    change: 'Change',
    changeLabel: (what: string) => `Change who answers for it, or when it is due: ${what}`,
    evidence: 'What shows it',
    evidenceHint: 'Where it can be seen, or who saw it. It is kept with your name.',
    evidenceMissing: 'Write what shows it.',
    office: 'Office',
    noOffice: 'A person, not an office',
    person: 'Person',
    dueDay: 'Due on',
    save: 'Save',
    lastAct: {
      closing: 'Close the account',
      adoption: 'Let it speak for the force',
      platformRetirement: 'Leave the network',
    },
    stop: 'Stop this list',
    stopSure: (name: string) => `Stop the list for ${name}?`,
    stopBody: (p: CarryingPage) =>
      p.kind !== 'closing'
        ? 'What was done stays on record.'
        : `What was done stays on record. The account is ${p.wasUnderReview ? 'under review' : 'live'} again.`,
    review: 'The decision',
    takeBack: 'Take back',
    takeBackLabel: (what: string) => `Take back: ${what}`,
    takeBackSure: (what: string) => `Take back “${what}”?`,
    takeBackBody: 'The step is open again. What was ticked, and by whom, stays readable beside it.',
    takenBack: (who: string, day: string, why: string, doneBy: string) =>
      `Ticked by ${doneBy}; taken back by ${who} on ${day}: ${why}`,
    reason: 'Why',
    reasonMissing: 'Write why.',
    words: 'Words ready to use',
    pinned: 'Pinned notice',
    last: 'Last post',
    draft: 'Make both drafts',
    openDraft: 'Open the draft',
    records: 'What the records say now',
    conversations: (n: number) =>
      n === 0 ? 'No conversation is open there.' : `${n} ${plural(n, 'conversation')} open there.`,
    waiting: (n: number) =>
      n === 0
        ? 'No post waits to go out there.'
        : `${n} ${plural(n, 'post')} ${n === 1 ? 'waits' : 'wait'} to go out there.`,
    keys: (names: readonly string[]) =>
      names.length === 0 ? 'No keys are in custody.' : `Keys in custody: ${names.join(', ')}.`,
    archive: (names: readonly string[]) =>
      names.length === 0 ? 'The archive is taken.' : `Nothing in the archive of ${names.join(', ')}.`,
    voices: (names: readonly string[], into: string) =>
      names.length === 0
        ? `Everybody who signs here signs on ${into}.`
        : `${names.join(', ')} ${names.length === 1 ? 'does' : 'do'} not sign on ${into}.`,
    settle: 'Choose what becomes of what waits',
    settleBody: 'Held, each waits until somebody decides about it. Withdrawn, none of it goes out any more.',
    how: { hold: 'Hold all of it', withdraw: 'Withdraw all of it' },
    howLabel: 'What waits',
    note: 'What the public list says',
  },
  migration: {
    heading: 'Who came along',
    more: 'followers when this began, the rest on the last day; then 30 and 90 days later',
    none: 'Counted from the day on which it is closed.',
    when: (day: number) => (day === 0 ? 'Before' : `After ${day} days`),
    notYet: (day: string) => `On ${day}`,
    head: {
      when: 'When',
      followers: 'Followers here',
      into: 'Followers there',
      dialogue: 'Dialogue there',
      voices: 'Voices',
    },
    number,
    dialogue: (share: number | null) => shareWords(share),
    voices: (n: number | null) => number(n),
    caption: 'Followers, dialogue and voices before and after',
    trap: 'Followers there may have come for other reasons; nobody knows who they are.',
  },
} as const

/** After 30 days: 150 of 1,000 followers more there, 4 of 6 voices. Both figures, or which one is not known. */
export function cameAlongWords(p: CarryingPage): string[] {
  const before = p.migration.find((m) => m.day === 0)
  if (!before) return []
  return p.migration
    .filter((m) => m.day > 0 && m.countedAt !== null)
    .map((after) => {
      if (p.into === null) return `After ${after.day} days: it joined no account, so who came along is not known.`
      const c = cameAlong(before, after)
      const followers =
        c.more === null || c.share === null
          ? 'how many followers came along is not known'
          : `${c.more.toLocaleString('en-GB')} more followers there, ${shareWords(c.share)} of the ${number(before.followers)} here`
      const voices =
        c.voices === null || c.voicesOf === null ? 'voices not known' : `${c.voices} of ${c.voicesOf} voices sign there`
      const points = c.dialogue === null ? null : Math.round(c.dialogue * 100)
      const dialogue =
        points === null
          ? 'dialogue not known'
          : points === 0
            ? 'dialogue as before'
            : `dialogue ${Math.abs(points)} points ${points > 0 ? 'up' : 'down'}`
      return `After ${after.day} days: ${followers}; ${voices}; ${dialogue}.`
    })
}
