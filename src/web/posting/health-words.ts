import type { z } from 'zod'
import type { publishingHealth } from '../../posting/delivery/delivery.contract.ts'
import { Count, count, plural } from '../say.ts'

export type HealthRead = z.output<typeof publishingHealth.output>
export type InDoubt = HealthRead['needsPerson'][number]

/** A worker that was not heard of for so long is taken for dead. */
const silent = 60

/** Those that send and were heard of in the last ten minutes; the others are history. */
export const atWork = (workers: HealthRead['workers']): HealthRead['workers'] =>
  workers.filter((worker) => worker.kind === 'worker' && worker.secondsAgo < 600)

export const senderSeconds = ({ workers }: HealthRead): number | null => {
  const heard = atWork(workers).map((worker) => worker.secondsAgo)
  return heard.length === 0 ? null : Math.min(...heard)
}

export const healthHeading = (read: HealthRead, held: string | null): string => {
  const seconds = senderSeconds(read)
  const things = read.needsPerson.length + read.alarms.length
  const needs =
    things === 0
      ? 'Nothing needs a person'
      : things === 1
        ? 'One thing needs a person'
        : `${Count(things)} things need a person`
  if (seconds === null) return 'Posts are not going out: no sender is at work'
  if (seconds > silent)
    return `Posts are not going out: the sender was last heard ${count(Math.round(seconds / 60))} ${plural(Math.round(seconds / 60), 'minute')} ago`
  if (held) return `${held}. ${needs}`
  return `Posts will go out. ${needs}`
}

export const healthLede = (read: HealthRead, next: string | null): string => {
  const twice =
    read.ever.twice === 0
      ? 'Nothing was sent twice.'
      : `${Count(read.ever.twice)} ${plural(read.ever.twice, 'was', 'were')} sent twice.`
  return `${twice} ${next ? `The next post is due ${next}.` : 'No post is due.'}`
}

export type SettleAct = 'itIsThere' | 'sendOnceMore' | 'leaveTheRest' | 'withdraw'

export const healthWords = {
  reading: 'Looking whether posts go out',
  failed: 'We cannot say whether posts go out',
  holdsLink: 'Holds and held posts',
  everythingHeld: (since: string) => `Everything is held since ${since}`,
  someHeld: (n: number) => (n === 1 ? 'One hold is in force' : `${Count(n)} holds are in force`),
  needs: 'Needs a person',
  doubtHeading: (network: string, live: number, pieces: number) =>
    live > 0
      ? `${Count(live)} of ${count(pieces)} parts ${plural(live, 'is', 'are')} live on ${network}; of the rest we cannot tell`
      : `We cannot tell whether one post is live on ${network}`,
  sentOnce: (at: string) => `It was sent at ${at}.`,
  notSent: 'It was not sent.',
  looked: (n: number, last: string) =>
    n === 1
      ? `We looked once, at ${last}, and could not see it.`
      : `We looked ${count(n)} times, the last at ${last}, and could not see it.`,
  record: 'Its whole record',
  look: (handle: string) => `Open ${handle}`,
  thenSay: 'look, then say what you see',
  lookPlain: 'Look at the account, then say what you see',
  nothing: 'If you do nothing it is not sent again.',
  mayNot: 'Your role may not decide this. The duty communications officer can.',
  acts: {
    itIsThere: 'It is there',
    sendOnceMore: 'It is not there: send it once more',
    leaveTheRest: 'Leave the rest out',
    withdraw: 'Withdraw it',
  } satisfies Record<SettleAct, string>,
  ask: {
    itIsThere: {
      heading: 'You saw it there',
      body: 'It then counts as live, because you looked.',
      act: 'Record that it is there',
    },
    sendOnceMore: {
      heading: 'Send it once more?',
      body: 'Only if you looked and it is not there: if it is there after all, it will stand there twice.',
      act: 'Send it once more',
    },
    leaveTheRest: {
      heading: 'Leave the rest out?',
      body: 'What is live stays. The missing parts are not sent any more.',
      act: 'Leave the rest out',
    },
    withdraw: {
      heading: 'Withdraw it?',
      body: 'It is not sent any more, and what is live is asked to be removed. A copy and your reason are kept.',
      act: 'Withdraw it',
    },
  } satisfies Record<SettleAct, { heading: string; body: string; act: string }>,
  reason: 'What you saw, for the record',
  reasonMissing: 'Say in a few words what you saw.',
  url: 'Its address',
  urlAside: '(not needed)',
  urlWrong: 'An address begins with https://.',
  checking: {
    heading: 'Sent. Checking that it is live',
    none: 'Nothing is being checked: of everything sent the network said that it is live.',
    looks: (n: number) => `${n} ${plural(n, 'look')} so far`,
  },
  networks: {
    heading: 'By network',
    caption: 'How each network works for us',
    network: 'Network',
    now: 'Now',
    onTime: 'On time, 7 days',
    heard: 'Last heard',
    keys: 'Keys end',
    due: 'Due',
    working: 'Working',
    unknown: (n: number) => `${n} unknown`,
    keysEnded: (n: number) => (n === 1 ? 'Keys of one account ended' : `Keys of ${count(n)} accounts ended`),
    refused: (n: number) => `${n} refused`,
    notUsed: 'No account yet',
    notTried: 'Not tried yet',
    noneDue: 'none due',
    of: (n: number, of: number) => `${n} of ${of}`,
    noEnd: 'no end date',
    never: 'not yet',
    renew: 'Renew the keys',
  },
  week: {
    heading: 'On time, 7 days',
    of: (n: number) => `of ${n.toLocaleString('en-GB')}`,
    none: 'Nothing was due.',
    rest: (unknown: number, held: number) => `${unknown} unknown, ${held} held by a person.`,
  },
  ever: {
    heading: 'Sent twice, ever',
    of: (n: number) => `of ${n.toLocaleString('en-GB')}`,
    since: (since: string | null) => `${since ? `since ${since}. ` : ''}Counted from the networks’ own identifiers.`,
  },
  watch: {
    heading: 'The watch on the watch',
    ago: 'ago',
    none: 'No sender is at work',
    noneMore: 'Start the worker. Nothing is lost: what is due waits and is sent, or held when it is late.',
    explain: 'The sender was last heard of. If it stops, an alarm is raised.',
    worker: (process: string) => `Sender ${process}`,
    since: (at: string) => `since ${at}`,
  },
  alarm: {
    kind: 'Alarm',
    raised: (at: string) => `Raised ${at}.`,
    account: 'Open the account',
    ends: 'It stands here until the cause is gone, or somebody says what was done.',
    act: 'Settle this alarm',
    actLabel: (alarm: string) => `Settle this alarm: ${alarm}`,
    heading: 'What was done about it?',
    body: 'Settling says that somebody has seen to it. It sends nothing, and if the cause goes on the alarm comes again.',
    reason: 'What was done, for the record',
    reasonMissing: 'Say in a sentence what was done.',
    mayNot: 'Your role may not settle alarms. The duty communications officer can.',
  },
} as const
