import type { z } from 'zod'
import type { handOvers, rota, waysEndpoint } from '../../inbox/duty/duty.contract.ts'
import { personWords } from '../posting/refs.ts'
import { Count, clock, count, day, plural } from '../say.ts'

export type Rota = z.output<typeof rota.output>
export type OnDuty = Rota['onDuty'][number]
export type Notes = z.output<typeof handOvers.output>
export type Ways = z.output<typeof waysEndpoint.output>

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const of = (people: readonly OnDuty[], kind: OnDuty['kind']): string =>
  listed(people.filter((d) => d.kind === kind).map((d) => personWords(d.person)))

/** Who is on duty now, as a sentence. */
export const dutyHeading = ({ onDuty, leaders }: Rota): string => {
  const [call, desk] = [of(onDuty, 'onCall'), of(onDuty, 'desk')]
  const many = (kind: OnDuty['kind']) => (onDuty.filter((d) => d.kind === kind).length > 1 ? 'are' : 'is')
  if (call && desk) return `${call} ${many('onCall')} on call, ${desk} ${many('desk')} at the desk`
  if (call) return `${call} ${many('onCall')} on call, nobody is at the desk`
  if (desk) return `${desk} ${many('desk')} at the desk, nobody is on call`
  if (leaders.length === 0) return 'Nobody is on duty, and nobody is told of alarms'
  return 'Nobody is on duty. Alarms go to the head of communications'
}

/** What comes next, and when nobody does. */
export const dutyLede = ({ next, gapWords, zone }: Rota): string => {
  const first = next[0]
  const coming = first
    ? `Next: ${listed(next.map((d) => personWords(d.person)))}, ${day(first.from, zone)}, ${clock(first.from, zone)}.`
    : 'Nobody is down for later.'
  const gaps =
    gapWords.length === 0
      ? 'Somebody is on duty throughout the coming seven days.'
      : `In the coming seven days: ${gapWords.join('; ')}.`
  return `${coming} ${gaps}`
}

export const kindWords = { onCall: 'On call', desk: 'At the desk' } as const

/** One day of the week picture, for somebody who does not see it. */
export const daySentence = (name: string, lanes: readonly string[], gaps: readonly string[]): string =>
  `${name}: ${lanes.length === 0 ? 'nobody is down' : lanes.join('; ')}${gaps.length > 0 && lanes.length > 0 ? `; nobody ${gaps.join(' and ')}` : ''}`

export const standWords = (s: Notes['now']): string =>
  [
    `${s.waiting} waiting`,
    `${s.inDanger} in danger`,
    `${s.overdue} over their clock`,
    `${s.notHeard} not heard`,
    `${s.held} in hand`,
    `${s.holds} ${plural(s.holds, 'hold')} on posts`,
  ].join(' · ')

export const dutyWords = {
  reading: 'Reading the rota',
  failed: 'We cannot say who is on duty',
  unreachable:
    'No alarm can reach whoever is on duty: none of them has added a way to be reached. Until then alarms stand on Today only.',
  nobodyToTell: 'Nobody is on duty, so no alarm is told to anybody. Until then alarms stand on Today only.',
  week: {
    heading: 'The week',
    earlier: 'Week before',
    later: 'Week after',
    now: 'This week',
    legend: { onCall: 'On call', desk: 'At the desk', nobody: 'Nobody' },
    nobody: (from: string, to: string) => `${from} to ${to}`,
    empty: 'Nobody is on the rota this week.',
    add: 'Put somebody on duty',
    end: 'End now',
    drop: 'Take off',
    endLabel: (who: string, from: string) => `End the duty of ${who} that begins ${from}`,
    noWay: 'No alarm reaches them',
  },
  add: {
    heading: 'Put somebody on duty',
    who: 'Who',
    whoMissing: 'Choose who.',
    kind: 'As',
    from: 'From',
    until: 'Until',
    whenMissing: 'Give a date and a time.',
    act: 'Put on duty',
  },
  cover: {
    heading: 'Stated hours that nobody covers',
    note: 'this week, as the register states them',
    all: (of: number) =>
      of === 0
        ? 'No account on the register states hours.'
        : `Somebody is on duty in all stated hours of ${count(of)} ${plural(of, 'account')}.`,
    of: (staffed: number, stated: number) => `${staffed} of ${stated} hours`,
    more: (n: number) => `and ${count(n)} more times`,
  },
  notes: {
    heading: 'Hand-over notes',
    stand: 'The desk now',
    write: 'For the next shift',
    writeHint: 'How the desk stands is noted with it. Do not repeat what people wrote to us.',
    missing: 'Write what the next shift has to know.',
    act: 'Leave this note',
    done: 'The note is there for the next shift.',
    none: 'No note was left yet.',
    read: 'I have read this',
    readBy: (who: string, at: string) => `Read by ${who}, ${at}.`,
    unread: 'Not read yet',
    yours: 'Yours. Somebody of the next shift reads it.',
  },
  ways: {
    heading: 'How alarms reach you',
    none: 'Nothing reaches you yet. Add this browser or an e-mail address.',
    browser: 'Add this browser',
    browserDone: 'Alarms come to this browser now, also when no page is open. Send a test.',
    label: 'This browser',
    keyMissing: 'Not ready yet. Try again in a few seconds.',
    unsupported: 'This browser takes no push messages. Use another, or e-mail.',
    denied: 'This browser does not let us show messages. Allow notifications for this page, then try again.',
    failed: 'This browser could not be added: its push service did not answer.',
    email: 'E-mail address',
    emailWrong: 'This is not an e-mail address.',
    emailAct: 'Add this address',
    noMail: 'No mail server is set up here, so no e-mail can go out.',
    test: 'Send a test',
    testDone: 'The test is on its way. Look whether it arrives.',
    remove: 'Remove',
    way: { push: 'Browser', email: 'E-mail' },
    tested: (at: string) => `Last test ${at}.`,
    untested: 'Never tested.',
    broken: (at: string) => `Nothing gets through since ${at}.`,
    says: 'Alarms say what kind, which account and since when. Words of the public are never in them.',
  },
  alarm: {
    since: (at: string) => `Since ${at}.`,
    seen: (who: string, at: string) => `Seen by ${who}, ${at}.`,
    over: (at: string) => `Over since ${at}.`,
    toldTo: (people: number) => `${Count(people)} ${plural(people, 'person was', 'people were')} told.`,
    open: 'Open the conversation',
  },
} as const
