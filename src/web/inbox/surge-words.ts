import type { z } from 'zod'
import type { batchEndpoint, groupEndpoint, surgeNow } from '../../inbox/surge/surge.contract.ts'
import { type Category, described } from '../../inbox/triage/category.ts'
import { age, Count, count, plural, sentence } from '../say.ts'

export type SurgeNow = z.output<typeof surgeNow.output>
export type Surge = NonNullable<SurgeNow['surge']>
export type Rumour = NonNullable<Surge['rumour']>
export type Group = z.output<typeof groupEndpoint.output>['group']
export type Batch = z.output<typeof batchEndpoint.output>['batch']

export const surgeHeading = ({ surge }: SurgeNow, since: (at: string) => string): string => {
  if (!surge) return 'No more than usual reaches us'
  if (surge.endedAt) return `The surge that began at ${since(surge.beganAt)} is over; surge mode is still on`
  return `Much more than usual has reached us since ${since(surge.beganAt)}`
}

export const whyWords = (why: Surge['why']): string => {
  const usual =
    why.weeks === 0
      ? 'What is usual at this hour is not known yet'
      : `At this hour ${why.usual === 0 ? 'none is' : `${count(why.usual)} ${plural(why.usual, 'is', 'are')}`} usual`
  return `${why.heard.toLocaleString('en-GB')} messages from ${count(why.people)} people in ${count(why.minutes)} minutes. ${sentence(usual)}`
}

/** What became of an answer to many, without what is nought. */
export const resultWords = (r: Batch['results']): string => {
  const parts: [number, string][] = [
    [r.sent, 'live'],
    [r.onTheWay, 'on the way'],
    [r.waitingForApproval, plural(r.waitingForApproval, 'waits for approval', 'wait for approval')],
    [r.begun, 'being put forward'],
    [r.sentBack, 'sent back'],
    [r.needsPerson, plural(r.needsPerson, 'needs a person', 'need a person')],
    [r.givenUp, 'put away'],
    [r.leftOut, 'left out'],
  ]
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  return said.length === 0 ? 'Nothing yet.' : `${said.join(', ')}.`
}

/** How long a false rumour went without a line of ours, or has until now. */
export const lineWords = ({ seenAt, line }: Rumour, now: string, at: (instant: string) => string): string =>
  line
    ? `First seen at ${at(seenAt)}; our first line was out at ${at(line.at)}, after ${age(seenAt, new Date(line.at))}.`
    : `First seen at ${at(seenAt)}; no line of ours about it yet, for ${age(seenAt, new Date(now))}.`

