import type { z } from 'zod'
import { type today, toldByRows } from '../../posting/today/today.contract.ts'
import type { ShapeName } from '../parts/shape.tsx'
import { Count, count, plural } from '../say.ts'

export type Today = z.output<typeof today.output>
export type Need = Today['needs'][number]
export type Planned = Today['next24']['items'][number]

type Kind = { shape: ShapeName; words: string; act: string; clock: 'since' | 'left' }

export const needKinds: Readonly<Record<Need['kind'], Kind>> = {
  overdueApproval: { shape: 'clock', words: 'Approval, past its time', act: 'Read and decide', clock: 'since' },
  approval: { shape: 'clock', words: 'Approval', act: 'Read and decide', clock: 'left' },
  alarm: { shape: 'diamond', words: 'Alarm', act: 'See what stopped', clock: 'since' },
  needsPerson: { shape: 'diamond', words: 'Needs a person', act: 'Say what you see', clock: 'since' },
  refused: { shape: 'cross', words: 'Refused by the network', act: 'Open the post', clock: 'since' },
  afterlook: { shape: 'info', words: 'To look at afterwards', act: 'Look at it', clock: 'left' },
  sentBack: { shape: 'ring', words: 'Sent back to you', act: 'Put it right', clock: 'since' },
}

/** None, one, many: recomputed from the same answers as the rows under it. `inDanger`: people who may be, at the desk. */
/** What the desk’s own rows say is not said again by its alarms. */
export const besideDesk = (today: Today): Today => ({
  ...today,
  needs: today.needs.filter((need) => !toldByRows.includes(need.alarm ?? '')),
})

export const todayHeading = ({ needs, next24 }: Today, clockOf: (at: string) => string, inDanger = 0): string => {
  const all = needs.length + inDanger
  if (all === 1) return inDanger === 1 ? 'One person may be in danger now' : 'One thing needs a person now'
  if (all > 1) return `${Count(all)} things need a person now`
  const next = next24.items.find((item) => item.state === 'waiting')
  return next ? `Nothing needs a person now. Next post ${clockOf(next.at)}` : 'Nothing needs a person now'
}

export const todayLede = ({ next24 }: Today): string => {
  const { waiting, toApprove, held } = next24
  if (waiting + toApprove + held === 0) return 'Nothing is planned for the next 24 hours.'
  const parts = [
    waiting > 0 && `${count(waiting)} ${plural(waiting, 'post goes', 'posts go')} out`,
    toApprove > 0 && `${count(toApprove)} still ${plural(toApprove, 'needs', 'need')} approval`,
    held > 0 && `${count(held)} ${plural(held, 'is', 'are')} held`,
  ].filter((p) => p !== false)
  const last = parts.pop() ?? ''
  return `In the next 24 hours ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`
}

export const todayWords = {
  reading: 'Looking what needs a person',
  failed: 'We cannot say what needs a person now',
  late: (since: boolean) => (since ? 'since then' : 'left to decide'),
  since: {
    overdueApproval: 'past its time',
    alarm: 'since it was raised',
    needsPerson: 'since we know',
    refused: 'since it was refused',
    sentBack: 'since it came back',
  },
  left: { approval: 'left to decide', afterlook: 'left to look' },
  toDuty: 'Open Duty',
  desk: {
    heading: 'At the desk',
    open: 'Open the desk',
    kind: 'May be in danger',
    unseen: 'Nobody has looked at this message yet',
    unanswered: 'Nobody has answered this message yet',
    seen: 'This person may be in danger',
    restricted: 'Restricted. Open to read',
    take: 'Open and take it',
    taken: (name: string) => `${name} has this`,
    yours: 'You have this',
    others: (n: number) => `${Count(n)} more ${plural(n, 'person', 'people')} may be in danger: see them all`,
    waiting: (n: number) => plural(n, 'person waits for us', 'people wait for us'),
    overdue: (n: number) => plural(n, 'question with no answer past the aim', 'questions with no answer past the aim'),
    mine: (n: number) => plural(n, 'conversation that you have', 'conversations that you have'),
    notHeard: (n: number) => plural(n, 'account is not heard now', 'accounts are not heard now'),
    failed: 'We cannot say who waits at the desk now.',
  },
  approvals: {
    heading: 'Waiting for my approval',
    none: 'Nothing waits for your approval.',
    next: (when: string) => `The next post is due at ${when}.`,
    nothingNext: 'No post is due in the next 24 hours.',
    asSoon: 'at once',
    more: (first: string, others: number) => (others === 0 ? first : `${first} and ${others} more`),
    left: (span: string) => `${span} left`,
    late: 'Past its time',
  },
  health: {
    heading: 'Publishing health',
    more: (days: number) => `Last ${days} days`,
    onTime: (of: number) => `of ${of} on time`,
    none: 'Nothing was due.',
    checking: 'Sent. Checking that it is live',
    held: 'Held',
    needsPerson: 'Needs a person',
    refused: 'Refused by the network',
    missed: 'Missed, or sent twice',
  },
  fallen: {
    is: (title: string, at: string) => `${title}, ${at}:`,
    due: 'Due like this, it is held and nothing is sent.',
    open: 'Open its record',
  },
  cover: {
    heading: 'Inviting contact, no cover tonight',
    noAccount: 'No account invites contact yet.',
    first: 'What comes first',
    of: (n: number, of: number) => `${n} of ${of} accounts`,
    more: (n: number) => `Show ${n} more`,
    none: 'Somebody looks at every live account tonight.',
    account: 'Account',
    ended: 'Cover ended',
    next: 'Next',
    noHours: 'No hours set',
    noneToday: 'None today',
    caption: 'Accounts that nobody watches through the coming night',
  },
  plan: {
    heading: 'Next 24 hours',
    all: 'All posts',
    none: 'Nothing goes out in the next 24 hours. What is approved appears here.',
    waiting: (n: number) => `${n} waiting`,
    toApprove: (n: number) => `${n} to approve`,
    held: (n: number) => `${n} held`,
    state: { waiting: 'waiting', toApprove: 'to approve', held: 'held' },
    now: 'Now',
    midnight: 'Midnight',
    sentence: (n: number) =>
      `${Count(n)} ${plural(n, 'post')} by time and by class of account. The same as a list follows.`,
    list: 'What goes out, in order',
    accounts: (n: number) => `${n} ${plural(n, 'account')}`,
  },
  phone: {
    cover: (n: number) =>
      plural(n, 'account invites contact, no cover tonight', 'accounts invite contact, no cover tonight'),
    approvals: (n: number) => plural(n, 'waits for my approval', 'wait for my approval'),
    plan: (n: number) => plural(n, 'post goes out in 24 hours', 'posts go out in 24 hours'),
    health: (n: number) => plural(n, 'delivery is being checked or held', 'deliveries are being checked or held'),
    label: 'What else there is',
  },
} as const