/** What was cut in the middle of a word says that it goes on. */
export const cut = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words.replace(/\s+\S*$/, '')}…`)

export const surgeWords = {
  reading: 'Reading what reaches us',
  failed: 'We cannot say how much reaches us',
  path: 'Desk',
  here: 'Surge',
  none: 'Somebody is told within two minutes when it does. Until then the desk works one by one.',
  why: 'Why we say so',
  words: 'Words that many say',
  post: 'Under our post',
  account: 'On',
  openPost: 'Open the post',
  noticed: 'Noticed',
  mode: 'Surge mode',
  modeOff: 'Off. It puts together what says nearly the same, so that one answer can go to many.',
  modeOn: (who: string, at: string) => `On since ${at}, begun by ${who}.`,
  begin: 'Begin surge mode',
  end: 'End surge mode',
  waiting: (open: number, alone: number, danger: number) =>
    `${Count(open)} ${plural(open, 'conversation is', 'conversations are')} open in it; ${count(alone)} ${plural(alone, 'stands', 'stand')} alone${danger > 0 ? `, ${count(danger)} may be about somebody in danger` : ''}.`,
  hands: 'Hands',
  onDuty: (names: string) => `On duty at the desk: ${names}.`,
  nobody: 'Nobody is on duty at the desk.',
  add: 'Add people',
  addHeading: 'Who comes to the desk?',
  addAct: 'Put them on duty',
  hours: 'For how many hours',
  hoursWrong: (most: number) => `A whole number of hours, from 1 to ${most}.`,
  groups: 'Nearly the same words',
  groupsNone: 'Nothing is put together yet. It takes some seconds after surge mode begins.',
  groupsWhy:
    'Who may be in danger, or calls for service, is put together with the others and marked. One answer goes to them only after a person has looked at each and says that it is no danger. Intelligence is in no group.',
  said: (n: number) => plural(n, 'person said so', 'people said so'),
  wait: (g: Group) =>
    `${g.waiting === 0 ? 'None' : g.waiting} of ${g.size} can be answered together now${g.held > 0 ? `, ${g.held} in somebody's hands` : ''}${g.standAlone > 0 ? `, ${g.standAlone} ${plural(g.standAlone, 'calls', 'call')} for service` : ''}.`,
  danger: (n: number) => `${n} may be in danger`,
  mayBeDanger: 'May be in danger',
  lookFirst: 'Look at each of these first',
  lookWhy:
    'Read every one. Who repeats a rumour is answered with the others as soon as you say so; who needs help is answered alone. What you say is recorded, message by message.',
  lookedAll: 'A person has looked at every one.',
  lookAs: 'When it is no danger, it is',
  isDanger: 'In danger',
  noDanger: (as: Category) => `No danger: ${described[as].label.toLowerCase()}`,
  ofWhom: (act: string, from: string) => `${act}. ${from}`,
  look: 'Look and answer',
  lookBatch: 'Look at the answer',
  rumour: 'A false rumour?',
  rumourNot: 'Nobody has said that what it is about is not true.',
  rumourBy: (who: string, at: string) => `A false rumour, said ${who}, ${at}.`,
  rumourSay: 'Say that it is a false rumour',
  rumourLine: 'Say which was our first line',
  rumourBack: 'Say that it is none',
  rumourHeading: 'Is what it is about not true?',
  rumourWhy:
    'It then counts in the time to counter a rumour: from the first message to our first line about it. That is the first answer to many in public, or a post that was out before.',
  rumourPost: 'A post that said so',
  rumourNoPost: 'None: the first answer to many counts',
  rumourAct: 'Record it as a false rumour',
  openLine: 'Open it',
  earlier: 'Earlier',
  earlierOne: (at: string, until: string, n: number) => `${at} to ${until}: ${n} in five minutes at its height`,
  groupAnswer: 'One answer to many',
  yourWords: 'Your words, below each message',
  check: 'See how it reads',
  send: (n: number) => `Put it forward to ${n}`,
  how: 'How it goes out',
  approval: 'One approval for all',
  atOnce: 'At once where the rules let you, the rest asks',
  writeFirst: 'Write the words first',
  readsOn: (name: string, n: number) => `${name}, ${n} people`,
  who: 'To whom',
  whoMore: (n: number) => `And ${n} more.`,
  goesTo: 'Answered with the others',
  noneByYou: 'An answer of yours goes out to none of them. Why stands beside each below.',
  batchHeading: (by: string, n: number) => `${by} answers ${n} ${plural(n, 'person', 'people')} with the same words`,
  same: 'The words that wait',
  sameNone: 'Nothing of it waits for approval.',
  as: (mark: string | null) => (mark ? `As ${mark}` : 'Without a signature'),
  approve: (n: number) => `Approve all ${n}`,
  sendBack: 'Send back',
  sendBackHeading: 'Send all of it back?',
  reason: 'Why, for who wrote it',
  reasonShort: 'Say why in a sentence.',
  own: 'You wrote this, so somebody else approves it.',
  giveUp: 'Put away what is not out',
  giveUpHeading: 'Put away what is not out?',
  giveUpBody: 'What is live stays. The conversations are free again, for better words or for one by one.',
  close: (n: number) => `Close ${n} as answered`,
  done: (done: number, changed: number, left: readonly { words: string; n: number }[]) =>
    [
      `${done} done.`,
      changed > 0 ? `${changed} left as they are: something there is new or has other words.` : '',
      ...left.map((l) => `${l.n} not: ${sentence(l.words)}`),
    ]
      .filter(Boolean)
      .join(' '),
  notice: (heard: number, minutes: number) => `${heard} messages in ${minutes} minutes, much more than usual.`,
  noticeMode: 'Surge mode is on.',
  noticeAct: 'Look at the surge',
} as const
